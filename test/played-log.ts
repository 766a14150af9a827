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
      keys: [noteKeyOf(origin, noteAlgorithms.log, this.hubKey.publicKey)],
      witnesses: this.witnesses
        .slice(0, known)
        .map(({ name, id, key }) => ({ name, key: noteKeyOf(id, noteAlgorithms.witness, key.publicKey) })),
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
    const lines = who.map((index) => {
      const { id, key } = this.witnesses[index]!;
      const signer = { name: id, privateKey: key.privateKey };
      return cosign(checkpointFrom(head)!, signer, Math.floor(now / 1000));
    });
    this.cosigned = withLines(head, lines);
    return this;
  }

  checkpoint(): string {
    const head = { origin, size: this.leaves.length, root: rootOf(this.leaves) };
    return signCheckpoint(head, { name: origin, privateKey: this.signer.privateKey });
  }

  readonly fetch: Fetch = async (url) => {
    if (this.isGone) throw new TypeError("fetch failed");
    const { pathname } = new URL(url);
    this.asked.push(pathname);
    if (pathname === "/log/checkpoint") return new Response(this.checkpoint());
    if (pathname === "/log/checkpoint/cosigned")
      return this.cosigned === null ? new Response(null, { status: 404 }) : new Response(this.cosigned);
    const found = this.entries.get(pathname.replace("/log/proof/", ""));
    return found ? Response.json(this.proof(found)) : new Response(null, { status: 404 });
  };

  private proof({ receipt, salt, place }: { receipt: Receipt; salt: Buffer; place: number }) {
    const path = inclusionPath(this.leaves, place).map((hash) => hash.toString("base64"));
    const size = this.leaves.length;
    const isHead = this.cosigned !== null && checkpointFrom(this.cosigned)?.size === size;
    const checkpoint = isHead ? this.cosigned : this.checkpoint();
    return { receipt, proof: { v: 1, salt: salt.toString("base64"), place, size, path, checkpoint } };
  }
}
