// Limits how often somebody may ask: a token bucket for each key. A bucket holds one minute's worth and fills
// evenly, so a burst is let through and a flood is not. Kept in memory: a restart forgives.
import { getConnInfo } from "@hono/node-server/conninfo";
import { refuse } from "../core/problem.js";
const mostBuckets = 50_000;
/** A rate of so many a minute for each key. */
export function rateOf(perMinute) {
    const buckets = new Map();
    const perMs = perMinute / 60_000;
    function filled(key, now) {
        const bucket = buckets.get(key) ?? { tokens: perMinute, at: now };
        const elapsed = Math.max(0, now - bucket.at);
        return { tokens: Math.min(perMinute, bucket.tokens + elapsed * perMs), at: now };
    }
    function waitFor(key, now) {
        const { tokens } = filled(key, now);
        return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
    }
    function take(key, now) {
        const bucket = filled(key, now);
        const seconds = waitFor(key, now);
        if (seconds === 0)
            bucket.tokens -= 1;
        // Taken out and put in again, so that the map is in order of use and the oldest can go.
        buckets.delete(key);
        buckets.set(key, bucket);
        if (buckets.size > mostBuckets)
            buckets.delete(buckets.keys().next().value);
        return seconds;
    }
    return { take, waitFor };
}
/** Takes a token, or refuses with `rate.exceeded` and says in Retry-After when to come again. */
export function limit(c, rate, key, now) {
    refuseIfWaiting(c, rate.take(key, now));
}
/** Refuses as `limit` does while there is no token, but takes none. */
export function limitTaken(c, rate, key, now) {
    refuseIfWaiting(c, rate.waitFor(key, now));
}
function refuseIfWaiting(c, seconds) {
    if (seconds === 0)
        return;
    c.header("Retry-After", String(seconds));
    refuse("rate.exceeded");
}
/** Where a request comes from: the network address, for IPv6 its /64; "local" when there is no connection. */
export function addressOf(c) {
    // In a test that calls the app itself there is no connection to ask.
    const hasConnection = c.env?.incoming !== undefined;
    const address = hasConnection ? getConnInfo(c).remote.address : undefined;
    if (!address)
        return "local";
    const plain = address.replace(/^::ffff:/, "");
    return plain.includes(":") ? networkOf(plain) : plain;
}
/** The first four groups of an IPv6 address: one subscriber has all that follow. */
function networkOf(address) {
    const [left = "", right] = address.split("::");
    const before = left.split(":").filter(Boolean);
    const after = (right ?? "").split(":").filter(Boolean);
    const zeros = right === undefined ? 0 : 8 - before.length - after.length;
    return [...before, ...Array(zeros).fill("0"), ...after].slice(0, 4).join(":");
}
//# sourceMappingURL=rate.js.map