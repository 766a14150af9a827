// Reports for a service whose case system fetches them as it fetches from KS SvarInn. What it says is recorded
// as the channel's word and signed by the hub: an acknowledgement is `claimed`, never `stored`, for it proves
// nothing; a failure is `declined`, and keeps the report listed or gives it an owner.
import { sameSecret, sha256 } from "../../core/hash.js";
import { assert, refuse } from "../../core/problem.js";
import { receiptHash } from "../../core/receipt.js";
import { hourMs } from "../../core/schedule.js";
import { valueOrNull } from "../../wire/foreign.js";
import { forsendelseOf } from "../../wire/svarinn-v1.js";
import { svarinnAccount } from "../address-store.js";
import { needsOwner } from "../deviation.js";
import { entryOf, issue } from "../entry.js";
import { insertReceipts, lockDeliveries, noteDeviations, receiptsOf, settle, } from "../receipt-store.js";
import { settledBy } from "../settled-by.js";
import { sealedBytes, serviceInSvarinn, waitingInSvarinn } from "./svarinn-store.js";
const mostListed = 200;
const noAccount = { service: "", passwordHash: Buffer.alloc(32) };
/** The service whose account this is, from a Basic `Authorization`. Refuses with `caller.wrong-password`. */
export async function serviceOfAccount(hub, authorization) {
    const [, encoded = ""] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? "") ?? [];
    const [, user = "", password = ""] = /^([^:]{0,200}):(.*)$/s.exec(decoded(encoded)) ?? [];
    // Text that PostgreSQL cannot hold is nobody's name.
    const account = user.includes("\0") ? null : await svarinnAccount(hub.db.read, user);
    const fits = sameSecret(sha256(password), (account ?? noAccount).passwordHash);
    return account && fits ? account.service : refuse("caller.wrong-password");
}
function decoded(base64) {
    return valueOrNull(() => Buffer.from(base64, "base64").toString("utf8")) ?? "";
}
/** The service's reports that have not been acknowledged, as SvarInn lists them. */
export async function newForsendelser(hub, service) {
    const addressee = (await hub.known.read()).services.get(service);
    assert(addressee, "a service with an account is in the address book");
    const receiver = { name: addressee.name, organisationNumber: addressee.organisationNumber };
    const rows = await waitingInSvarinn(hub.db.read, service, mostListed);
    return rows.map((row) => {
        const { id, files } = JSON.parse(row.header);
        const downloadUrl = `${hub.origin}/tjenester/svarinn/forsendelse/${id}`;
        return forsendelseOf({ id, acceptedAt: row.acceptedAt.getTime(), downloadUrl, files, receiver });
    });
}
/** The sealed bytes of one of the service's reports, also after it has been acknowledged. */
export async function download(hub, service, id) {
    await refuseOthers(hub, service, id);
    const sealed = await sealedBytes(hub.db.read, id);
    assert(sealed, "an accepted report has its sealed bytes");
    return sealed;
}
/** The client says that it has the report. Said again, it changes nothing. */
export async function acknowledge(hub, service, id) {
    await refuseOthers(hub, service, id);
    await hub.db.begin(async (tx) => {
        const { facts, receipts } = await locked(tx, id);
        if (receipts.some(({ kind, by }) => kind === "claimed" && by.role === "channel"))
            return;
        await record(tx, hub, facts, receipts, { kind: "claimed" });
    });
}
/** The client says that it could not take the report: for now, or for good. */
export async function fail(hub, service, id, lasting) {
    await refuseOthers(hub, service, id);
    await hub.db.begin(async (tx) => {
        const { facts, receipts } = await locked(tx, id);
        if (isSaidAlready(receipts, lasting, hub.clock()))
            return;
        const reason = lasting ? "channel-permanent" : "channel-temporary";
        await record(tx, hub, facts, receipts, { kind: "declined", reason, lasting });
        // It said that it had the report, and now that it has not: somebody must find out which is true.
        if (receipts.some(({ kind }) => kind === "claimed"))
            await noteContradiction(tx, hub, facts);
    });
}
/** A lasting failure is said once. A passing one may be said at every poll: it is written down once an hour. */
function isSaidAlready(receipts, lasting, now) {
    const earlier = receipts.filter(({ kind, by }) => kind === "declined" && by.role === "channel");
    return lasting
        ? earlier.some((receipt) => receipt.lasting)
        : earlier.some((receipt) => !receipt.lasting && now - Date.parse(receipt.at) < hourMs);
}
async function locked(tx, id) {
    const [deliveries, rows] = await Promise.all([lockDeliveries(tx, [id]), receiptsOf(tx, [id])]);
    const facts = deliveries[0];
    assert(facts, "a report in SvarInn has a delivery");
    return { facts, receipts: rows.map(({ body }) => JSON.parse(body)) };
}
async function record(tx, hub, facts, held, said) {
    const now = hub.clock();
    const receipt = issue(hub, {
        v: 1,
        ...said,
        reportId: facts.report,
        service: facts.service,
        serial: facts.serial,
        at: new Date(now).toISOString(),
        by: { role: "channel", id: "svarinn" },
        sealedHash: facts.sealedHash,
    });
    // The same word in the same millisecond is the same receipt.
    if (held.some((other) => receiptHash(other) === receiptHash(receipt)))
        return;
    await insertReceipts(tx, [entryOf(receipt)], new Date(now));
    await settle(tx, settledBy(new Map([[facts.report, facts]]), [receipt]), new Date(now));
    await noteDeviations(tx, needsOwner(receipt), new Date(now));
}
function noteContradiction(tx, hub, { report, service }) {
    const deviation = {
        kind: "report.declined-after-claimed",
        report,
        service,
        owner: `service:${service}`,
        detail: "",
    };
    return noteDeviations(tx, [deviation], new Date(hub.clock()));
}
/** Another service's report is as unknown as none at all, but that somebody asked for it is noted. */
async function refuseOthers(hub, service, id) {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
        refuse("report.unknown");
    const theirs = await serviceInSvarinn(hub.db.read, id);
    if (theirs === service)
        return;
    if (theirs !== null) {
        const deviation = { kind: "svarinn.wrong-service", report: id, service, owner: "operator", detail: "" };
        await hub.db.begin((tx) => noteDeviations(tx, [deviation], new Date(hub.clock())));
    }
    refuse("report.unknown");
}
//# sourceMappingURL=svarinn.js.map