// Takes receipts back to where their reports came from, until the other side says it has them. What is sent
// here has its next attempt booked. One that is refused becomes a deviation and is kept and tried again; the
// others flow past it.
import { Problem, refuse } from "../core/problem.js";
import { keepAsked } from "./asked-store.js";
import { acknowledge, sayFailed } from "./source/svarinn.js";
import { postReceipts } from "./source/hub.js";
import * as store from "./store.js";
/**
 * Hands these receipts over, and gives what the other side asks next. Refuses with `hub.*` or `svarinn.*` when it
 * could not be told.
 */
export async function reportBack(room, service, outgoing) {
    const { source } = service;
    if (source.kind === "hub")
        return toHub(room, service, source, outgoing);
    for (const one of outgoing)
        await toSvarInn(room, source, one);
    return [];
}
/** What the hub asks is kept in the transaction that notes its word: were it lost, nothing would be registered. */
async function toHub(room, service, hub, outgoing) {
    const outcomes = await postReceipts(hub, outgoing.map((one) => one.receipt));
    const done = outgoing.flatMap(({ hash, receipt }) => {
        const { outcome, challenge } = outcomes.get(hash) ?? {};
        if (outcome !== "recorded" && outcome !== "already")
            return [];
        // Sent again until the question has come.
        return leadsToQuestion(receipt) && !challenge ? [] : [{ hash, outcome }];
    });
    const asked = done.flatMap(({ hash }) => outcomes.get(hash)?.challenge ?? []);
    const isDone = new Set(done.map((one) => one.hash));
    await room.db.begin(async (tx) => {
        const now = room.clock();
        await keepAsked(tx, asked);
        await store.keepReported(tx, done, now, service.caseSystem.tell !== undefined);
        for (const { hash, receipt } of outgoing.filter((one) => !isDone.has(one.hash))) {
            const detail = `${receipt.kind} ${outcomes.get(hash)?.error || "no answer"}`;
            const deviation = { kind: "receipt.refused", service: service.id, reportId: receipt.reportId, detail };
            await store.noteDeviation(tx, deviation, now);
        }
    });
    return asked;
}
/** A `stored` that answered the hub's first question leads to the second, which `registered` is to answer. */
function leadsToQuestion({ kind, proof }) {
    return kind === "stored" && proof !== undefined;
}
/**
 * Whether what was sent may be at fault, rather than the road or the one who sends it: then a single bad
 * receipt could hold back a whole batch, and they are to be sent one by one.
 */
export function mayBeOneOfThem(error) {
    return (error instanceof Problem &&
        /^(request|receipt|report|proof|hub\.refused|svarinn\.refused)/.test(error.code));
}
/** Notes that a receipt sent by itself was refused. It is kept, and sent again at its next booking. */
export async function noteRefused(room, service, { receipt }, error) {
    const code = error instanceof Problem ? error.code : "unknown";
    const { kind, reportId } = receipt;
    const deviation = { kind: "receipt.refused", service: service.id, reportId, detail: `${kind} ${code}` };
    await room.db.begin((tx) => store.noteDeviation(tx, deviation, room.clock()));
}
async function toSvarInn(room, door, { hash, receipt }) {
    const held = await store.heldReport(room.db.read, receipt.reportId);
    if (held?.envelope.source !== "svarinn")
        return refuse("report.unknown");
    const id = held.envelope.id;
    const outcome = receipt.kind === "declined"
        ? await failOnce(room, door, id, receipt.reportId, receipt.reason)
        : await acknowledge(door, id);
    await room.db.begin((tx) => store.keepReported(tx, [{ hash, outcome }], room.clock()));
}
/** A failure that is over when its turn comes is not told: the server would show it after the receipt. */
async function failOnce(room, door, id, reportId, reason) {
    if (await store.isFinished(room.db.read, reportId))
        return "overtaken";
    await sayFailed(door, id, `Meldingen er ikke registrert i fagsystemet ennå (${reason}). Vi prøver igjen.`);
    return "recorded";
}
//# sourceMappingURL=report-back.js.map