// Goal: whoever asks is told whether the log can be confirmed, by signatures that were checked here and not by the hub's
// word; nobody is frightened where nothing is wrong; and nothing tells when a single report came. Method: the pages over
// HTTP before a log with a real tree and real signatures, which goes wrong in every way it can.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Hono } from "hono";
import { PlayedFollowHub } from "../../test/played-follow-hub.ts";
import { PlayedLog } from "../../test/played-log.ts";
import { newKey } from "../../test/sealed-package.ts";
import { hubAt } from "./hub.ts";
import { portalApp } from "./routes.ts";
import { logTexts } from "./texts-log.ts";

const noon = Date.parse("2026-11-24T12:04:00Z");
const hour = 3_600_000;
let now: number;
let log: PlayedLog;
let app: Hono;

function newApp(known?: number): Hono {
  const clock = () => now;
  const hub = hubAt({ url: "http://hub", fetch: new PlayedFollowHub(noon).fetch, clock });
  const nothing = { demo: false, followsPerMinute: 10, forgetReminder: null, writing: null, formTargets: [] };
  return portalApp({
    hub,
    log: log.at(clock, known),
    clock,
    publicOrigin: "https://framme.example",
    ...nothing,
  });
}

beforeEach(() => {
  now = noon;
  log = new PlayedLog().grow(1_234).cosign(noon - 60_000);
  app = newApp();
});

async function page(path = "/logg", asked = app): Promise<{ status: number; text: string }> {
  now += 10_001; // Later than what is kept.
  const answer = await asked.request(path);
  return { status: answer.status, text: (await answer.text()).replaceAll("\u00a0", " ") };
}

const { log: nb } = logTexts.nb;

test("a log that all have signed is confirmed: how many entries, the head, and who signed it when", async () => {
  for (const language of ["nb", "nn"] as const) {
    const words = logTexts[language].log;
    const { status, text } = await page(language === "nb" ? "/logg" : "/nn/logg");
    assert.equal(status, 200);
    for (const said of [
      words.confirmed,
      "1 234",
      "kl. 13.03",
      "Statsforvalteren i Vestland",
      "Alver kommune",
    ])
      assert.ok(text.includes(said), said);
    assert.ok(text.includes(words.reachAll));
    assert.ok(!text.includes(words.doubted));
  }
});

test("new lines that nobody has signed yet are no reason for doubt", async () => {
  log.grow(3);
  const { text } = await page();
  assert.ok(text.includes(nb.confirmed) && text.includes(nb.reach("1 234", "1 237")));
});

test("a night without reports is no reason for doubt, however old the signatures are", async () => {
  now = noon + 15 * hour;
  assert.ok((await page()).text.includes(nb.confirmed));
});

test("a witness that is behind and has signed nothing for an hour is named, and the log not confirmed", async () => {
  log.grow(1);
  now = noon + hour;
  const { text } = await page();
  assert.ok(text.includes(nb.doubted) && text.includes(nb.doubts.witnesses) && text.includes(nb.notFresh));
  log.cosign(now, [0]);
  const { text: one } = await page();
  assert.ok(one.includes(nb.doubted) && one.includes(nb.notSigned("Alver kommune")));
  assert.ok(!one.includes(nb.reachAll), "one of two is not all");
  assert.ok(one.includes("1 235"), "the length is told all the same");
});

test("a head that another key has signed is not confirmed, whatever it says", async () => {
  log.signer = newKey();
  const { text } = await page();
  assert.ok(text.includes(nb.doubted) && text.includes(nb.doubts.signature));
  assert.match(text, /data-color="danger"/);
});

test("a log that is shorter than what witnesses have signed is found, also when only a witness shows it", async () => {
  log.leaves = log.leaves.slice(0, 1_000);
  assert.ok((await page()).text.includes(nb.doubts.shorter));
  const [{ id }] = log.witnesses as [PlayedLog["witnesses"][number]];
  const longer = [...log.leaves, ...Array.from({ length: 500 }, () => Buffer.alloc(32, 1))];
  log.shown.set(id, log.signedBy(0, longer, noon));
  log.cosign(now);
  const { text } = await page();
  assert.ok(
    text.includes(nb.doubts.shorter),
    "the hub shows its own witnesses' signatures under the shorter one",
  );
});

test("a log that goes back behind what was seen here before is found without any witness", async () => {
  const alone = newApp(0);
  assert.ok((await page("/logg", alone)).text.includes(nb.doubts["no-witnesses"]));
  log.leaves = log.leaves.slice(0, 1_200);
  log.cosign(now);
  assert.ok((await page("/logg", alone)).text.includes(nb.doubts.shorter));
});

test("a log of the same length with a changed line is found", async () => {
  await page();
  log.leaves[7] = Buffer.alloc(32, 7);
  assert.ok((await page()).text.includes(nb.doubts.differs));
});

test("nobody can cast doubt on a log alone: a head that the hub has not signed counts for nothing", async () => {
  const [{ id }] = log.witnesses as [PlayedLog["witnesses"][number]];
  log.shown.set(id, log.signedBy(0, [...log.leaves, Buffer.alloc(32)], noon, newKey()));
  assert.ok((await page()).text.includes(nb.confirmed));
});

test("a hub that is away is told as that, and not as a log that is gone", async () => {
  log.isGone = true;
  const { status, text } = await page();
  assert.equal(status, 503);
  assert.ok(text.includes(nb.down) && text.includes(nb.downText) && text.includes(nb.stillValid));
});

test("many who look ask the hub once", async () => {
  await page();
  const before = log.asked.length;
  await Promise.all(Array.from({ length: 20 }, () => app.request("/logg")));
  assert.equal(log.asked.length, before);
});

test("the keys are the pinned ones, as the commands on the page read them", async () => {
  const { text } = await page();
  assert.match(
    text,
    /framme verify --log --url http:\/\/hub\.test --hub-key nokkel\.pem --witnesses vitner\.json/,
  );
  const pem = await (await app.request("/logg/nokkel.pem")).text();
  assert.equal(pem, log.signer.publicKey.export({ type: "spki", format: "pem" }));
  const listed = (await (await app.request("/logg/vitner.json")).json()) as { key: string; name: string }[];
  assert.deepEqual(
    listed.map(({ name }) => name),
    log.witnesses.map(({ name }) => name),
  );
  for (const { key } of listed) assert.match(key, /^witness-\d\.test\+[0-9a-f]{8}\+/);
});

test("how to check a receipt oneself stands in both languages, with each level and what it does not prove", async () => {
  for (const [path, language] of [
    ["/kvittering", "nb"],
    ["/nn/kvittering", "nn"],
  ] as const) {
    const { status, text } = await page(path);
    assert.equal(status, 200);
    for (const { name, text: told } of [
      ...logTexts[language].verify.levels,
      ...logTexts[language].verify.answers,
    ])
      assert.ok(text.includes(name) && text.includes(told), name);
    assert.match(text, /framme verify kvittering\.json/);
  }
});

test("every page ends with the way to the log and to checking a receipt", async () => {
  for (const path of ["/", "/nn", "/folg", "/finnes-ikke"]) {
    const prefix = path === "/nn" ? "/nn" : "";
    const { text } = await page(path);
    assert.match(text, new RegExp(`<footer.*href="${prefix}/logg".*href="${prefix}/kvittering"`, "s"), path);
  }
});

test("every text stands in both languages, none is a copy, and none says more than is known", () => {
  const flat = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "function"
        ? [value("·", "·")]
        : Object.values(value as object).flatMap(flat);
  const [bokmal, nynorsk] = [flat(logTexts.nb), flat(logTexts.nn)];
  assert.equal(bokmal.length, nynorsk.length);
  const same = new Set(["Loggen over kvitteringer", "Signert", "I loggen", "Medsignert", "Kontrollert"]);
  for (const [index, text] of bokmal.entries())
    if (!same.has(text)) assert.notEqual(nynorsk[index], text, "a sentence nobody translated");
  for (const text of [...bokmal, ...nynorsk]) assert.doesNotMatch(text, /mott(att|eke)|ta(tt)? imot|umulig/i);
  const onlyBokmal =
    /(?<!\p{L})(ikke|hva|hvor|hvem|noe|noen|være|tjenesten|meldingen|barnevernstjenesten|nå|kvitteringen|beviset|fra|vitnene|signaturene)(?!\p{L})/iu;
  for (const text of nynorsk) assert.doesNotMatch(text, onlyBokmal);
});
