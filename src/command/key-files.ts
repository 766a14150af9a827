// Keys on disk: a private key is written once, readable by its owner only, flushed, and never written over. Its
// public half goes beside it, with a proposal (change) to publish it that others can countersign.

import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type Countersignature,
  countersign,
  type KeyChange,
  type KeyOwner,
  type KeyUse,
} from "../core/key-change.ts";
import { refuse } from "../core/problem.ts";
import { keyIdOf } from "../core/signature.ts";
import { makeCertificate } from "../wire/certificate.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import { privateKeyIn } from "./hub.ts";
import type { PersonSettings } from "./settings.ts";

/** A change under way: the proposal, and the signatures it has so far. This is what a `.change.json` file holds. */
export type Proposal = {
  readonly change: KeyChange;
  readonly countersignatures: readonly Countersignature[];
};

export type NewKey = {
  readonly privateKeyFile: string;
  /** A certificate for an encryption key, a public key for the others. */
  readonly publicFile: string;
  readonly change: KeyChange;
};

export type KeyWish = {
  readonly owner: KeyOwner;
  readonly use: KeyUse;
  readonly folder: string;
  /** Start of the files' names: `encryption` gives `encryption.key.pem` and `encryption.certificate.pem`. */
  readonly stem: string;
  readonly commonName: string;
  readonly organisationNumber?: string | undefined;
  readonly validFrom: number;
  readonly validTo: number;
  readonly previous: string | null;
};

/** Makes a key pair, writes both halves, and gives the change that would publish it. */
export async function makeKey(wish: KeyWish, now: number): Promise<NewKey> {
  const isEncryption = wish.use === "encryption";
  const { privateKeyPem, publicPem } = await (isEncryption ? encryptionPair(wish) : signingPair());
  const name = (end: string) => join(wish.folder, `${wish.stem ? `${wish.stem}.` : ""}${end}`);
  const privateKeyFile = name("key.pem");
  const publicFile = name(isEncryption ? "certificate.pem" : "public.pem");
  await mkdir(wish.folder, { recursive: true, mode: 0o700 });
  await writeOnce(privateKeyFile, privateKeyPem, 0o600);
  await writeOnce(publicFile, publicPem, 0o644);
  const change: KeyChange = {
    v: 1,
    owner: wish.owner,
    use: wish.use,
    keyId: keyIdOf(createPublicKey(publicPem)),
    pem: publicPem,
    previous: wish.previous,
    validFrom: new Date(wish.validFrom).toISOString(),
    validTo: new Date(wish.validTo).toISOString(),
    at: new Date(now).toISOString(),
  };
  return { privateKeyFile, publicFile, change };
}

async function encryptionPair(wish: KeyWish) {
  const { commonName, organisationNumber, validFrom, validTo } = wish;
  const made = await makeCertificate({
    commonName,
    ...(organisationNumber ? { organisationNumber } : {}),
    validFrom,
    validTo,
  });
  return { privateKeyPem: made.privateKeyPem, publicPem: made.certificatePem };
}

async function signingPair() {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    publicPem: publicKey.export({ type: "spki", format: "pem" }) as string,
  };
}

/** Writes the sender's own secret: 256 random bits, which its tracking codes and batch names come from. */
export async function makeSecret(path: string): Promise<void> {
  await writeOnce(path, `${randomBytes(32).toString("base64")}\n`, 0o600);
}

/** Writes a file that must not exist yet, and flushes it and its folder: a lost private key opens nothing. */
export async function writeOnce(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, "wx", mode);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  const folder = await open(dirname(path), "r");
  await folder.sync();
  await folder.close();
}

/** Reads a proposal; refuses with `request.bad-shape` and the file's name. */
export async function readProposal(path: string): Promise<Proposal> {
  const read = jsonOrNull(await readFile(path)) as Partial<Proposal> | null;
  if (read?.change?.v !== 1 || !read.change.keyId || !Array.isArray(read.countersignatures))
    return refuse("request.bad-shape", `${path} is not a change of key written by \`framme keys\``);
  return read as Proposal;
}

/** Writes a proposal beside what was there, so that a crash leaves one of them whole. */
export async function writeProposal(path: string, proposal: Proposal): Promise<void> {
  const file = await open(`${path}.part`, "w", 0o644);
  await file.writeFile(`${JSON.stringify(proposal, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.part`, path);
}

/** Adds a person's countersignature; a second one of the same person replaces the first. */
export async function signedBy(proposal: Proposal, person: PersonSettings): Promise<Proposal> {
  const privateKey = await privateKeyIn(person.keyFile);
  if (privateKey.asymmetricKeyType !== "ed25519") refuse("key.not-usable", person.keyFile);
  return withSignature(proposal, {
    by: person.id as `person:${string}`,
    value: countersign(proposal.change, privateKey),
  });
}

/** Adds the countersignature of the key that is being replaced. Refuses any other key. */
export async function signedByPrevious(proposal: Proposal, keyFile: string): Promise<Proposal> {
  const privateKey = await privateKeyIn(keyFile);
  if (keyIdOf(privateKey) !== proposal.change.previous)
    refuse("key.not-usable", `${keyFile} is not the previous key`);
  return withSignature(proposal, { by: "previous", value: countersign(proposal.change, privateKey) });
}

function withSignature(proposal: Proposal, added: Countersignature): Proposal {
  const others = proposal.countersignatures.filter(({ by }) => by !== added.by);
  return { change: proposal.change, countersignatures: [...others, added] };
}
