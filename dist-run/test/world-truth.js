// What is really so in a world, read straight from the rooms' databases, and held against what anybody was told.
// Each thing that is wrong begins with the name of the invariant it breaks.
import { journeyOf } from "../src/core/journey.js";
import { contentHashOf } from "../src/core/report.js";
import { unshownReceipts } from "./world-proofs.js";
/** Nobody may have been told more than is true, and nothing may have been let go before another holds it. */
export async function wrongNow(admins) {
    const [unshown, opened, told, held, registered, kept] = await Promise.all([
        unshownReceipts(admins.hub),
        openedReports(admins),
        receiptsTold(admins),
        heldReports(admins),
        inboxReports(admins),
        packages(admins),
    ]);
    const isHeld = (receipt) => isAmong(held, receipt.reportId, receipt.sealedHash);
    const isThere = (receipt) => isAmong(registered, receipt.reportId, receipt.contentHash);
    const isOpen = (receipt) => opened.includes(receipt.reportId);
    const untrue = told.flatMap((receipt) => {
        const isTrue = { stored: isHeld, registered: isThere, opened: isOpen }[receipt.kind] ?? (() => true);
        return isTrue(receipt)
            ? []
            : [`told-is-true: ${receipt.reportId} is said to be ${receipt.kind}, and is not`];
    });
    const letGo = kept
        .filter(({ id, isKept }) => !isKept && !held.some((one) => one.id === id))
        .map(({ id }) => `kept-until-proven: ${id} was let go by its sender`);
    return [...untrue, ...unshown, ...letGo];
}
/** As `wrongNow`, and when everybody has had time: whoever holds a receipt has a report there, once, unchanged. */
export async function wrongAtTheEnd(admins, now) {
    const [opened, onDesk, wrong, registered, told, reports, kept] = await Promise.all([
        openedReports(admins),
        receiptsOnDesk(admins),
        wrongNow(admins),
        inboxReports(admins),
        receiptsTold(admins),
        acceptedReports(admins),
        packages(admins),
    ]);
    for (const { id, hash } of reports) {
        wrong.push(...wrongInCaseSystem(id, hash, registered));
        const receipts = told.filter(({ reportId }) => reportId === id);
        wrong.push(...wrongInReceipts(id, receipts, opened.includes(id), now));
        wrong.push(...wrongOnTheDesk(id, receipts, onDesk));
    }
    reports.forEach(({ serial }, index) => {
        if (serial !== index + 1)
            wrong.push(`no-gap-in-serials: number ${index + 1} is missing`);
    });
    for (const { id, isKept } of kept) {
        if (!reports.some((report) => report.id === id))
            wrong.push(`kept-is-accepted: ${id} was kept by its sender and never reached the hub`);
        if (isKept)
            wrong.push(`nothing-stuck: the sender of ${id} still waits`);
    }
    return wrong;
}
function wrongInCaseSystem(id, hash, registered) {
    const there = registered.filter((one) => one.id === id);
    return [
        ...(there.length === 1 ? [] : [`registered-once: ${id} is in the case system ${there.length} times`]),
        ...(there.every((one) => one.hash === hash) ? [] : [`registered-unchanged: ${id} has other content`]),
    ];
}
function wrongInReceipts(id, receipts, isOpened, now) {
    const journey = journeyOf({ channel: "receiver", receipts }, now);
    const notOnce = ["accepted", "stored", "registered", "opened"].flatMap((kind) => {
        const count = receipts.filter((receipt) => receipt.kind === kind).length;
        const due = kind === "opened" && !isOpened ? 0 : 1;
        return count === due ? [] : [`one-receipt-of-each: ${id} has ${count} of ${kind}`];
    });
    return journey.reached === (isOpened ? "opened" : "registered")
        ? notOnce
        : [...notOnce, `journey-adds-up: ${id} is ${journey.reached}`];
}
/** The desk has been told of every receipt of the receiver's that the hub has, but refusals. */
function wrongOnTheDesk(id, receipts, onDesk) {
    const kindsOf = (some) => some
        .map(({ kind }) => kind)
        .sort()
        .join();
    const due = kindsOf(receipts.filter(({ kind }) => kind !== "accepted" && kind !== "declined"));
    const known = kindsOf(onDesk.filter(({ reportId }) => reportId === id));
    return known === due ? [] : [`desk-is-told: of ${id} it knows ${known}, not ${due}`];
}
/** Whether every package has come to its end, so that more rounds would change nothing. */
export async function isAtRest(admins) {
    const [work] = await admins.receiver `
    select count(*)::int as open from work where next_attempt_at is not null`;
    const [heard] = await admins.receiver `select count(*)::int as count from opening`;
    const isAllHeard = heard?.count === (await openedReports(admins)).length;
    return work?.open === 0 && isAllHeard && (await packages(admins)).every(({ isKept }) => !isKept);
}
function isAmong(held, id, hash) {
    return held.some((one) => one.id === id && one.hash === hash);
}
/** What the hub was told and tells, and what the sender holds in hand. */
async function receiptsTold(admins) {
    const atHub = await admins.hub `select body from receipt`;
    const atSender = await admins.outbox `select receipt from package_receipt`;
    const bodies = new Set([...atHub.map(({ body }) => body), ...atSender.map(({ receipt }) => receipt)]);
    const receipts = [...bodies].map((body) => JSON.parse(body));
    return [...new Map(receipts.map((receipt) => [receipt.signature, receipt])).values()];
}
function acceptedReports({ hub }) {
    return hub `
    select id, serial::int, encode(content_hash, 'hex') as hash from report order by serial`;
}
function heldReports({ receiver }) {
    return receiver `select id, encode(sha256(sealed), 'hex') as hash from held_report`;
}
async function openedReports({ inbox }) {
    const rows = await inbox `select distinct report::text as report from opening`;
    return rows.map(({ report }) => report);
}
async function receiptsOnDesk({ inbox }) {
    const rows = await inbox `select body from receipt`;
    return rows.map(({ body }) => JSON.parse(body));
}
async function inboxReports({ inbox }) {
    const rows = await inbox `select id, json, pdf from report`;
    return rows.map(({ id, json, pdf }) => ({ id, hash: contentHashOf({ json, pdf }) }));
}
function packages({ outbox }) {
    return outbox `select id, bytes is not null as "isKept" from package`;
}
//# sourceMappingURL=world-truth.js.map