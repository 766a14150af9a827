// Sends what a draft says. The ids are kept in the draft before anything is sealed; every package is committed before any
// is posted. So this can be pressed twice, broken off anywhere, and pressed again: it becomes one report.
import { randomUUID } from "node:crypto";
import { refuse } from "../core/problem.js";
import { keepAll } from "../outbox/keep.js";
import { certificatesFor, sealFor } from "../outbox/seal-for.js";
import { packageOf } from "../outbox/store.js";
import { readKsReport } from "../wire/ks-report.js";
import { deliveriesOf } from "./form/deliveries.js";
import { changeDesk, deskOf, hashOf, sentFrom } from "./keep-draft.js";
import { codeOf, packageKey, postSoon } from "./sending.js";
/** Sends the session's draft, if its answers still have the hash that was shown. */
export async function submit(sending, holder, shown) {
    const now = sending.clock();
    const published = await sending.hub.published();
    const kept = await keptOf(sending, holder, now);
    const planned = await changeDesk(sending.db, holder, now, (desk) => plan(desk, shown, { published, kept }, now));
    if (typeof planned === "string")
        return { is: planned };
    const { report } = planned;
    const isSealed = await sealMissing(sending, planned, published, now);
    if (!isSealed)
        return { is: "not-sealed" };
    await postSoon(sending, report.deliveries.map(({ id }) => id));
    return { is: "kept", report };
}
/** The ids of this session's packages that are in the outbox. */
async function keptOf({ db, sender }, holder, now) {
    const { sent } = await deskOf(db.read, holder, now);
    const ids = sent.flatMap(({ deliveries }) => deliveries.map(({ id }) => id));
    const packages = await Promise.all(ids.map((id) => packageOf(sender.db.read, id)));
    return new Set(ids.filter((_, index) => packages[index] !== null));
}
/** The ids for what is sent: those from an earlier press on the same answers, or new ones, kept before they are used. */
function plan(desk, shown, { published, kept }, now) {
    const { draft, sent } = desk;
    if (!draft)
        return { desk, answer: "no-draft" };
    const hash = hashOf(draft);
    if (hash !== shown)
        return { desk, answer: "changed" };
    const earlier = sentFrom(desk);
    if (earlier?.deliveries.some(({ id }) => kept.has(id)))
        return { desk, answer: { report: earlier, draft } };
    if (!published)
        return { desk, answer: "not-sealed" };
    if (earlier)
        return planAgain(desk, earlier, draft, published, now);
    // Answers that were changed after they were sealed are another report: other ids, another code.
    const isNew = sent.some((one) => one.draftId === draft.id);
    const next = isNew ? { ...draft, id: randomUUID() } : draft;
    const before = sent.map((one) => isNew && one.draftId === draft.id ? { ...one, replacedBy: next.id } : one);
    const deliveries = deliveriesOf(next, published.book, now).map(deliveryOf(next));
    // What cannot be sealed is not planned: when it can be, another service may have taken the place over.
    for (const { service } of deliveries)
        certificatesFor(addressIn(published, service), now);
    const report = { draftId: next.id, hash, at: now, deliveries };
    return {
        desk: { draft: next, sent: [...before, report] },
        answer: { report, draft: next },
    };
}
/**
 * Could not be sealed when it was pressed before, and the address book may be another one now. A service keeps the id
 * that was drawn for it, so that two presses at once still give one package.
 */
function planAgain({ sent }, earlier, draft, { book }, now) {
    const drawn = new Map(earlier.deliveries.map((delivery) => [delivery.service, delivery.id]));
    const deliveries = deliveriesOf(draft, book, now)
        .map(deliveryOf({ ...draft, id: randomUUID() }))
        .map((delivery) => ({ ...delivery, id: drawn.get(delivery.service) ?? delivery.id }));
    const report = { ...earlier, deliveries };
    return {
        desk: { draft, sent: sent.map((one) => (one === earlier ? report : one)) },
        answer: { report, draft },
    };
}
const deliveryOf = (draft) => ({ service, children }, index) => ({
    id: index === 0 ? draft.id : randomUUID(),
    service: service.id,
    name: service.name,
    phone: service.phone,
    channel: service.channel,
    municipality: draft.children[children[0] ?? 0]?.municipality ?? "",
});
/** Seals and keeps what has not been; whether everything is kept now. All in one transaction: siblings go together. */
async function sealMissing(sending, { report, draft }, published, now) {
    const { sender } = sending;
    const kept = await Promise.all(report.deliveries.map(({ id }) => packageOf(sender.db.read, id)));
    const missing = report.deliveries.filter((_, index) => kept[index] === null);
    if (missing.length === 0)
        return true;
    if (!published)
        return false;
    const toSend = deliveriesOf(draft, published.book, now);
    const sealed = [];
    for (const delivery of missing)
        sealed.push({
            sealed: await sealDelivery(sending, report, delivery, toSend, published, now),
            sourceKey: packageKey(sending, report, delivery.service),
        });
    await keepAll(sender.db, sealed, now);
    return true;
}
function sealDelivery(sending, report, { id, service: to }, toSend, published, now) {
    const { ksText } = toSend.find(({ service }) => service.id === to) ?? refuse("service.unknown", to);
    const address = addressIn(published, to);
    const ksReport = readKsReport(Buffer.from(ksText));
    const submitter = sending.sender.identity;
    return sealFor({ report: ksReport, id, ...address, submitter, trackingCode: codeOf(sending, report) }, now);
}
/** A service as it is published, and the print service's key. Refuses with `service.unknown`. */
function addressIn({ book, print }, to) {
    return { service: book.services.find(({ id }) => id === to) ?? refuse("service.unknown", to), print };
}
//# sourceMappingURL=submit.js.map