// Signed notes (C2SP signed-note) and cosignatures (C2SP tlog-cosignature, Ed25519): a text, a blank line, and a line
// for each signature. A key is known by name and id together; what is not written exactly as it should be is no note.

import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { sha256 } from "./hash.ts";

/** Ed25519 over the text as it is (a log), and over the text with a time before it (a witness). */
export const noteAlgorithms = { log: 1, witness: 4 } as const;

export type NoteAlgorithm = (typeof noteAlgorithms)[keyof typeof noteAlgorithms];

/** A key that signatures are checked with. `id` is eight hex digits. */
export type NoteKey = {
  readonly name: string;
  readonly id: string;
  readonly algorithm: NoteAlgorithm;
  readonly publicKey: KeyObject;
};

/** Who signs: `name` is the log's origin, or the witness's name. */
export type NoteSigner = { readonly name: string; readonly privateKey: KeyObject };

/** `signature` is what comes after the four bytes of the key's id. `line` has no newline at its end. */
export type NoteLine = {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Buffer;
  readonly line: string;
};

/** `text` ends with a newline, and is what is signed. */
export type Note = { readonly text: string; readonly lines: readonly NoteLine[] };

const mostBytes = 64_000;
const mostLines = 100;
/** The end of the year 9999: what is later is no time that anybody signed at. */
const latestSeconds = 253_402_300_799;

/** Whether this can be a key's name: not empty, no space of any kind, no plus, nothing that cannot be seen. */
export function isNoteName(name: string): boolean {
  return name.length > 0 && name.length <= 200 && /^[^\s+\p{Cc}\p{Cs}]+$/u.test(name);
}

/** The key as it is checked with. The key object must be Ed25519; a private one gives its public half. */
export function noteKeyOf(name: string, algorithm: NoteAlgorithm, key: KeyObject): NoteKey {
  const publicKey = key.type === "private" ? createPublicKey(key) : key;
  return { name, id: keyId(name, algorithm, rawOf(publicKey)), algorithm, publicKey };
}

/** The key as text (a vkey): `name+id+base64(algorithm byte, 32 bytes of key)`. */
export function vkeyOf({ name, id, algorithm, publicKey }: NoteKey): string {
  return `${name}+${id}+${Buffer.concat([Buffer.of(algorithm), rawOf(publicKey)]).toString("base64")}`;
}

/** Reads a vkey; null where it is not one, or of another algorithm than asked for. */
export function noteKeyFrom(vkey: string, algorithm: NoteAlgorithm): NoteKey | null {
  const [, name = "", id = "", encoded = ""] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const bytes = bytesIn(encoded);
  if (!isNoteName(name) || bytes?.length !== 33 || bytes[0] !== algorithm) return null;
  const raw = bytes.subarray(1);
  if (keyId(name, algorithm, raw) !== id) return null;
  const jwk = { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") };
  return { name, id, algorithm, publicKey: createPublicKey({ key: jwk, format: "jwk" }) };
}

/** Reads a note; null where a byte of it is not as it should be. */
export function noteFrom(whole: string): Note | null {
  if (whole.length > mostBytes || !whole.isWellFormed() || /(?!\n)[\p{Cc}]/u.test(whole)) return null;
  const split = whole.lastIndexOf("\n\n");
  if (split < 1 || !whole.endsWith("\n")) return null;
  const written = whole.slice(split + 2, -1).split("\n");
  const lines = written.map(noteLineFrom);
  if (lines.length > mostLines || !lines.every((line) => line !== null)) return null;
  return { text: whole.slice(0, split + 1), lines };
}

/** Reads one signature line without its newline; null where it is not one. */
export function noteLineFrom(line: string): NoteLine | null {
  const [, name = "", encoded = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = bytesIn(encoded);
  if (!isNoteName(name) || !bytes || bytes.length < 5) return null;
  return { name, keyId: bytes.toString("hex", 0, 4), signature: bytes.subarray(4), line };
}

/** The whole note as it is sent. Each line is a signature line without its newline. */
export function noteOf(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.map((line) => `${line}\n`).join("")}`;
}

/** A log's signature line for the text. */
export function logLine(text: string, { name, privateKey }: NoteSigner): string {
  const { id } = noteKeyOf(name, noteAlgorithms.log, privateKey);
  return lineOf(name, id, sign(null, Buffer.from(text), privateKey));
}

/** A witness's signature line for the text, at a time in whole seconds since 1970. */
export function witnessLine(text: string, { name, privateKey }: NoteSigner, seconds: number): string {
  const { id } = noteKeyOf(name, noteAlgorithms.witness, privateKey);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  return lineOf(name, id, Buffer.concat([time, sign(null, cosigned(text, seconds), privateKey)]));
}

/** Whether the line is this key's: name and id both. Says nothing about whether it fits. */
export function isLineOf(line: NoteLine, key: NoteKey): boolean {
  return line.name === key.name && line.keyId === key.id;
}

/** Whether the line is this log key's signature of the text. */
export function logLineFits(text: string, line: NoteLine, key: NoteKey): boolean {
  const isRight = key.algorithm === noteAlgorithms.log && isLineOf(line, key) && line.signature.length === 64;
  return isRight && verify(null, Buffer.from(text), key.publicKey, line.signature);
}

/** When this witness key signed the text, in seconds since 1970; null where the line is not its signature of it. */
export function witnessedAt(text: string, line: NoteLine, key: NoteKey): number | null {
  if (key.algorithm !== noteAlgorithms.witness || !isLineOf(line, key) || line.signature.length !== 72)
    return null;
  const seconds = Number(line.signature.readBigUInt64BE(0));
  if (seconds > latestSeconds) return null;
  const fits = verify(null, cosigned(text, seconds), key.publicKey, line.signature.subarray(8));
  return fits ? seconds : null;
}

function cosigned(text: string, seconds: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
}

function lineOf(name: string, id: string, signature: Uint8Array): string {
  return `— ${name} ${Buffer.concat([Buffer.from(id, "hex"), signature]).toString("base64")}`;
}

function keyId(name: string, algorithm: NoteAlgorithm, raw: Uint8Array): string {
  return sha256(`${name}\n`, Buffer.of(algorithm), raw).toString("hex", 0, 4);
}

function rawOf(publicKey: KeyObject): Buffer {
  return Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
}

/** The bytes of base64 with padding, or null where the text is not the one way to write them. */
export function bytesIn(encoded: string): Buffer | null {
  const bytes = Buffer.from(encoded, "base64");
  return bytes.toString("base64") === encoded ? bytes : null;
}
