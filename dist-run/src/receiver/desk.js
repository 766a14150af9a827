// One service's desk: what is done with each thing that comes to it. Nothing here catches; `attempt`, the
// worker's, gives back what went wrong, and the report concerned goes its own way while the others flow.
import { Problem } from "../core/problem.js";
import { askedToRegister } from "./asked-store.js";
import { carry, declineHeld, expect, meet, registerPut } from "./carry.js";
import { signOpening } from "./sign-opening.js";
import { mailFor, sendBack } from "./mail.js";
import { lane } from "./pace.js";
import { readOffer, withBytes } from "./source/hub.js";
import { download } from "./source/svarinn.js";
import * as store from "./store.js";
import { readBack, take, takeAgain } from "./take.js";
import { noteLost, tellCaseSystem } from "./tell.js";
import { noteBadOffer, turnDown, turnDownReason } from "./turn-down.js";
import { openToAnswer, vouch } from "./vouch.js";
/** A desk that takes so many at once and carries as many. */
export function deskFor(room, service, atOnce, attempt) {
    const desk = {
        room,
        service,
        attempt,
        takes: lane(atOnce, 2 * atOnce),
        carries: lane(atOnce, 4 * atOnce),
        registers: lane(atOnce, 16 * atOnce),
        mail: mailFor(room, service, attempt, (asked) => hear(desk, asked)),
        meetings: new Map(),
        underway: new Set(),
        told: new Set(),
        awaiting: new Set(),
    };
    return desk;
}
/** Resolves when nothing is under way at the desk. */
export async function isQuiet({ takes, carries, registers, mail }) {
    const lanes = [takes, carries, registers];
    // What the mail brings back leads on: a question to what is registered, and that to a receipt.
    while (mail.round || lanes.some((one) => one.isBusy()))
        await Promise.all([mail.round, ...lanes.map((one) => one.isEmpty())]);
}
/** Takes over what the hub offers. */
export async function takeOffer(desk, hub, offer) {
    const { room, service } = desk;
    let vouched = null;
    const error = await desk.attempt("receiver.take", { service: service.id }, async () => {
        const known = readOffer(offer, service.id, hub.hubKeys);
        vouched = known;
        await once(desk, `take ${known.id}`, () => takeOne(desk, () => take(room, withBytes(known))));
    });
    if (error === null)
        return;
    if (vouched)
        await tellTurnedDown(desk, vouched, null, error);
    else if (error instanceof Problem)
        await noted(desk, () => noteBadOffer(room, service, error));
}
/** Fetches a forsendelse and takes it over. */
export async function fetchOne(desk, door, { forsendelse, copy }) {
    const { room, service } = desk;
    const { reportId, envelope } = forsendelse;
    const error = await desk.attempt("receiver.fetch", { service: service.id, report: reportId }, () => once(desk, `take ${reportId}`, async () => {
        const report = await download(door, service.id, forsendelse);
        if (copy === 1)
            return takeOne(desk, () => take(room, report));
        if (await takeAgain(room, report, copy))
            await takeOne(desk, () => readBack(room, reportId));
    }));
    const subject = { id: reportId, service: service.id, serial: 0, sealedHash: "" };
    if (error !== null)
        await tellTurnedDown(desk, subject, envelope.id, error);
}
/**
 * Takes one report over, says so, and hands it on while its bytes are at hand. One that cannot be opened is kept, and
 * told of: its proof stays booked, and is tried again, also with keys that have been added since.
 */
async function takeOne(desk, taking) {
    const { room, service } = desk;
    const held = await taking();
    const { report, question } = held;
    let opened = null;
    const ids = { service: service.id, report: report.id };
    const error = await desk.attempt("receiver.open", ids, async () => {
        opened = await openToAnswer(room, service, held);
    });
    if (error !== null)
        return declineHeld(desk, report, error);
    const receipt = await vouch(room, service, held, opened);
    const isAnew = question?.purpose === "again";
    if (!isAnew)
        expect(desk, report);
    sendBack(desk.mail, receipt);
    // A full lane is no loss: registering was booked with the receipt.
    const isTaken = desk.carries.enter(() => carryOnce(desk, report, opened, isAnew ? question : null));
    if (!isTaken)
        desk.meetings.delete(report.id);
}
function carryOnce(desk, report, opened, question) {
    return once(desk, `carry ${report.id}`, () => carry(desk, report, opened, question));
}
/** The hub has asked. What is not at hand is made due: it is in the database, with the question. */
async function hear(desk, asked) {
    const { ready, unmet } = meet(desk, asked);
    for (const [put, question] of ready)
        desk.registers.enter(() => registerPut(desk, put, question));
    if (unmet.length > 0)
        await desk.room.db.begin((tx) => store.hurryReports(tx, unmet, desk.room.clock()));
}
/** Tries what is due: a proof, the way into the case system, or the word that somebody opened it there. */
export async function tryAgain(desk, step, id) {
    const { room, service } = desk;
    await desk.attempt(`receiver.${step}`, { service: service.id, report: id }, async () => {
        if (step === "open")
            return sendBack(desk.mail, await signOpening(room, service, id));
        if (step === "prove")
            return once(desk, `take ${id}`, () => takeOne(desk, () => readBack(room, id)));
        await registerAgain(desk, id);
    });
}
async function registerAgain(desk, id) {
    const { room, meetings } = desk;
    const question = await askedToRegister(room.db.read, id);
    const put = meetings.get(id)?.put;
    if (put) {
        if (question)
            meetings.delete(id);
        return question ? registerPut(desk, put, question) : undefined;
    }
    const report = await store.heldReport(room.db.read, id);
    if (!report)
        return;
    expect(desk, report);
    await carryOnce(desk, report, null, question);
}
/** Tells the case system how far a report of its own has come. */
export async function tellOnce(desk, id) {
    const { room, service } = desk;
    const error = await desk.attempt("receiver.tell", { service: service.id, report: id }, () => once(desk, `tell ${id}`, () => tellCaseSystem(room, service, id)));
    if (error !== null)
        await noted(desk, () => noteLost(room, service, id, error));
}
async function tellTurnedDown(desk, subject, foreignId, error) {
    const reason = turnDownReason(error);
    const name = `${subject.id} ${reason}`;
    if (reason === null || desk.told.has(name))
        return;
    await noted(desk, async () => {
        await turnDown(desk.room, desk.service, subject, reason, foreignId);
        if (desk.told.size > 10_000)
            desk.told.clear();
        desk.told.add(name);
    });
}
async function noted(desk, work) {
    await desk.attempt("receiver.note", { service: desk.service.id }, work);
}
async function once(desk, name, work) {
    if (desk.underway.has(name))
        return;
    desk.underway.add(name);
    await work().finally(() => desk.underway.delete(name));
}
//# sourceMappingURL=desk.js.map