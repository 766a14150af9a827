// Makes a picture of every page in every state, on a phone and on a desktop, into docs/screenshots/: to be looked
// at. `npm run screenshots`, or with parts of names to make only those.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { demoSite } from "../../src/stand-in/demo-site.js";
import { portsFrom } from "../../src/stand-in/ports.js";
import { listen } from "../../src/http/server.js";
import { readyChromium } from "./chromium.js";
import { writeGallery } from "./gallery.js";
import { InboxDesk, states as inboxStates } from "./inbox-states.js";
import { PortalWorld, states as portalStates } from "./portal-states.js";
import { allStates } from "./sending-states.js";
import { openWritingWorld } from "./writing-states.js";
const folder = fileURLToPath(new URL("../../../docs/screenshots/", import.meta.url));
const sizes = { telefon: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const only = process.argv.slice(2);
const isWanted = (name) => only.length === 0 || only.some((part) => name.includes(part));
/** The page that shows the way through a demonstration, with the addresses that it has by itself. */
const firstPage = {
    name: "start",
    reach: async (page, { origin }) => {
        await page.goto(origin);
    },
};
async function openFirstPage() {
    const server = { host: "127.0.0.1", port: 0, publicOrigin: "http://127.0.0.1", tls: null };
    const listening = await listen(demoSite(portsFrom(7400)), server);
    return { origin: `http://127.0.0.1:${listening.port}`, close: () => listening.close() };
}
mkdirSync(folder, { recursive: true });
const chromium = await readyChromium();
for (const size of ["telefon", "desktop"]) {
    await picture(size, { name: "portal", states: portalStates, open: () => new PortalWorld().open() });
    await picture(size, { name: "portal", states: allStates, open: openWritingWorld });
    await picture(size, { name: "demo", states: [firstPage], open: openFirstPage });
    await picture(size, { name: "inbox", states: inboxStates, open: () => new InboxDesk().open() });
}
await chromium.close();
writeGallery(fileURLToPath(new URL("../../../README.md", import.meta.url)), folder, "docs/screenshots");
async function picture(size, room) {
    const wanted = room.states.filter(({ name }) => isWanted(`${room.name}-${name}`));
    if (wanted.length === 0)
        return;
    const world = await room.open();
    const context = await chromium.open({ viewport: sizes[size], javaScriptEnabled: false });
    const page = await context.newPage();
    for (const { name, reach } of wanted) {
        await reach(page, world);
        // Letters of the Sámi languages are fetched once the page shows that it has some.
        await page.waitForLoadState("networkidle");
        await page.screenshot({ path: `${folder}${room.name}-${name}-${size}.png`, fullPage: true });
    }
    await world.close();
}
//# sourceMappingURL=screenshots.js.map