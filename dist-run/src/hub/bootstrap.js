// The first keys: the hub's own and those of the named people, from files at the first start, when nobody is
// there yet to countersign. After that the hub runs only with a key that is published and valid: another file
// in its place is refused until its change has been countersigned like any other, and so is a further person.
import { createPublicKey } from "node:crypto";
import { refuse } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { isValid } from "./known.js";
import { insertPerson, lockKeys } from "./key-store.js";
import { publishedKeys, writeKeyChange } from "./publish-key.js";
/** How long a first key is valid. It is to be rotated long before. */
const bootstrapYears = 10;
/** Publishes the first keys if they are missing. Refuses with `config.bad` a file that contradicts what is published. */
export async function bootstrap(db, hubKey, people, now) {
    await db.begin(async (tx) => {
        await lockKeys(tx);
        const keys = await publishedKeys(tx);
        await publishHubKey(tx, keys, hubKey, now);
        for (const person of people)
            await publishPerson(tx, keys, person, now);
    });
}
async function publishHubKey(tx, keys, hubKey, now) {
    const isFirst = ![...keys.values()].some((key) => key.change.use === "hub");
    if (isFirst)
        return writeFirst(tx, "hub", "hub", createPublicKey(hubKey), now);
    const key = keys.get(keyIdOf(hubKey));
    if (key?.change.use !== "hub")
        refuse("config.bad", "HUB_KEY_FILE: this is not a published key of the hub; publish it with `framme keys rotate` first");
    if (!isValid(key, now))
        refuse("config.bad", "HUB_KEY_FILE: this key of the hub is not valid now; use the one it was rotated to");
}
async function publishPerson(tx, keys, person, now) {
    const theirs = [...keys.values()].filter((key) => key.change.owner === person.id);
    const isKnown = theirs.some((key) => key.change.keyId === keyIdOf(person.publicKey));
    if (theirs.length > 0 && !isKnown)
        refuse("config.bad", `HUB_PEOPLE_FILE: ${person.id} has another key here; change it with \`framme keys rotate\``);
    const named = new Set([...keys.values()].filter((key) => key.change.use === "person").map(ownerOf));
    // Two can vouch for the next one: from here on the file alone gives nobody a say.
    if (!isKnown && named.size >= 2)
        refuse("config.bad", `HUB_PEOPLE_FILE: ${person.id} is not published here: have two of the people sign it (\`framme keys new person\`)`);
    await insertPerson(tx, person.id, person.name);
    if (!isKnown)
        await writeFirst(tx, person.id, "person", person.publicKey, now);
}
function ownerOf(key) {
    return key.change.owner;
}
async function writeFirst(tx, owner, use, publicKey, now) {
    const from = new Date(now);
    const to = new Date(now);
    to.setUTCFullYear(to.getUTCFullYear() + bootstrapYears);
    const change = {
        v: 1,
        owner,
        use,
        keyId: keyIdOf(publicKey),
        pem: publicKey.export({ type: "spki", format: "pem" }),
        previous: null,
        validFrom: from.toISOString(),
        validTo: to.toISOString(),
        at: from.toISOString(),
    };
    await writeKeyChange(tx, { change, countersignatures: [], isBootstrap: true }, now);
}
//# sourceMappingURL=bootstrap.js.map