// A hub and a receiver with one case system, each the product's own on a database of its own, between which statements
// go. What is played: the clock, the road, and whoever takes something out of a database by hand.

import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import postgres from "postgres";
import { jsonName, pdfName } from "../src/core/report.ts";
import { assertionFor } from "../src/http/assertion.ts";
import type { Fetch } from "../src/http/client.ts";
import { type Hub, makeHub } from "../src/hub/hub.ts";
import { deviations } from "../src/hub/receipt-store.ts";
import { hubApp } from "../src/hub/routes.ts";
import { inboxApp } from "../src/inbox/routes.ts";
import { connect } from "../src/pg/db.ts";
import type { CaseSystem } from "../src/receiver/case-system/case-system.ts";
import { folderAt } from "../src/receiver/case-system/folder.ts";
import { inboxAt } from "../src/receiver/case-system/inbox.ts";
import { tableAt } from "../src/receiver/case-system/sql.ts";
import { type Desk, deskFor, isQuiet, takeOffer } from "../src/receiver/desk.ts";
import { bookDue, tryDue } from "../src/receiver/due.ts";
import type { Room } from "../src/receiver/room.ts";
import { type HubDoor, pollOffers } from "../src/receiver/source/hub.ts";
import { type Round, stateDays } from "../src/receiver/state-days.ts";
import { emptyDatabase, freshDatabase, type TestDatabase } from "./database.ts";
import {
  certificates,
  hubOrigin,
  inboxOrigin,
  keys,
  publishAll,
  sealedReport,
  service,
  serviceKeys,
} from "./world-keys.ts";

/** A case system and what somebody can do to it by hand. */
export type Played = {
  readonly system: CaseSystem;
  lose(id: string): Promise<void>;
  alter(id: string): Promise<void>;
  /** How many cases there are of this report. */
  count(id: string): Promise<number>;
  /** Something that it never got from the receiver. */
  stray(): Promise<string>;
  close(): Promise<void>;
};

export class StatingWorld {
  now = Date.parse("2026-03-16T12:00:00.000Z");
  /** What stands between the receiver and the others; null: it goes through. */
  road: Fetch | null = null;
  readonly round: Round = { before: null, wanted: null };
  readonly hubDatabase: TestDatabase;
  readonly receiverDatabase: TestDatabase;
  readonly hub: Hub;
  readonly app: Hono;
  readonly desk: Desk;
  readonly room: Room;
  readonly played: Played;
  readonly fetch: Fetch;

  constructor(hub: TestDatabase, receiver: TestDatabase, playedFor: (world: StatingWorld) => Played) {
    [this.hubDatabase, this.receiverDatabase] = [hub, receiver];
    const clock = () => this.now;
    this.hub = makeHub({ db: hub.db, clock, key: keys.hub, origin: hubOrigin });
    this.app = hubApp(this.hub);
    this.fetch = async (url, init) => (this.road ? this.road(url, init) : this.app.request(url, init));
    this.played = playedFor(this);
    const identity = { caller: `service:${service.id}`, ...keys.service };
    const hubKeys = new Map([[keys.hub.keyId, keys.hub.publicKey]]);
    const door: HubDoor = { kind: "hub", url: hubOrigin, hubKeys, identity, fetch: this.fetch, clock };
    const { id, name } = service;
    const encryption = [certificates.service];
    const served = {
      id,
      name,
      encryption,
      receiptKey: keys.service,
      source: door,
      caseSystem: this.played.system,
    };
    const limits = { software: "framme test", flushWaitMs: 5000, contentMax: 50_000_000 };
    this.room = { db: receiver.db, readBack: receiver.db, clock, services: [served], ...limits };
    this.desk = deskFor(this.room, served, 4, async (_event, _ids, work) => work().then(() => null));
  }

  /** A new report with the hub; its id. */
  async submit(name: string = randomUUID()): Promise<string> {
    const { header, bytes } = await sealedReport(name);
    const submitter = { caller: "submitter:test", ...keys.submitter };
    const request = { method: "POST", path: "/reports", body: bytes };
    const proof = await assertionFor(submitter, hubOrigin, request, this.now);
    const headers = { "content-type": "application/json", authorization: `Bearer ${proof}` };
    const body = new Uint8Array(bytes);
    const answer = await this.app.request("/reports", { method: "POST", headers, body });
    if (answer.status > 201) throw new Error(await answer.text());
    return header.id;
  }

  /** The receiver takes what is offered, all the way into the case system and back to the hub. */
  async receive(): Promise<void> {
    const { desk } = this;
    const door = desk.service.source as HubDoor;
    const poll = { session: randomUUID(), wait: 0, limit: 16 };
    const heard = (highest: number) => desk.heard.hear(highest, this.now);
    const offers = await pollOffers(door, poll, AbortSignal.timeout(10_000), heard);
    for (const offer of offers) desk.takes.enter(() => takeOffer(desk, door, offer));
    for (let round = 0; round < 3; round += 1) {
      await isQuiet(desk);
      await tryDue(this.room, new Map([[service.id, desk]]), await bookDue(this.room, [service.id]));
    }
    await isQuiet(desk);
  }

  /** A report that is registered. */
  async registered(): Promise<string> {
    const id = await this.submit();
    await this.receive();
    return id;
  }

  /** One statement, half a minute after the last; how many of its days differ. */
  async state(): Promise<number> {
    this.now += 30_000;
    const stated = await stateDays(this.room, this.desk.service, this.round, AbortSignal.timeout(10_000));
    if (!stated) throw new Error("nothing was stated");
    return stated.differ;
  }

  /** What the hub has noted of a report. */
  async noted(id: string | null): Promise<string[]> {
    const rows = await deviations(this.hubDatabase.db.read);
    return rows.filter(({ report }) => report === id).map(({ kind }) => kind);
  }

  async close(): Promise<void> {
    await this.played.close();
    await Promise.all([this.hubDatabase.drop(), this.receiverDatabase.drop()]);
  }
}

/** Does this in a database as its administrator. */
export async function byHand(database: TestDatabase, statement: string): Promise<postgres.Row[]> {
  const admin = postgres(database.adminUrl, { max: 1, onnotice: () => undefined });
  return admin.unsafe(statement).finally(() => admin.end());
}

/** A world with the case system of this kind. */
export async function statingWorld(kind: keyof typeof played): Promise<StatingWorld> {
  const [hub, receiver] = await Promise.all([freshDatabase("hub"), freshDatabase("receiver")]);
  await publishAll(hub.db, Date.parse("2026-03-01T12:00:00.000Z"));
  const make = await played[kind]();
  return new StatingWorld(hub, receiver, make);
}

async function inboxPlayed(): Promise<(world: StatingWorld) => Played> {
  const database = await freshDatabase("inbox");
  return (world) => {
    const clock = () => world.now;
    const app = inboxApp({
      db: database.db,
      clock,
      publicOrigin: inboxOrigin,
      keys: serviceKeys,
      bodyMax: 9e6,
    });
    const identity = { caller: `service:${service.id}`, ...keys.service };
    const fetch: Fetch = async (url, init) => (world.road ? world.road(url, init) : app.request(url, init));
    const system = inboxAt({ url: inboxOrigin, identity, fetch, clock });
    const insert = `insert into report (service, id, reference, serial, received_at, kind, flags, json, pdf, content_hash)`;
    return {
      system,
      lose: async (id) =>
        void (await byHand(
          database,
          `delete from receipt where report = '${id}';
        delete from opening where report = '${id}'; delete from report where id = '${id}'`,
        )),
      alter: async (id) =>
        void (await byHand(database, `update report set pdf = pdf || ' '::bytea where id = '${id}'`)),
      count: async (id) => (await byHand(database, `select 1 from report where id = '${id}'`)).length,
      stray: async () => {
        const id = randomUUID();
        await byHand(
          database,
          `${insert} select service, '${id}', 'by hand', 0, received_at, kind, flags, json, pdf,
          content_hash from report limit 1`,
        );
        return id;
      },
      close: () => database.drop(),
    };
  };
}

async function tablePlayed(): Promise<(world: StatingWorld) => Played> {
  const database = await emptyDatabase();
  await byHand(
    database,
    `create table sak (id uuid, nr bigint generated always as identity, data bytea, brev bytea, enhet text);
    grant select, insert on sak to test_empty`,
  );
  const readBack = connect(database.url, { max: 1 });
  const columns = { reportId: "id", reference: "nr", json: "data", pdf: "brev", service: "enhet" };
  return (world) => ({
    system: tableAt({ db: database.db, readBack, table: "sak", columns, clock: () => world.now }),
    lose: async (id) => void (await byHand(database, `delete from sak where id = '${id}'`)),
    alter: async (id) =>
      void (await byHand(database, `update sak set brev = brev || ' '::bytea where id = '${id}'`)),
    count: async (id) => (await byHand(database, `select 1 from sak where id = '${id}'`)).length,
    stray: async () => {
      const id = randomUUID();
      await byHand(database, `insert into sak (id, enhet) values ('${id}', '${service.id}')`);
      return id;
    },
    close: async () => {
      await readBack.close();
      await database.drop();
    },
  });
}

async function folderPlayed(): Promise<(world: StatingWorld) => Played> {
  const folder = mkdtempSync(join(tmpdir(), "framme-cases-"));
  const system = folderAt(folder);
  return () => ({
    system,
    lose: (id) => rm(join(folder, id), { recursive: true }),
    alter: (id) => writeFile(join(folder, id, pdfName), "another letter"),
    count: async (id) => (await system.ids!(service.id)).filter((one) => one === id).length,
    stray: async () => {
      const id = randomUUID();
      await system.put({
        id,
        service: service.id,
        serial: 0,
        channel: "hub",
        acceptedAt: null,
        kind: "unknown",
        flags: [],
        files: { json: Buffer.from(jsonName), pdf: Buffer.from(pdfName) },
      });
      return id;
    },
    close: () => rm(folder, { recursive: true }),
  });
}

const played = { inbox: inboxPlayed, table: tablePlayed, folder: folderPlayed };
