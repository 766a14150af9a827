// Publishes a change of key: on the word of the key before it, or of two different named people. The change and
// its leaf in the ledger are one transaction, and nothing that was published is ever changed.
import { randomBytes } from "node:crypto";
import { isCountersigned, keyChangeBytes, } from "../core/key-change.js";
import { canonicalText } from "../core/canonical.js";
import { commitmentOf } from "../core/ledger.js";
import { assert, refuse } from "../core/problem.js";
import { publicKeyIn, readKeyPublication } from "../wire/key-change-v1.js";
import { addKeys, isValid } from "./known.js";
import { insertKeyChange, keyChanges, lockKeys } from "./key-store.js";
import { insertKeyLeaf } from "./ledger-store.js";
/** Publishes the change in a posted `{change, countersignatures}`. The same change again gives the same answer. */
export async function publishKey(hub, value) {
    const { change, countersignatures } = readKeyPublication(value);
    publicKeyIn(change);
    const published = await hub.db.begin((tx) => publish(tx, hub.clock(), change, countersignatures));
    hub.known.forget();
    return published;
}
async function publish(tx, now, change, countersignatures) {
    await lockKeys(tx);
    const keys = await publishedKeys(tx);
    const there = keys.get(change.keyId);
    if (there) {
        if (canonicalText(there.change) !== canonicalText(change))
            refuse("key.used-before");
        return { key: there.published, isRepeat: true };
    }
    if (change.validFrom >= change.validTo)
        refuse("request.bad-shape", "validFrom and validTo");
    if (Date.parse(change.validTo) <= now)
        refuse("key.expired", "the new key");
    refuseUnlessCountersigned(keys, change, countersignatures, now);
    await writeKeyChange(tx, { change, countersignatures, isBootstrap: false }, now);
    const key = (await publishedKeys(tx)).get(change.keyId);
    assert(key, "a key just written is there");
    return { key: key.published, isRepeat: false };
}
function refuseUnlessCountersigned(keys, change, countersignatures, now) {
    const previous = change.previous === null ? null : (keys.get(change.previous) ?? refuse("key.unknown", "previous"));
    if (previous && (previous.change.owner !== change.owner || previous.change.use !== change.use))
        refuse("key.not-countersigned", "previous is another owner's or of another use");
    const people = [...keys.values()].filter((key) => key.change.use === "person" && isValid(key, now));
    // A key passes its place on once: an old one that leaks while it is still valid must not take it back.
    const hasPassedOn = [...keys.values()].some((key) => key.change.previous === change.previous);
    const isCurrent = previous !== null && isValid(previous, now) && !hasPassedOn;
    const isRight = isCountersigned(change, countersignatures, {
        // An expired key, or one that has passed its place on, has no say any more: then it takes two people.
        previous: isCurrent ? previous.publicKey : null,
        people: new Map(people.map((key) => [key.change.owner, key.publicKey])),
    });
    if (!isRight)
        refuse("key.not-countersigned");
}
/** All published keys by id, as this transaction sees them. */
export async function publishedKeys(tx) {
    const keys = new Map();
    addKeys(keys, await keyChanges(tx, 0));
    return keys;
}
/** Writes a change and its leaf. Refuses a key that was published before. */
export async function writeKeyChange(tx, row, now) {
    const { change, countersignatures, isBootstrap } = row;
    const { keyId, owner, use } = change;
    const texts = { change: JSON.stringify(change), countersignatures: JSON.stringify(countersignatures) };
    const isNew = await insertKeyChange(tx, { keyId, owner, use, ...texts, bootstrap: isBootstrap }, new Date(now));
    if (!isNew)
        refuse("key.used-before");
    const salt = randomBytes(32);
    await insertKeyLeaf(tx, { keyId, salt, commitment: commitmentOf(salt, keyChangeBytes(change)) });
}
//# sourceMappingURL=publish-key.js.map