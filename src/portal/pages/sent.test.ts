// Goal: the page after sending says what the hub has signed for, and no more; the receipts that people keep are checked
// the same way by tools that nobody here wrote. Method: the page drawn from a real hub's receipts, and openssl as the
// second opinion.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, beforeEach, test } from "node:test";
import { withAdmin } from "../../../test/admin.ts";
import { openPortalSender, places, type PortalSender, wholeDraft } from "../../../test/portal-sender.ts";
import { canonicalText } from "../../core/canonical.ts";
import { checkReceipt, type Receipt, receiptHash, signReceipt } from "../../core/receipt.ts";
import { closeByHand } from "../../outbox/close.ts";
import { settleNow } from "../../outbox/settle.ts";
import type { Holder } from "../keep-draft.ts";
import { sentPage } from "./sent.tsx";
import { type ReportState, stateOf } from "../receipts.ts";
import { codeOf, type Sending } from "../sending.ts";
import type { SentReport } from "../sent.ts";
import { submit } from "../submit.ts";

let world: PortalSender;
let sending: Sending;
let holder: Holder;

before(async () => {
  world = await openPortalSender();
});
after(() => world.close());
beforeEach(async () => {
  world.road = null;
  sending = world.sending();
  holder = await world.holder();
  await sending.hub.published();
});

const fails = async () => new Response(null, { status: 502 });

async function sent(...where: readonly string[]): Promise<SentReport> {
  const shown = await world.write(holder, wholeDraft(world.clock(), "Slikt vises aldri.", ...where));
  const submitted = await submit(sending, holder, shown);
  return submitted.is === "kept" ? submitted.report : assert.fail(submitted.is);
}

const stateNow = async (report: SentReport): Promise<ReportState> =>
  (await stateOf(sending.sender, report, world.clock())) ?? assert.fail("it was sealed");

async function pageOf(report: SentReport, language: "nb" | "nn" = "nb"): Promise<string> {
  const view = {
    reports: [{ ...(await stateNow(report)), code: codeOf(sending, report) }],
    now: world.clock(),
    isClosed: false,
    emergencyFor: () => null,
    reminder: "",
    errors: [],
  };
  return sentPage({ language, demo: false }, view);
}

/** Puts a receipt in the outbox as somebody who can write there would. */
async function plant(receipt: Receipt): Promise<void> {
  await withAdmin(
    world.outbox.adminUrl,
    (sql) => sql`
      insert into package_receipt (report_id, hash, kind, at, receipt, recorded_at)
      values (${receipt.reportId}, ${receiptHash(receipt)}, ${receipt.kind}, ${receipt.at},
              ${JSON.stringify(receipt)}, ${receipt.at})`,
  );
}

async function sealedHashOf(id: string): Promise<string> {
  const rows = await withAdmin(
    world.outbox.adminUrl,
    (sql) => sql<{ hash: string }[]>`select sealed_hash as hash from package where id = ${id}`,
  );
  return rows[0]!.hash;
}

test("what is through is told by the hub's time, and that nobody has read it", async () => {
  const report = await sent(places.alver);
  const page = await pageOf(report);
  assert.match(page, /<h1[^>]*>Meldingen er lagret og på vei<\/h1>/);
  assert.match(page, /Lagret i den nasjonale tjenesten\. Ikke hos barnevernstjenesten ennå\./);
  assert.match(page, /Det betyr ikke at noen har lest meldingen\./);
  assert.ok(page.includes(codeOf(sending, report)));
  for (const secret of ["Slikt vises aldri.", "Barn 1", "Turid Vitne"]) assert.ok(!page.includes(secret));
  assert.ok(!/<title>[^<]*[A-Z0-9]{4}-[A-Z0-9]{4}/.test(page), "the code is not in the title");
  assert.match(await pageOf(report, "nn"), /<h1[^>]*>Meldinga er lagra og på veg<\/h1>/);
});

test("one of two that is not through is what the page is about", async () => {
  let isFirst = true;
  world.road = async (url, init) => {
    if (!isFirst || !url.endsWith("/reports")) return fails();
    isFirst = false;
    return world.direct(url, init);
  };
  const report = await sent(places.alver, places.askoy);
  const states = (await stateNow(report)).deliveries.map(({ is }) => is).sort();
  assert.deepEqual(states, ["accepted", "kept"]);
  const page = await pageOf(report);
  assert.match(page, /<h1[^>]*>Ikke alt er sendt ennå<\/h1>/);
  assert.match(page, /1 av 2 er lagret og på vei/);
  assert.match(page, /Prøv å sende nå/);
});

test("what an old system only says is told as its word, and what it owes is named", async () => {
  const report = await sent(places.molde);
  const [{ id }] = report.deliveries as [SentReport["deliveries"][number]];
  const page = await pageOf(report);
  assert.match(page, /Ikke hos barnevernstjenesten ennå/);
  const { keyId, privateKey } = world.room.hub.key;
  const at = new Date(world.clock() + 60_000).toISOString();
  const by = { role: "channel", id: "svarinn" } as const;
  const sealedHash = await sealedHashOf(id);
  await plant(
    signReceipt(
      { v: 1, kind: "claimed", reportId: id, service: "molde", serial: 1, at, by, sealedHash },
      keyId,
      privateKey,
    ),
  );
  const told = await pageOf(report);
  assert.match(
    told,
    /Kommunens system har meldt at det har tatt imot meldingen\. Vi har ikke kontrollert det/,
  );
  assert.doesNotMatch(told, /registrert hos barnevernstjenesten\./);
});

test("a package that a named person has closed is told as that, and not as sent", async () => {
  world.road = fails;
  const report = await sent(places.alver);
  const [{ id }] = report.deliveries as [SentReport["deliveries"][number]];
  await closeByHand(sending.sender.db, id, "person:kari", world.clock());
  const page = await pageOf(report);
  assert.match(page, /En person hos oss har tatt over denne meldingen/);
  assert.doesNotMatch(page, /lagret og på vei/);
});

test("the receipt to keep is the exact one, and openssl finds the hub's signature right", async (t) => {
  const report = await sent(places.alver);
  const [state] = (await stateNow(report)).deliveries;
  assert.ok(state?.is === "accepted");
  const receipt = JSON.parse(JSON.stringify(state.receipt)) as Receipt;
  const publicKey = createPublicKey(world.room.hub.key.privateKey);
  checkReceipt(receipt, publicKey);
  const atHub = await withAdmin(
    world.room.database.adminUrl,
    (sql) =>
      sql<
        { body: string }[]
      >`select body from receipt where hash = ${Buffer.from(receiptHash(receipt), "hex")}`,
  );
  assert.deepEqual(receipt, JSON.parse(atHub[0]!.body));

  const folder = mkdtempSync(`${tmpdir()}/framme-receipt-`);
  t.after(() => rmSync(folder, { recursive: true }));
  const { signature, ...signed } = receipt;
  const write = (name: string, bytes: string | Buffer) => writeFileSync(`${folder}/${name}`, bytes);
  write("key.pem", publicKey.export({ type: "spki", format: "pem" }));
  write("signature", Buffer.from(signature, "base64url"));
  const asked = (text: string) => {
    write("signed", text);
    const args = ["pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "signed"];
    return execFileSync("openssl", [...args, "-sigfile", "signature"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    }).toString();
  };
  const text = `framme receipt v1\n${canonicalText(signed)}`;
  assert.match(asked(text), /Verified Successfully/);
  assert.throws(() => asked(text.replace('"alver"', '"askoy"')));
});

test("what the outbox hears later is on the page, from the receipts that it has checked", async () => {
  const report = await sent(places.alver);
  const [{ id }] = report.deliveries as [SentReport["deliveries"][number]];
  const [state] = (await stateNow(report)).deliveries;
  assert.ok(state?.is === "accepted");
  const storage = { systemId: "1", timeline: 1, committedAt: "0/1", flushedTo: "0/1" };
  const [kept] = await world.room.database.db.read<{ pairs: Buffer }[]>`
    select pairs from package where report = ${id}`;
  const stored = world.room.receipt({ ...state, pairs: kept!.pairs }, "stored", { storage });
  const answer = await world.room.giveBack("alver", stored);
  assert.ok(answer.status < 300, answer.bytes.toString());
  await settleNow(sending.sender, id);
  assert.match(await pageOf(report), /Lagret hos kommunen, men ennå ikke registrert/);
});
