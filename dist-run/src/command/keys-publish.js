// Countersigning and publishing a change of key, and how long a key is to be valid.
import { existsSync } from "node:fs";
import { postKey } from "./hub.js";
import { readProposal, signedBy, signedByPrevious, writeProposal } from "./key-files.js";
import { WrongUsage } from "./output.js";
import { hubUrl, peopleOf } from "./settings.js";
export const dayMs = 86_400_000;
/** The validity that was asked for. It begins at the last whole minute, so that a clock a little behind agrees. */
export function validityOf(days, now) {
    const count = Number(days);
    if (!Number.isInteger(count) || count < 1 || count > 3660)
        throw new WrongUsage("--days must be a whole number from 1 to 3660.");
    const validFrom = Math.floor(now / 60_000) * 60_000;
    return { validFrom, validTo: validFrom + count * dayMs };
}
/** Signs with whoever was given, and posts. The files are kept as they were signed. */
export async function publishAll(files, options) {
    const hub = await hubUrl(options, process.env);
    const missing = files.find((file) => !existsSync(file));
    if (missing !== undefined)
        throw new WrongUsage(`There is no file ${missing}.`);
    const published = [];
    for (const file of files) {
        const proposal = await signedByAll(await readProposal(file), options);
        published.push(await postKey(hub, proposal.change, proposal.countersignatures));
        await writeProposal(file, proposal);
    }
    return published;
}
/** Adds the signatures of the previous key, or of the people, that were given. */
export async function signedByAll(proposal, options) {
    let signed = proposal;
    if (options.previousKey)
        signed = await signedByPrevious(signed, options.previousKey);
    const isEnough = signed.countersignatures.some(({ by }) => by === "previous");
    // The people of a demonstration step in only where nobody else has signed.
    const people = isEnough || signed.countersignatures.length >= 2 ? [] : await signers(options);
    for (const person of people)
        signed = await signedBy(signed, person);
    return signed;
}
/** The people who were named; else those of a demonstration. */
export function signers(options) {
    return peopleOf(options.countersignBy, options.key, options, process.env);
}
//# sourceMappingURL=keys-publish.js.map