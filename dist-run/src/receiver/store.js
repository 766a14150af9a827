// All SQL of the receiver. Reports, receipts, what was reported and deviations are only ever added; `work` is
// the diary of what is due, booked before each attempt, so that a death in the middle is followed by another.
import { assert } from "../core/problem.js";
import { firstFreePair } from "../core/proof.js";
import { receiptHash } from "../core/receipt.js";
/** Keeps a sealed report with what was asked of it, and books its proof, if there is no such copy. Whether it was kept. */
export async function keepReport(tx, report, copy, now, proveAt) {
    const asked = "challenge" in report ? report.challenge : null;
    const rows = await tx `
    with kept as (
      insert into held_report (id, copy, service, serial, source, sealed, sealed_hash, envelope, taken_at)
      values (${report.id}, ${copy}, ${report.service}, ${report.serial}, ${report.envelope.source},
              ${report.sealed}, ${report.sealedHash}, ${tx.json(report.envelope)}, ${new Date(now)})
      on conflict (id, copy) do nothing returning id::text as id, service
    ), booked as (
      insert into work (step, subject, service, next_attempt_at, attempts)
      select 'prove', id, service, ${new Date(proveAt)}, 1 from kept
      on conflict (step, subject) do update set next_attempt_at = excluded.next_attempt_at, attempts = 1
    ), asked as (
      insert into asked (report_id, n, purpose, nonce)
      select id::uuid, ${asked?.n ?? 0}::smallint, ${asked?.purpose ?? ""}::text, ${asked?.nonce ?? ""}::text
      from kept where ${asked !== null}
      on conflict do nothing
    )
    select id from kept`;
    return rows.length === 1;
}
/**
 * The newest copy of a report: the hash its source vouched for, and whether its bytes, hashed by the database,
 * still have it.
 */
export async function newestCopy(read, id) {
    const [row] = await read `
    select service, copy, vouched_hash, encode(sha256(sealed), 'hex') = vouched_hash as sound
    from held_report, lateral (
      select coalesce(envelope -> 'accepted' ->> 'sealedHash', sealed_hash) as vouched_hash
    ) as vouched
    where id = ${id} order by copy desc limit 1`;
    return row ?? null;
}
/** The sealed report alone, for another try at opening it. */
export async function heldReport(read, id) {
    const [row] = await read `
    select id::text as id, service, serial, sealed, sealed_hash, envelope
    from held_report where id = ${id} order by copy desc limit 1`;
    return row ?? null;
}
/**
 * Adds receipts, each unless the report has one of its kind, reason and handing over, and books what comes after those that
 * are new. The step that led here is over either way. Gives the receipts that stand, in order.
 */
export async function keepReceipts(tx, issued, turn) {
    const rows = issued.map(({ receipt, isToReport }) => ({ receipt, isToReport, hash: receiptHash(receipt) }));
    const toReport = rows.filter((row) => row.isToReport).map((row) => row.hash);
    const added = await tx `
    with new as (
      select * from unnest(
        ${rows.map((row) => row.hash)}::text[], ${rows.map((row) => row.receipt.reportId)}::uuid[],
        ${rows.map((row) => row.receipt.service)}::text[], ${rows.map((row) => row.receipt.kind)}::text[],
        ${rows.map((row) => row.receipt.reason ?? "")}::text[],
        ${rows.map((row) => JSON.stringify(row.receipt))}::text[],
        ${rows.map((row) => row.receipt.at)}::timestamptz[], ${rows.map((row) => againOf(row.receipt))}::smallint[])
      as t (hash, report_id, service, kind, reason, body, at, again)
    ), added as (
      insert into receipt (hash, report_id, service, kind, reason, body, at, again)
      select hash, report_id, service, kind, reason, body::jsonb, at, again from new
      on conflict do nothing returning hash
    ), finished as (
      update work set next_attempt_at = null
      where step = ${turn.over}::text and next_attempt_at is not null
        and subject in (select report_id::text from new)
    ), booked as (
      insert into work (step, subject, service, next_attempt_at, attempts)
      select 'report', hash, service, ${new Date(turn.nextAt)}, 1
      from new join added using (hash) where hash = any(${toReport}::text[])
      union all
      select ${turn.next}::text, report_id::text, service, ${new Date(turn.nextAt)}, 1
      from new join added using (hash) where ${turn.next}::text is not null
      union all
      -- Heard of before the report was registered, or even held.
      select 'open', opening.report_id::text, opening.service, ${new Date(turn.nextAt)}, 1
      from new join added using (hash) join opening using (report_id, service) where kind in ('registered', 'claimed')
      on conflict (step, subject) do update
      set next_attempt_at = excluded.next_attempt_at, attempts = excluded.attempts
    )
    select hash from added`;
    const isNew = new Set(added.map((row) => row.hash));
    return Promise.all(rows.map(async ({ receipt, hash }) => isNew.has(hash) ? { receipt, isNew: true } : { receipt: await standing(tx, receipt), isNew: false }));
}
/** The pair a report was handed over again with, or 0. */
function againOf({ proof }) {
    return proof && proof.n >= firstFreePair ? proof.n : 0;
}
/** The receipt that was kept before this one. */
async function standing(read, receipt) {
    const { reportId, kind, reason } = receipt;
    const [row] = await read `
    select body from receipt
    where report_id = ${reportId} and kind = ${kind} and reason = ${reason ?? ""} and again = ${againOf(receipt)}`;
    assert(row, "a receipt that was not added is there already");
    return row.body;
}
/** A report's receipts, oldest first. */
export async function receiptsOf(read, reportId) {
    const rows = await read `
    select body from receipt where report_id = ${reportId} order by number`;
    return rows.map((row) => row.body);
}
/** Receipts by their hash, oldest first. */
export async function receiptsWithHash(read, hashes) {
    return read `
    select hash, body as receipt from receipt where hash = any(${[...hashes]}::text[]) order by number`;
}
/** Whether the report is done with: its case system has it, or says so. */
export async function isFinished(read, reportId) {
    const [row] = await read `
    select exists (select from receipt where report_id = ${reportId} and kind in ('registered', 'claimed')) as found`;
    return row?.found === true;
}
/**
 * Notes that these receipts have come in: there is nothing more to bring there. With `isToTell` it is booked that
 * the case system hears of those that tell how far the report has come, once it has the report at all.
 */
export async function keepReported(tx, reported, now, isToTell = false) {
    await tx `
    with come as (
      select hash, outcome
      from unnest(${reported.map((one) => one.hash)}::text[],
                  ${reported.map((one) => one.outcome)}::text[]) as t (hash, outcome)
    ), noted as (
      insert into reported (receipt_hash, outcome, at)
      select hash, outcome, ${new Date(now)} from come
      on conflict do nothing
    ), booked as (
      insert into work (step, subject, service, next_attempt_at, attempts)
      select 'tell', one.hash, one.service, ${new Date(now)}, 0 from receipt one
      where ${isToTell} and one.report_id in (select report_id from receipt join come using (hash))
        and one.kind in ('stored', 'registered', 'claimed', 'opened')
        and (one.hash in (select hash from come)
             or exists (select from reported where receipt_hash = one.hash and outcome <> 'overtaken'))
        and exists (select from receipt found
                    where found.report_id = one.report_id and found.kind in ('registered', 'claimed'))
      on conflict (step, subject) do nothing
    )
    update work set next_attempt_at = null
    where step = 'report' and subject in (select hash from come) and next_attempt_at is not null`;
}
/** Books a step, over whatever was booked for it. */
export async function book(tx, step, subject, service, at, attempts) {
    await tx `
    insert into work (step, subject, service, next_attempt_at, attempts)
    values (${step}, ${subject}, ${service}, ${new Date(at)}, ${attempts})
    on conflict (step, subject) do update
    set next_attempt_at = excluded.next_attempt_at, attempts = excluded.attempts`;
}
/**
 * What is due for these services, locked until the transaction ends. A time further off than any pause can be
 * stems from a clock that jumped back, and is due as well.
 */
export async function dueWork(tx, services, now, limit) {
    return tx `
    select step, subject, service, attempts from work
    where next_attempt_at is not null and service = any(${[...services]}::text[])
      and (next_attempt_at <= ${new Date(now)} or next_attempt_at > ${new Date(now + 3_600_000)})
    order by next_attempt_at limit ${limit} for update skip locked`;
}
/** Makes everything unfinished due. */
export async function hurry(tx, now) {
    await tx `update work set next_attempt_at = ${new Date(now)} where next_attempt_at is not null`;
}
/** Makes the registering of these reports due, where it is still to be done. */
export async function hurryReports(tx, ids, now) {
    await tx `
    update work set next_attempt_at = ${new Date(now)}
    where step = 'register' and subject = any(${ids}) and next_attempt_at is not null`;
}
/** Books the next attempt of all of these. */
export async function bookAgain(tx, again) {
    await tx `
    update work set next_attempt_at = later.at, attempts = later.attempts
    from unnest(${again.map((one) => one.step)}::text[], ${again.map((one) => one.subject)}::text[],
                ${again.map((one) => new Date(one.at).toISOString())}::timestamptz[],
                ${again.map((one) => one.attempts)}::int[]) as later (step, subject, at, attempts)
    where work.step = later.step and work.subject = later.subject`;
}
/** Notes a deviation, once an hour for as long as it lasts. Codes and ids only. */
export async function noteDeviation(tx, deviation, now) {
    const hour = new Date(Math.floor(now / 3_600_000) * 3_600_000);
    await tx `
    insert into deviation (at, hour, kind, service, report_id, detail)
    values (${new Date(now)}, ${hour}, ${deviation.kind}, ${deviation.service}, ${deviation.reportId}, ${deviation.detail})
    on conflict do nothing`;
}
/** Deviations since a time, newest first. */
export async function deviationsSince(read, since, limit) {
    return read `
    select at, kind, service, report_id::text as report_id, detail from deviation
    where at >= ${new Date(since)} order by number desc limit ${limit}`;
}
/** What is not finished, by service and step: for `framme doctor`. */
export async function waiting(read) {
    return read `
    select service, step, count(*)::int as count, max(attempts)::int as most_attempts from work
    where next_attempt_at is not null group by service, step order by service, step`;
}
/** How many reports are held, and how many of them the case systems have: for `framme doctor`. */
export async function holdings(read) {
    return read `
    select h.service, count(distinct h.id)::int as held,
           count(distinct r.report_id)::int as finished
    from held_report h left join receipt r on r.report_id = h.id and r.kind in ('registered', 'claimed')
    group by h.service order by h.service`;
}
//# sourceMappingURL=store.js.map