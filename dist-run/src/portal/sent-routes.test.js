// Goal: one press on «Send» is one report to each service, whatever is pressed twice, broken off or changed; what the
// page says is what the hub has signed; and the code and the reminder are nobody else's. Method: the portal over HTTP on
// real PostgreSQL before a real hub; the road between them is what breaks.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { codeIn, hiddenIn, PortalVisitor } from "../../test/portal-visitor.js";
import { neighbour, neighbourOfTwo, typed } from "../../test/writing-answers.js";
import { WritingWorld } from "../../test/writing-world.js";
import { receiptSignatureFits } from "../core/receipt.js";
let world;
let visitor;
const monday = Date.parse("2026-11-23T12:00:00.000Z");
before(async () => {
    world = await new WritingWorld().open();
});
after(() => world.close());
beforeEach(() => {
    visitor = new PortalVisitor(world);
    Object.assign(world, { isHubGone: false, mayPost: Number.POSITIVE_INFINITY, now: monday });
});
/** Writes and sends, and gives the page that comes. */
async function sent(pages = neighbour) {
    await visitor.write(pages);
    assert.equal((await visitor.send()).to, "/meld/sendt");
    return (await visitor.get("/meld/sendt")).text;
}
async function more(step) {
    const before = await world.counts();
    await step();
    const { accepted, sealed } = await world.counts();
    return { accepted: accepted - before.accepted, sealed: sealed - before.sealed };
}
test("sent: stored and on its way, until when the next proof is due, whom to call, and nothing of what was written", async () => {
    const text = await sent();
    assert.match(text, /Meldingen er lagret og på vei.*Lagret i den nasjonale tjenesten/s);
    assert.match(text, /Det betyr ikke at noen har lest meldingen/);
    assert.match(text, /innen .*kl\. 14\.00/s);
    assert.match(text, /Ring Barnevernstjenesten Bergenhus.*55 00 00 00/s);
    assert.doesNotMatch(text, /mottatt|anonym/i);
    for (const said of [typed.name, typed.concern, typed.own])
        assert.equal(text.includes(said), false);
    assert.equal((await visitor.get("/meld/barn/1/navn")).status, 410);
    const [row] = await world.portal.db
        .read `select count(*)::int as count from draft where answers is not null`;
    assert.equal(row?.count, 0);
});
test("«Send» pressed twice at once, again, and after going back, is one report under one code", async () => {
    await visitor.write(neighbour);
    const fields = hiddenIn((await visitor.get("/meld/kontroller")).text, "/meld/send");
    const press = () => visitor.post("/meld/send", fields);
    const made = await more(async () => {
        const pressed = [...(await Promise.all([press(), press(), press()])), await press()];
        for (const { status, to } of pressed)
            assert.deepEqual([status, to], [303, "/meld/sendt"]);
        await visitor.get("/meld/sendt");
        assert.equal((await press()).to, "/meld/sendt");
    });
    assert.deepEqual(made, { accepted: 1, sealed: 1 });
    assert.equal((await visitor.get("/meld/send")).to, "/meld");
});
test("a page that is posted after sending is the beginning of another report, and says so; the sent one is untouched", async () => {
    const code = codeIn(await sent());
    const { status, text } = await visitor.post("/meld/bekymring", { concern: "En ting til." });
    assert.equal(status, 200);
    assert.match(text, /Dette er en ny melding.*som ikke er sendt/s);
    assert.equal(codeIn((await visitor.get("/meld/sendt")).text), code);
});
test("answers changed in another tab are shown again before anything is sealed", async () => {
    await visitor.write(neighbour);
    const fields = hiddenIn((await visitor.get("/meld/kontroller")).text, "/meld/send");
    await visitor.post("/meld/bekymring", { concern: "Noe annet." });
    const made = await more(async () => {
        const { status, text } = await visitor.post("/meld/send", fields);
        assert.equal(status, 409);
        assert.match(text, /Svarene er endret i en annen fane.*Noe annet\./s);
    });
    assert.deepEqual(made, { accepted: 0, sealed: 0 });
});
test("the hub gone after sealing: not sent yet, a code that works later, and the same report when it is pressed again", async () => {
    await visitor.write(neighbour);
    world.mayPost = 0;
    const made = await more(async () => {
        assert.equal((await visitor.send()).to, "/meld/sendt");
        const waiting = (await visitor.get("/meld/sendt")).text;
        assert.match(waiting, /<h1[^>]*>Ikke sendt ennå.*Koden virker først når meldingen er sendt/s);
        assert.doesNotMatch(waiting, /Meldingen er lagret og på vei|kvittering\.pdf/);
        const answers = (await visitor.get("/meld/kontroller")).text;
        assert.match(answers, new RegExp(`allerede forseglet.*${typed.concern}`, "s"));
        world.mayPost = 1;
        assert.equal((await visitor.post("/meld/sendt")).to, "/meld/sendt");
        const through = (await visitor.get("/meld/sendt")).text;
        assert.match(through, /Meldingen er lagret og på vei/);
        assert.equal(codeIn(through), codeIn(waiting));
    });
    assert.deepEqual(made, { accepted: 1, sealed: 1 });
});
test("answers changed after sealing become a second report, with a code of its own, and the page says so", async () => {
    await visitor.write(neighbour);
    world.mayPost = 0;
    await visitor.send();
    await visitor.post("/meld/bekymring", { concern: "Det er verre enn jeg trodde." });
    const shown = (await visitor.get("/meld/kontroller")).text;
    assert.match(shown, /blir det en ny melding med en ny kode, i tillegg til den første/);
    const made = await more(async () => {
        await visitor.post("/meld/send", hiddenIn(shown, "/meld/send"));
    });
    assert.deepEqual(made, { accepted: 0, sealed: 1 });
    const { text } = await visitor.get("/meld/sendt");
    assert.match(text, /Derfor er dette to meldinger med hver sin kode/);
    assert.equal(new Set(text.match(/(?<=class="shown-code"[^>]*>)[^<]+/g)).size, 2);
});
test("siblings in two services are two deliveries under one code; the one that is not through is not hidden", async () => {
    await visitor.write(neighbourOfTwo);
    world.mayPost = 1;
    await visitor.send();
    const { text } = await visitor.get("/meld/sendt");
    assert.match(text, /<h1[^>]*>Ikke alt er sendt ennå.*1 av 2 er lagret og på vei/s);
    assert.match(text, /1 av 2\. Til .*2 av 2\. Til /s);
    assert.match(text, /Ikke sendt ennå.*Vi prøver igjen av oss selv/s);
    assert.equal(text.match(/class="shown-code"/g)?.length, 1);
    assert.doesNotMatch(text, /action="\/meld\/paminnelse"/);
    world.mayPost = 1;
    await visitor.post("/meld/sendt");
    const through = (await visitor.get("/meld/sendt")).text;
    assert.match(through, /<h1[^>]*>Meldingen er lagret og på vei.*2 av 2 er lagret/s);
});
test("the receipt as JSON is the hub's, its signature right; as PDF it names no service; neither file's name tells anything", async () => {
    const code = codeIn(await sent());
    const json = await visitor.get("/meld/kvittering.json");
    assert.equal(json.headers.get("content-disposition"), 'attachment; filename="kvittering.json"');
    const { trackingCode, receipts } = JSON.parse(json.text);
    assert.equal(trackingCode, code);
    assert.equal(receipts.length, 1);
    assert.ok(receiptSignatureFits(receipts[0], world.hubKey));
    assert.equal(receiptSignatureFits({ ...receipts[0], serial: 999 }, world.hubKey), false);
    const pdf = await visitor.get("/meld/kvittering.pdf");
    assert.equal(pdf.headers.get("content-disposition"), 'attachment; filename="kvittering.pdf"');
    assert.match(pdf.text, /^%PDF-/);
    for (const { headers } of [json, pdf])
        assert.equal(headers.get("cache-control"), "no-store");
    assert.equal((await visitor.get("/meld/kvittering.json?nr=2")).status, 410);
    assert.equal((await new PortalVisitor(world).get("/meld/kvittering.json")).status, 410);
});
test("no address and no title of the whole way holds the code, an id, or anything that was typed", async () => {
    const text = await sent();
    const code = codeIn(text);
    await visitor.post("/meld/paminnelse", { kontakt: "kari@example.no" });
    await visitor.get("/meld/sendt");
    const { receipts } = JSON.parse((await visitor.get("/meld/kvittering.json")).text);
    await visitor.post("/folg", { kode: code });
    const seen = visitor.seen.join("\n").toLowerCase();
    for (const said of [code.slice(0, 9), receipts[0].reportId, "kari", "syntetisk", "testnabo", "bergenhus"])
        assert.equal(seen.includes(said.toLowerCase()), false, said);
});
test("a reminder is kept and stays said; what is wrong stands beside the field and in the summary; closing erases it", async () => {
    const reminders = async () => {
        const [row] = await world.portal.db.read `select count(*)::int as count from reminder`;
        return row?.count;
    };
    const there = await reminders();
    const code = codeIn(await sent());
    const wrong = await visitor.post("/meld/paminnelse", { kontakt: "kari@" });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /ds-error-summary.*href="#kontakt">Dette er ikke en e-postadresse/s);
    assert.match(wrong.text, /value="kari@".*id="kontakt-feil">Dette er ikke en e-postadresse/s);
    assert.equal(await reminders(), there);
    assert.equal((await visitor.post("/meld/paminnelse", { kontakt: "kari@example.no" })).to, "/meld/sendt");
    for (const path of ["/meld/sendt", "/nn/meld/sendt"]) {
        const { text } = await visitor.get(path);
        assert.match(text, /role="status".*14\. desember/s);
        assert.doesNotMatch(text, /kari@example\.no|action="[^"]*paminnelse"/);
    }
    assert.equal(await reminders(), there + 1);
    assert.match((await visitor.post("/folg", { kode: code })).text, /Hvor meldingen er/);
    assert.equal((await visitor.post("/folg/avslutt", { kode: code, bekreft: "ja" })).status, 200);
    assert.equal(await reminders(), there);
    assert.equal((await visitor.post("/folg", { kode: code })).status, 404);
});
test("whoever has no session is shown nothing that was sent; leaving the browser ends it there and nowhere else", async () => {
    const code = codeIn(await sent());
    const stranger = new PortalVisitor(world);
    for (const path of ["/meld/sendt", "/meld/kvittering.pdf", "/meld/kontroller"])
        assert.equal((await stranger.get(path)).status, 410, path);
    assert.equal((await stranger.post("/meld/send", { vist: "x" })).status, 410);
    assert.equal((await stranger.post("/meld/paminnelse", { kontakt: "a@b.no" })).status, 410);
    const { cookie } = visitor;
    await visitor.post("/logout");
    visitor.cookie = cookie;
    assert.equal((await visitor.get("/meld/sendt")).status, 410);
    assert.equal((await visitor.post("/folg", { kode: code })).status, 200);
});
test("fifty attempts at codes: told to wait, whether a code is right or not, and the person's own page is open as before", async () => {
    const limited = await new WritingWorld().open({ followsPerMinute: 10 });
    const guesser = new PortalVisitor(limited);
    await guesser.write(neighbour);
    await guesser.send();
    const code = codeIn((await guesser.get("/meld/sendt")).text);
    const statuses = [];
    for (let attempt = 0; attempt < 50; attempt += 1)
        statuses.push((await guesser.post("/folg", { kode: `${attempt}A2B-3C4D-5E6F` })).status);
    assert.deepEqual(new Set(statuses.slice(0, 10)), new Set([404]));
    assert.deepEqual(new Set(statuses.slice(10)), new Set([429]));
    const right = await guesser.post("/folg", { kode: code });
    assert.equal(right.status, 429);
    assert.match(right.text, new RegExp(`Prøv igjen etter kl\\..*value="${code}"`, "s"));
    assert.equal((await guesser.get("/meld/sendt")).status, 200);
    await limited.close();
});
//# sourceMappingURL=sent-routes.test.js.map