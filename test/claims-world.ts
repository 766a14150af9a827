// The hub's pages as a server of its own, on a real database, with the real stand-in that people log in at. Reports are
// claimed as a case system claims them; the clock is played.

import assert from "node:assert/strict";
import postgres from "postgres";
import { loginSettings } from "../src/config.ts";
import { type Listening, listen } from "../src/http/server.ts";
import { withPages } from "../src/hub/people-routes.ts";
import { loginAt } from "../src/hub/people-sessions.ts";
import { demoUsers } from "../src/stand-in/identity-users.ts";
import { BrowserByHand, type Step } from "./browser-by-hand.ts";
import { type ClaimingHub, openClaimingHub } from "./claiming-hub.ts";
import { freePort, startTestIdentity, type TestIdentity } from "./room-login.ts";

export class ClaimsWorld {
  origin = "";
  hub!: ClaimingHub;
  private identity!: TestIdentity;
  private isIdentityGone = false;
  private listening!: Listening;

  async open(): Promise<this> {
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    this.hub = await openClaimingHub(this.origin);
    this.identity = await startTestIdentity({ hub: port });
    const oidc = loginSettings(
      {
        OIDC_ISSUER: this.identity.issuer,
        OIDC_CLIENT_ID: "hub",
        OIDC_KEY_FILE: this.identity.layout.hub.oidcKey,
      },
      this.origin,
    )!;
    const { room } = this.hub;
    const app = withPages(room.app, loginAt(room.hub, oidc, true));
    this.listening = await listen(app, { host: "127.0.0.1", port, publicOrigin: this.origin, tls: null });
    return this;
  }

  async close(): Promise<void> {
    await this.listening.close();
    await this.closeIdentity();
    await this.hub.room.close();
  }

  /** Nobody can log in from here on. */
  async closeIdentity(): Promise<void> {
    if (!this.isIdentityGone) await this.identity.close();
    this.isIdentityGone = true;
  }

  /** A browser in which somebody has logged in, beginning at a page here; and where it ended. */
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

  /** Posts a list as a browser posts a file. */
  async upload(
    browser: BrowserByHand,
    text: string,
    fields: Readonly<Record<string, string>> = {},
    origin = this.origin,
  ): Promise<{ status: number; page: string }> {
    const form = new FormData();
    const today = this.hub.today();
    for (const [name, value] of Object.entries({ fra: today, til: today, ...fields })) form.set(name, value);
    form.set("fil", new File([text], "uttrekk.csv", { type: "text/csv" }));
    const path = "/ikke-kontrollert/liste";
    const headers = { cookie: browser.cookieFor(path), origin };
    const answer = await fetch(this.origin + path, { method: "POST", body: form, headers });
    return { status: answer.status, page: await answer.text() };
  }

  /** Writes what only the owner of the tables may, as a challenge that somebody failed. */
  async asAdmin(statement: string): Promise<void> {
    const admin = postgres(this.hub.room.database.adminUrl, { max: 1 });
    await admin.unsafe(statement);
    await admin.end();
  }
}
