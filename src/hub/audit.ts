// Looks the whole ledger over, as the operator does with `framme verify --log`: every row in itself, every tile, and the
// log against every head that was ever signed and those that witnesses have. Whatever differs is named; it changes nothing.

import { createPublicKey, type KeyObject } from "node:crypto";
import { checkpointFrom, isSignedByLog } from "../core/checkpoint.ts";
import type { Hash } from "../core/ledger.ts";
import {
  type Difference,
  growingTree,
  type LogFinding,
  nameDifferences,
  placesText,
  type SignedHead,
  weighHeads,
} from "../core/log-check.ts";
import { type NoteKey, noteAlgorithms, noteKeyOf, noteLineFrom, witnessedAt } from "../core/note.ts";
import { connect, type Tx } from "../pg/db.ts";
import { jsonOrNull, valueOrNull } from "../wire/foreign.ts";
import { faultsOf, type KeyRing, leafOf, nameOf, ownLeafOf } from "./audit-row.ts";
import {
  type AuditHead,
  type AuditRow,
  atOneMoment,
  auditCosignatures,
  auditHeads,
  auditKeys,
  auditRows,
  missingReports,
  notInLog,
} from "./audit-store.ts";
import { tileFindings } from "./audit-tiles.ts";

export type AuditWish = {
  readonly databaseUrl: string;
  /** Heads from elsewhere, already checked to be the log's. */
  readonly heads: readonly SignedHead[];
  readonly witnesses: readonly NoteKey[];
  /** The hub's keys as they are pinned; none: those that the database says were published. */
  readonly hubKeys: readonly KeyObject[];
};

export type Audit = {
  readonly size: number;
  readonly root: string;
  readonly heads: number;
  readonly findings: readonly LogFinding[];
};

const mostRows = 2000;
/** A leaf gets its place within 100 ms; after this it has been left out. */
const settledMs = 60_000;

/** Looks the ledger in this database over. `now` is in milliseconds since 1970. */
export async function auditLog(wish: AuditWish, now: number): Promise<Audit> {
  const db = connect(wish.databaseUrl, { max: 1, name: "framme-verify" });
  return atOneMoment(db, (tx) => audit(tx, wish, now)).finally(() => db.close());
}

async function audit(tx: Tx, wish: AuditWish, now: number): Promise<Audit> {
  const ring = await keyRing(tx);
  const published = [...ring.values()].filter(({ owner }) => owner === "hub").map(({ key }) => key);
  const rows = await auditHeads(tx);
  const own = rows.map((row) => ({ row, head: headOf(row) }));
  const heads = [...own.map(({ head }) => head), ...wish.heads];
  const { size, root, rootAt, names, findings } = await walk(
    tx,
    ring,
    new Set(heads.map((head) => head.size)),
  );
  const hubKeys = wish.hubKeys.length > 0 ? wish.hubKeys : published;
  const differing = weighHeads(heads, size, rootAt).map((finding) => withNames(finding, names));
  return {
    size,
    root: root.toString("base64"),
    heads: heads.length,
    findings: [
      ...findings,
      ...differing,
      ...own.flatMap(({ row }) => noteFindings(row, hubKeys)),
      ...(await cosignatureFindings(tx, rows, wish.witnesses)),
      ...(await strayFindings(tx, now)),
    ],
  };
}

/** Goes through every place in order, and makes the tree of what is read. */
async function walk(tx: Tx, ring: KeyRing, sizes: ReadonlySet<number>) {
  const tree = growingTree();
  const rootAt = new Map<number, Hash>([[0, tree.root()]]);
  const findings: LogFinding[] = [];
  const differences: Difference[] = [];
  const tiles = tileFindings(tx);
  const names: { place: number; name: string }[] = [];
  let expected = 0;
  for (let last = -1; ; ) {
    const rows = await auditRows(tx, last, mostRows);
    if (rows.length === 0) break;
    for (const row of rows) {
      findings.push(...placeFindings(row, expected), ...rowFindings(row, ring));
      const leaf = leafOf(row);
      names.push({ place: row.place, name: nameOf(row) });
      if (leaf && row.place === expected) {
        const tile = await tiles.leafAt(row.place, leaf);
        if (tile && !leaf.equals(tile)) differences.push(differenceAt(row, leaf, tile));
      }
      if (leaf) tree.add(leaf);
      if (sizes.has(tree.size())) rootAt.set(tree.size(), tree.root());
      expected = row.place + 1;
    }
    last = rows.at(-1)!.place;
  }
  for (const { place, tile } of await tiles.after(expected))
    differences.push({ place, have: null, tile, who: null });
  findings.push(...nameDifferences(differences), ...(await tiles.findings(expected)));
  return { size: tree.size(), root: tree.root(), rootAt, names, findings };
}

/** A changed commitment is told as that, and not as another row: receipt and salt still give the leaf in the tile. */
function differenceAt(row: AuditRow, leaf: Buffer, tile: Buffer): Difference {
  const isOnlyCommitment = ownLeafOf(row)?.equals(tile) === true;
  const who = `${nameOf(row)}${isOnlyCommitment ? ", with its commitment changed," : ""}`;
  return { place: row.place, have: leaf, tile, who };
}

function placeFindings({ place }: AuditRow, expected: number): LogFinding[] {
  if (place === expected) return [];
  if (place < expected)
    return [{ kind: "row-added", from: place, to: place + 1, message: `place ${place} stands there twice` }];
  return [
    {
      kind: "row-dropped",
      from: expected,
      to: place,
      message: `${placesText(expected, place)}: no row is there`,
    },
  ];
}

function rowFindings(row: AuditRow, ring: KeyRing): LogFinding[] {
  return faultsOf(row, ring).map((fault) => ({
    kind: "row-altered",
    from: row.place,
    to: row.place + 1,
    ...(row.receipt === null ? {} : { receipt: row.receipt }),
    ...(row.report === null ? {} : { report: row.report }),
    message: `place ${row.place}, ${nameOf(row)}: ${fault}`,
  }));
}

const mostNames = 10;

/** What stands in the stretch now, so that it can be asked about. */
function withNames(finding: LogFinding, names: readonly { place: number; name: string }[]): LogFinding {
  const { from = 0, to = 0 } = finding;
  const inside = names.filter(({ place }) => place >= from && place < to);
  if (finding.kind !== "log-differs" || inside.length === 0) return finding;
  const more = inside.length > mostNames ? ` and ${inside.length - mostNames} more` : "";
  const list = inside.slice(0, mostNames).map(({ place, name }) => `${place}: ${name}`);
  return { ...finding, message: `${finding.message}. There now: ${list.join("; ")}${more}` };
}

function headOf({ size, root, at }: AuditHead): SignedHead {
  return { size, root, source: `the hub's own list, ${at.toISOString()}` };
}

/** A head's columns and its note say the same, and the hub signed it. */
function noteFindings({ origin, size, root, note }: AuditHead, hubKeys: readonly KeyObject[]): LogFinding[] {
  const checkpoint = checkpointFrom(note);
  const isSame =
    checkpoint?.origin === origin && checkpoint.size === size && root.equals(Buffer.from(checkpoint.root));
  const keys = hubKeys.map((key) => noteKeyOf(origin, noteAlgorithms.log, key));
  if (isSame && isSignedByLog(checkpoint, keys)) return [];
  const why = isSame ? "is not signed by the hub" : "is not what stands in its note";
  return [{ kind: "head-altered", to: size, message: `the head of ${size} (${origin}) ${why}` }];
}

async function cosignatureFindings(
  tx: Tx,
  heads: readonly AuditHead[],
  witnesses: readonly NoteKey[],
): Promise<LogFinding[]> {
  const textOf = new Map(
    heads.map(({ origin, size, note }) => [`${origin} ${size}`, checkpointFrom(note)?.note.text]),
  );
  return (await auditCosignatures(tx)).flatMap(({ origin, size, witness, line }): LogFinding[] => {
    const key = witnesses.find(({ name }) => name === witness);
    const read = noteLineFrom(line);
    const text = textOf.get(`${origin} ${size}`);
    const fits = read && text !== undefined && (!key || witnessedAt(text, read, key) !== null);
    if (fits) return [];
    return [
      { kind: "head-altered", to: size, message: `${witness} did not sign the head of ${size} as it stands` },
    ];
  });
}

/** What has no place in the log, and reports that have no beginning. */
async function strayFindings(tx: Tx, now: number): Promise<LogFinding[]> {
  const strays = await notInLog(tx, new Date(now - settledMs));
  const missing = await missingReports(tx);
  return [
    ...strays.map(({ receipt, report, keyChange, hasLeaf }): LogFinding => {
      const what =
        receipt === null ? `the change of key ${keyChange}` : `receipt ${receipt} of report ${report}`;
      const why = hasLeaf ? "has a leaf, but no place" : "has no leaf";
      return {
        kind: "row-not-in-log",
        ...(receipt === null ? {} : { receipt }),
        ...(report === null ? {} : { report }),
        message: `${what} ${why} in the log`,
      };
    }),
    ...missing.map(({ service, serial, report }): LogFinding => {
      const why =
        report === null ? "was given out, and there is no such report" : `(${report}) has no receipt`;
      return {
        kind: "report-missing",
        ...(report === null ? {} : { report }),
        message: `report ${serial} to ${service} ${why}`,
      };
    }),
  ];
}

/** Every key that was published, whenever it was valid. */
async function keyRing(tx: Tx): Promise<KeyRing> {
  const ring = new Map<string, { owner: string; key: KeyObject }>();
  for (const { keyId, owner, change } of await auditKeys(tx)) {
    const { pem = "" } = (jsonOrNull(Buffer.from(change)) ?? {}) as { pem?: string };
    const key = valueOrNull(() => createPublicKey(pem));
    if (key) ring.set(keyId, { owner, key });
  }
  return ring;
}
