// Finds where a log is not what it was. Leaves that are read now are held against what was said of them before: hashes
// kept in tiles, which name a single place, and signed heads, which name the stretch between two of them.

import { type Hash, nodeHash, rootOf } from "./ledger.ts";

/** Something that is not as it was. `from` is the first place, `to` the one after the last. */
export type LogFinding = {
  readonly kind:
    | "row-altered"
    | "row-added"
    | "row-dropped"
    | "row-moved"
    | "row-not-in-log"
    | "report-missing"
    | "tile-altered"
    | "tile-missing"
    | "head-altered"
    | "log-differs"
    | "log-shorter";
  readonly message: string;
  readonly from?: number;
  readonly to?: number;
  /** Leaf hash in hex. */
  readonly leaf?: string;
  readonly receipt?: string;
  readonly report?: string;
};

/** A tree that leaves are added to, and that knows its root at every size on the way. */
export type GrowingTree = { add(leaf: Hash): void; size(): number; root(): Buffer };

/** An empty tree. Keeps one hash for each whole subtree, as few as there are ones in the size. */
export function growingTree(): GrowingTree {
  const whole: { hash: Buffer; leaves: number }[] = [];
  let size = 0;
  return {
    add: (leaf) => {
      size += 1;
      let added: { hash: Buffer; leaves: number } = { hash: Buffer.from(leaf), leaves: 1 };
      for (let left = whole.at(-1); left?.leaves === added.leaves; left = whole.at(-1)) {
        added = { hash: nodeHash(left.hash, added.hash), leaves: added.leaves * 2 };
        whole.pop();
      }
      whole.push(added);
    },
    size: () => size,
    root: () =>
      whole.length === 0
        ? rootOf([])
        : whole.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right)),
  };
}

/** A head that somebody has signed. `source` says who has it and since when, for people. */
export type SignedHead = { readonly size: number; readonly root: Hash; readonly source: string };

/**
 * Holds signed heads against the log as it is now: `rootAt` gives its root at the sizes of the heads that it still
 * reaches. Names the stretch in which the first difference lies, and what is missing at the end.
 */
export function weighHeads(
  heads: readonly SignedHead[],
  leaves: number,
  rootAt: ReadonlyMap<number, Hash>,
): LogFinding[] {
  const sorted = heads.toSorted((a, b) => a.size - b.size);
  const reached = sorted.filter(({ size }) => size <= leaves);
  const wrong = reached.filter(
    ({ size, root }) => Buffer.compare(rootAt.get(size) ?? Buffer.of(), root) !== 0,
  );
  const findings: LogFinding[] = [];
  const [first] = wrong;
  if (first) {
    const from = Math.max(
      0,
      ...reached.filter((head) => !wrong.includes(head) && head.size < first.size).map(({ size }) => size),
    );
    const others = wrong.length > 1 ? `; ${wrong.length - 1} later heads do not fit either` : "";
    findings.push({
      kind: "log-differs",
      from,
      to: first.size,
      message: `the log is not the one whose head of ${first.size} was signed (${first.source}): the first difference lies in ${placesText(from, first.size)}${others}`,
    });
  }
  const longest = sorted.at(-1);
  if (longest && longest.size > leaves)
    findings.push({
      kind: "log-shorter",
      from: leaves,
      to: longest.size,
      message: `the log has ${leaves} leaves, and a head of ${longest.size} was signed (${longest.source}): ${placesText(leaves, longest.size)} ${longest.size - leaves === 1 ? "is" : "are"} gone`,
    });
  return findings;
}

/** `place 7`, or `places 7 to 9`. */
export function placesText(from: number, to: number): string {
  return to - from === 1 ? `place ${from}` : `places ${from} to ${to - 1}`;
}

/** A place where the leaf is not the one in the tile. `have` is null where there is none; `who` names what is there. */
export type Difference = {
  readonly place: number;
  readonly have: Hash | null;
  readonly tile: Hash;
  readonly who: string | null;
};

/** Tells what happened at places that differ from their tiles: a row was dropped, moved, or is another one. */
export function nameDifferences(differences: readonly Difference[]): LogFinding[] {
  const hex = (hash: Hash) => Buffer.from(hash).toString("hex");
  const placeNow = new Map(
    differences.flatMap(({ place, have }) => (have ? [[hex(have), place] as const] : [])),
  );
  const placeThen = new Map(differences.map(({ place, tile }) => [hex(tile), place] as const));
  const dropped = differences.filter(({ tile }) => !placeNow.has(hex(tile)));
  const added = differences.filter(({ have }) => have && !placeThen.has(hex(have)));
  const moved = differences.flatMap(({ place, have, who }) => {
    const before = have ? placeThen.get(hex(have)) : undefined;
    return have && before !== undefined ? [{ place, before, leaf: hex(have), who }] : [];
  });
  const addedAt = new Map(added.map((one) => [one.place, one]));
  const droppedAt = new Set(dropped.map(({ place }) => place));
  return [
    ...dropped.map(({ place, tile }): LogFinding => {
      const now = addedAt.get(place);
      const there = now ? `; ${now.who ?? "another row"} stands there now` : "";
      return {
        kind: now ? "row-altered" : "row-dropped",
        from: place,
        to: place + 1,
        leaf: hex(tile),
        message: `place ${place}: the row with leaf ${hex(tile)} is gone${there}`,
      };
    }),
    ...added
      .filter(({ place }) => !droppedAt.has(place))
      .map(
        ({ place, have, who }): LogFinding => ({
          kind: "row-added",
          from: place,
          to: place + 1,
          leaf: hex(have!),
          message: `place ${place}: ${who ?? "a row"} was never in the log there`,
        }),
      ),
    ...movedTogether(moved),
  ];
}

type Moved = {
  readonly place: number;
  readonly before: number;
  readonly leaf: string;
  readonly who: string | null;
};

/** Rows that have moved equally far, one after the other, are told as one. */
function movedTogether(moved: readonly Moved[]): LogFinding[] {
  const runs: Moved[][] = [];
  for (const one of moved) {
    const last = runs.at(-1)?.at(-1);
    const isNext =
      last && one.place === last.place + 1 && one.before - one.place === last.before - last.place;
    if (isNext) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs.map((run) => {
    const [first, end] = [run[0]!, run.at(-1)!];
    const who = run.length === 1 ? (first.who ?? `the row with leaf ${first.leaf}`) : `${run.length} rows`;
    return {
      kind: "row-moved",
      from: first.place,
      to: end.place + 1,
      leaf: first.leaf,
      message: `${placesText(first.place, end.place + 1)}: ${who} stood at ${placesText(first.before, end.before + 1)}`,
    };
  });
}
