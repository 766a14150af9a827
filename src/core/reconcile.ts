// What registers say they hold, and where two of them differ. A statement is of ids, serial numbers and hashes, never of
// content, so that any two registers can be held against each other: the hub against a case system, a sender against
// the hub, a municipality's own list against ours. It finds what is missing, changed or doubled, and names it.

import { canonicalBytes, canonicalText } from "./canonical.ts";
import { sha256Hex } from "./hash.ts";

/** One report as a register states it. */
export type Line = {
  /** The service's serial number; 0 where the register has none. */
  readonly serial: number;
  readonly id: string;
  /**
   * SHA-256 in hex of what the register holds: of the canonical content, or, where both registers hold sealed bytes only,
   * of those. Null where it says nothing of the content: then only its being there is compared.
   */
  readonly contentHash: string | null;
};

/** What differs between register `a` and register `b`. `in` says in which of them something stands twice. */
export type Difference =
  | { readonly kind: "missing-in-a" | "missing-in-b"; readonly id: string; readonly serial: number }
  | { readonly kind: "altered"; readonly id: string; readonly serial: number }
  /** The same report under another serial number; `serial` is that of `a`. */
  | { readonly kind: "renumbered"; readonly id: string; readonly serial: number }
  | { readonly kind: "duplicate-id"; readonly in: "a" | "b"; readonly id: string; readonly serial: number }
  | {
      readonly kind: "duplicate-serial";
      readonly in: "a" | "b";
      readonly id: string;
      readonly serial: number;
    };

const label = "framme statement lines v1";

/** SHA-256 in hex over the lines, whatever order they come in. A line that stands twice counts twice. */
export function rootOf(lines: readonly Line[]): string {
  const texts = lines.map(({ serial, id, contentHash }) => canonicalText([id, serial, contentHash])).sort();
  return sha256Hex(canonicalBytes(label, texts));
}

/** All differences, ordered by serial number and id. None: the registers agree. */
export function compare(a: readonly Line[], b: readonly Line[]): Difference[] {
  const [byIdA, byIdB] = [firstById(a), firstById(b)];
  const differences: Difference[] = [...duplicatesIn(a, "a"), ...duplicatesIn(b, "b")];
  for (const [id, line] of byIdA) {
    const other = byIdB.get(id);
    if (!other) differences.push({ kind: "missing-in-b", id, serial: line.serial });
    else differences.push(...betweenLines(line, other));
  }
  for (const [id, { serial }] of byIdB)
    if (!byIdA.has(id)) differences.push({ kind: "missing-in-a", id, serial });
  return differences.sort(byPlace);
}

function betweenLines(a: Line, b: Line): Difference[] {
  const { id, serial } = a;
  const isAltered = a.contentHash !== null && b.contentHash !== null && a.contentHash !== b.contentHash;
  const isRenumbered = serial !== 0 && b.serial !== 0 && serial !== b.serial;
  return [
    ...(isAltered ? [{ kind: "altered", id, serial } as const] : []),
    ...(isRenumbered ? [{ kind: "renumbered", id, serial } as const] : []),
  ];
}

function firstById(lines: readonly Line[]): Map<string, Line> {
  const first = new Map<string, Line>();
  for (const line of lines) if (!first.has(line.id)) first.set(line.id, line);
  return first;
}

/** An id that stands twice is told once; a number twice, by each report but the first that has it. */
function duplicatesIn(lines: readonly Line[], where: "a" | "b"): Difference[] {
  const ids = new Map<string, number>();
  const serials = new Map<number, string>();
  const found: Difference[] = [];
  for (const { id, serial } of lines) {
    const times = (ids.get(id) ?? 0) + 1;
    ids.set(id, times);
    if (times === 2) found.push({ kind: "duplicate-id", in: where, id, serial });
    const owner = serials.get(serial);
    if (owner === undefined) serials.set(serial, id);
    else if (serial !== 0 && owner !== id && times === 1)
      found.push({ kind: "duplicate-serial", in: where, id, serial });
  }
  return found;
}

function byPlace(a: Difference, b: Difference): number {
  if (a.serial !== b.serial) return a.serial - b.serial;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.kind < b.kind ? -1 : Number(a.kind > b.kind);
}

/** Numbers from `first` to `last` that nobody has; the tail is what comes after the highest that is there. */
export type Gap = { readonly first: number; readonly last: number; readonly isTail: boolean };

/**
 * The numbers from 1 to `highest`, the highest that was issued, that are not among `serials`, lowest first. Numbers above
 * `highest` are looked at as well: whoever issued them knows of more than it says.
 */
export function gapsIn(serials: readonly number[], highest: number): Gap[] {
  const there = [...new Set(serials)].filter((serial) => serial > 0).sort((a, b) => a - b);
  const gaps: Gap[] = [];
  let before = 0;
  for (const serial of there) {
    if (serial > before + 1) gaps.push({ first: before + 1, last: serial - 1, isTail: false });
    before = serial;
  }
  if (highest > before) gaps.push({ first: before + 1, last: highest, isTail: true });
  return gaps;
}

/** Gaps in as few words as there are: `3 7-9`. The first `most` of them, and then how many gaps follow. */
export function gapsText(gaps: readonly Gap[], most = 10): string {
  const named = gaps
    .slice(0, most)
    .map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`));
  return [...named, ...(gaps.length > most ? [`and ${gaps.length - most} more`] : [])].join(" ");
}
