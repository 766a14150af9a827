// What is due, with its next attempt booked before anything is tried, and each handed to its service's desk.
import { nextOfferAt } from "../core/schedule.js";
import { tellOnce, tryAgain } from "./desk.js";
import { sendBack } from "./mail.js";
import { reportsOf } from "./opening-store.js";
import * as store from "./store.js";
/** As many as are looked up at once. */
export const dueMax = 200;
/** Books the next attempt of everything due for these services, and gives what is to be tried now. */
export async function bookDue(room, services) {
    const now = room.clock();
    return room.db.begin(async (tx) => {
        const due = await store.dueWork(tx, services, now, dueMax);
        const again = due.map(({ step, subject, attempts }) => {
            const next = attempts + 1;
            return { step, subject, at: nextOfferAt(next, now), attempts: next };
        });
        if (again.length > 0)
            await store.bookAgain(tx, again);
        return due;
    });
}
/** After a start everything unfinished is due at once: what was under way when we died waits for nobody. */
export async function bookEverythingNow(room) {
    await room.db.begin((tx) => store.hurry(tx, room.clock()));
}
/** Puts all of this on the desks it belongs to. What a full lane turns away comes round at its next booking. */
export async function tryDue(room, desks, due) {
    for (const { step, subject, service } of due) {
        const desk = desks.get(service);
        if (desk && step !== "report" && step !== "tell")
            desk.carries.enter(() => tryAgain(desk, step, subject));
    }
    const hashesOf = (step) => due.filter((one) => one.step === step).map((one) => one.subject);
    const [toReport, toTell] = [hashesOf("report"), hashesOf("tell")];
    if (toReport.length > 0)
        for (const { receipt } of await store.receiptsWithHash(room.db.read, toReport)) {
            const desk = desks.get(receipt.service);
            if (desk)
                sendBack(desk.mail, receipt);
        }
    if (toTell.length > 0)
        for (const { reportId, service } of await reportsOf(room.db.read, toTell)) {
            const desk = desks.get(service);
            if (desk)
                desk.carries.enter(() => tellOnce(desk, reportId));
        }
}
//# sourceMappingURL=due.js.map