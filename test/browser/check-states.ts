// The portal's pages about what the last look found, and about the log, in every state: found, not answered, gone, sent
// again or not; a log that is confirmed, that cannot be, and that is not reached.

import type { Page } from "playwright-core";
import type { Checked } from "../../src/portal/check.ts";
import { newKey } from "../sealed-package.ts";
import { type Delivery, type PlayedFollowHub, told } from "../played-follow-hub.ts";
import type { PlayedLog } from "../played-log.ts";

const at = (time: string) => `2026-11-${time}:00.000Z`;
const until = [told("accepted", "hub", at("20T12:03")), told("stored", "receiver", at("20T12:04"))];
const home = [...until, told("registered", "receiver", at("20T12:06"))];
const proven: Checked = { state: "proven", lastProvenAt: at("23T12:04"), sentAgain: null };

const checks = {
  proven: { receipts: home, check: proven },
  stored: { receipts: until, check: proven },
  unchecked: { receipts: home, check: { state: "not-checked-yet", lastProvenAt: null, sentAgain: null } },
  silent: { receipts: home, check: { ...proven, state: "silent" } },
  lost: { receipts: home, check: { ...proven, state: "lost", sentAgain: true } },
  lostForGood: { receipts: home, check: { ...proven, state: "lost", sentAgain: false } },
  notControlled: {
    receipts: [...until, told("claimed", "receiver", at("20T12:06"))],
    check: { state: "not-controlled", lastProvenAt: at("20T12:04"), sentAgain: null },
  },
  confirmed: {
    receipts: [
      ...until.slice(0, 1),
      told("claimed", "channel", at("20T12:06")),
      told("confirmed", "person", at("23T08:06")),
    ],
    check: { state: "cannot-be-checked", lastProvenAt: null, sentAgain: null },
  },
  runOut: { receipts: home, check: { ...proven, state: "cannot-be-checked" } },
} as const satisfies Record<string, Pick<Delivery, "receipts" | "check">>;

type Which = keyof typeof checks;

/** What these pages are drawn from. */
type World = {
  readonly origin: string;
  readonly hub: PlayedFollowHub;
  readonly log: PlayedLog;
  readonly codes: Readonly<Record<Which, string>>;
};

type State = { readonly name: string; readonly reach: (page: Page, world: World) => Promise<void> };

/** A code for each outcome of a check. */
export function checkedCodes(hub: PlayedFollowHub): Record<Which, string> {
  const codes = Object.entries(checks).map(([name, delivery]) => [
    name,
    hub.add({ channel: name === "confirmed" ? "svarinn" : "receiver", ...delivery }),
  ]);
  return Object.fromEntries(codes) as Record<Which, string>;
}

const follow =
  (which: Which, path = "/folg") =>
  async (page: Page, world: World) => {
    await page.goto(world.origin + path);
    await page.fill("#kode", world.codes[which]);
    await page.click("main form button[type=submit]");
  };

/** A page of the log, later than the portal keeps what it saw; with whatever is wrong for this state only. */
const look =
  (minutes: number, path = "/logg", spoil: (world: World) => void = () => {}) =>
  async (page: Page, world: World) => {
    const { log, hub } = world;
    const [before, now] = [{ leaves: [...log.leaves], signer: log.signer }, hub.now];
    hub.now += minutes * 60_000;
    spoil(world);
    await page.goto(world.origin + path);
    Object.assign(log, before, { isGone: false });
    hub.now = now;
  };

export const checkStates: readonly State[] = [
  { name: "folg-kontrollert", reach: follow("proven") },
  { name: "folg-kontrollert-hos-kommunen", reach: follow("stored", "/nn/folg") },
  { name: "folg-ikke-kontrollert-enna", reach: follow("unchecked") },
  { name: "folg-ikke-kontrollert", reach: follow("notControlled") },
  { name: "folg-bekreftet-av-person", reach: follow("confirmed") },
  { name: "folg-svarer-ikke", reach: follow("silent") },
  { name: "folg-ikke-funnet", reach: follow("lost") },
  { name: "folg-ikke-funnet-nynorsk", reach: follow("lost", "/nn/folg") },
  { name: "folg-ikke-funnet-ikke-sendt", reach: follow("lostForGood") },
  { name: "folg-kan-ikke-kontrolleres", reach: follow("runOut") },
  { name: "logg", reach: look(1) },
  { name: "logg-nynorsk", reach: look(2, "/nn/logg") },
  {
    name: "logg-vitne-borte",
    reach: look(120, "/logg", ({ log, hub }) => log.grow(1).cosign(hub.now - 30_000, [0])),
  },
  {
    name: "logg-feil-nokkel",
    reach: look(121, "/logg", ({ log }) => {
      log.signer = newKey();
    }),
  },
  {
    name: "logg-kortere",
    reach: look(122, "/nn/logg", ({ log }) => {
      log.leaves = log.leaves.slice(0, 900);
    }),
  },
  {
    name: "logg-ikke-nadd",
    reach: look(123, "/logg", ({ log }) => {
      log.isGone = true;
    }),
  },
  {
    name: "kvittering",
    reach: async (page, { origin }) => void (await page.goto(`${origin}/kvittering`)),
  },
  {
    name: "kvittering-nynorsk",
    reach: async (page, { origin }) => void (await page.goto(`${origin}/nn/kvittering`)),
  },
];
