// Framme set up as an operator and a municipality would: keys, a published service, one hub with two witnesses
// and one receiver, each in its own process, hub and receiver on databases of their own. What differs from the usual settings is named in `tuned`.

import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { postKey, putService } from "../src/command/hub.ts";
import { type KeyWish, makeKey, type NewKey, signedBy } from "../src/command/key-files.ts";
import type { Service } from "../src/core/area.ts";
import type { KeyOwner, KeyUse } from "../src/core/key-change.ts";
import type { Identity } from "../src/http/assertion.ts";
import { writeSecret } from "../src/stand-in/secret-file.ts";
import { caseTable } from "./case-system.ts";
import { freePort } from "./ground.ts";
import { type RoomProcess, startRoom } from "./room-process.ts";
import { tuned } from "./tuned.ts";
import { startWitnesses } from "./witnesses.ts";

export type Installation = {
  readonly kind: Kind;
  readonly origin: string;
  readonly service: { readonly id: string; readonly certificatePem: string; readonly receiptKey: KeyObject };
  readonly printCertificatePem: string;
  readonly hubKey: KeyObject;
  readonly submitter: Identity;
  readonly hub: RoomProcess;
  readonly receiver: RoomProcess;
  stop(): Promise<void>;
};

export type Databases = { readonly hub: string; readonly receiver: string; readonly caseSystem: string };

/** `bare` has neither storage proofs nor log; in `lying` the receiver acknowledges all and stores 199 of 200. */
export type Kind = "full" | "bare" | "lying";

/** The rooms' logs of the last run stay, for when it failed. */
const allLogs = fileURLToPath(new URL("../../var/bench-logs", import.meta.url));

const people = ["kari", "ola"] as const;
const dayMs = 86_400_000;

const service: Service = {
  id: "bench",
  name: "Barneverntjenesten i benken",
  aliases: [],
  organisationNumber: null,
  areas: [{ municipality: "4601", district: null, from: "2024-01-01", to: null }],
  phone: null,
  contacts: [],
  channel: "receiver",
  protocol: "V2",
  caseSystems: [],
  active: true,
};

/** Makes the keys, starts the rooms and publishes what must be public. */
export async function install(
  folder: string,
  databases: Databases,
  profile: string | null,
  kind: Kind = "full",
): Promise<Installation> {
  const logs = `${allLogs}/${basename(folder)}`;
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const keys = await makeKeys(`${folder}/keys`);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  writeSecret(`${folder}/people.json`, JSON.stringify(people.map((name) => personIn(keys, name))));
  const witnesses =
    kind === "bare"
      ? { hubSettings: {}, rooms: [] }
      : await startWitnesses(`${folder}/witnesses`, keys.hub.change.pem, logs);
  const hub = await startRoom({
    room: "hub",
    instead: kind === "bare" ? "bare-hub.js" : null,
    port,
    env: {
      DATABASE_URL: databases.hub,
      HUB_KEY_FILE: keys.hub.privateKeyFile,
      HUB_PEOPLE_FILE: `${folder}/people.json`,
      ...witnesses.hubSettings,
      ...tuned.hub,
    },
    logFile: `${logs}/hub.log`,
    profile,
  });
  await publish(origin, keys);
  const receiver = await startReceiver({ folder, logs, origin, keys, databases, profile, kind });
  return {
    kind,
    origin,
    service: {
      id: service.id,
      certificatePem: keys.encryption.change.pem,
      receiptKey: createPublicKey(keys.receipt.change.pem),
    },
    printCertificatePem: keys.print.change.pem,
    hubKey: createPublicKey(keys.hub.change.pem),
    submitter: identityOf("submitter:bench", keys.submitter),
    hub,
    receiver,
    stop: async () => {
      await receiver.stop();
      await hub.stop();
      for (const room of witnesses.rooms) await room.stop();
    },
  };
}

type Keys = Record<(typeof wishes)[number][0], NewKey>;

const wishes = [
  ["hub", "hub", "hub"],
  ["kari", "person:kari", "person"],
  ["ola", "person:ola", "person"],
  ["print", "print", "encryption"],
  ["submitter", "submitter:bench", "submitter"],
  ["encryption", "service:bench", "encryption"],
  ["receipt", "service:bench", "receipt"],
] as const satisfies readonly (readonly [string, KeyOwner, KeyUse])[];

async function makeKeys(folder: string): Promise<Keys> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const now = Date.now();
  const life = { validFrom: now - dayMs, validTo: now + 365 * dayMs, previous: null };
  const made = wishes.map(async ([stem, owner, use]) => {
    const wish: KeyWish = { owner, use, folder, stem, commonName: stem, ...life };
    return [stem, await makeKey(wish, now)] as const;
  });
  return Object.fromEntries(await Promise.all(made)) as Keys;
}

function personIn(keys: Keys, name: (typeof people)[number]) {
  return { id: `person:${name}`, name, publicKeyFile: keys[name].publicFile };
}

function identityOf(caller: string, { privateKeyFile, change }: NewKey): Identity {
  return { caller, keyId: change.keyId, privateKey: createPrivateKey(readFileSync(privateKeyFile)) };
}

async function publish(origin: string, keys: Keys): Promise<void> {
  await putService(origin, service, identityOf("person:kari", keys.kari));
  for (const name of ["print", "submitter", "encryption", "receipt"] as const) {
    let proposal = { change: keys[name].change, countersignatures: [] } as Parameters<typeof signedBy>[0];
    for (const person of people)
      proposal = await signedBy(proposal, { id: `person:${person}`, keyFile: keys[person].privateKeyFile });
    await postKey(origin, proposal.change, proposal.countersignatures);
  }
}

type ReceiverWish = {
  readonly folder: string;
  readonly logs: string;
  readonly origin: string;
  readonly keys: Keys;
  readonly databases: Databases;
  readonly profile: string | null;
  readonly kind: Kind;
};

async function startReceiver(wish: ReceiverWish): Promise<RoomProcess> {
  const { folder, logs, origin, keys, databases, profile, kind } = wish;
  const config = {
    id: "bench",
    hub: { url: origin, publicKeyFile: keys.hub.publicFile },
    services: [
      {
        id: service.id,
        name: service.name,
        encryption: [
          { privateKeyFile: keys.encryption.privateKeyFile, certificateFile: keys.encryption.publicFile },
        ],
        receiptKeyFile: keys.receipt.privateKeyFile,
        source: { kind: "hub" },
        caseSystem: { kind: "sql", databaseUrl: databases.caseSystem, ...caseTable },
      },
    ],
  };
  writeSecret(`${folder}/receiver.json`, JSON.stringify(config));
  return startRoom({
    room: "receiver",
    instead: kind === "lying" ? "lying-receiver.js" : null,
    port: await freePort(),
    env: { DATABASE_URL: databases.receiver, RECEIVER_CONFIG: `${folder}/receiver.json`, ...tuned.receiver },
    logFile: `${logs}/receiver.log`,
    profile,
  });
}
