// Offers reports to the service's receiver. The next offer is booked and committed before this one is sent, so
// whatever happens to this one, the report comes round again. There is no last attempt.
import { pairFor } from "../core/proof.js";
import { nextOfferAt } from "../core/schedule.js";
import { withoutPairs } from "../wire/report-header.js";
import { bookOffers, highestSerial, offered, servicesDue } from "./store.js";
const mostBytes = 8_000_000;
/** Waits after offer 1, 2, …; the last is the longest. */
const waits = Array.from({ length: 16 }, (_, index) => nextOfferAt(index + 1, 0));
/** What is due for the service, as the answer's JSON; waits for something to come if nothing is. */
export async function offer(hub, service, ask, gone) {
    const until = performance.now() + ask.waitMs;
    for (;;) {
        const turn = hub.waiting.begin(service);
        const rows = await bookedOrWoken(hub, service, ask, turn, until, gone).finally(turn.end);
        const isOver = performance.now() >= until || gone?.aborted || hub.waiting.isClosed();
        if (rows.length > 0 || isOver)
            return answerOf(hub, service, rows);
    }
}
/** What is due now; if nothing is, waits for the turn before saying so. */
async function bookedOrWoken(hub, service, ask, turn, until, gone) {
    const rows = await bookedNow(hub, service, ask);
    const leftMs = until - performance.now();
    if (rows.length === 0 && leftMs > 0)
        await turn.within(leftMs, gone);
    return rows;
}
async function bookedNow(hub, service, ask) {
    const due = { service, session: `${hub.run}/${ask.session}`, limit: ask.limit, mostBytes, waits };
    const booked = await hub.db.begin((tx) => bookOffers(tx, due, new Date(hub.clock())));
    if (booked.length === 0)
        return [];
    return offered(hub.db.read, booked.map(({ report }) => report));
}
/**
 * Header and receipt go out as the text they are kept as: nothing is parsed and written anew on the way, but a header
 * of the first form, whose pairs are told to nobody.
 */
async function answerOf(hub, service, rows) {
    const offers = rows.map((row) => {
        const signature = JSON.stringify({ key: row.signatureKey, value: row.signature });
        const sealed = row.sealed.toString("base64");
        const { serial, accepted } = row;
        const header = row.nonce ? row.header : withoutPairs(row.header);
        const challenge = JSON.stringify(challengeIn(row));
        return `{"header":${header},"signature":${signature},"serial":${serial},"accepted":${accepted},"sealed":"${sealed}","challenge":${challenge}}`;
    });
    return `{"offers":[${offers.join(",")}],"highest":${await highestSerial(hub.db.read, service)}}`;
}
/** What the receiver must answer for `stored`; null for a package of the first form, of which nothing can be proven. */
function challengeIn({ report, n, nonce }) {
    if (!nonce)
        return null;
    const purpose = n === pairFor.stored ? "stored" : "again";
    return { id: report, n, nonce: nonce.toString("base64url"), purpose };
}
/** Wakes the receivers that wait while something has fallen due for them. */
export async function wakeWhoIsDue(hub) {
    const services = hub.waiting.services();
    if (services.length === 0)
        return;
    const due = await servicesDue(hub.db.read, services, new Date(hub.clock()));
    for (const service of due)
        hub.waiting.wake(service);
}
//# sourceMappingURL=offer.js.map