// The inbox as a server of its own, on a real database, with the real stand-in that people log in at; and the receiver's
// hand, that puts reports and tells of receipts. The clock is played, and the report's road.

import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import postgres from "postgres";
import { professionalExample } from "../src/wire/ks-report.examples.ts";
import { loginSettings } from "../src/config.ts";
import { mayIssue, type Receipt, type ReceiptKind, signReceipt } from "../src/core/receipt.ts";
import { assertionFor } from "../src/http/assertion.ts";
import { openLogin } from "../src/http/login.ts";
import { type Listening, listen } from "../src/http/server.ts";
import { inboxApp } from "../src/inbox/routes.ts";
import type { Visit } from "../src/inbox/desk.ts";
import { demoUsers } from "../src/stand-in/identity-users.ts";
import { cookieOf, openSessions } from "../src/web/session.ts";
import { BrowserByHand, type Step } from "./browser-by-hand.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { newSigner, type Signer } from "./offering-hub.ts";
import { freePort, startTestIdentity, type TestIdentity } from "./room-login.ts";

export const bergenhus = "bergen-bergenhus-arstad";
export const fana = "bergen-fana-ytrebygda";
const arna = "bergen-arna-asane";

const services = [
  { id: bergenhus, name: "Barnevernstjenesten Bergenhus-Årstad" },
  { id: fana, name: "Barnevernstjenesten Fana-Ytrebygda" },
  { id: arna, name: "Barnevernstjenesten Arna-Åsane" },
];

const minute = 60_000;
export const ages = { idleMs: 60 * minute, mostMs: 600 * minute };

export type Put = {
  readonly service?: string;
  readonly id?: string;
  readonly serial?: number;
  readonly acceptedAt?: string | null;
  readonly channel?: "hub" | "svarinn";
  readonly flags?: readonly string[];
  /** The report's JSON; an example of the name given, unless it is bytes. */
  readonly json?: string | Buffer;
};

export class InboxWorld {
  /** A Wednesday in November, in office hours. */
  now = Date.parse("2026-11-25T09:00:00Z");
  origin = "";
  database!: TestDatabase;
  private readonly signers: Readonly<Record<string, Signer>> = {
    [bergenhus]: newSigner(),
    [fana]: newSigner(),
    [arna]: newSigner(),
  };
  private identity!: TestIdentity;
  private isIdentityGone = false;
  private listening!: Listening;

  async open(): Promise<this> {
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    this.database = await freshDatabase("inbox");
    this.identity = await startTestIdentity({ inbox: port });
    const { db } = this.database;
    const clock = () => this.now;
    const oidc = loginSettings(
      {
        OIDC_ISSUER: this.identity.issuer,
        OIDC_CLIENT_ID: "inbox",
        OIDC_KEY_FILE: this.identity.layout.inbox.oidcKey,
      },
      this.origin,
    )!;
    const always = { validFrom: 0, validTo: Number.MAX_SAFE_INTEGER };
    const keys = Object.entries(this.signers).map(
      ([id, { keyId, publicKey }]) => [keyId, { caller: `service:${id}`, publicKey, ...always }] as const,
    );
    const people = {
      sessions: openSessions<Visit>({ db, clock, ...cookieOf("inbox", this.origin), ...ages }),
      login: openLogin({ ...oidc, clock }),
      services,
      formTargets: oidc.origins,
      demo: true,
    };
    const publicOrigin = this.origin;
    const app = inboxApp({ db, clock, publicOrigin, keys: new Map(keys), bodyMax: 1_000_000, people });
    this.listening = await listen(app, { host: "127.0.0.1", port, publicOrigin, tls: null });
    return this;
  }

  async close(): Promise<void> {
    await this.listening.close();
    await this.closeIdentity();
    await this.database.drop();
  }

  /** All that the inbox holds is gone, sessions apart. */
  async emptyReports(): Promise<void> {
    await this.asAdmin("truncate opening, receipt, report, reference_counter, issued");
  }

  /** Somebody has changed the report's file in the database. */
  async alter(id: string): Promise<void> {
    await this.asAdmin(`update report set pdf = pdf || '\\x20'::bytea where id = '${id}'`);
  }

  private async asAdmin(statement: string): Promise<void> {
    const admin = postgres(this.database.adminUrl, { max: 1 });
    await admin.unsafe(statement);
    await admin.end();
  }

  /** A file as its bytes. */
  async file(browser: BrowserByHand, path: string): Promise<{ headers: Headers; bytes: Buffer }> {
    const answer = await fetch(this.origin + path, { headers: { cookie: browser.cookieFor(path) } });
    return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  /** Nobody can log in from here on. */
  async closeIdentity(): Promise<void> {
    if (!this.isIdentityGone) await this.identity.close();
    this.isIdentityGone = true;
  }

  /** Meanwhile the database lacks what the list is made of. */
  async whileBroken(step: () => Promise<unknown>): Promise<void> {
    await this.asAdmin("alter view list_row rename to list_row_gone");
    await step();
    await this.asAdmin("alter view list_row_gone rename to list_row");
  }

  /** A request as the receiver makes it for a service. */
  async call(service: string, method: string, path: string, value?: unknown): Promise<Response> {
    const body = value === undefined ? undefined : JSON.stringify(value);
    const request = { method, path: path.split("?")[0]!, ...(body === undefined ? {} : { body }) };
    const who = { caller: `service:${service}`, ...this.signers[service]! };
    const authorization = `Bearer ${await assertionFor(who, this.origin, request, this.now)}`;
    const headers = { authorization, "content-type": "application/json" };
    return fetch(this.origin + path, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  /** Puts a report, and gives its id. */
  async put(wish: Put = {}): Promise<string> {
    const { service = bergenhus, id = randomUUID(), serial = 1, json = "Syntetisk Barn", ...rest } = wish;
    const files = filesOf(json);
    const facts = { acceptedAt: new Date(this.now).toISOString(), kind: "professional", flags: [], ...rest };
    const named = Object.entries(files).map(([name, bytes]) => ({
      name: `bekymringsmelding.${name}`,
      bytes: bytes.toString("base64"),
    }));
    const answer = await this.call(service, "PUT", `/reports/${id}`, {
      service,
      serial,
      ...facts,
      files: named,
    });
    assert.equal(answer.status, 201);
    return id;
  }

  /** Tells that the hub has recorded receipts of these kinds, an hour apart, the last one now. */
  async told(id: string, kinds: readonly ReceiptKind[], service = bergenhus): Promise<Receipt[]> {
    const receipts = kinds.map((kind, index) =>
      this.receipt(id, kind, this.now - (kinds.length - 1 - index) * 60 * minute, service),
    );
    const answer = await this.call(service, "PUT", `/reports/${id}/receipts`, { receipts });
    assert.equal(answer.status, 200);
    return receipts;
  }

  receipt(id: string, kind: ReceiptKind, at: number, service = bergenhus, contentHash?: string): Receipt {
    const { keyId, privateKey } = this.signers[service]!;
    const body = {
      v: 1,
      kind,
      reportId: id,
      service,
      serial: 1,
      at: new Date(at).toISOString(),
      by: { role: mayIssue[kind][0]!, id: service },
      sealedHash: "0".repeat(64),
      ...(contentHash ? { contentHash } : {}),
    } as const;
    return signReceipt(body, keyId, privateKey);
  }

  /** A browser in which somebody has logged in, beginning at a page of the inbox; and where it ended. */
  async logIn(
    username: string,
    path = "/login",
    browser = new BrowserByHand(),
  ): Promise<{ browser: BrowserByHand; end: Step }> {
    const sent = await browser.arrive(this.origin + path);
    assert.ok(sent.location, sent.page);
    const login = await browser.arrive(sent.location);
    const { password } = demoUsers.find((user) => user.username === username)!;
    const back = await browser.follow(await browser.typeIn(login, username, password));
    assert.ok(back.location, back.page);
    return { browser, end: await browser.arrive(back.location) };
  }
}

/** A JSON text, and the bytes of a PDF that no other report has. */
function filesOf(json: string | Buffer): { json: Buffer; pdf: Buffer } {
  const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(40)]);
  if (typeof json !== "string") return { json, pdf };
  const child = { ...professionalExample.offentligBarn[0], personnavn: json };
  const document = { ...professionalExample, offentligBarn: [child] };
  return { json: Buffer.from(JSON.stringify(document)), pdf };
}
