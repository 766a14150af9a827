// Makes a picture of every page in every state, on a phone and on a desktop, into docs/screenshots/: to be looked
// at. `npm run screenshots`, or with parts of names to make only those.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readyChromium } from "./chromium.ts";
import { PortalWorld, states } from "./portal-states.ts";

const folder = fileURLToPath(new URL("../../../docs/screenshots/", import.meta.url));
const sizes = { telefon: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;
const only = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
const chromium = await readyChromium();
for (const [size, viewport] of Object.entries(sizes)) {
  const world = await new PortalWorld().open();
  const context = await chromium.open({ viewport, javaScriptEnabled: false });
  const page = await context.newPage();
  const wanted = states.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));
  for (const { name, reach } of wanted) {
    await reach(page, world);
    // Letters of the Sámi languages are fetched once the page shows that it has some.
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `${folder}portal-${name}-${size}.png`, fullPage: true });
  }
  await world.close();
}
await chromium.close();
