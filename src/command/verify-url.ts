// The log as anybody sees it: checkpoint, tiles and entries fetched over HTTP, the root made anew from the entries, and
// held against the checkpoint, the tiles, and the heads that witnesses say they have signed.

import { headPath } from "../core/add-checkpoint.ts";
import { type Checkpoint, checkpointFrom, cosignedAt, isSignedByLog } from "../core/checkpoint.ts";
import { type Hash, leafHash } from "../core/ledger.ts";
import {
  type Difference,
  growingTree,
  type LogFinding,
  nameDifferences,
  type SignedHead,
  weighHeads,
} from "../core/log-check.ts";
import { noteAlgorithms, noteKeyOf } from "../core/note.ts";
import { refuse } from "../core/problem.ts";
import type { Pinned } from "../core/receipt-verdict.ts";
import { tilePath, tileWidth, widthIn } from "../core/tile.ts";
import { type Answer, answerOrNull, ask, overTheNetwork } from "../http/client.ts";
import { refusePlainHttp } from "../config.ts";
import type { NamedWitness } from "./verify-keys.ts";

type Wish = {
  readonly heads: readonly SignedHead[];
  readonly pinned: Pinned;
  readonly named: readonly NamedWitness[];
};

/** Looks over the log of a hub at this address. Refuses with `log.not-reached` or `log.bad-answer`. */
export async function lookOver(url: string, { heads, pinned, named }: Wish) {
  const hub = refusePlainHttp(url, "--url").origin;
  const checkpoint =
    checkpointFrom((await get(`${hub}/log/checkpoint`)).toString("utf8")) ?? refuse("log.bad-answer");
  const signed: SignedHead[] = [headOf(checkpoint, `${hub} now`), ...heads];
  const findings = noteFindings(checkpoint, pinned);
  for (const { key, url: place } of named) {
    if (place === null) continue;
    const answer = await answerOrNull(overTheNetwork, place + headPath(checkpoint.origin), {});
    const head = answer?.status === 200 ? checkpointFrom(answer.bytes.toString("utf8")) : null;
    if (head) signed.push(headOf(head, `the witness ${key.name}`));
  }
  const { size } = checkpoint;
  const read = await leavesOf(hub, size, new Set(signed.map((head) => head.size)));
  findings.push(...nameDifferences(read.differences), ...weighHeads(signed, size, read.rootAt));
  return { size, root: read.root.toString("base64"), heads: signed.length, findings };
}

function headOf({ size, root }: Checkpoint, source: string): SignedHead {
  return { size, root, source };
}

/** Whether the hub signed it, and the witnesses whose names stand under it. */
function noteFindings(checkpoint: Checkpoint, { hub, witnesses }: Pinned): LogFinding[] {
  const keys = hub.map((key) => noteKeyOf(checkpoint.origin, noteAlgorithms.log, key));
  const findings: LogFinding[] = [];
  const { size } = checkpoint;
  if (keys.length === 0)
    findings.push({
      kind: "head-altered",
      to: size,
      message: "the hub's key was not given: its signature is not checked",
    });
  else if (!isSignedByLog(checkpoint, keys))
    findings.push({
      kind: "head-altered",
      to: size,
      message: `the head of ${size} is not signed by the hub`,
    });
  for (const witness of witnesses)
    if (
      checkpoint.note.lines.some(({ name }) => name === witness.name) &&
      cosignedAt(checkpoint, witness) === null
    )
      findings.push({
        kind: "head-altered",
        to: size,
        message: `${witness.name} did not sign the head of ${size}`,
      });
  return findings;
}

/** Reads every entry, makes the roots of these sizes, and holds each against the lowest tiles. */
async function leavesOf(hub: string, size: number, sizes: ReadonlySet<number>) {
  const tree = growingTree();
  const rootAt = new Map<number, Hash>([[0, tree.root()]]);
  const differences: Difference[] = [];
  for (let number = 0; number * tileWidth < size; number++) {
    const width = widthIn(size, 0, number);
    const entries = entriesIn(
      await get(`${hub}/log/tile/${tilePath({ level: "entries", number, width })}`),
      width,
    );
    const tile = await get(`${hub}/log/tile/${tilePath({ level: 0, number, width })}`);
    for (const [index, entry] of entries.entries()) {
      const leaf = leafHash(entry);
      const kept = tile.subarray(index * 32, (index + 1) * 32);
      if (!leaf.equals(kept))
        differences.push({ place: number * tileWidth + index, have: leaf, tile: kept, who: null });
      tree.add(leaf);
      if (sizes.has(tree.size())) rootAt.set(tree.size(), tree.root());
    }
  }
  return { root: tree.root(), rootAt, differences };
}

/** Entries as C2SP tlog-tiles writes them: two bytes of length before each. */
function entriesIn(bytes: Buffer, count: number): Buffer[] {
  const entries: Buffer[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const length = bytes.readUInt16BE(at);
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return at === bytes.length && entries.length === count ? entries : refuse("log.bad-answer", "entries");
}

async function get(url: string): Promise<Buffer> {
  const answer: Answer = await ask(overTheNetwork, url, {}, "log.not-reached");
  return answer.status === 200 ? answer.bytes : refuse("log.bad-answer", `status ${answer.status}`);
}
