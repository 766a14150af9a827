// One report's way into the case system. It is put there while its `stored` is on the way to the hub, and read back
// and registered when the hub's question has come too: whichever of the two is last leads on. What is met here is in
// memory only; both halves are in databases, and what is booked brings them together if we die.
import { decline, reasonOf } from "./decline.js";
import { awaitsQuestion, finding, putIn } from "./finding.js";
import { sendBack } from "./mail.js";
import { register } from "./register.js";
import * as store from "./store.js";
const most = 10_000;
/** Says that a report is on its way, so that a question that comes early finds it. One more than `most` is only booked. */
export function expect({ service, meetings }, report) {
    const isFull = meetings.size >= most;
    if (isFull || meetings.has(report.id) || !awaitsQuestion(service, report))
        return;
    meetings.set(report.id, { put: null, question: null });
}
/**
 * Into the case system, and on to `registered` when its question is here already. Whatever happens there is that
 * report's own affair, and becomes a receipt either way.
 */
export async function carry(carrier, report, opened, question) {
    const { room, service, attempt, meetings } = carrier;
    let put = null;
    const ids = { service: service.id, report: report.id };
    const error = await attempt("receiver.put", ids, async () => {
        put = await putIn(room, service, report, opened);
    });
    const meeting = meetings.get(report.id);
    meetings.delete(report.id);
    if (!put)
        return declineAndMind(carrier, report, error);
    const asked = question ?? meeting?.question ?? null;
    if (asked || !awaitsQuestion(service, report))
        return registerPut(carrier, put, asked);
    if (meeting)
        meetings.set(report.id, { put, question: null });
    await minded(carrier, report.id, null);
}
/** What the hub has asked about reports that are there already, or on their way. Gives those that can be registered now. */
export function meet({ meetings }, asked) {
    const ready = [];
    const unmet = [];
    for (const question of asked) {
        const meeting = meetings.get(question.id);
        if (!meeting)
            unmet.push(question.id);
        else if (!meeting.put)
            meeting.question = question;
        else {
            meetings.delete(question.id);
            ready.push([meeting.put, question]);
        }
    }
    return { ready, unmet };
}
/** Reads it back, answers, and registers. */
export async function registerPut(carrier, put, question) {
    const { room, service, attempt, mail } = carrier;
    const ids = { service: service.id, report: put.report.id };
    let found = null;
    const error = await attempt("receiver.find", ids, async () => {
        found = await finding(service, put, question);
    });
    if (!found)
        return declineAndMind(carrier, put.report, error);
    const receipt = found;
    await attempt("receiver.register", ids, async () => {
        sendBack(mail, await register(room, service, receipt));
    });
    await minded(carrier, put.report.id, null);
}
async function declineAndMind(carrier, report, error) {
    await declineHeld(carrier, report, error);
    await minded(carrier, report.id, error);
}
/** Tells, once for each reason, that a report that is held has not come further. */
export async function declineHeld(carrier, report, error) {
    const { room, service, attempt, mail } = carrier;
    await attempt("receiver.decline", { service: service.id, report: report.id }, async () => {
        sendBack(mail, await decline(room, service, report, reasonOf(error)));
    });
}
/** Each report waits ever longer while the case system is away; when it is back, none waits out its time. */
async function minded(carrier, id, error) {
    const { room, service, awaiting, attempt } = carrier;
    if (error !== null) {
        if (reasonOf(error) === "case-system-not-reached" && awaiting.size < most)
            awaiting.add(id);
        return;
    }
    const others = [...awaiting].filter((one) => one !== id);
    awaiting.clear();
    if (others.length === 0)
        return;
    await attempt("receiver.hurry", { service: service.id }, async () => {
        await room.db.begin((tx) => store.hurryReports(tx, others, room.clock()));
    });
}
//# sourceMappingURL=carry.js.map