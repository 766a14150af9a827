// A played witness: it keeps the last head it signed and answers as C2SP's tlog-witness says, or lies in the way it is
// told to. It is reached in this process by `road`, or over the network once it listens.

import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { addCheckpointFrom, headPath } from "../src/core/add-checkpoint.ts";
import {
  type Checkpoint,
  checkpointFrom,
  cosign,
  signCheckpoint,
  withLines,
} from "../src/core/checkpoint.ts";
import { sha256 } from "../src/core/hash.ts";
import { consistencyFits, rootOf } from "../src/core/ledger.ts";
import { type NoteSigner, noteAlgorithms, noteKeyOf, vkeyOf } from "../src/core/note.ts";
import type { Fetch } from "../src/http/client.ts";

type Lie =
  | "silent"
  | "stranger"
  | "other-note"
  | "other-key"
  | "says-more"
  | "says-fork"
  | "forgets"
  | "unknown-log"
  | "garbage";

export class PlayedWitness {
  readonly name: string;
  readonly url: string;
  readonly signer: NoteSigner;
  readonly key;
  /** How many heads it was sent. */
  asked = 0;
  lie: Lie | null = null;
  /** The last head it signed, with its line. */
  last: { checkpoint: Checkpoint; text: string } | null = null;
  now = 1_790_000_000;

  constructor(name = "witness.example") {
    this.name = name;
    this.url = `http://${name}`;
    this.signer = { name, privateKey: generateKeyPairSync("ed25519").privateKey };
    this.key = noteKeyOf(name, noteAlgorithms.witness, this.signer.privateKey);
  }

  get vkey(): string {
    return vkeyOf(this.key);
  }

  /** Signs whatever it is given, as if it had checked it. */
  sign(text: string): void {
    const checkpoint = checkpointFrom(text)!;
    this.last = { checkpoint, text: withLines(text, [cosign(checkpoint, this.signer, this.now)]) };
  }

  /** The way to several of them, by the host in the address. */
  static road(...witnesses: PlayedWitness[]): Fetch {
    return async (url, init) => {
      const witness = witnesses.find((one) => url.startsWith(`${one.url}/`))!;
      return witness.answer(init.method ?? "GET", new URL(url).pathname, String(init.body ?? ""));
    };
  }

  /** Listens on this machine. */
  async listen(): Promise<{ url: string; close(): void }> {
    const server = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString();
      const answer = await this.answer(request.method!, request.url!, body);
      response.writeHead(answer.status).end(await answer.text());
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    server.listen(0, "127.0.0.1", resolve);
    await promise;
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
  }

  async answer(method: string, path: string, body: string): Promise<Response> {
    if (this.lie === "silent") throw new TypeError("fetch failed");
    if (this.lie === "garbage") return new Response("<html>", { status: 200 });
    if (method === "GET") return this.head(path);
    this.asked += 1;
    return this.add(body);
  }

  private head(path: string): Response {
    const isKnown =
      this.lie !== "unknown-log" && (!this.last || path === headPath(this.last.checkpoint.origin));
    if (!isKnown) return Response.json({ error: "witness.log-unknown" }, { status: 404 });
    if (!this.last || this.lie === "forgets")
      return Response.json({ error: "witness.nothing-signed" }, { status: 404 });
    return new Response(this.last.text);
  }

  private add(body: string): Response {
    const said = addCheckpointFrom(body);
    if (!said) return new Response("", { status: 400 });
    const { oldSize, path, checkpoint, text } = said;
    const size = this.last?.checkpoint.size ?? 0;
    if (this.lie === "says-more") return new Response("1000000\n", { status: 409 });
    if (this.lie === "says-fork") return new Response("", { status: 422 });
    if (oldSize !== size) return new Response(`${size}\n`, { status: 409 });
    const root = this.last?.checkpoint.root ?? rootOf([]);
    if (oldSize === checkpoint.size && Buffer.compare(root, checkpoint.root) !== 0)
      return new Response(`${size}\n`, { status: 409 });
    if (!consistencyFits(oldSize, checkpoint.size, root, checkpoint.root, path))
      return new Response("", { status: 422 });
    if (this.lie !== null) return new Response(`${this.lyingLine(checkpoint)}\n`);
    this.sign(text);
    return new Response(`${cosign(checkpoint, this.signer, this.now)}\n`);
  }

  private lyingLine(checkpoint: Checkpoint): string {
    const { privateKey } = generateKeyPairSync("ed25519");
    if (this.lie === "stranger")
      return cosign(checkpoint, { name: "stranger.example", privateKey }, this.now);
    if (this.lie === "other-key") {
      // Its name and the key's id, and a signature that is not of that key.
      const id = Buffer.from(this.key.id, "hex");
      return `— ${this.name} ${Buffer.concat([id, Buffer.alloc(72, 1)]).toString("base64")}`;
    }
    const log = { name: checkpoint.origin, privateKey };
    const other = signCheckpoint(
      { origin: checkpoint.origin, size: checkpoint.size, root: sha256("x") },
      log,
    );
    return cosign(checkpointFrom(other)!, this.signer, this.now);
  }
}
