// `framme keys list`: what the hub publishes, how long it is valid, and whether the private keys at hand are the
// ones that are published. Warnings come 60, 30, 7 and 1 days before a key expires.
import { keyIdOf } from "../core/signature.js";
import { overTheNetwork } from "../http/client.js";
import { fetchBook, fetchKeys } from "../outbox/published.js";
import { isOpenToOthers, privateKeyIn } from "./hub.js";
import { dayMs } from "./keys-publish.js";
import { keyFilesIn } from "./keys-rotate.js";
import { note, printResult } from "./output.js";
import { hubUrl } from "./settings.js";
const warningDays = [1, 7, 30, 60];
/** How a key stands now. */
export function standingOf(key, now) {
    const left = Date.parse(key.validTo) - now;
    if (left <= 0)
        return { state: "expired" };
    if (Date.parse(key.validFrom) > now)
        return { state: "not yet" };
    const days = warningDays.find((limit) => left <= limit * dayMs);
    return days === undefined ? { state: "valid" } : { state: "expiring", days };
}
/** All keys the hub publishes as current. */
export async function publishedKeys(hub) {
    const [keys, book] = await Promise.all([fetchKeys(overTheNetwork, hub), fetchBook(overTheNetwork, hub)]);
    const ofServices = book.services.flatMap(({ keys: own }) => [own.encryption, own.receipt]);
    return [...keys.hub, keys.print, ...keys.submitters, ...ofServices].filter((key) => key !== null);
}
/** Prints the list; warnings go to standard error. */
export async function listKeys(options) {
    const now = Date.now();
    const published = await publishedKeys(await hubUrl(options, process.env));
    for (const key of published) {
        const standing = standingOf(key, now);
        const { keyId, owner, use, validFrom, validTo } = key;
        const text = `${owner}  ${use}  ${keyId}  ${validFrom.slice(0, 10)} – ${validTo.slice(0, 10)}  ${standing.state}`;
        printResult(Boolean(options.json), { keyId, owner, use, validFrom, validTo, ...standing }, text);
        warnOf(key, standing);
    }
    if (options.dir)
        await listFolder(options.dir, published, Boolean(options.json));
}
function warnOf({ owner, use, keyId }, standing) {
    const rotate = `framme keys rotate ${owner}${use === "receipt" ? " --use receipt" : ""} --dir DIR`;
    const what = `framme: warning: ${owner}'s ${use} key ${keyId}`;
    if (standing.state === "expired")
        note(`${what} has expired. Run: ${rotate}`);
    if (standing.state === "expiring")
        note(`${what} expires within ${standing.days} day${standing.days === 1 ? "" : "s"}. Run: ${rotate}`);
}
async function listFolder(folder, published, json) {
    for (const file of await keyFilesIn(folder)) {
        const keyId = keyIdOf(await privateKeyIn(file));
        const owner = published.find((key) => key.keyId === keyId)?.owner ?? null;
        const openToOthers = await isOpenToOthers(file);
        const standing = owner ? `published for ${owner}` : "not the published key of anybody";
        printResult(json, { file, keyId, owner, openToOthers }, `${file}  ${keyId}  ${standing}`);
    }
}
//# sourceMappingURL=keys-list.js.map