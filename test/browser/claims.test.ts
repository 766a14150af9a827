// Goal: whoever controls what was only claimed can do it in a real browser: on the narrowest phone, with a screen reader,
// with the keyboard alone, without scripts. Method: every page in every state, as claims-states.ts reaches it, and the
// morning's control from the login to the last report.

import assert from "node:assert/strict";
import "node:child_process"; // Starts a browser, so it is run apart from the pure tests.
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { type Chromium, readyChromium } from "./chromium.ts";
import { ClaimsDesk, logIn, states } from "./claims-states.ts";

const narrow = { width: 320, height: 640 };
const desktop = { width: 1280, height: 800 };
let chromium: Chromium;
const desks: ClaimsDesk[] = [];

before(async () => {
  chromium = await readyChromium();
});
after(async () => {
  await chromium.close();
  for (const desk of desks) await desk.close();
});

async function newDesk(): Promise<ClaimsDesk> {
  const desk = await new ClaimsDesk().open();
  desks.push(desk);
  return desk;
}

async function newPage(viewport: typeof narrow, javaScriptEnabled: boolean): Promise<Page> {
  return (await chromium.open({ viewport, javaScriptEnabled })).newPage();
}

for (const viewport of [narrow, desktop])
  test(`at ${viewport.width} pixels no page, in no state, has a fault that axe can find, or is wider than the screen`, async () => {
    const desk = await newDesk();
    const page = await newPage(viewport, true);
    const stopped: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) stopped.push(message.text());
    });
    const titles = new Map<string, string>();
    for (const { name, reach } of states) {
      await reach(page, desk);
      assert.ok(page.url().startsWith(`${desk.origin}/`), `${name} is at ${page.url()}`);
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      assert.deepEqual(found, [], name);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      assert.ok(Number(width) <= viewport.width, `${name} is ${width} wide`);
      titles.set(name, await page.innerText("h1"));
    }
    assert.deepEqual(stopped, []);
    assert.deepEqual(Object.fromEntries(titles), headings);
  });

const claims = "Ikke kontrollert";

/** So that no state is another page than it says. */
const headings: Readonly<Record<string, string>> = {
  start: "Kontroll av meldinger",
  "login-avbrutt": "Du ble ikke logget inn",
  "login-for-lavt": "Innloggingen er ikke sikker nok",
  "login-for-sent": "Innloggingen tok for lang tid",
  "ingen-tilgang": "Du har ikke tilgang",
  "ikke-kontrollert": claims,
  "ikke-kontrollert-tom": claims,
  "ikke-kontrollert-side-to": claims,
  "drift-alle": claims,
  "drift-en-tjeneste": claims,
  "drift-ikke-bevist": claims,
  "bekreft-uten-referanse": claims,
  "bekreft-annen-referanse": claims,
  bekreftet: claims,
  "liste-kan-ikke-leses": claims,
  "liste-sammenlignet": "Lista er sammenlignet",
  "finnes-ikke": "Vi finner ikke siden",
  "fremmed-skjema": "Skjemaet kom ikke fra denne siden",
  "feil-hos-oss": "Noe gikk galt hos oss",
  "logget-ut": "Du er logget ut",
  "login-ikke-nadd": "Vi får ikke kontakt med innloggingen",
};

test("with the keyboard alone and without scripts: the morning's control is one report and one list", async () => {
  const desk = await newDesk();
  const page = await newPage(narrow, false);
  await logIn("saksbehandler-alver")(page, desk);
  const { id } = desk.waiting[0]!;
  await page.focus(`#referanse-${id}`);
  await page.keyboard.type("B-2026/55");
  await page.keyboard.press("Enter");
  await page.waitForURL(/bekreftet=/);
  assert.match(await page.innerText("main"), /er bekreftet som B-2026\/55/);
  assert.doesNotMatch(page.url(), /B-2026/);
  assert.equal(await page.locator(`#referanse-${id}`).count(), 0);
  const hidden = await page.locator("form.confirm input[name=melding]").all();
  const left = await Promise.all(hidden.map((field) => field.getAttribute("value")));
  const text = left.map((report, n) => `${report};B-2026/${60 + n}`).join("\n");
  await page.setInputFiles("#fil", { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.focus("form.upload button");
  await page.keyboard.press("Enter");
  await page.waitForURL(/liste$/);
  assert.match(await page.innerText("main"), new RegExp(`${left.length} bekreftet nå`));
  await page.click("main a");
  assert.match(await page.innerText("main"), /Ingen meldinger venter på kontroll/);
});
