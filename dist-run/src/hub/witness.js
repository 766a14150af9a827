// Takes receipts back from receivers. Each is judged by itself, in any order and any number of times: what is
// new and right goes into the ledger, what is there already is said to be, and what points to an attack or a
// loss is refused and noted in the same transaction.
import { firstFreePair } from "../core/proof.js";
import { mayIssue, receiptHash, receiptSignatureFits } from "../core/receipt.js";
import { minuteMs, nextOfferAt } from "../core/schedule.js";
import { valueOrNull } from "../wire/foreign.js";
import { readReceipt } from "../wire/receipt-v1.js";
import { faultInProof, isAnswered, questionAfter } from "./asked.js";
import { deviationOf, needsOwner } from "./deviation.js";
import { entryOf } from "./entry.js";
import { isValid } from "./known.js";
import { askedAgain, endAgain } from "./pair-store.js";
import { insertReceipts, lockDeliveries, noteDeviations, postpone, receiptsOf, settle, } from "./receipt-store.js";
import { settledBy } from "./settled-by.js";
/** Judges receipts that a service's receiver has sent. */
export async function witness(hub, service, values) {
    const known = await hub.known.read();
    const judged = values.map((value) => {
        const receipt = valueOrNull(() => readReceipt(value));
        if (!receipt)
            return null;
        return {
            receipt,
            hash: receiptHash(receipt),
            outcome: faultOfItself(known, service, receipt, hub.clock()) ?? "recorded",
            challenge: null,
        };
    });
    const whole = judged.filter((one) => one !== null);
    if (whole.length > 0)
        await hub.db.begin((tx) => record(tx, hub, service, whole));
    return judged.map((one) => ({
        hash: one?.hash ?? null,
        outcome: one?.outcome ?? "receipt.bad-form",
        challenge: one?.challenge ?? null,
    }));
}
/** A receiver's clock may be behind: right after a change of key its receipts would be refused for ever. */
const skewMs = 10 * minuteMs;
function wasValid(key, at) {
    return isValid(key, at) || isValid(key, at + skewMs);
}
/** What is wrong with a receipt whatever the hub holds. */
function faultOfItself(known, service, receipt, now) {
    if (receipt.service !== service)
        return "receipt.wrong-service";
    const { role, id } = receipt.by;
    // A receiver speaks for itself, and for the caseworkers of its service, who have no keys of their own.
    const maySpeak = role === "receiver" || role === "caseworker";
    if (!maySpeak || id !== service || !mayIssue[receipt.kind].includes(role))
        return "receipt.wrong-issuer";
    const key = known.keys.get(receipt.key);
    // A key that has been replaced since was valid when the receipt was signed.
    const isTheirs = key?.change.owner === `service:${service}` && key.change.use === "receipt";
    if (!key || !isTheirs)
        return "receipt.bad-signature";
    // A caseworker's word is dated by what happened; the key that vouches for it may be newer than that.
    const isInForce = wasValid(key, Date.parse(receipt.at)) || (role === "caseworker" && isValid(key, now));
    if (!isInForce)
        return "receipt.bad-signature";
    return receiptSignatureFits(receipt, key.publicKey) ? null : "receipt.bad-signature";
}
/** Compares with what the hub holds, with the deliveries locked, and writes what comes of it. */
async function record(tx, hub, service, judged) {
    const now = hub.clock();
    const ids = [...new Set(judged.map(({ receipt }) => receipt.reportId))];
    const [deliveries, bodies] = await Promise.all([lockDeliveries(tx, ids), receiptsOf(tx, ids)]);
    const facts = new Map(deliveries.map((delivery) => [delivery.report, delivery]));
    const isOfAgain = ({ receipt }) => (receipt.proof?.n ?? 0) >= firstFreePair;
    const again = judged.some(isOfAgain) ? await askedAgain(tx, ids) : [];
    const held = bodies.map(({ body }) => JSON.parse(body));
    const hashes = new Set(held.map(receiptHash));
    for (const one of judged) {
        if (one.outcome !== "recorded")
            continue;
        const delivery = facts.get(one.receipt.reportId);
        const asked = delivery ? { facts: delivery, again } : null;
        one.outcome = hashes.has(one.hash)
            ? "already"
            : (faultAgainst(asked, held, service, one.receipt) ?? "recorded");
        if (asked && (one.outcome === "recorded" || one.outcome === "already"))
            one.challenge = questionAfter(asked, one.receipt);
        if (one.outcome !== "recorded")
            continue;
        hashes.add(one.hash);
        held.push(one.receipt);
    }
    const recorded = judged.filter(({ outcome }) => outcome === "recorded").map(({ receipt }) => receipt);
    await Promise.all([
        insertReceipts(tx, recorded.map(entryOf), new Date(now)),
        settle(tx, settledBy(facts, recorded), new Date(now)),
        postpone(tx, postponed(facts, recorded, now)),
        endAgain(tx, answeredAgain(recorded), new Date(now)),
        noteDeviations(tx, deviationsIn(service, judged), new Date(now)),
    ]);
}
function faultAgainst(asked, held, service, receipt) {
    if (!asked)
        return "report.unknown";
    const delivery = asked.facts;
    if (delivery.service !== service)
        return "receipt.wrong-service";
    if (receipt.serial !== delivery.serial)
        return "receipt.wrong-serial";
    if (receipt.sealedHash !== delivery.sealedHash)
        return "receipt.wrong-content";
    if (receipt.contentHash !== undefined && receipt.contentHash !== delivery.contentHash)
        return "receipt.wrong-content";
    const fault = faultInProof(asked, receipt);
    if (fault)
        return fault;
    if (held.some((other) => contradicts(other, receipt)))
        return "receipt.conflict";
    return isAnswered(held, receipt) ? "proof.used-before" : null;
}
/** What the case system has been shown to have once more. */
function answeredAgain(recorded) {
    return recorded.flatMap(({ kind, proof, reportId }) => kind === "registered" && proof && proof.n >= firstFreePair ? [{ report: reportId, n: proof.n }] : []);
}
/**
 * Two references for one report mean two cases, or that one of them is not this report. One that has been handed
 * over anew after a loss may get another: the case it had was lost.
 */
function contradicts(a, b) {
    const namesCase = (receipt) => (receipt.kind === "registered" || receipt.kind === "confirmed") && receipt.reference !== undefined;
    return (a.reportId === b.reportId &&
        a.kind === b.kind &&
        a.proof?.n === b.proof?.n &&
        namesCase(a) &&
        namesCase(b) &&
        a.reference !== b.reference);
}
/** Declined for now: no longer outstanding, and offered again when its turn comes. */
function postponed(facts, receipts, now) {
    const passing = receipts.filter(({ kind, lasting }) => kind === "declined" && lasting !== true);
    const ids = new Set(passing.map(({ reportId }) => reportId));
    return [...ids].map((report) => ({ report, at: nextOfferAt(facts.get(report)?.offers ?? 1, now) }));
}
function deviationsIn(service, judged) {
    return judged.flatMap(({ receipt, outcome }) => {
        if (outcome === "already")
            return [];
        if (outcome !== "recorded")
            return deviationOf(outcome, service, receipt);
        return needsOwner(receipt);
    });
}
//# sourceMappingURL=witness.js.map