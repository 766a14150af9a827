// A register in memory: a column for each thing that is compared, a place for each row, in the order of the file. Ten
// million rows of each side must fit beside each other, so keys are 64-bit hashes, loaded one kind at a time, and names are
// numbers in a table that both sides share.

import type { Precision } from "./row.ts";

/** A key's 64-bit hash in two halves; both 0: the row has none. */
export type Keys = { readonly low: Uint32Array; readonly high: Uint32Array };

export type KeyKind = "id" | "reference" | "hash";

/** Bits of `flags`. */
export const flag = {
  /** Precision: none, day, minute, second. */
  precision: 0b11,
  day: 0b01,
  minute: 0b10,
  second: 0b11,
  doubled: 0b100,
  private: 0b1000,
  professional: 0b1_0000,
  /** The row claims that the report was acknowledged or registered. */
  claims: 0b10_0000,
} as const;

export type Columns = {
  readonly count: number;
  /** Line where the record starts. */
  readonly row: Uint32Array;
  /** Seconds since 1970-01-01T00:00:00Z; 0: no time. Before 1970 nobody sent anything. */
  readonly at: Uint32Array;
  readonly flags: Uint8Array;
  /** Number of the name in the shared table; 0: none. */
  readonly service: Uint16Array;
  readonly district: Uint16Array;
  readonly documentKind: Uint8Array;
  /** Children told of, or the number of the child; 0: not said. At most 255. */
  readonly children: Uint8Array;
  /** Reads one kind of key; may be called again. Null where the register has no such column. */
  keysOf(kind: KeyKind): Keys | null;
};

/** Names by number, from 1; number 0 is no name. Names that mean the same have the same number. */
export type NameTable = {
  readonly names: readonly string[];
  /** Numbers of names that stand in both registers. What stands in one alone may be an alias nobody knows of. */
  readonly shared: ReadonlySet<number>;
  /** Names in one register alone that hold or are held by a name in the other, such as `Fana` and `Fana/Ytrebygda`. */
  readonly kin: readonly (readonly [number, number])[];
};

export type Names = {
  readonly service: NameTable;
  readonly district: NameTable;
  readonly documentKind: NameTable;
};

export function precisionOf(flags: number): Precision | null {
  const bits = flags & flag.precision;
  return bits === flag.second ? "second" : bits === flag.minute ? "minute" : bits === flag.day ? "day" : null;
}
