// The portal with its form, on its two real databases and before a real hub: what the tests of its pages stand on. The
// clock is played, and the road to the hub, which can be gone or let through only so many reports.

import { createPublicKey, type KeyObject, randomBytes } from "node:crypto";
import type { Hono } from "hono";
import { loginSettings } from "../src/config.ts";
import type { Fetch } from "../src/http/client.ts";
import { type Login, openLogin } from "../src/http/login.ts";
import { rateOf } from "../src/http/rate.ts";
import { type Listening, listen } from "../src/http/server.ts";
import { hubAt } from "../src/portal/hub.ts";
import { forgetReminder } from "../src/portal/reminder.ts";
import { portalApp } from "../src/portal/routes.ts";
import { type PortalSession, sessionAges } from "../src/portal/session.ts";
import { cookieOf, openSessions } from "../src/web/session.ts";
import { certificateKeyId, makeCertificate } from "../src/wire/certificate.ts";
import { freePort, freshDatabase, type TestDatabase } from "./database.ts";
import { expectStatus, type HubRoom, openHub, origin as hubOrigin } from "./hub-room.ts";
import { PlayedLog } from "./played-log.ts";
import { startTestIdentity, type TestIdentity } from "./room-login.ts";

export type WorldWish = {
  /** Listens, with the stand-in that people log in at; otherwise it is asked without a network, and nobody logs in. */
  readonly isListening?: boolean;
  readonly draftsPerMinute?: number;
  readonly followsPerMinute?: number;
};

const year = 365 * 24 * 3_600_000;
const places = [
  { id: "bergen-bergenhus", name: "Barnevernstjenesten Bergenhus", in: "4601", districts: ["02", "07"] },
  { id: "bergen-fana", name: "Barnevernstjenesten Fana", in: "4601", districts: ["03"] },
  { id: "alver", name: "Barnevernstjenesten i Alver", in: "4631", districts: [null] },
];

export class WritingWorld {
  origin = "https://framme.example";
  app!: Hono;
  room!: HubRoom;
  portal!: TestDatabase;
  outbox!: TestDatabase;
  /** The road to the hub: gone, or how many more reports come through. */
  isHubGone = false;
  mayPost = Number.POSITIVE_INFINITY;
  readonly secret = randomBytes(32);
  log!: PlayedLog;
  /** How many drafts a network may begin. Emptied by taking them. */
  begins = rateOf(1000);
  private identity: TestIdentity | null = null;
  private listening: Listening | null = null;

  get now(): number {
    return this.room.now;
  }

  set now(to: number) {
    this.room.now = to;
  }

  async open({ isListening = false, draftsPerMinute = 1000, followsPerMinute = 1000 }: WorldWish = {}) {
    this.room = await openHub();
    this.log = new PlayedLog({ ...this.room.hub.key, publicKey: this.hubKey });
    await furnish(this.room);
    [this.portal, this.outbox] = await Promise.all([freshDatabase("portal"), freshDatabase("outbox")]);
    this.begins = rateOf(draftsPerMinute);
    const port = isListening ? await freePort() : 0;
    if (isListening) {
      this.origin = `http://127.0.0.1:${port}`;
      this.identity = await startTestIdentity({ portal: port });
    }
    this.app = this.newApp(followsPerMinute);
    const server = { host: "127.0.0.1", port, publicOrigin: this.origin, tls: null };
    if (isListening) this.listening = await listen(this.app, server);
    return this;
  }

  async close(): Promise<void> {
    await this.listening?.close();
    await this.closeIdentity();
    await Promise.all([this.room.close(), this.portal.drop(), this.outbox.drop()]);
  }

  /** Nobody can log in from here on. */
  async closeIdentity(): Promise<void> {
    await this.identity?.close();
    this.identity = null;
  }

  /** The hub's public key, as it is pinned. */
  get hubKey(): KeyObject {
    return createPublicKey(this.room.hub.key.privateKey);
  }

  /** Every report that the hub has accepted, and how many packages the portal has sealed. */
  async counts(): Promise<{ accepted: number; sealed: number }> {
    const [accepted] = await this.room.database.db.read`select count(*)::int as count from delivery`;
    const [sealed] = await this.outbox.db.read`select count(*)::int as count from package`;
    return { accepted: accepted?.count, sealed: sealed?.count };
  }

  private newApp(followsPerMinute: number): Hono {
    const { room, secret, origin: publicOrigin } = this;
    const db = this.portal.db;
    const clock = () => this.now;
    const fetch = this.road;
    const identity = room.asSubmitter();
    const at = { url: hubOrigin, keys: [this.hubKey] };
    const hub = hubAt({ url: at.url, fetch, clock, pinned: at.keys, identity });
    const sender = { db: this.outbox.db, fetch, clock, hub: at, identity };
    const { login, targets } = this.login();
    return portalApp({
      hub,
      log: this.log.at(clock),
      clock,
      publicOrigin,
      demo: true,
      followsPerMinute,
      forgetReminder: (trackingHash) => forgetReminder({ db, secret }, trackingHash),
      formTargets: targets,
      writing: {
        log: this.log.at(clock),
        sending: { db, sender, secret, hub, clock, patienceMs: 5_000 },
        sessions: openSessions<PortalSession>({
          db,
          ...cookieOf("portal", publicOrigin),
          ...sessionAges,
          clock,
        }),
        login,
        publicOrigin,
        demo: true,
        begins: { take: (key, now) => this.begins.take(key, now), waitFor: () => 0 },
        kinds: { mail: true, sms: true },
      },
    });
  }

  private login(): { login: Login | null; targets: readonly string[] } {
    if (!this.identity) return { login: null, targets: ["https://login.example"] };
    const env = {
      OIDC_ISSUER: this.identity.issuer,
      OIDC_CLIENT_ID: "portal",
      OIDC_KEY_FILE: this.identity.layout.portal.oidcKey,
    };
    const settings = loginSettings(env, this.origin)!;
    return { login: openLogin({ ...settings, clock: () => this.now }), targets: settings.origins };
  }

  private readonly road: Fetch = async (url, init) => {
    const { pathname } = new URL(url);
    if (this.isHubGone) throw new TypeError("fetch failed");
    if (pathname === "/reports") {
      this.mayPost -= 1;
      if (this.mayPost < 0) throw new TypeError("fetch failed");
    }
    return this.room.app.request(pathname, init);
  };
}

/** The services, the emergency service, and the key that paper copies are sealed to. */
async function furnish(room: HubRoom): Promise<void> {
  for (const { id, name, in: municipality, districts } of places) {
    const areas = districts.map((district) => ({ municipality, district, from: "2020-01-01", to: null }));
    await room.addService(id, "receiver", municipality, { name, areas });
  }
  const vakt = { id: "vakt-bergen", name: "Barnevernsvakten i Bergen", phone: "55 36 70 80" };
  const emergency = { ...vakt, municipalities: ["4601"], hours: "always" };
  expectStatus(await room.ask("PUT", "/emergency-services/vakt-bergen", emergency, room.asPerson()), 201);
  const validity = { validFrom: room.now - year, validTo: room.now + year, bits: 2048 };
  const { certificatePem: pem } = await makeCertificate({ commonName: "print", ...validity });
  expectStatus(
    await room.publish(room.change("print", "encryption", { keyId: certificateKeyId(pem), pem })),
    201,
  );
}
