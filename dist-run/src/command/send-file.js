// One report on its way out: known already, or sealed and kept; then posted until the hub's receipt is here.
// What is kept before it is posted is what makes it safe to interrupt this anywhere and run it again.
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { emergencyServiceFor, serviceFor } from "../core/area.js";
import { strengthOf } from "../core/journey.js";
import { Problem, refuse } from "../core/problem.js";
import { isOfficeHours, osloDate } from "../core/schedule.js";
import { keep } from "../outbox/keep.js";
import { postNow } from "../outbox/post.js";
import { sealFor } from "../outbox/seal-for.js";
import { sourceKeyOf, trackingCodeFor } from "../outbox/secret.js";
import { settleNext, settleNow } from "../outbox/settle.js";
import { packageBySource, receiptsOf } from "../outbox/store.js";
import { readKsReport } from "../wire/ks-report.js";
/** The package is here and safe, but the hub has not taken it. */
export class NotSentYet extends Problem {
    id;
    constructor(code, id) {
        super(code, `${id} is kept here and not sent yet: run \`framme send --resume\``);
        this.id = id;
    }
}
/** Sends one report from its file's bytes. The same bytes were perhaps sent before: then that is the answer. */
export async function sendBytes(run, bytes, again) {
    if (bytes.length > run.maxBytes)
        refuse("report.too-large", `${bytes.length} bytes; the limit is ${run.maxBytes}, and nothing was sent`);
    const sourceKey = again ? await unusedKey(run, bytes) : sourceKeyOf(run.secret, bytes);
    const earlier = await packageBySource(run.sender.db.read, sourceKey);
    if (earlier)
        return posted(run, earlier);
    const made = await sealed(run, readKsReport(bytes));
    const kept = await keep(run.sender.db, made, sourceKey, run.sender.clock());
    return posted(run, kept.package);
}
/** Posts a package that is kept here until there is a receipt, or the patience is at its end. */
export async function posted(run, { id, nextPostAt }) {
    const already = nextPostAt === null;
    const receipt = await receiptFor(run, id);
    const { service, serial } = receipt;
    const trackingCode = trackingCodeFor(run.secret, id);
    return { id, trackingCode, service, serial, receipt, ...(already ? { already: true } : {}) };
}
/** Waits until the report has come as far as `wanted`; gives how far it has come when the time is out. */
export async function awaited(run, sent, wanted, waitMs) {
    const until = run.sender.clock() + waitMs;
    for (;;) {
        await trying(() => settleNow(run.sender, sent.id));
        const kinds = (await receiptsOf(run.sender.db.read, sent.id)).map(({ kind }) => kind);
        const reached = kinds.reduce((best, next) => (strengthOf[next] > strengthOf[best] ? next : best), "accepted");
        if (strengthOf[reached] >= strengthOf[wanted] || run.sender.clock() >= until)
            return { ...sent, reached };
        await wait(500);
    }
}
/** Asks what has become of earlier packages whose turn it is, and lets go of those that others hold. */
export async function settleEarlier(run, atMost) {
    for (let left = atMost; left > 0; left -= 1)
        if (!(await trying(() => settleNext(run.sender))))
            return;
}
/** Sends the same file anew: under the first counter that has not been used. */
async function unusedKey(run, bytes) {
    for (let again = 1;; again += 1) {
        const key = sourceKeyOf(run.secret, bytes, again);
        if (!(await packageBySource(run.sender.db.read, key)))
            return key;
    }
}
async function sealed(run, report) {
    const now = run.sender.clock();
    const { book, print } = await run.published();
    tellEmergency(run, book, report.municipality, now);
    const service = serviceFor(book, report.municipality, report.district, osloDate(now));
    const id = randomUUID();
    if (report.deviations.length > 0)
        run.say(`${report.deviations.length} fields are not as in the KS schema; the report is sent as it is`);
    const trackingCode = trackingCodeFor(run.secret, id);
    const { maxBytes } = run;
    return sealFor({ report, id, service, print, submitter: run.sender.identity, trackingCode, maxBytes }, now);
}
/** Outside office hours nobody reads a report before the next working day: whoever sends must know whom to call. */
function tellEmergency(run, book, municipality, now) {
    if (isOfficeHours(now))
        return;
    const open = emergencyServiceFor(book, municipality, now);
    const urgent = open ? `ring ${open.name}, ${open.phone}` : "ring Alarmtelefonen for barn og unge, 116 111";
    run.say(`Barnevernstjenesten har ikke åpent nå. Haster det, ${urgent}. Er det akutt fare, ring 112.`);
}
async function receiptFor(run, id) {
    const until = run.sender.clock() + run.patienceMs;
    for (let pauseMs = 250;; pauseMs = Math.min(pauseMs * 2, 5000)) {
        const result = await tryPost(run.sender, id);
        if (result.outcome === "accepted")
            return result.receipt;
        const isTimeOut = run.sender.clock() + pauseMs > until;
        if (isTimeOut && result.code === "hub.not-reached")
            run.patienceMs = 0;
        if (result.lasting || isTimeOut)
            throw new NotSentYet(result.code, id);
        await wait(pauseMs);
    }
}
async function tryPost(sender, id) {
    const result = await trying(() => postNow(sender, id));
    return result ?? { id, outcome: "refused", code: "hub.not-reached", lasting: false };
}
/** Null when the hub did not answer; anything else that is thrown goes on. */
async function trying(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof Problem && error.code === "hub.not-reached")
            return null;
        throw error;
    }
}
//# sourceMappingURL=send-file.js.map