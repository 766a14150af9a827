// Every page that the hub has for people, in every state it can be in, as they come to it: for the accessibility check,
// the screenshots, and whoever wants to look. The reports are claimed as case systems claim them; the logins are real.

import type { Page } from "playwright-core";
import { hourMs, minuteMs } from "../../src/core/schedule.ts";
import { demoUsers } from "../../src/stand-in/identity-users.ts";
import type { Sent } from "../claiming-hub.ts";
import { ClaimsWorld } from "../claims-world.ts";

/** Alver with reports in each state, Tysnes with many, Fitjar with none, and Bergen's that were not proven. */
export class ClaimsDesk {
  readonly world = new ClaimsWorld();
  waiting: Sent[] = [];

  get origin(): string {
    return this.world.origin;
  }

  async open(): Promise<this> {
    const { world } = this;
    await world.open();
    const { hub } = world;
    await hub.add("fitjar", "4615");
    await hub.claimed();
    await hub.claimed();
    hub.room.now += 44 * hourMs;
    const found = await hub.claimed();
    this.waiting = [await hub.claimed(), await hub.claimed(), await hub.claimed()];
    await hub.confirm(found, "B-2026/101");
    await hub.upload(`Melding;Referanse\n${this.waiting.map(({ id }, n) => `${id};B-${n}`)[0]}`, {
      from: "2026-11-24",
    });
    hub.room.now += 20 * minuteMs;
    this.waiting = [await hub.claimed(), await hub.claimed()];
    for (let count = 0; count < 51; count += 1) await hub.claimed("tysnes");
    await this.unproven();
    return this;
  }

  /** As whoever asks for proofs would leave them. */
  private async unproven(): Promise<void> {
    const { world } = this;
    const { room } = world.hub;
    const at = new Date(room.now - 3 * hourMs).toISOString();
    for (const outcome of ["null", "'wrong'", "'missing'"]) {
      const { id } = await room.accepted("bergen");
      const answered = outcome === "null" ? "null" : `'${at}'`;
      await world.asAdmin(
        `insert into challenge (report, n, service, purpose, revealed_at, next_ask_at, answered_at, outcome)
         values ('${id}', 2, 'bergen', 'demand', '${at}', '${at}', ${answered}, ${outcome})`,
      );
    }
    const { id } = await room.accepted("bergen");
    await world.asAdmin(
      `insert into deviation (at, kind, report, service, owner, detail)
       values ('${at}', 'proof.run-out', '${id}', 'bergen', 'service:bergen', '')`,
    );
  }

  close(): Promise<void> {
    return this.world.close();
  }
}

type Reach = (page: Page, desk: ClaimsDesk) => Promise<void>;
type State = { readonly name: string; readonly reach: Reach };

const caseworker = "saksbehandler-alver";
const list = "/ikke-kontrollert";

const open =
  (path: string): Reach =>
  async (page, { origin }) => {
    await page.goto(origin + path);
  };

/** Logs in as one of the demonstration's users, in a browser that remembers nothing. */
export const logIn =
  (username: string): Reach =>
  async (page, { origin }) => {
    await page.context().clearCookies();
    await page.goto(`${origin}/login`);
    await page.fill("#username", username);
    await page.fill("#password", demoUsers.find((user) => user.username === username)!.password);
    await page.click("button[value=login]");
  };

const inTurn =
  (...steps: readonly Reach[]): Reach =>
  async (page, desk) => {
    for (const step of steps) await step(page, desk);
  };
const as = (username: string, path: string) => inTurn(logIn(username), open(path));

/** Fills in the form of one of those that wait, and sends it. */
const confirm =
  (which: number, reference: string): Reach =>
  async (page, { waiting }) => {
    const { id } = waiting[which]!;
    await page.fill(`#referanse-${id}`, reference);
    await page.click(`form:has(#referanse-${id}) button`);
  };

/** While the page lay there, somebody else was first. */
const someoneElseFirst: Reach = async (_page, { world, waiting }) => {
  await world.hub.confirm(waiting[1]!, "B-2026/7");
};

const upload =
  (text: (desk: ClaimsDesk) => string): Reach =>
  async (page, desk) => {
    await page.setInputFiles("#fil", {
      name: "uttrekk.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text(desk)),
    });
    await page.fill("#fra", "2026-11-25");
    await page.fill("#til", "2026-11-25");
    await page.click("form.upload button");
  };

/** Out of the hub's pages, and on to the provider, which asks whether that is meant there too. */
const logOut: Reach = async (page) => {
  await page.click("header form button");
  await page.click("button[value=yes]");
};

/** A form on another site that leads here. */
const foreignForm: Reach = async (page, { origin }) => {
  const form = `<form method="post" action="${origin}${list}/bekreft"><button>x</button></form>`;
  await page.goto(`data:text/html,${encodeURIComponent(form)}`);
  await page.click("button");
  await page.waitForURL(`${origin}/**`);
};

/** While a table is gone. */
const broken: Reach = async (page, desk) => {
  await logIn(caseworker)(page, desk);
  await desk.world.asAdmin("alter view waiting_claim rename to waiting_gone");
  await page.goto(desk.origin + list);
  await desk.world.asAdmin("alter view waiting_gone rename to waiting_claim");
};

/** The provider goes while somebody is there to log in. There is no login after it. */
const providerGone: Reach = async (page, { origin, world }) => {
  await page.context().clearCookies();
  const answer = await page.request.get(`${origin}/login`, { maxRedirects: 0 });
  const provider = new URL(answer.headers().location!);
  await world.closeIdentity();
  const state = provider.searchParams.get("state")!;
  const back = new URLSearchParams({ code: "x", state, iss: provider.origin });
  await page.goto(`${origin}/login/callback?${back}`);
};

/** The last is the end of logging in. */
export const states: readonly State[] = [
  { name: "start", reach: open("/") },
  {
    name: "login-avbrutt",
    reach: inTurn(open("/login"), (page) => page.click("button[value=cancel]")),
  },
  { name: "login-for-lavt", reach: logIn("saksbehandler-lavt-niva") },
  { name: "login-for-sent", reach: open("/login/callback?code=x&state=y") },
  { name: "ingen-tilgang", reach: logIn("laerer") },
  { name: "ikke-kontrollert", reach: logIn(caseworker) },
  { name: "ikke-kontrollert-tom", reach: logIn("leder-fitjar") },
  { name: "ikke-kontrollert-side-to", reach: as("leder-tysnes", `${list}?side=2`) },
  { name: "drift-alle", reach: logIn("drift-ks") },
  { name: "drift-en-tjeneste", reach: as("drift-ks", `${list}?tjeneste=alver`) },
  { name: "drift-ikke-bevist", reach: as("drift-ks", `${list}?tjeneste=bergen`) },
  { name: "bekreft-uten-referanse", reach: inTurn(logIn(caseworker), confirm(0, " ")) },
  {
    name: "bekreft-annen-referanse",
    reach: inTurn(logIn(caseworker), someoneElseFirst, confirm(1, "B-2026/8")),
  },
  { name: "bekreftet", reach: inTurn(logIn(caseworker), confirm(0, "B-2026/9")) },
  {
    name: "liste-kan-ikke-leses",
    reach: inTurn(
      logIn(caseworker),
      upload(({ waiting: [first] }) => `${first!.id};B-2026/9\nikke en id;B-2026/10\n${first!.id};`),
    ),
  },
  {
    name: "liste-sammenlignet",
    reach: inTurn(
      logIn(caseworker),
      upload(
        ({ waiting: [first, second] }) =>
          `Melding;Referanse\n${first!.id};B-2026/9\n${second!.id};B-2026/99\n${crypto.randomUUID()};B-2026/11`,
      ),
    ),
  },
  { name: "finnes-ikke", reach: as("drift-ks", `${list}?tjeneste=ingen`) },
  { name: "fremmed-skjema", reach: foreignForm },
  { name: "feil-hos-oss", reach: broken },
  { name: "logget-ut", reach: inTurn(logIn(caseworker), logOut) },
  { name: "login-ikke-nadd", reach: providerGone },
];
