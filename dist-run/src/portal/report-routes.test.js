// Goal: what somebody writes is there until it is sent, letter for letter, whatever they type and however long they are
// away; and none of it is seen anywhere else. Method: the portal over HTTP on real PostgreSQL, before a real hub.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { hiddenIn, PortalVisitor, textIn } from "../../test/portal-visitor.js";
import { neighbour, neighbourOfTwo, typed, young } from "../../test/writing-answers.js";
import { WritingWorld } from "../../test/writing-world.js";
import { rateOf } from "../http/rate.js";
const hour = 3_600_000;
let world;
let visitor;
before(async () => {
    world = await new WritingWorld().open();
});
after(() => world.close());
beforeEach(() => {
    visitor = new PortalVisitor(world);
    world.begins = rateOf(1000);
    world.isHubGone = false;
});
const drafts = async () => {
    const [row] = await world.portal.db
        .read `select count(*)::int as count from draft where answers is not null`;
    return row?.count;
};
test("a report is written page by page, and not one address or title holds anything of it", async () => {
    await visitor.write(neighbour);
    const { status, text } = await visitor.get("/meld/kontroller");
    assert.equal(status, 200);
    for (const said of [typed.name, typed.concern, typed.own, "Testveien 2", "Bergenhus i Bergen"])
        assert.ok(text.includes(said), said);
    assert.match(text, /Barnevernstjenesten Bergenhus/);
    assert.match(text, /Barnevernstjenesten får vite hvem du er\. Foreldrene kan ha rett til å se meldingen/);
    assert.doesNotMatch(visitor.seen.join("\n"), /syntetisk|testnabo|kveld|testveien|bergenhus/i);
});
test("every page of it is kept by nobody, found by no search, and lets forms lead only here and to the login", async () => {
    await visitor.write(neighbour.slice(0, 2));
    for (const path of ["/meld", "/meld/hvem", "/meld/barn/1/navn", "/meld/slettet", "/nn/meld/barn/1/sted"]) {
        const { headers } = await visitor.get(path);
        assert.equal(headers.get("cache-control"), "no-store", path);
        assert.match(headers.get("x-robots-tag") ?? "", /noindex/, path);
        const policy = headers.get("content-security-policy") ?? "";
        assert.match(policy, /default-src 'none'/);
        assert.match(policy, /form-action 'self' https:\/\/login\.example(;|$)/);
        assert.doesNotMatch(policy, /script-src|unsafe/);
    }
});
test("«Begynn» pressed twice, from two tabs at once too, is one draft", async () => {
    const there = await drafts();
    await visitor.post("/meld");
    const { cookie } = visitor;
    const again = await Promise.all([visitor.post("/meld"), visitor.post("/meld"), visitor.post("/meld")]);
    for (const { status, to } of again)
        assert.deepEqual([status, to], [303, "/meld/hvem"]);
    assert.equal(visitor.cookie, cookie);
    assert.equal(await drafts(), there + 1);
});
test("too many from one network are asked to wait, and told until when; nothing is begun", async () => {
    const there = await drafts();
    world.begins = rateOf(1);
    await visitor.post("/meld");
    const other = new PortalVisitor(world);
    const { status, headers, text } = await other.post("/meld");
    assert.equal(status, 429);
    assert.ok(Number(headers.get("retry-after")) > 0);
    assert.match(text, /Prøv igjen etter kl\. \d\d\.\d\d.*116 111/s);
    assert.equal(other.cookie, "");
    const written = await other.post("/meld/bekymring", { concern: typed.concern });
    assert.equal(written.status, 429);
    assert.match(written.text, /Ikke tatt vare på/);
    assert.equal(textIn(written.text, "concern"), typed.concern);
    assert.equal(await drafts(), there + 1);
});
test("away for a day in the middle of a page: what is posted is shown again with a word about the rest, and goes on", async () => {
    await visitor.write(neighbour.slice(0, -3));
    const before = visitor.cookie;
    world.now += 25 * hour;
    const back = await visitor.post("/meld/bekymring", { concern: typed.concern });
    assert.equal(back.status, 200);
    assert.match(back.text, /Du må svare på noe på nytt.*Ingenting er sendt\./s);
    assert.equal(textIn(back.text, "concern"), typed.concern);
    assert.doesNotMatch(back.text, new RegExp(typed.name));
    assert.notEqual(visitor.cookie, before);
    const next = await visitor.post("/meld/bekymring", { concern: typed.concern });
    assert.deepEqual([next.status, next.to], [303, "/meld/hvem"]);
    const on = await visitor.post("/meld/hvem", { who: "private" });
    assert.equal(on.to, "/meld/barn/1/sted");
    for (const [path, fields] of neighbour.slice(1, -3))
        await visitor.post(`/meld${path}`, fields);
    assert.equal(textIn((await visitor.get("/meld/bekymring")).text, "concern"), typed.concern);
    // The cookie from before opens nothing of either.
    visitor.cookie = before;
    assert.equal((await visitor.get("/meld/barn/1/navn")).status, 410);
});
test("a cookie that is garbage, or of a session that was ended, is as none: nothing is shown, and a post is kept anew", async () => {
    await visitor.write(neighbour.slice(0, -3));
    const [name, token] = visitor.cookie.split("=");
    await visitor.post("/logout");
    for (const bad of [
        `${name}=`,
        `${name}=x`,
        `${name}=${"A".repeat(43)}`,
        `${name}=${token}`,
        `${name}=å"; a=b`,
    ]) {
        visitor.cookie = encodeURI(bad);
        const gone = await visitor.get("/meld/barn/1/navn");
        assert.equal(gone.status, 410, bad);
        assert.match(gone.text, /Vi finner ikke det du skrev/);
        assert.equal(gone.text.includes(typed.name), false);
    }
    visitor.cookie = `${name}=${token}`;
    const kept = await visitor.post("/meld/bekymring", { concern: "Noe nytt." });
    assert.equal(textIn(kept.text, "concern"), "Noe nytt.");
    assert.notEqual(visitor.cookie, `${name}=${token}`);
});
test("a hundred thousand signs, a script, emoji and Sámi letters stand there again letter for letter, in either language", async () => {
    await visitor.write(neighbour.slice(0, -3));
    const start = `\n<script>alert("1")</script> & 'x' 😀 Čáhci ŋ đ</textarea>\n`;
    const concern = start.padEnd(100_000, "Å vente.\n");
    const { status } = await visitor.post("/meld/bekymring", { concern: concern.replaceAll("\n", "\r\n") });
    assert.equal(status, 303);
    for (const path of ["/meld/bekymring", "/nn/meld/bekymring"]) {
        const { text } = await visitor.get(path);
        assert.equal(textIn(text, "concern"), concern, path);
        assert.doesNotMatch(text, /<script/);
    }
});
test("a text that is too long is said beside the field and in the summary, and is still there whole", async () => {
    await visitor.write(neighbour.slice(0, -3));
    const concern = "å".repeat(120_000);
    const { status, text } = await visitor.post("/meld/bekymring", { concern });
    assert.equal(status, 400);
    assert.match(text, /ds-error-summary.*href="#concern"/s);
    assert.match(text, /id="concern-feil">[^<]*120.000 tegn/);
    assert.equal(textIn(text, "concern"), concern);
});
test("more than any page can take is answered with what to do, and what was there before is untouched", async () => {
    await visitor.write(neighbour.slice(0, -2));
    for (const path of ["/meld/bekymring", "/nn/meld/bekymring"]) {
        const { status, text } = await visitor.post(path, { concern: "x".repeat(2_100_000) });
        assert.equal(status, 413);
        assert.match(text, path.startsWith("/nn") ? /Gå tilbake i nettlesaren/ : /Gå tilbake i nettleseren/);
        assert.match(text, /Ingenting er sendt/);
    }
    assert.equal(textIn((await visitor.get("/meld/bekymring")).text, "concern"), typed.concern);
});
test("a place spelled wrong, one of several, a district that lies elsewhere: each is asked about, and what was typed stands", async () => {
    await visitor.write(neighbour.slice(0, 1));
    const place = (fields) => visitor.post("/meld/barn/1/sted", fields);
    const wrong = await place({ place: "Begen" });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /value="Begen"/);
    assert.match(wrong.text, /id="place-feil"/);
    assert.match(wrong.text, /<button[^>]*name="chosen"[^>]*value="Bergen"/);
    const elsewhere = await place({ place: "Grünerløkka i Bergen" });
    assert.equal(elsewhere.status, 400);
    assert.match(elsewhere.text, /Grünerløkka er en bydel i Oslo, ikke i Bergen/);
    const district = await place({ place: "Bergen" });
    assert.match(district.text, /Hvilken bydel i Bergen\?/);
    const none = await place({ place: "Bergen", district: "" });
    assert.equal(none.status, 400);
    const foreign = await place({ place: "Bergen", district: "99" });
    assert.equal(foreign.status, 400);
    const nobody = await place({ place: "Vaksdal" });
    assert.match(nobody.text, /kan ikke sendes herfra/);
    assert.equal((await visitor.get("/meld/kontroller")).to, "/meld/barn/1/sted");
    assert.equal((await place({ place: "Bergen", district: "03" })).to, "/meld/barn/1/navn");
});
test("a form from another site, or one that does not say it is a form, changes nothing", async () => {
    await visitor.write(neighbour.slice(0, 1));
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    for (const path of ["/meld", "/meld/hvem", "/meld/barn/1/navn", "/meld/send", "/meld/slett", "/logout"])
        assert.equal((await visitor.post(path, { who: "child", name: "X" }, foreign)).status, 403, path);
    assert.match((await visitor.get("/meld/hvem")).text, /value="private" checked/);
    const json = await visitor.post("/meld/hvem", {}, { "content-type": "application/json" });
    assert.equal(json.status, 415);
});
test("the other language goes on with the same draft, and leads on in that language", async () => {
    await visitor.write(neighbour.slice(0, 3));
    const { text } = await visitor.get("/nn/meld/barn/1/navn");
    assert.match(text, /<html lang="nn"/);
    assert.ok(text.includes(typed.name));
    const { to } = await visitor.post("/nn/meld/barn/1/navn", { name: "Annet Navn", age: "8" });
    assert.equal(to, "/nn/meld/barn/1/relasjon");
    assert.match((await visitor.get("/meld/barn/1/navn")).text, /Annet Navn/);
});
test("who reports at work is asked to log in before any question; a child has four, and siblings are told apart", async () => {
    await visitor.write([]);
    assert.equal((await visitor.post("/meld/hvem", { who: "professional" })).to, "/login");
    const asked = await visitor.get("/meld/rolle");
    assert.equal(asked.status, 401);
    assert.match(asked.text, /Du må logge inn/);
    assert.equal((await visitor.post("/meld/hvem", {})).status, 400);
    await visitor.write(young);
    assert.match((await visitor.get("/meld/kontroller")).text, /Det er vanskelig hjemme/);
    const two = new PortalVisitor(world);
    await two.write(neighbourOfTwo);
    const { text } = await two.get("/meld/kontroller");
    assert.match(text, /1 av 2.*Barnevernstjenesten Bergenhus.*2 av 2.*Barnevernstjenesten i Alver/s);
});
test("«Slett» erases the answers, and says so; logging out ends the session, and its cookie opens nothing", async () => {
    const there = await drafts();
    await visitor.write(neighbour.slice(0, 4));
    assert.equal(await drafts(), there + 1);
    assert.equal((await visitor.post("/meld/slett")).to, "/meld/slettet");
    assert.match((await visitor.get("/meld/slettet")).text, /Det du skrev, er slettet/);
    assert.equal(await drafts(), there);
    assert.equal((await visitor.get("/meld/barn/1/navn")).status, 410);
    await visitor.write(neighbour.slice(0, 4));
    const { cookie } = visitor;
    assert.deepEqual([(await visitor.post("/logout")).to, visitor.cookie.split("=")[1]], ["/", ""]);
    visitor.cookie = cookie;
    assert.equal((await visitor.get("/meld/barn/1/navn")).status, 410);
});
test("in the database no answer can be read, and the cookie is not there", async () => {
    await visitor.write(neighbour);
    const rows = await world.portal.db.read `
    select session::text || coalesce(draft::text, '') as text
    from session left join draft on draft.id = session.id`;
    const all = rows.map(({ text }) => text).join("\n");
    assert.ok(rows.length > 0);
    const token = visitor.cookie.split("=")[1];
    for (const said of [typed.name, typed.concern, typed.own, token]) {
        assert.equal(all.includes(said), false);
        assert.equal(all.includes(Buffer.from(said).toString("hex")), false);
    }
    assert.ok(hiddenIn((await visitor.get("/meld/kontroller")).text, "/meld/send").vist);
});
//# sourceMappingURL=report-routes.test.js.map