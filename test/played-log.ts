// A hub's log for tests: a real tree with real signatures, by a hub and two witnesses of the test's own. What is played is
// the road, and what goes wrong: a log that goes back, is rewritten, or is signed by somebody else; a witness that is away.

import { randomBytes } from "node:crypto";
import { canonicalText } from "../src/core/canonical.ts";
import { cosign, checkpointFrom, signCheckpoint, withLines } from "../src/core/checkpoint.ts";
import { commitmentOf, inclusionPath, leafHash, rootOf } from "../src/core/ledger.ts";
import { noteAlgorithms, noteKeyOf } from "../src/core/note.ts";
import { type Receipt, receiptHash } from "../src/core/receipt.ts";
import type { Fetch } from "../src/http/client.ts";
import { type HubLog, hubLogAt } from "../src/portal/hub-log.ts";
import { type Key, newKey } from "./sealed-package.ts";

const origin = "hub.test/log";
const names = ["Statsforvalteren i Vestland", "Alver kommune"];

export class PlayedLog {
  isGone = false;
  /** Who signs its heads: another than is pinned where a test puts one in. */
  signer: Key;
  readonly witnesses = names.map((name, index) => ({ name, key: newKey(), id: `witness-${index + 1}.test` }));
  readonly asked: string[] = [];
  leaves: Buffer[] = [];
  private readonly entries = new Map<string, { receipt: Receipt; salt: Buffer; place: number }>();
  private cosigned: string | null = null;
  private readonly hubKey: Key;

  constructor(hubKey: Key = newKey()) {
    this.hubKey = hubKey;
    this.signer = hubKey;
  }

  /** The portal's look at it; `known` of the witnesses are set up there. */
  at(clock: () => number, known = names.length, url = "http://hub.test"): HubLog {
    return hubLogAt({
      url,
      clock,
      fetch: this.fetch,
      origin,
      keys: [this.hubKey.publicKey],
      witnesses: this.witnesses.slice(0, known).map(({ name, id, key }) => ({
        name,
        key: noteKeyOf(id, noteAlgorithms.witness, key.publicKey),
        url: `http://${id}`,
      })),
    });
  }

  /** Adds so many entries of nobody's. */
  grow(count: number): this {
    for (let added = 0; added < count; added += 1) this.leaves.push(leafHash(randomBytes(32)));
    return this;
  }

  add(receipt: Receipt): void {
    const salt = randomBytes(32);
    this.entries.set(receiptHash(receipt), { receipt, salt, place: this.leaves.length });
    this.leaves.push(leafHash(commitmentOf(salt, Buffer.from(canonicalText(receipt)))));
  }

  /** Those witnesses sign the head as it is now. */
  cosign(now: number, who: readonly number[] = [0, 1]): this {
    const head = this.checkpoint();
    const lines = who.map((index) => this.lineOf(index, head, now));
    this.cosigned = withLines(head, lines);
    return this;
  }

  /** These leaves as a head that this witness has signed, and the hub, or whoever is named. */
  signedBy(index: number, leaves: readonly Buffer[], now: number, by: Key = this.signer): string {
    const head = headOf(leaves, by);
    return withLines(head, [this.lineOf(index, head, now)]);
  }

  checkpoint(): string {
    return headOf(this.leaves, this.signer);
  }

  private lineOf(index: number, head: string, now: number): string {
    const { id, key } = this.witnesses[index]!;
    return cosign(checkpointFrom(head)!, { name: id, privateKey: key.privateKey }, Math.floor(now / 1000));
  }

  readonly fetch: Fetch = async (url) => {
    if (this.isGone) throw new TypeError("fetch failed");
    const { pathname, hostname } = new URL(url);
    this.asked.push(pathname);
    if (hostname.startsWith("witness-")) return this.headOfWitness(hostname);
    if (pathname === "/log/checkpoint") return new Response(this.checkpoint());
    if (pathname === "/log/checkpoint/cosigned")
      return this.cosigned === null ? new Response(null, { status: 404 }) : new Response(this.cosigned);
    const found = this.entries.get(pathname.replace("/log/proof/", ""));
    return found ? Response.json(this.proof(found)) : new Response(null, { status: 404 });
  };

  /** What a witness shows when it is asked itself; nothing unless a test gives it a head. */
  readonly shown = new Map<string, string>();

  private headOfWitness(id: string): Response {
    const note = this.shown.get(id);
    return note === undefined ? new Response(null, { status: 404 }) : new Response(note);
  }

  private proof({ receipt, salt, place }: { receipt: Receipt; salt: Buffer; place: number }) {
    const path = inclusionPath(this.leaves, place).map((hash) => hash.toString("base64"));
    const size = this.leaves.length;
    const isHead = this.cosigned !== null && checkpointFrom(this.cosigned)?.size === size;
    const checkpoint = isHead ? this.cosigned : this.checkpoint();
    return { receipt, proof: { v: 1, salt: salt.toString("base64"), place, size, path, checkpoint } };
  }
}

function headOf(leaves: readonly Buffer[], { privateKey }: Key): string {
  const head = { origin, size: leaves.length, root: rootOf(leaves) };
  return signCheckpoint(head, { name: origin, privateKey });
}
