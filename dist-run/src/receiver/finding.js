// Puts a report into the case system and reads it back. Only this file makes a `Found`, and only a `Found`
// becomes `registered` or `claimed`: that a case system said yes is not enough (it did in 2023). Reading back comes
// after the hub has asked, so that the answer is of what the case system gives back then.
import { refuse } from "../core/problem.js";
import { answerTo } from "../core/proof.js";
import { canonicalContent, contentHashOf } from "../core/report.js";
import { open } from "./open.js";
import { canBeShown } from "./sealed-report.js";
/**
 * Puts a report, opened already or opened here. Refuses as `open` does, and with `case-system.*`. Doing it again
 * changes nothing.
 */
export async function putIn(room, service, report, opened) {
    const whole = opened ?? (await open(room, service, report));
    await service.caseSystem.put(whole);
    const { sealed: _, ...known } = report;
    return { report: known, contentHash: contentHashOf(whole.files) };
}
/** Whether the hub's question must have come before this report can be registered. */
export function awaitsQuestion({ caseSystem }, report) {
    // Without the exact bytes there is no answer: then only `claimed` can be said, and that answers nothing.
    return caseSystem.givesBytesBack && canBeShown(report);
}
/**
 * Reads a report that was put there back, and answers the question from that. Refuses with `case-system.*`,
 * `report.not-in-case-system` or `report.changed-in-case-system`.
 */
export async function finding({ caseSystem }, put, question) {
    const back = await caseSystem.readBack(put.report.id);
    if (!back)
        return refuse("report.not-in-case-system");
    const { reference, files } = back;
    if (!/^\S.{0,199}$/.test(reference))
        refuse("case-system.refused", "it gives no usable reference");
    const isProven = caseSystem.givesBytesBack && files !== null;
    if (isProven && contentHashOf(files) !== put.contentHash)
        refuse("report.changed-in-case-system");
    const proof = isProven && question ? answeredFrom(files, question) : null;
    return { ...put, reference, isProven, proof };
}
function answeredFrom(files, { n, nonce }) {
    return { n, mac: answerTo(nonce, canonicalContent(files)) };
}
//# sourceMappingURL=finding.js.map