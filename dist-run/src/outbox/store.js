// All SQL of the outbox. A package goes in once; after that its attempts are booked, and its bytes leave only
// together with the time of their release.
import { receiptHash } from "../core/receipt.js";
import { readReceipt } from "../wire/receipt-v1.js";
const columns = [
    "id",
    "service",
    "tracking_hash",
    "sealed_hash",
    "sealed_at",
    "next_post_at",
    "posts",
    "next_ask_at",
    "asks",
    "refusal",
    "refused_at",
    "released_at",
    "closed_by",
];
/** Puts a package in, to be posted at once. Null when its id, or its source, is there already. */
export async function insertPackage(tx, made, now) {
    const { header } = made;
    const [row] = await tx `
    insert into package (id, source_key, service, tracking_hash, sealed_hash, bytes, bytes_hash, sealed_at, next_post_at)
    values (${header.id}, ${made.sourceKey}, ${header.service}, ${header.trackingHash}, ${header.sealed.hash},
            ${made.bytes}, ${made.bytesHash}, ${header.sealedAt}, ${now})
    on conflict do nothing
    returning ${tx(columns)}`;
    return row ?? null;
}
export async function packageOf(read, id) {
    const [row] = await read `select ${read(columns)} from package where id = ${id}`;
    return row ?? null;
}
/** The package made from a file, by the key that `sourceKeyOf` gives. */
export async function packageBySource(read, sourceKey) {
    const [row] = await read `select ${read(columns)} from package where source_key = ${sourceKey}`;
    return row ?? null;
}
/** Packages that are still here, oldest first: what a sender must see when something does not get through. */
export async function keptPackages(read, limit) {
    return read `
    select ${read(columns)} from package where released_at is null order by sealed_at, id limit ${limit}`;
}
/** The exact bytes to post; null once released. */
export async function bytesOf(read, id) {
    const [row] = await read `select bytes from package where id = ${id}`;
    return row?.bytes ?? null;
}
/** Takes the package whose turn it is to be posted. Another process skips it until this transaction ends. */
export async function lockDueToPost(tx, now) {
    const [row] = await tx `
    select ${tx(columns)} from package where next_post_at <= ${now}
    order by next_post_at, id limit 1 for update skip locked`;
    return row ?? null;
}
/** As `lockDueToPost`, for one package, due or not; waits for whoever has it. */
export async function lockPackage(tx, id) {
    const [row] = await tx `select ${tx(columns)} from package where id = ${id} for update`;
    return row ?? null;
}
/** Takes the package whose turn it is to have its receipts asked for. */
export async function lockDueToAsk(tx, now) {
    const [row] = await tx `
    select ${tx(columns)} from package where next_ask_at <= ${now}
    order by next_ask_at, id limit 1 for update skip locked`;
    return row ?? null;
}
export async function bookPost(tx, id, nextAt) {
    await tx `update package set posts = posts + 1, next_post_at = ${nextAt} where id = ${id}`;
}
export async function bookAsk(tx, id, nextAt) {
    await tx `update package set asks = asks + 1, next_ask_at = ${nextAt} where id = ${id}`;
}
/** Notes what the hub said no with. One that has been released or accepted meanwhile is left alone. */
export async function noteRefusal(tx, id, refused) {
    await tx `
    update package set refusal = ${refused.code}, refused_at = ${refused.at}, next_post_at = ${refused.nextPostAt}
    where id = ${id} and next_post_at is not null`;
}
/** The hub has taken it: no more posting, and the others' receipts are asked for from `nextAskAt` on. */
export async function noteAccepted(tx, id, nextAskAt) {
    await tx `
    update package set next_post_at = null, refusal = null, refused_at = null, next_ask_at = ${nextAskAt}
    where id = ${id} and released_at is null`;
}
/** The hub does not know it any more: it is posted again, as if for the first time. */
export async function postAgain(tx, id, now) {
    await tx `
    update package set next_post_at = ${now}, posts = 0, next_ask_at = null, asks = 0
    where id = ${id} and released_at is null`;
}
/** Adds a verified receipt; the same one again changes nothing. */
export async function appendReceipt(tx, receipt, now) {
    await tx `
    insert into package_receipt (report_id, hash, kind, at, receipt, recorded_at)
    values (${receipt.reportId}, ${receiptHash(receipt)}, ${receipt.kind}, ${receipt.at},
            ${JSON.stringify(receipt)}, ${now})
    on conflict do nothing`;
}
/** The receipts for a package, in the order they were recorded. */
export async function receiptsOf(read, id) {
    const rows = await read `
    select receipt from package_receipt where report_id = ${id} order by recorded_at, at, hash`;
    return rows.map((row) => readReceipt(JSON.parse(row.receipt)));
}
/** Lets the sealed bytes go. `closedBy` is the person who did it without proof, or null. */
export async function release(tx, id, now, closedBy) {
    await tx `
    update package set bytes = null, released_at = ${now}, closed_by = ${closedBy},
           next_post_at = null, next_ask_at = null
    where id = ${id} and released_at is null`;
}
//# sourceMappingURL=store.js.map