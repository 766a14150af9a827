// What the portal asks the hub: the address book, and how far a report has come. The hub may be away, and then the
// answer says so; a page must always have something true to say.
import { receiptKinds } from "../core/receipt.js";
import { assertionFor } from "../http/assertion.js";
import { answerOrNull } from "../http/client.js";
import { bookIn, keysIn, refuseOtherHub } from "../outbox/published.js";
import { readAddressBook } from "../wire/address-book.js";
import { jsonOrNull, valueOrNull } from "../wire/foreign.js";
const limitMs = 8_000;
const freshMs = 60_000;
/** While the hub is away not everybody who asks waits for it. */
const patienceMs = 3_000;
/** The hub at an address. What it last published is kept for when it is away. */
export function hubAt(options) {
    const { clock } = options;
    let kept = null;
    let askedAt = Number.NEGATIVE_INFINITY;
    let isFresh = false;
    let asking = null;
    async function askAnew() {
        const known = await knownBy(options);
        askedAt = clock();
        isFresh = known?.keysCame ?? false;
        // Keys that did not come are not keys that are gone: those last known go on.
        const keys = known?.keysCame ? known.published : (kept?.published ?? null);
        kept = known ? { book: known.book, published: keys } : kept;
        asking = null;
    }
    async function known(isToSeal = false) {
        const age = clock() - askedAt;
        // Without any book there is nothing to show, and without keys nothing to seal by, so then it is asked each time.
        const isEnough = kept !== null && !(isToSeal && kept.published === null);
        if (isEnough && age < (isFresh ? freshMs : patienceMs))
            return kept;
        asking ??= askAnew();
        await asking;
        return kept;
    }
    return {
        addressBook: async () => (await known())?.book ?? null,
        published: async () => (await known(true))?.published ?? null,
        follow: (code) => follow(options, code),
        close: (code) => close(options, code),
    };
}
/** What the hub publishes now; null when it does not answer, or not with an address book. */
async function knownBy({ url, fetch, pinned = [], }) {
    const [services, keys] = await Promise.all(["/services", "/keys"].map((path) => answerOrNull(fetch, url + path, { limitMs })));
    const value = services && jsonOrNull(services.bytes);
    const book = valueOrNull(() => plainBook(bookIn(value)));
    if (!book)
        return null;
    const published = valueOrNull(() => {
        const known = keysIn(keys && jsonOrNull(keys.bytes));
        refuseOtherHub(known, pinned);
        return { book: bookIn(value), print: known.print };
    });
    return { book, published, keysCame: keys?.status === 200 };
}
/** The address book as such, without the keys, checked field by field. Refuses. */
function plainBook({ services, emergencyServices }) {
    const plain = services.map((service) => ({ ...service, keys: undefined }));
    return readAddressBook(Buffer.from(JSON.stringify({ v: 1, services: plain, emergencyServices })));
}
async function follow(options, code) {
    const answer = await postCode(options, "/follow", code);
    if (answer?.status === 429)
        return { is: "too-often", seconds: secondsIn(answer.headers.get("retry-after")) };
    const value = answer && jsonOrNull(answer.bytes);
    if (answer?.status === 404 && value?.error === "tracking-code.unknown")
        return { is: "unknown" };
    const deliveries = answer?.status === 200 ? deliveriesIn(value?.deliveries) : null;
    return deliveries ? { is: "found", deliveries } : { is: "not-reached" };
}
async function close(options, code) {
    const answer = await postCode(options, "/follow/close", code);
    if (answer?.status === 429)
        return { is: "too-often", seconds: secondsIn(answer.headers.get("retry-after")) };
    return { is: answer?.status === 204 ? "closed" : "not-reached" };
}
async function postCode({ url, fetch, identity, clock }, path, code) {
    const body = JSON.stringify({ code });
    const assertion = identity && (await assertionFor(identity, url, { method: "POST", path, body }, clock()));
    return answerOrNull(fetch, `${url}${path}`, {
        method: "POST",
        headers: {
            "Content-Type": "application/json",
            ...(assertion ? { Authorization: `Bearer ${assertion}` } : {}),
        },
        body,
        limitMs,
    });
}
function secondsIn(header) {
    return header !== null && /^\d{1,5}$/.test(header) ? Number(header) : 60;
}
function deliveriesIn(value) {
    if (!Array.isArray(value) || value.length === 0)
        return null;
    const read = value.map(followedIn);
    return read.every((one) => one !== null) ? read : null;
}
function followedIn(value) {
    const { reached, receipts, owes } = (value ?? {});
    if (!isKind(reached) || !Array.isArray(receipts))
        return null;
    const known = receipts.flatMap((one) => isKind(one?.kind) && isInstant(one.at) ? [{ kind: one.kind, at: one.at }] : []);
    const debt = owes === null ? null : owedIn(owes);
    // What cannot be read is not left out: a debt that is not shown would look like one that is paid.
    return known.length === receipts.length && debt !== undefined
        ? { reached, receipts: known, owes: debt }
        : null;
}
function owedIn(value) {
    const { owed, due, overdue } = (value ?? {});
    const isDebt = isKind(owed) && isInstant(due) && typeof overdue === "boolean";
    return isDebt ? { owed, due, overdue } : undefined;
}
function isKind(value) {
    return receiptKinds.includes(value);
}
function isInstant(value) {
    return typeof value === "string" && !Number.isNaN(Date.parse(value));
}
//# sourceMappingURL=hub.js.map