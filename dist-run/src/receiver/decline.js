// Why a report is not where it should be, as one word. A decline never drops a report: it is kept and tried
// again, and the one who handed it over is told once for each reason, not at every attempt.
import { Problem } from "../core/problem.js";
import { nextOfferAt } from "../core/schedule.js";
import { declinedReceipt } from "./sign.js";
import * as store from "./store.js";
import { issuedFor } from "./vouch.js";
const reasons = {
    "report.cannot-open": "cannot-open",
    "report.corrupt": "corrupt",
    "report.wrong-hash": "corrupt",
    "report.too-large": "corrupt",
    "report.changed-on-disk": "storage-not-durable",
    "database.not-durable": "storage-not-durable",
    "database.in-recovery": "storage-not-durable",
    "database.not-flushed": "storage-not-durable",
    "case-system.not-reached": "case-system-not-reached",
};
/** Error codes of the operating system and of PostgreSQL. */
const fullDisk = /^(ENOSPC|EDQUOT|53100)$/;
const readOnly = /^(25006|EROFS)$/;
const notReached = /^(ECONN\w+|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|CONNECT\w*|CONNECTION_\w+|08\w{3}|57P0\d|53300)$/;
/** The reason to give for an error met on the way into the case system. Reads its code, never its message. */
export function reasonOf(error) {
    if (error instanceof Problem)
        return reasons[error.code] ?? "case-system-refused";
    const code = String(error?.code ?? "");
    if (fullDisk.test(code))
        return "storage-full";
    if (readOnly.test(code))
        return "storage-not-durable";
    return notReached.test(code) ? "case-system-not-reached" : "case-system-refused";
}
/** Declines a held report: kept, and told once for this reason. Null when it has been told before. */
export async function decline(room, service, report, reason) {
    const receipt = declinedReceipt(room, service, report, reason, true);
    const turn = { over: null, next: null, nextAt: nextOfferAt(1, room.clock()) };
    const [kept] = await room.db.begin((tx) => store.keepReceipts(tx, [issuedFor(receipt, report)], turn));
    return kept?.isNew ? receipt : null;
}
//# sourceMappingURL=decline.js.map