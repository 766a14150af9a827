// Sending the reminders that are due: once, in words that tell nothing to whoever else sees the phone, and erasing
// each as soon as a gateway has taken it. A try is booked before it is made. Should we be killed between the sending
// and the erasing it is sent again: a neutral reminder that comes twice does no harm, one that never comes does.
import { byDay, hourMs, minuteMs } from "../core/schedule.js";
import { log } from "../http/log.js";
import { openAddressee } from "./reminder.js";
import * as store from "./reminder-store.js";
import { afterTexts } from "./texts-after.js";
const dayMs = 24 * hourMs;
const expiryMs = 30 * dayMs;
const mostAtOnce = 100;
/** Much longer than a gateway is waited for, so that no other process tries at the same time. */
const firstWaitMs = 15 * minuteMs;
const longestWaitMs = 12 * hourMs;
/**
 * Sends what is due, by day, until something fails or a hundred are sent; and erases, whatever the hour and whether
 * or not there is a gateway, what was due thirty days ago. To be called again and again.
 */
export async function sendDueReminders(deps) {
    const { db, clock } = deps;
    const expired = await db.begin((tx) => store.eraseRemindersDueBefore(tx, new Date(clock() - expiryMs)));
    let sent = 0;
    let failed = 0;
    while (sent < mostAtOnce && failed === 0 && byDay(clock()) <= clock()) {
        const outcome = await remindNext(deps);
        if (outcome === null)
            break;
        if (outcome === "sent")
            sent += 1;
        else
            failed += 1; // The others would likely fail too; this one's turn comes after theirs.
    }
    if (sent + failed + expired > 0)
        log[failed + expired > 0 ? "warn" : "info"]({ event: "portal.reminders", sent, failed, expired });
    return { sent, failed, expired };
}
async function remindNext({ db, secret, gateways, clock }) {
    const now = clock();
    const due = await db.begin(async (tx) => {
        const found = await store.lockDueReminder(tx, new Date(now));
        if (found)
            await store.bookTry(tx, found.id, new Date(now + waitAfter(found.tries)));
        return found;
    });
    if (due === null)
        return null;
    const addressee = openAddressee(secret, due);
    const send = addressee && gateways[addressee.kind];
    if (!send)
        return "failed";
    const { subject, text } = afterTexts[addressee.language].reminder;
    if (!(await send({ id: due.id, to: addressee.to, subject, text })))
        return "failed";
    await db.begin((tx) => store.eraseReminder(tx, due.id));
    return "sent";
}
function waitAfter(tries) {
    return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries, 10));
}
//# sourceMappingURL=remind.js.map