// Takes a sealed report over. First the bytes are committed on solid ground, with what the hub has asked; then they are
// read back over another connection; and only from what came back is `stored` signed (vouch.ts). Dying at any point
// leaves either nothing, or a report whose proof is booked. A repeat is offered the receipt that stands.
import { refuse } from "../core/problem.js";
import { receiptHash } from "../core/receipt.js";
import { nextOfferAt } from "../core/schedule.js";
import { onSolidGround } from "../pg/ground.js";
import { togetherFor, weightOfBytes } from "../pg/together.js";
import { keepAsked } from "./asked-store.js";
import { holding } from "./holding.js";
import * as store from "./store.js";
/** As many as go into one transaction, and are in memory for it. */
export const mostTogether = 32;
/**
 * Takes over a report whose bytes have been checked against its envelope. Refuses with `report.id-reused` when
 * the id is held with other bytes, and with `database.*` when the ground cannot carry a promise.
 */
export async function take(room, report) {
    const isNew = await keep(room, report, 1);
    if (!isNew)
        await meetAgain(room, report);
    return readBack(room, report.id, report.sealed.length);
}
/** Commits another copy of a report whose first was spoilt, and books that it be opened anew. False when it is no other. */
export async function takeAgain(room, report, copy) {
    const newest = await store.newestCopy(room.db.read, report.id);
    if (newest?.vouchedHash === report.sealedHash)
        return false;
    const isNew = await keep(room, report, copy);
    // Booked before the attempt that follows at once: should we die in it, the next comes by itself.
    const at = nextOfferAt(1, room.clock());
    if (isNew)
        await room.db.begin((tx) => store.book(tx, "register", report.id, report.service, at, 1));
    return isNew;
}
const keepTogether = togetherFor(keepAll, {
    most: mostTogether,
    weightOf: ({ report }) => weightOfBytes(report.sealed.length),
});
function keep(room, report, copy) {
    return keepTogether(room, { report, copy });
}
/** Commits copies in one transaction. Says of each whether it was new. */
function keepAll(room, batch) {
    const now = room.clock();
    const keeping = (tx) => batch.map(({ report, copy }) => store.keepReport(tx, report, copy, now, nextOfferAt(1, now)));
    return room.db.begin((tx) => onSolidGround(tx, () => Promise.all(keeping(tx))));
}
/** The id is held already: the same report again, another under its id, or one that the disk has spoilt since. */
async function meetAgain(room, report) {
    const held = await store.newestCopy(room.db.read, report.id);
    if (!held)
        return refuse("report.unknown");
    if (held.service !== report.service || held.vouchedHash !== report.sealedHash) {
        await note(room, report, "report.id-reused");
        refuse("report.id-reused");
    }
    if (!held.sound) {
        await note(room, report, "report.changed-on-disk");
        await keep(room, report, held.copy + 1);
    }
    if ("challenge" in report && report.challenge && (await isAskedAnew(room, report, report.challenge)))
        return;
    const standing = await store.receiptsOf(room.db.read, report.id);
    if (standing.length > 0)
        await offerAgain(room, report, standing);
}
/** Keeps a question that is new, and books its answer: the report is to be stored and registered anew. */
async function isAskedAnew(room, { id, service }, asked) {
    return room.db.begin(async (tx) => {
        const [isNew] = await keepAsked(tx, [asked]);
        if (isNew)
            await store.book(tx, "prove", id, service, nextOfferAt(1, room.clock()), 1);
        return isNew !== undefined;
    });
}
/** Whoever hands the report over again has not got our receipts: they go out again, the same ones. */
async function offerAgain(room, report, standing) {
    if (report.envelope.source !== "hub")
        return;
    const now = room.clock();
    await room.db.begin(async (tx) => {
        for (const receipt of standing)
            await store.book(tx, "report", receiptHash(receipt), report.service, now, 0);
    });
}
const readTogether = togetherFor(readAll, {
    most: mostTogether,
    weightOf: ({ bytes }) => weightOfBytes(bytes),
});
/** One whose size is not at hand may be large, and is read back alone. */
const sizeUnknown = 5_000_000;
async function readAll(room, batch) {
    const held = await holding(room, batch.map(({ id }) => id));
    return batch.map(({ id }) => held.get(id) ?? null);
}
/** Reads a held report back. Refuses with `report.changed-on-disk` when other bytes come back than went in. */
export async function readBack(room, id, bytes = sizeUnknown) {
    const held = (await readTogether(room, { id, bytes })) ?? refuse("report.unknown");
    if (held.hashReadBack === vouchedFor(held.report))
        return held;
    await note(room, held.report, "report.changed-on-disk");
    return refuse("report.changed-on-disk");
}
/** What the bytes should hash to: the hub's word where there is one, else what they had when they came. */
function vouchedFor(report) {
    const { envelope } = report;
    return envelope.source === "hub" ? envelope.accepted.sealedHash : report.sealedHash;
}
/** Notes a deviation about a report in a transaction of its own, so that the refusal after it undoes nothing. */
export async function note(room, report, kind, detail = "") {
    const deviation = { kind, service: report.service, reportId: report.id, detail };
    await room.db.begin((tx) => store.noteDeviation(tx, deviation, room.clock()));
}
//# sourceMappingURL=take.js.map