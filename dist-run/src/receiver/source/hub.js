// The hub as a source: asked by long poll what waits, told back what was receipted. An offer is believed only
// where the hub's pinned key vouches for it and the bytes hash to what the receipt says; the address book, which
// anyone at the hub could change, is never asked for the hub's own key.
import { sha256Hex } from "../../core/hash.js";
import { refuse } from "../../core/problem.js";
import { checkReceipt, receiptHash } from "../../core/receipt.js";
import { assertionFor } from "../../http/assertion.js";
import { ask, jsonOf } from "../../http/client.js";
import { jsonOrNull } from "../../wire/foreign.js";
import { readReceipt } from "../../wire/receipt-v1.js";
import { readHeader } from "../../wire/report-header.js";
import { readChallenge } from "./read-challenge.js";
/** Asks what waits, for as long as `wait` seconds. The offers are not checked yet: see `readOffer`. */
export async function pollOffers(hub, poll, stopped) {
    const answer = await post(hub, "/offers", poll, (poll.wait + 20) * 1000, stopped);
    const { offers } = jsonOf(answer, "hub.refused");
    return Array.isArray(offers) ? offers : refuse("hub.refused", "no list of offers");
}
/**
 * Checks an offer's form, that it is for this service, and that the hub's pinned key signed its `accepted`
 * receipt. Refuses with `report.bad-header`, `receipt.*` or `caller.key-unknown`.
 */
export function readOffer(value, service, hubKeys) {
    const offer = (value ?? {});
    const header = readHeader(offer.header);
    const accepted = readReceipt(offer.accepted);
    const key = hubKeys.get(accepted.key) ?? refuse("caller.key-unknown", "the hub's key is not pinned here");
    checkReceipt(accepted, key);
    if (accepted.kind !== "accepted")
        refuse("receipt.bad-form");
    if (header.service !== service || accepted.service !== service)
        refuse("receipt.wrong-service");
    if (accepted.reportId !== header.id || accepted.sealedHash !== header.sealed.hash)
        refuse("receipt.wrong-content");
    if (accepted.serial < 1 || accepted.serial !== offer.serial)
        refuse("receipt.wrong-serial");
    const signature = signatureIn(offer.signature) ?? refuse("report.bad-header");
    if (typeof offer.sealed !== "string")
        refuse("report.bad-header");
    return {
        id: header.id,
        service,
        serial: accepted.serial,
        sealedHash: accepted.sealedHash,
        envelope: { source: "hub", header, signature, accepted },
        challenge: readChallenge(offer.challenge, header.id),
        sealedBase64: offer.sealed,
    };
}
function signatureIn(value) {
    const { key, value: text } = (value ?? {});
    return typeof key === "string" && typeof text === "string" ? { key, value: text } : null;
}
/** The report with its bytes, which must be the ones vouched for. Refuses with `report.wrong-hash`. */
export function withBytes({ sealedBase64, ...vouched }) {
    const sealed = Buffer.from(sealedBase64, "base64");
    if (sha256Hex(sealed) !== vouched.sealedHash)
        refuse("report.wrong-hash");
    return { ...vouched, sealed };
}
/**
 * Hands receipts over. Gives the hub's word on each, by hash; one that the hub said nothing about is not in
 * the map. Refuses when the hub said nothing about any of them.
 */
export async function postReceipts(hub, receipts) {
    const answer = await post(hub, "/receipts", { receipts }, 30_000);
    const results = jsonOrNull(answer.bytes)?.results;
    if (!Array.isArray(results)) {
        jsonOf(answer, "hub.refused");
        return refuse("hub.refused", "no results");
    }
    const reports = new Map(receipts.map((receipt) => [receiptHash(receipt), receipt.reportId]));
    const outcomes = results.map((result) => readOutcome(result, (hash) => reports.get(hash)));
    return new Map(outcomes.filter((one) => one !== null));
}
function readOutcome(value, reportOf) {
    const { hash, outcome, error, challenge } = (value ?? {});
    if (typeof hash !== "string")
        return null;
    if (outcome !== "recorded" && outcome !== "already" && outcome !== "refused")
        return null;
    const code = typeof error === "string" ? error.slice(0, 60) : "";
    return [hash, { outcome, error: code, challenge: readChallenge(challenge, reportOf(hash)) }];
}
/** What the hub tells the world of this service's keys. */
export async function publishedKeys(hub, service, stopped) {
    const answer = await ask(hub.fetch, `${hub.url}/services/${service}`, { method: "GET", signal: stopped });
    const { keys } = jsonOf(answer, "hub.refused");
    const pemOf = (use) => (typeof keys?.[use]?.pem === "string" ? keys[use].pem : null);
    return { encryption: pemOf("encryption"), receipt: pemOf("receipt") };
}
async function post(hub, path, value, limitMs, stopped) {
    const url = new URL(hub.url + path);
    const body = JSON.stringify(value);
    const request = { method: "POST", path: url.pathname, body };
    const assertion = await assertionFor(hub.identity, url.origin, request, hub.clock());
    const unreached = "hub.not-reached";
    return ask(hub.fetch, url.href, {
        method: "POST",
        headers: { authorization: `Bearer ${assertion}`, "content-type": "application/json" },
        body,
        limitMs,
        ...(stopped ? { signal: stopped } : {}),
    }, unreached);
}
//# sourceMappingURL=hub.js.map