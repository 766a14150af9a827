// Goal: a caseworker finds, opens and reads the service's own reports, sees what is missing, and nobody sees more than
// that. Method: the inbox over HTTP on a real database, with a real login at the stand-in; only the clock is played.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { bergenhus, InboxWorld } from "../../test/inbox-world.js";
let world;
let berit;
let farid;
const noon = Date.parse("2026-11-25T11:00:00Z");
before(async () => {
    world = await new InboxWorld().open();
});
after(() => world.close());
beforeEach(async () => {
    world.now = noon;
    await world.emptyReports();
    berit = (await world.logIn("saksbehandler-bergenhus")).browser;
    farid = (await world.logIn("saksbehandler-fana")).browser;
});
const visit = (who, path, form) => who.visit(world.origin + path, form);
/** The page's words, without its tags. */
const wordsOf = (page) => page
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ([).,])/g, "$1");
const read = async (who, path) => wordsOf((await visit(who, path)).page);
const search = async (who, sok) => {
    const { page, status } = await visit(who, "/meldinger/sok", { sok });
    return { words: wordsOf(page), status, page };
};
const open = (who, id) => visit(who, `/meldinger/${id}/apne`, {});
test("the list has number, reference, time with weekday, channel, receipt, what is left of the week, and who opened", async () => {
    const old = await world.put({ serial: 1, acceptedAt: "2026-11-16T12:03:00.000Z" });
    await world.told(old, ["accepted", "stored", "registered"]);
    await open(berit, old);
    await world.put({ serial: 2, acceptedAt: "2026-11-24T12:03:00.000Z", channel: "hub" });
    await world.put({ serial: 0, acceptedAt: "2026-11-18T12:03:00.000Z", channel: "svarinn" });
    const words = await read(berit, "/meldinger");
    const rows = words.slice(words.indexOf("Nr. 2"));
    assert.match(rows, /^Nr\. 2 Referanse 2026-000002 tirsdag 24\. november 2026 kl\. 13\.03 \(Framme\) 6 dager igjen \(tirsdag 1\. desember 2026 kl\. 13\.03\) Ikke åpnet Registrert her, kvitteringen er underveis Uten nummer/);
    assert.match(rows, /Uten nummer Referanse 2026-000003 .*\(SvarInn\) i dag \(/);
    assert.match(rows, /Nr\. 1 Referanse 2026-000001 mandag 16\. november 2026 kl\. 13\.03 \(ikke oppgitt\) 2 dager over fristen .* Berit Demo onsdag 25\. november 2026 kl\. 12\.00 Registrert her, kvittert nasjonalt/);
});
test("a number that is not here is a row of its own, right below the next, and counted", async () => {
    for (const [serial, day] of [
        [2, 20],
        [5, 23],
    ])
        await world.put({ serial, acceptedAt: `2026-11-${day}T08:00:00.000Z` });
    await world.put({ serial: 0, acceptedAt: "2026-11-21T08:00:00.000Z" });
    const words = await read(berit, "/meldinger");
    const headings = [...words.matchAll(/Nr\. \d+(?: – ikke kommet hit| Referanse)|Uten nummer/g)].map((found) => found[0]);
    assert.deepEqual(headings, [
        "Nr. 5 Referanse",
        "Nr. 4 – ikke kommet hit",
        "Nr. 3 – ikke kommet hit",
        "Uten nummer",
        "Nr. 2 Referanse",
        "Nr. 1 – ikke kommet hit",
    ]);
    assert.match(words, /3 meldinger er ikke kommet hit .*Alle \(6\) Ikke åpnet \(3\) Mangler \(3\)/);
    const missing = await read(berit, "/meldinger?vis=mangler");
    assert.match(missing, /Ta kontakt i dag med den som drifter mottaket hos dere, og oppgi nummeret\./);
    assert.doesNotMatch(missing, /Referanse/);
    await world.put({ serial: 4, acceptedAt: "2026-11-22T08:00:00.000Z" });
    assert.doesNotMatch(await read(berit, "/meldinger?vis=mangler"), /Nr\. 4/);
    assert.match(await read(farid, "/meldinger"), /Mangler \(0\)/);
});
test("a long hole is one row that counts as many", async () => {
    await world.put({ serial: 4001 });
    const words = await read(berit, "/meldinger");
    assert.match(words, /4000 meldinger er ikke kommet hit/);
    assert.match(words, /Nr\. 1–4000 – ikke kommet hit/);
    assert.match(words, /Alle \(2\)/);
});
test("fifty rows a page, with the counts of all", async () => {
    for (let serial = 1; serial <= 53; serial += 1)
        await world.put({
            serial,
            acceptedAt: new Date(Date.parse("2025-01-01T00:00:00Z") + serial).toISOString(),
        });
    const first = await read(berit, "/meldinger");
    assert.match(first, /Alle \(53\) Ikke åpnet \(53\) Mangler \(0\)/);
    assert.match(first, /Nr\. 53 .*Nr\. 4 .*Side 1 av 2 Eldre meldinger/);
    assert.doesNotMatch(first, /Nr\. 3 Ref/);
    const second = await read(berit, "/meldinger?side=2");
    assert.match(second, /Nr\. 3 .*Nr\. 1 .*Nyere meldinger Side 2 av 2/);
    assert.equal(await read(berit, "/meldinger?side=99"), second);
});
test("before it is opened a report shows nothing of itself; looking changes nothing; opening is logged", async () => {
    const id = await world.put({ json: "Kari Ukjent", flags: ["schema-deviation", "identity-number-unusual"] });
    for (let times = 0; times < 2; times += 1) {
        const words = await read(berit, `/meldinger/${id}`);
        assert.match(words, /Nr\. 1|nr\. 1/);
        assert.match(words, /Ingen har åpnet meldingen ennå/);
        assert.doesNotMatch(words, /Kari Ukjent|skjemaet fullt ut/);
    }
    const pdf = await visit(berit, `/meldinger/${id}/bekymringsmelding.pdf`);
    assert.deepEqual([pdf.status, pdf.location], [303, `${world.origin}/meldinger/${id}`]);
    const opened = await open(berit, id);
    assert.deepEqual([opened.status, opened.location], [303, `${world.origin}/meldinger/${id}`]);
    const words = await read(berit, `/meldinger/${id}`);
    assert.match(words, /Kari Ukjent/);
    assert.match(words, /følger ikke skjemaet fullt ut.*ikke et vanlig fødselsnummer/);
    assert.match(words, /Tilgangslogg Berit Demo åpnet meldingen onsdag 25\. november 2026 kl\. 12\.00/);
});
test("somebody else at the service opens for themselves, and whoever logs in again does so again", async () => {
    const id = await world.put({ json: "Kari Ukjent" });
    await open(berit, id);
    const linda = (await world.logIn("leder-bergenhus")).browser;
    assert.doesNotMatch(await read(linda, `/meldinger/${id}`), /Kari Ukjent/);
    await open(linda, id);
    assert.match(await read(linda, `/meldinger/${id}`), /Berit Demo åpnet .*Linda Demo åpnet/);
    world.now += 1000;
    const again = (await world.logIn("saksbehandler-bergenhus")).browser;
    assert.doesNotMatch(await read(again, `/meldinger/${id}`), /Kari Ukjent/);
});
test("the file is the exact bytes, with a neutral name and a policy of its own, and stands in the log", async () => {
    const id = await world.put({});
    await open(berit, id);
    const { files } = (await (await world.call(bergenhus, "GET", `/reports/${id}`)).json());
    const { headers, bytes } = await world.file(berit, `/meldinger/${id}/bekymringsmelding.pdf`);
    assert.equal(bytes.toString("base64"), files[1].bytes);
    assert.equal(headers.get("content-type"), "application/pdf");
    assert.equal(headers.get("content-disposition"), 'inline; filename="bekymringsmelding.pdf"');
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.match(headers.get("content-security-policy"), /^default-src 'none'; .*frame-ancestors 'none'$/);
    assert.doesNotMatch(headers.get("content-security-policy"), /script-src/);
    assert.match(await read(berit, `/meldinger/${id}`), /Berit Demo så PDF-en onsdag/);
});
test("search finds by number, reference and words, in no address, and says so when it finds nothing", async () => {
    await world.put({ serial: 1, json: "Kari Ærlig" });
    await world.put({ serial: 2, json: "Ola Normann" });
    await world.put({ serial: 3, json: Buffer.from("ikke json: Pål") });
    const found = async (sok) => [...(await search(berit, sok)).words.matchAll(/Nr\. (\d)/g)].map(([, serial]) => Number(serial));
    assert.deepEqual(await found("nr. 2"), [2]);
    assert.deepEqual(await found("2026-000003"), [3]);
    assert.deepEqual(await found("kari ærlig"), [1]);
    assert.deepEqual(await found("ÆRLIG"), [1]);
    assert.deepEqual(await found("pål"), [3]);
    assert.deepEqual(await found("kari normann"), []);
    assert.match((await search(berit, "Kåre")).words, /Ingen meldinger passer/);
    const empty = await search(berit, "  ");
    assert.equal(empty.status, 400);
    assert.match(empty.page, /href="#sok"/);
    assert.match(empty.page, /id="sok-feil"/);
    const shown = await search(berit, "Ærlig");
    assert.match(shown.page, /value="Ærlig"/);
    assert.doesNotMatch(shown.page, /(href|action)="[^"]*rlig/);
    assert.doesNotMatch(shown.page, /<title>[^<]*rlig/);
    assert.equal((await visit(berit, "/meldinger/sok")).location, `${world.origin}/meldinger`);
});
test("another service's report is as one that does not exist: in list, count, search, page, file and opening", async () => {
    const id = await world.put({ service: bergenhus, serial: 7, json: "Hemmelig Navn" });
    await world.told(id, ["accepted", "registered"]);
    await open(berit, id);
    const list = await read(farid, "/meldinger");
    assert.match(list, /Alle \(0\) Ikke åpnet \(0\) Mangler \(0\) Det er ikke kommet noen meldinger ennå/);
    for (const sok of ["Hemmelig", "7", "2026-000001"]) {
        const theirs = (await search(farid, sok)).page;
        const nothing = (await search(farid, "finnesikke")).page;
        assert.equal(theirs, nothing.replaceAll("finnesikke", sok), sok);
    }
    const unknown = randomUUID();
    for (const [path, form] of [
        ["", undefined],
        ["/bekymringsmelding.pdf", undefined],
        ["/apne", {}],
    ]) {
        const [theirs, none, malformed] = await Promise.all([id, unknown, "no-id"].map((one) => visit(farid, `/meldinger/${one}${path}`, form)));
        assert.equal(theirs.status, 404);
        assert.deepEqual([none.status, none.page], [404, theirs.page], path);
        assert.deepEqual([malformed.status, malformed.page], [404, theirs.page], path);
        const named = (step) => [...step.headers].filter(([name]) => name !== "date");
        assert.deepEqual(named(none), named(theirs));
    }
    const log = await read(berit, `/meldinger/${id}`);
    assert.doesNotMatch(log, /Farid/);
});
test("what came from outside is shown as text", async () => {
    const id = await world.put({ json: '<script>alert(1)</script>"><img src=x onerror=alert(1)>' });
    const raw = await world.put({ serial: 2, json: Buffer.from("<b>ikke json</b>\xff", "latin1") });
    for (const one of [id, raw])
        await open(berit, one);
    const { page } = await visit(berit, `/meldinger/${id}`);
    assert.doesNotMatch(page, /<script|<img/);
    assert.match(page, /&lt;script&gt;alert\(1\)/);
    const text = (await visit(berit, `/meldinger/${raw}`)).page;
    assert.match(text, /Meldingen slik den kom/);
    assert.match(text, /&lt;b&gt;ikke json&lt;\/b&gt;/);
    const { page: found } = await search(berit, '"><script>');
    assert.doesNotMatch(found, /<script/);
});
test("bytes that are not those that were put are shown with a warning that cannot be missed", async () => {
    const id = await world.put({});
    await open(berit, id);
    assert.doesNotMatch(await read(berit, `/meldinger/${id}`), /ikke slik den kom/);
    await world.alter(id);
    assert.match((await visit(berit, `/meldinger/${id}`)).page, /role="alert".*Meldingen er ikke slik den kom/s);
});
test("a receipt that vouches for other bytes is a warning too", async () => {
    const id = await world.put({});
    await open(berit, id);
    const receipt = world.receipt(id, "registered", world.now, bergenhus, "f".repeat(64));
    await world.call(bergenhus, "PUT", `/reports/${id}/receipts`, { receipts: [receipt] });
    assert.match(await read(berit, `/meldinger/${id}`), /Meldingen er ikke slik den kom/);
});
test("receipts are a small history in words", async () => {
    const id = await world.put({});
    await open(berit, id);
    await world.told(id, ["accepted", "stored", "registered"]);
    assert.match(await read(berit, `/meldinger/${id}`), /Kvitteringer Registrert her, kvittert nasjonalt\. Den nasjonale tjenesten har lagret den forseglede meldingen .* kl\. 10\.00 Meldingen er lagret hos kommunen\. .* lest tilbake byte for byte/);
});
test("a row from before channels and receipts is a row like the others", async () => {
    const id = await world.put({ acceptedAt: null, serial: 0 });
    assert.match(await read(berit, "/meldinger"), /Innboksen har ikke fått vite om det er kvittert nasjonalt/);
    await open(berit, id);
    assert.match(await read(berit, `/meldinger/${id}`), /Regnet fra da meldingen kom hit/);
    assert.match(await read(farid, "/meldinger"), /Alle \(0\)/);
});
//# sourceMappingURL=people-routes.test.js.map