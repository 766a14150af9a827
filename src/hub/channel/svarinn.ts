// Reports for a service whose case system fetches them as it fetches from KS SvarInn. What it says is recorded
// as the channel's word and signed by the hub: an acknowledgement is `claimed`, never `stored`, for it proves
// nothing; a failure is `declined`, and keeps the report listed or gives it an owner.

import { sameSecret, sha256 } from "../../core/hash.ts";
import { assert, refuse } from "../../core/problem.ts";
import { type Receipt, type ReceiptBody, receiptHash } from "../../core/receipt.ts";
import type { ReportHeader } from "../../core/report.ts";
import { hourMs } from "../../core/schedule.ts";
import type { Tx } from "../../pg/db.ts";
import { valueOrNull } from "../../wire/foreign.ts";
import { forsendelseOf } from "../../wire/svarinn-v1.ts";
import { svarinnAccount } from "../address-store.ts";
import { needsOwner } from "../deviation.ts";
import { entryOf, issue } from "../entry.ts";
import type { Hub } from "../hub.ts";
import {
  type DeliveryFacts,
  insertReceipts,
  lockDeliveries,
  noteDeviations,
  receiptsOf,
  settle,
} from "../receipt-store.ts";
import { settledBy } from "../settled-by.ts";
import { sealedBytes, serviceInSvarinn, waitingInSvarinn } from "./svarinn-store.ts";

const mostListed = 200;
const noAccount = { service: "", passwordHash: Buffer.alloc(32) };

/** The service whose account this is, from a Basic `Authorization`. Refuses with `caller.wrong-password`. */
export async function serviceOfAccount(hub: Hub, authorization: string | undefined): Promise<string> {
  const [, encoded = ""] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? "") ?? [];
  const [, user = "", password = ""] = /^([^:]{0,200}):(.*)$/s.exec(decoded(encoded)) ?? [];
  // Text that PostgreSQL cannot hold is nobody's name.
  const account = user.includes("\0") ? null : await svarinnAccount(hub.db.read, user);
  const fits = sameSecret(sha256(password), (account ?? noAccount).passwordHash);
  return account && fits ? account.service : refuse("caller.wrong-password");
}

function decoded(base64: string): string {
  return valueOrNull(() => Buffer.from(base64, "base64").toString("utf8")) ?? "";
}

/** The service's reports that have not been acknowledged, as SvarInn lists them. */
export async function newForsendelser(hub: Hub, service: string): Promise<Record<string, unknown>[]> {
  const addressee = (await hub.known.read()).services.get(service);
  assert(addressee, "a service with an account is in the address book");
  const receiver = { name: addressee.name, organisationNumber: addressee.organisationNumber };
  const rows = await waitingInSvarinn(hub.db.read, service, mostListed);
  return rows.map((row) => {
    const { id, files } = JSON.parse(row.header) as ReportHeader;
    const downloadUrl = `${hub.origin}/tjenester/svarinn/forsendelse/${id}`;
    return forsendelseOf({ id, acceptedAt: row.acceptedAt.getTime(), downloadUrl, files, receiver });
  });
}

/** The sealed bytes of one of the service's reports, also after it has been acknowledged. */
export async function download(hub: Hub, service: string, id: string): Promise<Buffer> {
  await refuseOthers(hub, service, id);
  const sealed = await sealedBytes(hub.db.read, id);
  assert(sealed, "an accepted report has its package");
  return sealed.length > 0 ? sealed : refuse("report.erased");
}

/** The client says that it has the report. Said again, it changes nothing. */
export async function acknowledge(hub: Hub, service: string, id: string): Promise<void> {
  await refuseOthers(hub, service, id);
  await hub.db.begin(async (tx) => {
    const { facts, receipts } = await locked(tx, id);
    if (receipts.some(({ kind, by }) => kind === "claimed" && by.role === "channel")) return;
    await record(tx, hub, facts, receipts, { kind: "claimed" });
  });
}

/** The client says that it could not take the report: for now, or for good. */
export async function fail(hub: Hub, service: string, id: string, lasting: boolean): Promise<void> {
  await refuseOthers(hub, service, id);
  await hub.db.begin(async (tx) => {
    const { facts, receipts } = await locked(tx, id);
    if (isSaidAlready(receipts, lasting, hub.clock())) return;
    const reason = lasting ? "channel-permanent" : "channel-temporary";
    await record(tx, hub, facts, receipts, { kind: "declined", reason, lasting });
    // It said that it had the report, and now that it has not: somebody must find out which is true.
    if (receipts.some(({ kind }) => kind === "claimed")) await noteContradiction(tx, hub, facts);
  });
}

/** A lasting failure is said once. A passing one may be said at every poll: it is written down once an hour. */
function isSaidAlready(receipts: readonly Receipt[], lasting: boolean, now: number): boolean {
  const earlier = receipts.filter(({ kind, by }) => kind === "declined" && by.role === "channel");
  return lasting
    ? earlier.some((receipt) => receipt.lasting)
    : earlier.some((receipt) => !receipt.lasting && now - Date.parse(receipt.at) < hourMs);
}

async function locked(tx: Tx, id: string): Promise<{ facts: DeliveryFacts; receipts: Receipt[] }> {
  const [deliveries, rows] = await Promise.all([lockDeliveries(tx, [id]), receiptsOf(tx, [id])]);
  const facts = deliveries[0];
  assert(facts, "a report in SvarInn has a delivery");
  return { facts, receipts: rows.map(({ body }) => JSON.parse(body) as Receipt) };
}

async function record(
  tx: Tx,
  hub: Hub,
  facts: DeliveryFacts,
  held: readonly Receipt[],
  said: Pick<ReceiptBody, "kind" | "reason" | "lasting">,
): Promise<void> {
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
  if (held.some((other) => receiptHash(other) === receiptHash(receipt))) return;
  await insertReceipts(tx, [entryOf(receipt)], new Date(now));
  await settle(tx, settledBy(new Map([[facts.report, facts]]), [receipt]), new Date(now));
  await noteDeviations(tx, needsOwner(receipt), new Date(now));
}

function noteContradiction(tx: Tx, hub: Hub, { report, service }: DeliveryFacts): Promise<void> {
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
async function refuseOthers(hub: Hub, service: string, id: string): Promise<void> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) refuse("report.unknown");
  const theirs = await serviceInSvarinn(hub.db.read, id);
  if (theirs === service) return;
  if (theirs !== null) {
    const deviation = { kind: "svarinn.wrong-service", report: id, service, owner: "operator", detail: "" };
    await hub.db.begin((tx) => noteDeviations(tx, [deviation], new Date(hub.clock())));
  }
  refuse("report.unknown");
}
