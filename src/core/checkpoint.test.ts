// Goal: a checkpoint or cosignature that others wrote is read as they meant it, ours are read by others, and none that
// was changed by a byte passes. Method: the note and key in the documentation of Go's sumdb/note; a checkpoint of a
// Certificate Transparency log as it was published with its witnesses' lines; and every byte changed once.

import assert from "node:assert/strict";
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { addCheckpointBody, addCheckpointFrom } from "./add-checkpoint.ts";
import {
  type Checkpoint,
  checkpointFrom,
  cosign,
  cosignedAt,
  headFrom,
  headText,
  isSignedByLog,
  linesOf,
  signCheckpoint,
  withLines,
} from "./checkpoint.ts";
import { sha256 } from "./hash.ts";
import {
  logLine,
  logLineFits,
  type NoteKey,
  noteAlgorithms,
  noteFrom,
  noteKeyFrom,
  noteKeyOf,
  noteOf,
  vkeyOf,
} from "./note.ts";

const peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const peterSeed = Buffer.from("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "base64").subarray(1);
const peterText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterLine =
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

const arche = "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f";
const remora = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
const published = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
`;

function read(text: string): Checkpoint {
  const checkpoint = checkpointFrom(text);
  assert.ok(checkpoint);
  return checkpoint;
}

function keyFrom(vkey: string, algorithm: 1 | 4): NoteKey {
  const key = noteKeyFrom(vkey, algorithm);
  assert.ok(key);
  return key;
}

test("the note in the documentation of Go's sumdb/note verifies, and we sign it byte for byte the same", () => {
  const key = keyFrom(peter, noteAlgorithms.log);
  const note = noteFrom(noteOf(peterText, [peterLine]));
  assert.ok(note);
  assert.equal(note.text, peterText);
  assert.ok(logLineFits(note.text, note.lines[0]!, key));
  assert.equal(vkeyOf(key), peter);
  const jwk = {
    kty: "OKP",
    crv: "Ed25519",
    d: peterSeed.toString("base64url"),
    x: key.publicKey.export({ format: "jwk" }).x!,
  };
  const privateKey = createPrivateKey({ key: jwk, format: "jwk" });
  assert.equal(logLine(peterText, { name: "PeterNeumann", privateKey }), peterLine);
});

test("a key whose text is cut, changed, of wrong length or of another algorithm is no key", () => {
  for (let from = 0; from <= peter.length; from++)
    for (let to = from + 1; to <= peter.length; to++)
      if (from > 0 || to < peter.length) assert.equal(noteKeyFrom(peter.slice(from, to), 1), null);
  for (let at = 0; at < peter.length; at++) {
    const next = String.fromCharCode(peter.charCodeAt(at) + 1);
    assert.equal(noteKeyFrom(peter.slice(0, at) + next + peter.slice(at + 1), 1), null, `letter ${at}`);
  }
  assert.equal(
    noteKeyFrom("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", 1),
    null,
  );
  assert.equal(noteKeyFrom("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", 1), null);
  assert.equal(noteKeyFrom(remora, noteAlgorithms.log), null);
});

test("a published checkpoint is read, its log's signature fits, and its witness's with the time in it", () => {
  const checkpoint = read(published);
  assert.equal(checkpoint.origin, "arche2025h1.staging.ct.transparency.dev");
  assert.equal(checkpoint.size, 1432088532);
  assert.ok(isSignedByLog(checkpoint, [keyFrom(arche, 1)]));
  const witness = keyFrom(remora, 4);
  assert.equal(cosignedAt(checkpoint, witness), 0x6a122120);
  assert.deepEqual(
    linesOf(checkpoint, [witness]).map(({ name }) => name),
    ["remora.n621.de"],
  );
  assert.equal(
    noteOf(
      checkpoint.note.text,
      checkpoint.note.lines.map(({ line }) => line),
    ),
    published,
  );
});

test("a published checkpoint with one byte changed is not read, or not signed", () => {
  const keys = { log: keyFrom(arche, 1), witness: keyFrom(remora, 4) };
  const bytes = Buffer.from(published.slice(0, published.indexOf("— witness.stagemole.eu")));
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    const checkpoint = checkpointFrom(changed.toString());
    const isBoth =
      checkpoint && isSignedByLog(checkpoint, [keys.log]) && cosignedAt(checkpoint, keys.witness) !== null;
    assert.ok(!isBoth, `byte ${at}`);
  }
});

test("the example of C2SP's tlog-cosignature is read with its time", () => {
  const line =
    "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==";
  const { note, size } = read(
    `example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n${line}\n`,
  );
  assert.equal(size, 20852163);
  assert.equal(note.lines[0]!.signature.readBigUInt64BE(0), 1679315147n);
});

const { privateKey } = generateKeyPairSync("ed25519");
const signer = { name: "hub.example/log", privateKey };
const logKey = noteKeyOf(signer.name, noteAlgorithms.log, privateKey);
const witnessSigner = { name: "witness.example", privateKey: generateKeyPairSync("ed25519").privateKey };
const witnessKey = noteKeyOf(witnessSigner.name, noteAlgorithms.witness, witnessSigner.privateKey);
const head = { origin: signer.name, size: 7, root: sha256("a root") };

test("what we sign and co-sign is read again; for another head, by another key, or as the other kind it does not fit", () => {
  const text = signCheckpoint(head, signer);
  const line = cosign(read(text), witnessSigner, 1_790_000_000);
  const both = withLines(text, [line]);
  assert.equal(withLines(both, [line]), both);
  assert.ok(isSignedByLog(read(both), [logKey]));
  assert.equal(cosignedAt(read(both), witnessKey), 1_790_000_000);

  const other = signCheckpoint({ ...head, size: 8 }, signer);
  assert.equal(cosignedAt(read(withLines(other, [line])), witnessKey), null, "another head");
  const stranger = generateKeyPairSync("ed25519").privateKey;
  assert.equal(cosignedAt(read(both), noteKeyOf("witness.example", 4, stranger)), null, "another key");
  assert.ok(!isSignedByLog(read(text), [noteKeyOf(signer.name, 1, stranger)]));
  const asLog = noteKeyOf(signer.name, noteAlgorithms.log, witnessSigner.privateKey);
  assert.ok(!isSignedByLog(read(both), [asLog]), "a witness's key is not the log's");
  const renamed = noteKeyOf("other.example", 4, witnessSigner.privateKey);
  assert.equal(cosignedAt(read(both), renamed), null, "another name");
});

test("what is not written exactly as a checkpoint is none", () => {
  const text = headText(head);
  const root = Buffer.from(head.root).toString("base64");
  assert.deepEqual(headFrom(text), { ...head });
  for (const bad of [
    text.trimEnd(),
    `${text}\n`,
    `${text}one more line\n`,
    text.replace("\n7\n", "\n07\n"),
    text.replace("\n7\n", "\n-7\n"),
    text.replace("\n7\n", "\n9007199254740993\n"),
    text.replace("\n7\n", "\n7.0\n"),
    text.replace("hub.", "hub ."),
    text.replace("hub.", "hub+"),
    text.replaceAll("\n", "\r\n"),
    text.replace(root, root.slice(4)),
    text.replace("=", ""),
    text.replace(root, root.replace(/.=$/, "B=")),
  ])
    assert.equal(headFrom(bad), null, JSON.stringify(bad));
  const whole = signCheckpoint(head, signer);
  for (const bad of [
    "",
    "\n",
    text,
    whole.trimEnd(),
    `${whole}\n`,
    whole.replace("— ", "- "),
    whole.replace("— ", "—  "),
    `${whole}x\n`,
    whole.replace("\n\n", "\n"),
    `${whole}\u0007`,
    `\u{d800}${whole}`,
    `${whole}${"— a AAAAAAAA\n".repeat(6000)}`,
  ])
    assert.equal(checkpointFrom(bad), null, JSON.stringify(bad.slice(0, 200)));
});

test("the request to a witness says what it was made of, and is read strictly", () => {
  const text = signCheckpoint(head, signer);
  const path = [sha256("a"), sha256("b")];
  const body = addCheckpointBody(3, path, text);
  const said = addCheckpointFrom(body);
  assert.ok(said);
  assert.deepEqual([said.oldSize, said.path, said.text], [3, path, text]);
  assert.deepEqual(addCheckpointFrom(addCheckpointBody(0, [], text))?.path, []);
  for (const bad of [
    body.replace("old 3", "old 03"),
    body.replace("old 3", "3"),
    body.replace("\n\n", "\n"),
    `\n${body}`,
    addCheckpointBody(3, [Buffer.alloc(31)], text),
    addCheckpointBody(3, Array(64).fill(path[0]), text),
  ])
    assert.equal(addCheckpointFrom(bad), null);
});
