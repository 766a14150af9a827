// Takes a report over. Package, serial number, debt, `accepted` receipt and its leaf are committed together or
// not at all, and nothing is answered before that. Who asks again with the same bytes gets the same receipt.
import { assert, refuse } from "../core/problem.js";
import { together, weightOfBytes } from "../pg/together.js";
import { faultIn } from "./check-package.js";
import { entryOf, issue } from "./entry.js";
import { noteDeviations } from "./receipt-store.js";
import { acceptedBefore, insertAccepted, insertPackage, takeNumbers, } from "./store.js";
const bounds = {
    most: 64,
    weightOf: (posted) => weightOfBytes(posted.sealed.length + posted.paper.length),
};
/** Gives the step that accepts. Reports of one service go into the database together when several wait. */
export function acceptor(hub) {
    const lines = new Map();
    const lineOf = (service) => {
        const line = lines.get(service) ?? together((batch) => insertAll(hub, batch), bounds);
        lines.set(service, line);
        return line;
    };
    return async (posted) => {
        const { header } = posted;
        const fault = faultIn(await hub.known.read(), posted, hub.limits.reportBytes, hub.clock());
        if (fault)
            return (await repeated(hub, posted)) ?? refuse(fault.code, fault.detail);
        const receipt = await lineOf(header.service)(posted);
        if (receipt === null) {
            const earlier = await repeated(hub, posted);
            assert(earlier, "what was not new has been accepted before");
            return earlier;
        }
        hub.waiting.wake(header.service);
        return { receipt, isRepeat: false };
    };
}
/** Accepts packages for one service in one transaction. Gives each one's receipt, or null if its id is taken. */
async function insertAll(hub, batch) {
    return hub.db.begin(async (tx) => {
        const isNew = await Promise.all(batch.map((posted) => insertPackage(tx, posted)));
        const fresh = batch.filter((_, index) => isNew[index]);
        if (fresh.length === 0)
            return batch.map(() => null);
        const service = fresh[0].header.service;
        const numbers = (await takeNumbers(tx, service, fresh.length)) ?? refuse("service.unknown");
        if (!numbers.durable)
            refuse("database.not-durable");
        const now = hub.clock();
        const first = numbers.last - fresh.length + 1;
        const rows = fresh.map((posted, index) => rowOf(hub, posted, first + index, now));
        await insertAccepted(tx, service, rows, new Date(now));
        const receipts = new Map(fresh.map((posted, index) => [posted, rows[index].receipt]));
        return batch.map((posted) => receipts.get(posted) ?? null);
    });
}
function rowOf(hub, { header }, serial, now) {
    const entry = entryOf(issue(hub, {
        v: 1,
        kind: "accepted",
        reportId: header.id,
        service: header.service,
        serial,
        at: new Date(now).toISOString(),
        by: { role: "hub", id: hub.id },
        sealedHash: header.sealed.hash,
    }));
    return {
        id: header.id,
        serial,
        submitter: header.submitter,
        trackingHash: header.trackingHash,
        sealedHash: header.sealed.hash,
        contentHash: header.contentHash,
        sealedSize: header.sealed.size,
        receiptHash: entry.hash,
        receipt: entry.body,
        salt: entry.salt,
        commitment: entry.commitment,
    };
}
/** The answer of the first time, if these bytes were accepted before. Other bytes under the id are refused and noted. */
async function repeated(hub, { header, packageHash }) {
    const earlier = await acceptedBefore(hub.db.read, header.id);
    if (!earlier)
        return null;
    if (earlier.packageHash.equals(packageHash))
        return { receipt: earlier.receipt, isRepeat: true };
    const deviation = {
        kind: "report.id-reused",
        report: header.id,
        service: header.service,
        owner: header.submitter,
        detail: packageHash.toString("hex").slice(0, 16),
    };
    await hub.db.begin((tx) => noteDeviations(tx, [deviation], new Date(hub.clock())));
    return refuse("report.id-reused");
}
//# sourceMappingURL=accept.js.map