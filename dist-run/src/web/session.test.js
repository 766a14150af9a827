// Goal: a session is readable with its cookie and with nothing else, and when it is over it is gone.
// Method: a small app on a real database, asked over HTTP with cookies by hand; the clock is moved, the rows looked at.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { Hono } from "hono";
import { withAdmin } from "../../test/admin.js";
import { emptyDatabase } from "../../test/database.js";
import { Problem } from "../core/problem.js";
import { openUnder, sealUnder } from "./sealed.js";
import { cookieOf, openSessions, sweepSessions } from "./session.js";
const hour = 3_600_000;
const ages = { idleMs: 24 * hour, mostMs: 7 * 24 * hour };
const start = Date.UTC(2026, 4, 4, 10);
let now = start;
let database;
let app;
/** What the last request ended with. */
let last;
before(async () => {
    database = await emptyDatabase();
    await withAdmin(database.ownerUrl, async (sql) => {
        await sql `create table session (id text primary key check (id ~ '^[0-9a-f]{64}$'), sealed bytea not null,
      begun_at timestamptz not null, used_at timestamptz not null)`;
        await sql `grant select, insert, update, delete on session to test_empty`;
    });
    app = appAt("http://127.0.0.1:7400");
});
after(() => database.drop());
function appAt(publicOrigin) {
    const made = new Hono();
    const cookie = cookieOf("portal", publicOrigin);
    const sessions = openSessions({ db: database.db, ...cookie, ...ages, clock: () => now });
    const read = async (c) => {
        last = await sessions.read(c);
        return last ?? assert.fail("there is no session");
    };
    made.get("/read", async (c) => {
        last = await sessions.read(c);
        return c.text(last?.data.text ?? "no session");
    });
    made.post("/begin/:text", async (c) => {
        last = await sessions.begin(c, { text: c.req.param("text") });
        return c.text((await sessions.read(c))?.data.text ?? "no session");
    });
    made.post("/write/:text", async (c) => {
        last = await sessions.write(await read(c), { text: c.req.param("text") });
        return c.text(last.data.text);
    });
    made.post("/renew/:text", async (c) => {
        last = await sessions.renew(c, await read(c), { text: c.req.param("text") });
        return c.text((await sessions.read(c))?.data.text ?? "no session");
    });
    made.post("/ended-meanwhile/:how", async (c) => {
        const session = await read(c);
        await sessions.end(c);
        if (c.req.param("how") === "write")
            await sessions.write(session, { text: "late" });
        else
            await sessions.renew(c, session, { text: "late" });
        return c.text("kept");
    });
    made.post("/end", async (c) => {
        await sessions.end(c);
        return c.text((await sessions.read(c))?.data.text ?? "no session");
    });
    made.onError((error, c) => c.text(error instanceof Problem ? error.code : `bug: ${error.message}`, 500));
    return made;
}
async function ask(path, cookie = "", asked = app) {
    const method = path === "/read" ? "GET" : "POST";
    const answer = await asked.request(path, { method, headers: cookie ? { cookie } : {} });
    const set = answer.headers.getSetCookie();
    return { text: await answer.text(), set, cookie: set.at(-1)?.split(";")[0] ?? "" };
}
const begin = async (text, earlier = "") => (await ask(`/begin/${text}`, earlier)).cookie;
const rows = () => withAdmin(database.ownerUrl, (sql) => sql `select * from session`);
const rowOf = async (id) => (await rows()).find((row) => row.id === id);
test("what is written is read again with the cookie, and without it there is nothing", async () => {
    const begun = await ask("/begin/first");
    assert.equal(begun.text, "first");
    assert.equal((await ask("/read", begun.cookie)).text, "first");
    assert.equal((await ask("/write/second", begun.cookie)).text, "second");
    assert.equal((await ask("/read", begun.cookie)).text, "second");
    assert.equal((await ask("/read")).text, "no session");
});
test("the cookie is out of reach of scripts and other sites, and bound to its host where it is https", async () => {
    const [plain] = (await ask("/begin/x")).set;
    assert.match(plain, /^framme-portal-7400=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = appAt("https://meld.example.no");
    const [bound] = (await ask("/begin/x", "", secure)).set;
    assert.match(bound, /^__Host-framme-portal=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const taken = (await ask("/end", bound.split(";")[0], secure)).set.at(-1);
    assert.match(taken, /^__Host-framme-portal=; Max-Age=0; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
});
test("the database shows neither cookie nor content, and no two rows alike", async () => {
    const [one, two] = [await begin("hemmelig-ord"), await begin("hemmelig-ord")];
    const kept = JSON.stringify((await rows()).map((row) => [row.id, row.sealed.toString("latin1")]));
    for (const secret of ["hemmelig-ord", one.split("=")[1], two.split("=")[1]])
        assert.ok(!kept.includes(secret), secret);
    await ask("/read", one);
    const first = last;
    await ask("/read", two);
    assert.notDeepEqual((await rowOf(first.id)).sealed, (await rowOf(last.id)).sealed);
});
test("a cookie that is malformed, unknown or another's opens nothing", async () => {
    const name = "framme-portal-7400";
    const [own, other] = [await begin("own"), await begin("other")];
    const strange = ["", "x", "%00", "a".repeat(42), "a".repeat(44), `${own.split("=")[1]}=`, "æ".repeat(43)];
    for (const value of [...strange, randomBytes(32).toString("base64url")])
        assert.equal((await ask("/read", `${name}=${value}`)).text, "no session", value);
    // A row that someone has put in another's place, or changed a bit in, is no session either.
    await ask("/read", own);
    const { id } = last;
    await ask("/read", other);
    const { sealed } = (await rowOf(last.id));
    const mine = (await rowOf(id)).sealed;
    const changed = Buffer.from(mine.map((byte, index) => (index === 20 ? byte ^ 1 : byte)));
    for (const put of [sealed, changed, Buffer.alloc(0), mine.subarray(1)]) {
        await withAdmin(database.ownerUrl, (sql) => sql `update session set sealed = ${put} where id = ${id}`);
        assert.equal((await ask("/read", own)).text, "no session");
    }
    assert.equal((await ask("/read", other)).text, "other");
});
test("renewed, the old cookie opens nothing, and the age goes on", async () => {
    const old = await begin("before");
    await ask("/read", old);
    const before = last;
    now += hour;
    const renewed = await ask("/renew/after", old);
    assert.equal(renewed.text, "after");
    assert.equal((await ask("/read", old)).text, "no session");
    assert.equal((await ask("/read", renewed.cookie)).text, "after");
    assert.notDeepEqual(last.key, before.key);
    assert.equal(await rowOf(before.id), undefined);
    assert.equal((await rowOf(last.id)).begun_at.getTime(), now - hour);
});
test("a new session ends the one that was there; ended, it is gone", async () => {
    const first = await begin("first");
    await ask("/read", first);
    const { id } = last;
    const second = await begin("second", first);
    assert.equal((await ask("/read", first)).text, "no session");
    assert.equal(await rowOf(id), undefined);
    await ask("/read", second);
    const ended = await ask("/end", second);
    assert.equal(ended.text, "no session");
    assert.equal(ended.cookie, "framme-portal-7400=");
    assert.equal((await ask("/read", second)).text, "no session");
    assert.equal(await rowOf(last?.id ?? id), undefined);
});
test("what comes for a session that was ended meanwhile is refused, not lost in silence", async () => {
    for (const how of ["write", "renew"]) {
        const cookie = await begin("x");
        assert.equal((await ask(`/ended-meanwhile/${how}`, cookie)).text, "session.over");
        assert.equal((await ask("/read", cookie)).text, "no session");
    }
});
test("it ends when it has not been used, and at last whether it is used or not", async () => {
    const idle = await begin("idle");
    now += ages.idleMs - 1;
    assert.equal((await ask("/read", idle)).text, "idle");
    now += ages.idleMs;
    assert.equal((await ask("/read", idle)).text, "no session");
    const used = await begin("used");
    const begun = now;
    while (now + 12 * hour < begun + ages.mostMs) {
        now += 12 * hour;
        assert.equal((await ask("/read", used)).text, "used");
    }
    now = begun + ages.mostMs - 1;
    assert.equal((await ask("/read", used)).text, "used");
    now += 1;
    assert.equal((await ask("/read", used)).text, "no session");
});
test("being used is noted once a minute at most", async () => {
    const cookie = await begin("x");
    const begun = now;
    const usedAt = async () => (await rowOf(last.id)).used_at.getTime();
    now = begun + 59_999;
    await ask("/read", cookie);
    assert.equal(await usedAt(), begun);
    now = begun + 60_000;
    await ask("/read", cookie);
    assert.equal(await usedAt(), begun + 60_000);
});
test("the sweep deletes what is over, by idle time or by age, and nothing else", async () => {
    await withAdmin(database.ownerUrl, (sql) => sql `delete from session`);
    await begin("idle");
    const old = await begin("old");
    now += ages.idleMs;
    await withAdmin(database.ownerUrl, (sql) => sql `update session set begun_at = ${new Date(now - ages.mostMs)}, used_at = ${new Date(now)}
      where id = (select id from session limit 1)`);
    const alive = await begin("alive");
    now += 1;
    assert.equal(await sweepSessions(database.db, ages, now), 2);
    assert.equal((await rows()).length, 1);
    assert.equal((await ask("/read", alive)).text, "alive");
    assert.equal((await ask("/read", old)).text, "no session");
    assert.equal(await sweepSessions(database.db, ages, now), 0);
});
test("sealed bytes open under their own key and label only", () => {
    const [key, other] = [randomBytes(32), randomBytes(32)];
    const bytes = Buffer.from("čáđŋ");
    const sealed = sealUnder(key, "a", bytes);
    assert.deepEqual(openUnder(key, "a", sealed), bytes);
    assert.deepEqual(openUnder(key, "a", sealUnder(key, "a", Buffer.alloc(0))), Buffer.alloc(0));
    assert.equal(openUnder(other, "a", sealed), null);
    assert.equal(openUnder(key, "b", sealed), null);
    for (let index = 0; index < sealed.length; index += 1) {
        const changed = Buffer.from(sealed);
        changed[index] ^= 1;
        assert.equal(openUnder(key, "a", changed), null, `byte ${index}`);
        assert.equal(openUnder(key, "a", sealed.subarray(0, index)), null, `cut at ${index}`);
    }
    assert.throws(() => openUnder(key.subarray(1), "a", sealed));
});
//# sourceMappingURL=session.test.js.map