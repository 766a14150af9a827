// A small country: one hub, services with their keys and case systems, a sender, and the files each of them has in
// its own hands, in a folder that is gone afterwards. Everything goes the way it goes in life: keys are published
// over HTTP on the word of two named people, rooms are processes, reports are sent with `framme send`.

import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import type { Channel, Service } from "../src/core/area.ts";
import { countersign, type KeyChange, type KeyOwner, type KeyUse } from "../src/core/key-change.ts";
import { keyIdOf } from "../src/core/signature.ts";
import { assertionFor, type Identity } from "../src/http/assertion.ts";
import { certificateKeyId, makeCertificate } from "../src/wire/certificate.ts";
import { freePort } from "./database.ts";
import { type Environment, framme, type RoomProcess, type Running, roomProcess } from "./rooms.ts";
import { witnessedLog } from "./witnesses.ts";

/** What a service says of itself here; the rest is made up the same for all. */
export type Wish = {
  readonly id: string;
  readonly municipality: string;
  readonly district?: string;
  readonly channel?: Channel;
  readonly protocol?: "V1" | "V2";
};

/** A service's files. The encryption key's certificate is for everybody, the keys are its own. */
export type ServiceKeys = {
  readonly folder: string;
  readonly encryptionKeyFile: string;
  readonly certificateFile: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  readonly receiptKeyFile: string;
  readonly receiptPublicKeyFile: string;
};

export type Country = {
  readonly folder: string;
  readonly hub: RoomProcess;
  /** What `framme send` and `framme follow` are told. */
  readonly sender: Environment;
  readonly hubPublicKeyFile: string;
  /** The sender's own key, and the print key's certificate. */
  readonly submitter: Identity;
  readonly printCertificatePem: string;
  /** Publishes a service with its keys, and gives its files. */
  addService(wish: Wish): Promise<ServiceKeys>;
  /** A new password for a service's SvarInn client. */
  svarInnLogin(service: string): Promise<{ user: string; password: string }>;
  /** Starts `framme send --json` with these files, folders and options. */
  send(args: readonly string[]): Running;
  /** Removes the folder. Rooms and databases are ended by whoever started them. */
  forget(): void;
};

type Person = Identity & { readonly publicKeyFile: string };

const day = 86_400_000;

/** Makes the keys, starts the hub, and publishes what is national: the print key and the sender's key. */
export async function makeCountry(
  databaseUrl: (room: "hub" | "outbox") => Promise<string>,
  hubSettings: Environment = {},
): Promise<Country> {
  const folder = mkdtempSync(`${tmpdir()}/framme-country-`);
  const people = ["person:kari", "person:ola"].map((id) => makePerson(folder, id));
  const hubKey = signingKey(folder, "hub");
  const submitter = signingKey(folder, "submitter");
  const secretFile = write(folder, "secret", `${randomBytes(32).toString("base64")}\n`);
  const peopleFile = write(
    folder,
    "people.json",
    JSON.stringify(people.map(({ caller, publicKeyFile }) => ({ id: caller, name: caller, publicKeyFile }))),
  );
  const log = await witnessedLog(folder, hubKey.publicPem);
  const settings = { HUB_KEY_FILE: hubKey.keyFile, HUB_PEOPLE_FILE: peopleFile, ...log, ...hubSettings };
  const hubEnv = { ...settings, DATABASE_URL: await databaseUrl("hub") };
  const hub = roomProcess("hub", "hub", await freePort(), hubEnv, `${folder}/hub.log`);
  await hub.start();
  const print = await makeCertificate({ commonName: "Print", ...validity(), bits: 2048 });
  await publishKey(hub.origin, people, "print", "encryption", print.certificatePem);
  await publishKey(hub.origin, people, "submitter:test", "submitter", submitter.publicPem);
  const sender = {
    HUB_URL: hub.origin,
    HUB_PUBLIC_KEY_FILE: hubKey.publicKeyFile,
    SUBMITTER_ID: "test",
    SUBMITTER_KEY_FILE: submitter.keyFile,
    SENDER_SECRET_FILE: secretFile,
    DATABASE_URL: await databaseUrl("outbox"),
  };
  return {
    folder,
    hub,
    sender,
    hubPublicKeyFile: hubKey.publicKeyFile,
    submitter: {
      caller: "submitter:test",
      keyId: keyIdOf(submitter.privateKey),
      privateKey: submitter.privateKey,
    },
    printCertificatePem: print.certificatePem,
    addService: (wish) => addService(folder, hub.origin, people, wish),
    svarInnLogin: async (service) =>
      (await ask(hub.origin, people[0]!, "POST", `/services/${service}/svarinn`, {})) as {
        user: string;
        password: string;
      },
    send: (args) => framme(["send", "--json", ...args], sender),
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function addService(
  folder: string,
  hub: string,
  people: readonly Person[],
  wish: Wish,
): Promise<ServiceKeys> {
  const keys = await makeServiceKeys(`${folder}/${wish.id}`, wish.id);
  await ask(hub, people[0]!, "PUT", `/services/${wish.id}`, serviceOf(wish));
  const owner: KeyOwner = `service:${wish.id}`;
  await publishKey(hub, people, owner, "encryption", keys.certificatePem);
  await publishKey(hub, people, owner, "receipt", keys.receiptPublicPem);
  return keys;
}

/** Makes a service's keys without telling anybody: what a municipality does before it is on the network. */
export async function makeServiceKeys(
  folder: string,
  id: string,
): Promise<ServiceKeys & { readonly receiptPublicPem: string }> {
  mkdirSync(folder, { recursive: true });
  const { privateKeyPem, certificatePem } = await makeCertificate({
    commonName: id,
    ...validity(),
    bits: 2048,
  });
  const receipt = signingKey(folder, "receipt");
  return {
    folder,
    encryptionKeyFile: write(folder, "encryption.key.pem", privateKeyPem),
    certificateFile: write(folder, "encryption.certificate.pem", certificatePem),
    certificatePem,
    privateKeyPem,
    receiptKeyFile: receipt.keyFile,
    receiptPublicKeyFile: receipt.publicKeyFile,
    receiptPublicPem: receipt.publicPem,
  };
}

function serviceOf({ id, municipality, district, channel = "receiver", protocol = "V2" }: Wish): Service {
  return {
    id,
    name: `Barnevernstjenesten ${id}`,
    aliases: [],
    organisationNumber: null,
    areas: [{ municipality, district: district ?? null, from: "2020-01-01", to: null }],
    phone: "00 00 00 00",
    contacts: [],
    channel,
    protocol,
    caseSystems: [],
    active: true,
  };
}

/** Publishes an owner's first key of a use, signed for by both people. */
async function publishKey(
  hub: string,
  people: readonly Person[],
  owner: KeyOwner,
  use: KeyUse,
  pem: string,
): Promise<void> {
  const { validFrom, validTo } = validity();
  const change: KeyChange = {
    v: 1,
    owner,
    use,
    keyId: use === "encryption" ? certificateKeyId(pem) : keyIdOf(createPublicKey(pem)),
    pem,
    previous: null,
    validFrom: new Date(validFrom).toISOString(),
    validTo: new Date(validTo).toISOString(),
    at: new Date().toISOString(),
  };
  const countersignatures = people.map(({ caller, privateKey }) => ({
    by: caller,
    value: countersign(change, privateKey),
  }));
  await ask(hub, people[0]!, "POST", "/keys", { change, countersignatures });
}

async function ask(
  hub: string,
  who: Identity,
  method: string,
  path: string,
  value: unknown,
): Promise<unknown> {
  const body = JSON.stringify(value);
  const assertion = await assertionFor(who, hub, { method, path, body }, Date.now());
  const headers = { authorization: `Bearer ${assertion}`, "content-type": "application/json" };
  const answer = await fetch(hub + path, { method, headers, body });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

function makePerson(folder: string, id: string): Person {
  const { keyFile: _, ...key } = signingKey(folder, id.replace(":", "-"));
  return { caller: id, keyId: keyIdOf(key.privateKey), ...key };
}

function signingKey(folder: string, name: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const publicPem = publicKey.export({ type: "spki", format: "pem" }) as string;
  return {
    privateKey,
    publicPem,
    keyFile: write(folder, `${name}.key.pem`, privateKey.export({ type: "pkcs8", format: "pem" }) as string),
    publicKeyFile: write(folder, `${name}.public.pem`, publicPem),
  };
}

function write(folder: string, name: string, text: string): string {
  writeFileSync(`${folder}/${name}`, text, { mode: 0o600 });
  return `${folder}/${name}`;
}

function validity(): { validFrom: number; validTo: number } {
  const now = Date.now();
  return { validFrom: now - day, validTo: now + 365 * day };
}
