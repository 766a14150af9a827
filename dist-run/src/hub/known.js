// What the hub knows by heart: published keys and the address book. Both only grow, so a look for newer rows,
// at most once a second, keeps them fresh; nothing that is asked for each report goes to the database for them.
import { publicKeyIn } from "../wire/key-change-v1.js";
import { addressChanges } from "./address-store.js";
import { keyChanges } from "./key-store.js";
const maxAgeMs = 1000;
/** Keeps what is known fresh from the database. */
export function knowledge(db) {
    const known = {
        keys: new Map(),
        services: new Map(),
        emergencyServices: new Map(),
    };
    const last = { key: 0, address: 0 };
    let looking = null;
    let freshUntil = Number.NEGATIVE_INFINITY;
    async function look() {
        const [keys, addresses] = await Promise.all([
            keyChanges(db.read, last.key),
            addressChanges(db.read, last.address),
        ]);
        // Two looks may be under way at once; what the other one has added is left out.
        addKeys(known.keys, keys.filter((row) => row.number > last.key));
        for (const row of addresses.filter((change) => change.number > last.address))
            addAddress(known, row);
        last.key = Math.max(last.key, keys.at(-1)?.number ?? 0);
        last.address = Math.max(last.address, addresses.at(-1)?.number ?? 0);
        return known;
    }
    async function read() {
        if (performance.now() < freshUntil)
            return known;
        if (looking)
            return looking;
        const mine = look();
        looking = mine;
        return mine
            .then((found) => {
            if (looking === mine)
                freshUntil = performance.now() + maxAgeMs;
            return found;
        })
            .finally(() => {
            if (looking === mine)
                looking = null;
        });
    }
    function forget() {
        looking = null;
        freshUntil = Number.NEGATIVE_INFINITY;
    }
    return { read, forget };
}
/**
 * Adds changes to the keys they build on. A change that names no previous key although there are some means
 * that those were lost or stolen: they end when it is recorded.
 */
export function addKeys(keys, rows) {
    for (const row of rows) {
        const change = JSON.parse(row.change);
        if (change.previous === null)
            endEarlier(keys, change, row.recordedAt);
        keys.set(change.keyId, keyOf(change, Date.parse(change.validTo), row.recordedAt));
    }
}
function endEarlier(keys, change, at) {
    for (const [keyId, { change: earlier, published, to }] of keys) {
        const isEnded = earlier.owner === change.owner && earlier.use === change.use && to > at.getTime();
        if (isEnded)
            keys.set(keyId, keyOf(earlier, at.getTime(), new Date(published.recordedAt)));
    }
}
function keyOf(change, to, recordedAt) {
    const { keyId, owner, use, pem, validFrom } = change;
    const validTo = new Date(to).toISOString();
    return {
        published: { keyId, owner, use, pem, validFrom, validTo, recordedAt: recordedAt.toISOString() },
        change,
        publicKey: publicKeyIn(change),
        from: Date.parse(validFrom),
        to,
    };
}
function addAddress(known, row) {
    if (row.kind === "service")
        known.services.set(row.id, JSON.parse(row.body));
    else
        known.emergencyServices.set(row.id, JSON.parse(row.body));
}
/** Whether a key is valid at this instant. */
export function isValid(key, at) {
    return key.from <= at && at < key.to;
}
/** The keys of an owner for a use that are valid now; the one published last comes last. */
export function validKeys(known, owner, use, now) {
    return [...known.keys.values()].filter((key) => key.change.owner === owner && key.change.use === use && isValid(key, now));
}
/** The key to use now: the valid one that was published last. */
export function currentKey(known, owner, use, now) {
    return validKeys(known, owner, use, now).at(-1) ?? null;
}
/** All services and emergency services, by id. */
export function addressBook(known) {
    const byId = (a, b) => (a.id < b.id ? -1 : 1);
    return {
        services: [...known.services.values()].sort(byId),
        emergencyServices: [...known.emergencyServices.values()].sort(byId),
    };
}
//# sourceMappingURL=known.js.map