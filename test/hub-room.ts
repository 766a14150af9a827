// A hub for tests: the real app on a real database, with a clock that the test moves, two named people, a
// submitter and services, all with keys of their own. What is sealed in its packages is random bytes.

import type { Hono } from "hono";
import type { Channel, Service } from "../src/core/area.ts";
import { countersign, type KeyChange, type KeyOwner, type KeyUse } from "../src/core/key-change.ts";
import { type Receipt, type ReceiptBody, signReceipt } from "../src/core/receipt.ts";
import type { ReportHeader } from "../src/core/report.ts";
import { assertionFor, type Identity } from "../src/http/assertion.ts";
import { bootstrap } from "../src/hub/bootstrap.ts";
import { type Hub, type Limits, makeHub } from "../src/hub/hub.ts";
import { hubApp } from "../src/hub/routes.ts";
import type { Db } from "../src/pg/db.ts";
import { certificateKeyId, makeCertificate } from "../src/wire/certificate.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { type Key, newKey, pemOf, type Sealed, sealedPackage } from "./sealed-package.ts";

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  json<T>(): T;
};
export type Offered = {
  readonly header: ReportHeader;
  readonly signature: { readonly key: string; readonly value: string };
  readonly serial: number;
  readonly accepted: Receipt;
  readonly sealed: string;
};

export const origin = "http://hub.test";
export const start = Date.parse("2026-11-23T12:00:00.000Z");
const year = 365 * 24 * 3600 * 1000;

export class HubRoom {
  now = start;
  readonly database: TestDatabase;
  readonly hubKey: Key;
  readonly hub: Hub;
  readonly app: Hono;
  readonly people: Readonly<Record<"person:kari" | "person:ola", Key>>;
  readonly submitter = newKey();
  readonly receiptKeys = new Map<string, Key>();
  readonly submitterId = "submitter:test";
  readonly serviceKeyIds = new Map<string, string>();

  constructor(
    database: TestDatabase,
    hubKey: Key,
    people: HubRoom["people"],
    limits: Partial<Limits>,
    db: Db,
  ) {
    this.database = database;
    this.hubKey = hubKey;
    this.people = people;
    const clock = () => this.now;
    this.hub = makeHub({ db, clock, key: hubKey, origin, limits });
    this.app = hubApp(this.hub);
  }

  async close(): Promise<void> {
    this.hub.waiting.close();
    await this.database.drop();
  }

  /** Sends a request as the app gets it; `who` signs an assertion for it. */
  async ask(
    method: string,
    path: string,
    body?: unknown,
    who?: Identity,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const bytes =
      body === undefined
        ? undefined
        : body instanceof Uint8Array || typeof body === "string"
          ? body
          : JSON.stringify(body);
    const proof =
      who &&
      (await assertionFor(
        who,
        origin,
        { method, path: path.replace(/\?.*/, ""), ...(bytes === undefined ? {} : { body: bytes }) },
        this.now,
      ));
    const response = await this.app.request(path, {
      method,
      headers: {
        ...(bytes === undefined ? {} : { "content-type": "application/json" }),
        ...(proof ? { authorization: `Bearer ${proof}` } : {}),
        ...headers,
      },
      ...(bytes === undefined ? {} : { body: bytes as string }),
    });
    const answered = Buffer.from(await response.arrayBuffer());
    return {
      status: response.status,
      headers: response.headers,
      bytes: answered,
      json: <T>() => JSON.parse(answered.toString()) as T,
    };
  }

  asSubmitter(): Identity {
    return { caller: this.submitterId, ...this.submitter };
  }

  asService(id: string): Identity {
    return { caller: `service:${id}`, ...this.receiptKeys.get(id)! };
  }

  asPerson(id: keyof HubRoom["people"] = "person:kari"): Identity {
    return { caller: id, ...this.people[id] };
  }

  change(
    owner: KeyOwner,
    use: KeyUse,
    key: { keyId: string; pem: string },
    more: Partial<KeyChange> = {},
  ): KeyChange {
    const [at, to] = [new Date(this.now).toISOString(), new Date(this.now + year).toISOString()];
    return { v: 1, owner, use, ...key, previous: null, validFrom: at, validTo: to, at, ...more };
  }

  /** Publishes a change on the word of both people. */
  async publish(change: KeyChange): Promise<Answer> {
    const countersignatures = (["person:kari", "person:ola"] as const).map((by) => ({
      by,
      value: countersign(change, this.people[by].privateKey),
    }));
    return this.ask("POST", "/keys", { change, countersignatures });
  }

  /** A service with both its keys published. */
  async addService(
    id: string,
    channel: Channel,
    municipality: string,
    more: Partial<Service> = {},
  ): Promise<Service> {
    const service: Service = {
      id,
      name: `Barnevernstjenesten ${id}`,
      aliases: [],
      organisationNumber: null,
      areas: [{ municipality, district: null, from: "2024-01-01", to: null }],
      phone: "55 00 00 00",
      contacts: [],
      channel,
      protocol: "V2",
      caseSystems: [],
      active: true,
      ...more,
    };
    expectStatus(await this.ask("PUT", `/services/${id}`, service, this.asPerson()), 201);
    const receiptKey = newKey();
    this.receiptKeys.set(id, receiptKey);
    expectStatus(
      await this.publish(
        this.change(`service:${id}`, "receipt", { keyId: receiptKey.keyId, pem: pemOf(receiptKey) }),
      ),
      201,
    );
    const { certificatePem } = await makeCertificate({
      commonName: id,
      validFrom: this.now - year,
      validTo: this.now + 5 * year,
      bits: 2048,
    });
    const keyId = certificateKeyId(certificatePem);
    this.serviceKeyIds.set(id, keyId);
    expectStatus(
      await this.publish(this.change(`service:${id}`, "encryption", { keyId, pem: certificatePem })),
      201,
    );
    return service;
  }

  /** A sealed package by this submitter; `more` changes its header before it is signed. */
  async package(service: string, more: Partial<ReportHeader> = {}, size = 300): Promise<Sealed> {
    const [area] = (await this.hub.known.read()).services.get(service)?.areas ?? [];
    const place = { municipality: area?.municipality ?? "4601", district: area?.district ?? "00" };
    const sealedTo = this.serviceKeyIds.get(service) ?? "0".repeat(32);
    const header = { service, submitter: this.submitterId, ...place, ...more };
    return sealedPackage(header, { sealedTo, size, key: this.submitter, now: this.now });
  }

  post(sealed: Sealed): Promise<Answer> {
    return this.ask("POST", "/reports", sealed.bytes, this.asSubmitter());
  }

  /** Accepts a new report for the service; gives it and its receipt. */
  async accepted(service: string, more: Partial<ReportHeader> = {}): Promise<Sealed & { receipt: Receipt }> {
    const sealed = await this.package(service, more);
    const answer = await this.post(sealed);
    expectStatus(answer, 201);
    return { ...sealed, receipt: answer.json<{ receipt: Receipt }>().receipt };
  }

  /** A receipt by the service's receiver for an accepted report; `more` changes it before it is signed. */
  receipt(
    report: { readonly receipt: Receipt },
    kind: Receipt["kind"],
    more: Partial<ReceiptBody> = {},
    key?: Key,
  ): Receipt {
    const { reportId, service, serial, sealedHash } = report.receipt;
    const signer = key ?? this.receiptKeys.get(service)!;
    const at = new Date(this.now).toISOString();
    const by = { role: "receiver", id: service } as const;
    const body: ReceiptBody = { v: 1, kind, reportId, service, serial, at, by, sealedHash, ...more };
    return signReceipt(body, signer.keyId, signer.privateKey);
  }

  giveBack(service: string, ...receipts: unknown[]): Promise<Answer> {
    return this.ask("POST", "/receipts", { receipts }, this.asService(service));
  }

  async offers(service: string, session = "a", limit = 64): Promise<Offered[]> {
    const answer = await this.ask("POST", "/offers", { session, wait: 0, limit }, this.asService(service));
    expectStatus(answer, 200);
    return answer.json<{ offers: Offered[] }>().offers;
  }
}

export function expectStatus(answer: Answer, status: number): void {
  if (answer.status !== status)
    throw new Error(`status ${answer.status}, not ${status}: ${answer.bytes.toString().slice(0, 500)}`);
}

/** Opens a hub on a fresh database, with a submitter whose key is published. `wrap` may break its database. */
export async function openHub(
  limits: Partial<Limits> = {},
  wrap: (db: Db) => Db = (db) => db,
): Promise<HubRoom> {
  const database = await freshDatabase("hub");
  const hubKey = newKey();
  const people = { "person:kari": newKey(), "person:ola": newKey() };
  const named = Object.entries(people).map(([id, key]) => ({
    id: id as "person:kari",
    name: id,
    publicKey: key.publicKey,
  }));
  await bootstrap(database.db, hubKey.privateKey, named, start);
  const room = new HubRoom(database, hubKey, people, limits, wrap(database.db));
  const { keyId } = room.submitter;
  expectStatus(
    await room.publish(room.change("submitter:test", "submitter", { keyId, pem: pemOf(room.submitter) })),
    201,
  );
  return room;
}
