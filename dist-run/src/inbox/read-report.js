// A report as its page shows it: read from the bytes that lie here, which are held against the hash they came with, and
// against the hashes in its receipts. One that cannot be read as the form it should have is shown as the text it is.
import { contentHashOf } from "../core/report.js";
import { valueOrNull } from "../wire/foreign.js";
import { sectionsOf } from "../wire/ks-reading.js";
import { readKsReport } from "../wire/ks-report.js";
import { readReceipt } from "../wire/receipt-v1.js";
import * as store from "./store.js";
/** More than this is in the file, and no page would show it. */
const mostLetters = 200_000;
/** Reads a service's report; null when it has no such one. */
export async function readReport(read, facts, receipts) {
    const files = await store.reportOf(read, facts.service, facts.id);
    if (!files)
        return null;
    const hash = contentHashOf(files);
    const vouched = receipts.flatMap(({ body }) => contentHashIn(body) ?? []);
    const sections = valueOrNull(() => sectionsOf(readKsReport(files.json)));
    const text = sections ? "" : files.json.toString("utf8");
    return {
        sections,
        text: text.slice(0, mostLetters),
        isCut: text.length > mostLetters,
        isChanged: [facts.contentHash, ...vouched].some((one) => one !== hash),
    };
}
function contentHashIn(body) {
    return valueOrNull(() => readReceipt(JSON.parse(body)).contentHash ?? null);
}
//# sourceMappingURL=read-report.js.map