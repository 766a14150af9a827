// What `framme doctor` looks at over the network: is the hub there and the one that is pinned, do the clocks
// agree, and are the keys it publishes good and those of whoever asks.
import { createPublicKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { keyIdOf } from "../core/signature.js";
import { ask, overTheNetwork } from "../http/client.js";
import { valueOrNull } from "../wire/foreign.js";
import { agoText, findingsOf, ok, openFinding, warn, wrong } from "./finding.js";
import { fetchKeys } from "../outbox/published.js";
import { privateKeyIn } from "./hub.js";
import { publishedKeys, standingOf } from "./keys-list.js";
const skewWarnMs = 5_000;
/** An assertion is good for a minute, with half a minute for clocks that differ. */
const skewWrongMs = 30_000;
/** Looks at the hub itself. `pinnedFile` is this party's own copy of the hub's public key. */
export async function hubFindings(hub, pinnedFile) {
    const reached = await findingsOf("hub", async () => {
        const asked = Date.now();
        const { status, headers } = await ask(overTheNetwork, `${hub}/health`, {
            method: "GET",
            limitMs: 10_000,
        });
        if (status !== 200)
            return [wrong("hub", `${hub} answers ${status}`, "See the hub's log.")];
        return [ok("hub", `${hub} answers`), skewFinding(headers.get("date"), (asked + Date.now()) / 2)];
    }, "Check HUB_URL and the network, and that the hub runs.");
    if (reached[0]?.state !== "OK")
        return reached;
    return [...reached, ...(await findingsOf("hub's key", () => pinFindings(hub, pinnedFile)))];
}
/** The header tells whole seconds, so half of one is added. */
function skewFinding(date, here) {
    if (date === null)
        return warn("clock", "the hub does not tell the time", "Check what stands between here and the hub.");
    const skew = Math.abs(Date.parse(date) + 500 - here);
    if (skew < skewWarnMs)
        return ok("clock", "agrees with the hub's");
    const text = `${Math.round(skew / 1000)} seconds from the hub's`;
    const todo = "Set the clock (NTP): assertions are refused when clocks differ by half a minute.";
    return skew < skewWrongMs ? warn("clock", text, todo) : wrong("clock", text, todo);
}
async function pinFindings(hub, pinnedFile) {
    const check = "hub's key";
    if (pinnedFile === null)
        return [
            warn(check, "is not pinned here", "Set HUB_PUBLIC_KEY_FILE; get the key from the operator, not from the hub."),
        ];
    const pinned = await publicKeyIds(pinnedFile);
    if (pinned.length === 0)
        return [wrong(check, `${pinnedFile} holds no public key`, "Get the key from the operator.")];
    const published = (await fetchKeys(overTheNetwork, hub)).hub.filter((key) => standingOf(key, Date.now()).state !== "expired");
    const strangers = published.filter(({ keyId }) => !pinned.includes(keyId));
    if (strangers.length === published.length)
        return [
            wrong(check, "the hub publishes another key than the one pinned here", "Ask the operator, by another way than the hub, before anything is sent."),
        ];
    if (strangers.length > 0)
        return [
            warn(check, `the hub has a new key, ${strangers[0]?.keyId}, that is not pinned here`, `Add it to ${pinnedFile} when the operator has confirmed it by another way.`),
        ];
    return [ok(check, "is the one pinned here")];
}
async function publicKeyIds(file) {
    const blocks = (await readFile(file, "utf8")).match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
    return blocks.flatMap((pem) => {
        const key = valueOrNull(() => createPublicKey(pem));
        return key ? [keyIdOf(key)] : [];
    });
}
/** Keys about to expire, or that have: all that the hub publishes, or those of some owners. */
export async function expiryFindings(hub, owners) {
    const keys = (await publishedKeys(hub)).filter(({ owner }) => owners === null || owners.includes(owner));
    const bad = keys.map((key) => expiryFinding(key)).filter((finding) => finding !== null);
    return bad.length > 0 ? bad : [ok("keys", `${keys.length} published keys, none expires within 60 days`)];
}
function expiryFinding(key) {
    const now = Date.now();
    const standing = standingOf(key, now);
    const what = `${key.owner}'s ${key.use} key ${key.keyId}`;
    const todo = `Run \`framme keys rotate ${key.owner}${key.use === "receipt" ? " --use receipt" : ""} --dir DIR\`.`;
    if (standing.state === "expired")
        return wrong("keys", `${what} has expired`, todo);
    if (standing.state !== "expiring")
        return null;
    return warn("keys", `${what} expires in ${agoText(Date.parse(key.validTo) - now)}`, todo);
}
/** The sender's key: published as its own, and nobody else's to read. */
export async function submitterFindings(hub, submitter, keyFile) {
    const check = `key of ${submitter}`;
    const keyId = keyIdOf(await privateKeyIn(keyFile));
    const published = (await fetchKeys(overTheNetwork, hub)).submitters.find((key) => key.keyId === keyId);
    const open = await openFinding(check, keyFile);
    if (published?.owner !== submitter)
        return [
            ...open,
            wrong(check, `${keyId} is not published`, "Publish it: framme keys publish CHANGE.json, signed by two people."),
        ];
    return [...open, ok(check, "is the published one")];
}
//# sourceMappingURL=doctor-hub.js.map