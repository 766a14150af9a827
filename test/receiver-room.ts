// A receiver for tests: a real database, real keys, a hub that is played and a case system that is played.

import type { Challenge } from "../src/core/proof.ts";
import { connect } from "../src/pg/db.ts";
import type { CaseSystem, OpenedReport } from "../src/receiver/case-system/case-system.ts";
import { finding, putIn } from "../src/receiver/finding.ts";
import type { Room, ServedService, Source } from "../src/receiver/room.ts";
import type { HubDoor } from "../src/receiver/source/hub.ts";
import type { Offered, SealedReport } from "../src/receiver/sealed-report.ts";
import { take } from "../src/receiver/take.ts";
import { openToAnswer, vouch } from "../src/receiver/vouch.ts";
import { makeCertificate } from "../src/wire/certificate.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { newSigner, pemOf, type PlayedHub, playHub, type Signer } from "./offering-hub.ts";

export type EncryptionPair = { readonly certificatePem: string; readonly privateKeyPem: string };

/** A new encryption key; small, because tests make many. */
export function newEncryption(): Promise<EncryptionPair> {
  const day = 86_400_000;
  return makeCertificate({
    commonName: "test",
    validFrom: Date.now() - day,
    validTo: Date.now() + day,
    bits: 2048,
  });
}

export type PlayedCaseSystem = CaseSystem & {
  givesBytesBack: boolean;
  readonly reports: Map<string, OpenedReport>;
  puts: number;
  /** Called before each put; what it throws, the case system throws. */
  beforePut: (report: OpenedReport) => void | Promise<void>;
  /** Whether it keeps what it has said yes to. */
  keeps: boolean;
  /** What it gives back for a report; the report as it was put unless said otherwise. */
  gives: (report: OpenedReport) => OpenedReport["files"] | null;
};

/** A case system in memory, that can be told to fail. */
export function playCaseSystem(): PlayedCaseSystem {
  const system: PlayedCaseSystem = {
    givesBytesBack: true,
    reports: new Map(),
    puts: 0,
    beforePut: () => undefined,
    keeps: true,
    gives: (report) => report.files,
    put: async (report) => {
      await system.beforePut(report);
      system.puts += 1;
      if (system.keeps && !system.reports.has(report.id)) system.reports.set(report.id, report);
    },
    readBack: async (id) => {
      const report = system.reports.get(id);
      return report ? { reference: `case-${id.slice(0, 8)}`, files: system.gives(report) } : null;
    },
  };
  return system;
}

export type TestRoom = {
  readonly room: Room;
  readonly service: ServedService;
  readonly hub: PlayedHub;
  readonly caseSystem: PlayedCaseSystem;
  readonly encryption: EncryptionPair;
  readonly receiptKey: Signer;
  readonly database: TestDatabase;
  /** The room's clock, in epoch milliseconds. */
  now: number;
  close(): Promise<void>;
};

/** Takes a report over as a desk does: commits it, reads it back, opens it and says so. */
export async function takeOver(room: Room, service: ServedService, report: SealedReport | Offered) {
  const held = await take(room, report);
  const opened = await openToAnswer(room, service, held);
  return { held, receipt: await vouch(room, service, held, opened) };
}

/** Puts a report into the case system and finds it there, as one whose question has come; null: there is none. */
export async function putAndFind(
  room: Room,
  service: ServedService,
  report: SealedReport,
  question: Challenge | null = null,
) {
  return finding(service, await putIn(room, service, report, null), question);
}

export type Wish = {
  readonly id?: string;
  readonly encryption?: EncryptionPair;
  readonly hub?: PlayedHub;
  readonly source?: (door: HubDoor) => Source;
};

/** A receiver's room with one service, known to a played hub. */
export async function testRoom(wish: Wish = {}): Promise<TestRoom> {
  const database = await freshDatabase("receiver");
  const hub = wish.hub ?? playHub();
  const caseSystem = playCaseSystem();
  const encryption = wish.encryption ?? (await newEncryption());
  const receiptKey = newSigner();
  const readBack = connect(database.url, { max: 2, name: "test-read-back" });
  const id = wish.id ?? "bergenhus";
  const service = servedService(id, hub, encryption, receiptKey, caseSystem, wish.source);
  const world: TestRoom = {
    room: {
      db: database.db,
      readBack,
      clock: () => world.now,
      services: [service],
      software: "framme test",
      flushWaitMs: 5000,
      contentMax: 10_000_000,
    },
    service,
    hub,
    caseSystem,
    encryption,
    receiptKey,
    database,
    now: Date.now(),
    close: async () => {
      await readBack.close();
      await database.drop();
    },
  };
  return world;
}

/** A service served from the played hub, or from another source. */
export function servedService(
  id: string,
  hub: PlayedHub,
  encryption: EncryptionPair,
  receiptKey: Signer,
  caseSystem: CaseSystem,
  source: (door: HubDoor) => Source = (door) => door,
): ServedService {
  const always = { validFrom: 0, validTo: Number.MAX_SAFE_INTEGER };
  const caller = `service:${id}`;
  hub.keys.set(receiptKey.keyId, { caller, publicKey: receiptKey.publicKey, ...always });
  hub.published.set(id, {
    encryption: { pem: encryption.certificatePem },
    receipt: { pem: pemOf(receiptKey.publicKey) },
  });
  const door: HubDoor = {
    kind: "hub",
    url: hub.url,
    hubKeys: new Map([[hub.signer.keyId, hub.signer.publicKey]]),
    identity: { caller, keyId: receiptKey.keyId, privateKey: receiptKey.privateKey },
    fetch: hub.fetch,
    clock: Date.now,
  };
  return { id, name: id, encryption: [encryption], receiptKey, source: source(door), caseSystem };
}

/** Waits until it is so, looking every few milliseconds; fails after `withinMs`. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`it did not come to be within ${withinMs} ms: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
