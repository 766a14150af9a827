// A hub's ledger to be tampered with: some hundred leaves, so that one tile is full and others are not; reports before and
// after it; heads that a witness has; and for each tampering a copy of the database that is the owner's to change.

import { randomBytes } from "node:crypto";
import type postgres from "postgres";
import { type Checkpoint, checkpointFrom, cosign, withLines } from "../src/core/checkpoint.ts";
import { canonicalText } from "../src/core/canonical.ts";
import type { KeyChange } from "../src/core/key-change.ts";
import { commitmentOf } from "../src/core/ledger.ts";
import type { SignedHead } from "../src/core/log-check.ts";
import { noteAlgorithms, noteKeyOf } from "../src/core/note.ts";
import { type Receipt, receiptHash, signReceipt } from "../src/core/receipt.ts";
import { type Audit, auditLog } from "../src/hub/audit.ts";
import { makeHub } from "../src/hub/hub.ts";
import { newestCheckpoint } from "../src/hub/log-store.ts";
import { writeKeyChange } from "../src/hub/publish-key.ts";
import { sequencer } from "../src/hub/sequence.ts";
import { connect } from "../src/pg/db.ts";
import { withAdmin } from "./admin.ts";
import { type HubRoom, openHub, origin } from "./hub-room.ts";
import { newKey, pemOf } from "./sealed-package.ts";

export const witness = { name: "witness.test", ...newKey() };
export const witnessKey = noteKeyOf(witness.name, noteAlgorithms.witness, witness.publicKey);

/** An accepted report as it stands in the ledger. */
export type Logged = { readonly place: number; readonly receipt: Receipt; readonly hash: string };

export type Ledger = {
  readonly room: HubRoom;
  /** In the full tile, and after it. */
  readonly early: readonly Logged[];
  readonly late: readonly Logged[];
  /** Heads in order, as a witness has them: of the log before the late reports, after the first three, and now. */
  readonly heads: readonly { readonly text: string; readonly head: SignedHead }[];
  readonly size: number;
};

/** Makes the ledger. Its own connections are closed then, so that it can be copied. */
export async function makeLedger(): Promise<Ledger> {
  const room = await openHub();
  await room.addService("alver", "receiver", "4631");
  await acceptMany(room, 5);
  await addKeys(room, 260);
  await sequenceAll(room);
  const heads = [await witnessed(room)];
  for (const count of [3, 1, 4]) {
    await acceptMany(room, count);
    await sequenceAll(room);
    heads.push(await witnessed(room));
  }
  const all = await logged(room);
  const first = heads[0]!.size;
  const ledger: Ledger = {
    room,
    early: all.filter(({ place }) => place < 256),
    late: all.filter(({ place }) => place >= first),
    heads: heads.map((checkpoint) => ({
      text: withLines(noteText(checkpoint), [cosign(checkpoint, witness, Math.floor(Date.now() / 1000))]),
      head: { size: checkpoint.size, root: checkpoint.root, source: "the witness" },
    })),
    size: heads.at(-1)!.size,
  };
  await room.hub.db.close();
  return ledger;
}

async function acceptMany(room: HubRoom, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await room.accepted("alver");
}

async function addKeys(room: HubRoom, count: number): Promise<void> {
  await room.hub.db.begin(async (tx) => {
    for (let n = 0; n < count; n += 1) {
      const key = newKey();
      const change: KeyChange = room.change(`submitter:many-${n}`, "submitter", {
        keyId: key.keyId,
        pem: pemOf(key),
      });
      await writeKeyChange(tx, { change, countersignatures: [], isBootstrap: false }, room.now);
    }
  });
}

async function sequenceAll(room: Pick<HubRoom, "hub">): Promise<void> {
  const sequence = sequencer(room.hub);
  while ((await sequence()) > 0);
}

async function witnessed(room: HubRoom): Promise<Checkpoint> {
  return checkpointFrom((await newestCheckpoint(room.hub.db.read, room.hub.log.origin))!.note)!;
}

function noteText({ note }: Checkpoint): string {
  return `${note.text}\n${note.lines.map(({ line }) => `${line}\n`).join("")}`;
}

async function logged(room: HubRoom): Promise<Logged[]> {
  const rows = await room.hub.db.read<{ place: number; body: string; hash: string }[]>`
    select place, body, encode(hash, 'hex') as hash from ledger_place
    join ledger_leaf on ledger_leaf.id = ledger_place.leaf join receipt on receipt.hash = ledger_leaf.receipt
    order by place`;
  return rows.map(({ place, body, hash }) => ({ place, hash, receipt: JSON.parse(body) as Receipt }));
}

/** What a tampering has in hand: the owner's rights, with no constraint left in its way. */
export type Tampering = (sql: postgres.Sql, ledger: Ledger) => Promise<unknown>;

const asName = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Copies the database, tampers with the copy as its owner, and looks it over as the operator does. */
export async function tampered(
  ledger: Ledger,
  tamper: Tampering,
  heads: readonly SignedHead[] = [],
  look: (url: string) => Promise<Audit> = (databaseUrl) => audited(databaseUrl, heads),
): Promise<Audit> {
  const { adminUrl, ownerUrl } = ledger.room.database;
  const original = new URL(adminUrl).pathname.slice(1);
  const copy = `${original}_${randomBytes(4).toString("hex")}`;
  const server = asName(adminUrl, "postgres");
  await withAdmin(server, (sql) =>
    sql.unsafe(`create database ${copy} owner test_hub_owner template ${original}`),
  );
  const url = asName(ownerUrl, copy);
  const changed = async () => {
    await withAdmin(url, async (sql) => {
      await loosen(sql);
      await tamper(sql, ledger);
    });
    return look(url);
  };
  return changed().finally(() =>
    withAdmin(server, (sql) => sql.unsafe(`drop database ${copy} with (force)`)),
  );
}

function audited(databaseUrl: string, heads: readonly SignedHead[]): Promise<Audit> {
  const later = Date.now() + 365 * 24 * 3600 * 1000;
  return auditLog({ databaseUrl, heads, witnesses: [witnessKey], hubKeys: [] }, later);
}

/** The owner of a table may drop what guards it. */
async function loosen(sql: postgres.Sql): Promise<void> {
  const tables = [
    "ledger_place",
    "ledger_leaf",
    "receipt",
    "delivery",
    "checkpoint",
    "cosignature",
    "report",
  ];
  for (const kind of ["f", "c"])
    for (const { table, name } of await sql<{ table: string; name: string }[]>`
        select conrelid::regclass::text as table, conname as name from pg_constraint
        where contype = ${kind} and (conrelid::regclass::text = any(${tables}) or confrelid::regclass::text = any(${tables}))`)
      await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  await sql`alter table ledger_place drop constraint ledger_place_before_key, drop constraint ledger_place_leaf_key`;
}

/** Makes everything anew that follows from the leaves, with the hub's own key: what an operator who lies would do. */
export async function rewriteHeads(sql: postgres.Sql, { room }: Ledger): Promise<void> {
  await sql`truncate ledger_tile, checkpoint, cosignature`;
  const [{ name = "" } = {}] = await sql<{ name: string }[]>`select current_database() as name`;
  const db = connect(asName(room.database.ownerUrl, name), { max: 2 });
  const hub = makeHub({ db, clock: () => room.now, key: room.hub.key, origin });
  await sequenceAll({ hub }).finally(() => db.close());
}

/** A hash as the database has it. */
export const bytes = (hex: string) => Buffer.from(hex, "hex");

/** Takes a row out of the ledger altogether; `renumber` closes the gap. */
export function drop({ place, hash, receipt }: Logged, renumber: boolean) {
  return async (sql: postgres.Sql) => {
    await sql`delete from ledger_place where place = ${place}`;
    await sql`delete from ledger_leaf where receipt = ${bytes(hash)}`;
    await sql`delete from receipt where hash = ${bytes(hash)}`;
    await sql`delete from delivery where report = ${receipt.reportId}`;
    await sql`delete from report where id = ${receipt.reportId}`;
    if (!renumber) return;
    await sql`update ledger_place set place = -place where place > ${place}`;
    await sql`update ledger_place set place = -place - 1, before = -place - 2 where place < 0`;
  };
}

/** Another receipt in the place of one, signed by the hub, with all that stands in its own row made to fit. */
export function replace({ hash, receipt }: Logged) {
  return async (sql: postgres.Sql, { room }: Ledger) => {
    const { key: _, signature: __, ...body } = receipt;
    const other = signReceipt(
      { ...body, at: "2026-11-23T11:00:00.000Z" },
      room.hub.key.keyId,
      room.hub.key.privateKey,
    );
    const salt = Buffer.alloc(32, 9);
    const commitment = commitmentOf(salt, Buffer.from(canonicalText(other)));
    const now = bytes(receiptHash(other));
    await sql`update receipt set hash = ${now}, body = ${JSON.stringify(other)} where hash = ${bytes(hash)}`;
    await sql`update ledger_leaf set receipt = ${now}, salt = ${salt}, commitment = ${commitment}
              where receipt = ${bytes(hash)}`;
  };
}
