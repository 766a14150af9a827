// Goal: who asks is reminded once, by day, three weeks after sending; nobody else learns of it, from the phone or from
// the database; and nothing of it is left when it is over. Method: real PostgreSQL, a real mail server and a real
// gateway as peers, and a clock that is played.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { freshDatabase } from "../../test/database.js";
import { Postbox } from "../../test/postbox.js";
import { sha256Hex } from "../core/hash.js";
import { Problem } from "../core/problem.js";
import { overTheNetwork } from "../http/client.js";
import { saidIn } from "../stand-in/mail-server.js";
import { postboxApp, startPostbox } from "../stand-in/postbox.js";
import { gatewaysOf, kindsOf } from "./gateways.js";
import { sendDueReminders } from "./remind.js";
import { forgetReminder, keepReminder } from "./reminder.js";
const secret = Buffer.alloc(32, 7);
const trackingHash = sha256Hex("1A2B");
const from = "paminnelse@example.no";
const sentAt = Date.parse("2026-10-12T08:00:00Z"); // Monday 10:00 in Oslo, in summer time.
const dueAt = Date.parse("2026-11-02T09:00:00Z"); // Monday 10:00 in Oslo, in winter time.
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let postbox;
let database;
let gateways;
let now;
before(async () => {
    postbox = await new Postbox().open();
    gateways = gatewaysOf({ SMTP_URL: postbox.smtpUrl, MAIL_FROM: from, SMS_URL: postbox.smsUrl }, overTheNetwork);
});
after(() => postbox.close());
beforeEach(async () => {
    database = await freshDatabase("portal");
    now = dueAt;
    postbox.mails.length = 0;
    postbox.sms.length = 0;
    Object.assign(postbox, { isRefusing: false, onTaken: () => undefined });
});
afterEach(() => database.drop());
const keep = (contact, more = {}) => keepReminder({ db: database.db, secret, kinds: kindsOf(gateways) }, { trackingHash, contact, language: "nb", sentAt, ...more });
const send = (db = database.db, through = gateways) => sendDueReminders({ db, secret, gateways: through, clock: () => now });
const rows = () => database.db.read `select reminder::text as text from reminder`;
const kept = async () => (await rows()).length;
const nothing = { sent: 0, failed: 0, expired: 0 };
test("it goes out when the third calendar week in Oslo is over, over a change of clocks, not a millisecond before, and once", async () => {
    assert.deepEqual(await keep("kari@example.no"), { is: "kept", dueAt });
    now = dueAt - 1;
    assert.deepEqual(await send(), nothing);
    now = dueAt;
    assert.deepEqual(await send(), { ...nothing, sent: 1 });
    assert.deepEqual(await send(), nothing);
    now = dueAt + 29 * dayMs;
    assert.deepEqual(await send(), nothing);
    assert.deepEqual(postbox.mails.map(({ to }) => to), ["kari@example.no"]);
    assert.equal(await kept(), 0);
});
test("a text message goes to the number however it was typed", async () => {
    await keep("(+47) 900 00 000", { language: "nn" });
    await send();
    const text = "Hei. Du bad om ei påminning. Bruk koden din for å sjå om det er noko nytt.";
    assert.deepEqual(postbox.sms.map(({ body }) => body), [{ to: "+4790000000", text }]);
    assert.equal(await kept(), 0);
});
test("whoever sees the phone learns nothing: not from the text, the sender, or anything else in the mail", async () => {
    await keep("kari@example.no");
    await keep("ola@example.no", { language: "nn", trackingHash: sha256Hex("2") });
    await keep("90000000", { trackingHash: sha256Hex("3") });
    await send();
    assert.equal(postbox.mails.length + postbox.sms.length, 3);
    const [first] = postbox.mails
        .map(({ raw }) => saidIn(raw))
        .filter(({ subject }) => subject === "Påminnelse");
    assert.deepEqual(first, {
        subject: "Påminnelse",
        text: "Hei. Du ba om en påminnelse. Bruk koden din for å se om det er noe nytt.",
    });
    const telling = /barn|vern|bekymr|uro|melding|meldt|tjenest|tenest|kommun|familie|forel|sak|framme|portal|https?:|www|x-mailer|nodemailer/i;
    for (const { raw, from: sender } of postbox.mails) {
        const { subject, text } = saidIn(raw);
        const head = raw.split("\r\n\r\n")[0] ?? "";
        assert.doesNotMatch(`${subject}\n${text}\n${sender}`, telling);
        assert.doesNotMatch(text, /\d/);
        // The Message-ID is random digits and could spell anything.
        assert.doesNotMatch(head.replace(/^Message-ID:.*$/im, ""), telling);
        assert.match(head, /^Message-ID: <[0-9a-f-]{36}@example\.no>/im);
    }
    for (const { body } of postbox.sms)
        assert.doesNotMatch(JSON.stringify(body), telling);
});
test("in the database it can neither be read whom it goes to, of which kind, nor which report it belongs to", async () => {
    const typed = ["kari.nordmann@example.no", "900 00 000", "k@example.no"];
    for (const [index, contact] of typed.entries())
        await keep(contact, { trackingHash: sha256Hex(`${index}`) });
    const texts = (await rows()).map(({ text }) => text);
    assert.equal(texts.length, 3);
    const secrets = ["kari", "nordmann", "90000000", "+47", "mail", "sms", "nb", ...typed];
    const hidden = [
        ...secrets.map((one) => Buffer.from(one).toString("hex")),
        "example.no",
        "900 00",
        "90000000",
    ];
    for (const text of texts)
        for (const one of hidden.filter((word) => word.length > 6))
            assert.equal(text.includes(one), false, one);
    for (const index of [0, 1, 2])
        for (const text of texts)
            assert.equal(text.includes(sha256Hex(`${index}`)), false);
    assert.equal(new Set(texts.map(({ length }) => length)).size, 1);
    // Another secret opens nothing, and then nothing is sent.
    const other = { db: database.db, secret: Buffer.alloc(32, 8), gateways, clock: () => now };
    assert.deepEqual(await sendDueReminders(other), { ...nothing, failed: 1 });
    assert.equal(postbox.mails.length + postbox.sms.length, 0);
});
test("one that is moved to another code's row is sent to nobody", async () => {
    await keep("kari@example.no");
    await keep("ola@example.no", { trackingHash: sha256Hex("2") });
    await database.db.begin((tx) => tx `
      update reminder set sealed = (select sealed from reminder other where other.id <> reminder.id)`);
    assert.equal((await send()).sent, 0);
    assert.equal((await send()).sent, 0);
    assert.equal(postbox.mails.length, 0);
});
test("a second one for the same code replaces whom it goes to; there is one, at the same time", async () => {
    await keep("feil@example.no");
    assert.deepEqual(await keep("90000000"), { is: "kept", dueAt });
    assert.equal(await kept(), 1);
    await send();
    assert.equal(postbox.mails.length, 0);
    assert.equal(postbox.sms.length, 1);
});
test("closing the code erases it; another code's stays", async () => {
    await keep("kari@example.no");
    await keep("ola@example.no", { trackingHash: sha256Hex("2") });
    await forgetReminder({ db: database.db, secret }, trackingHash);
    await forgetReminder({ db: database.db, secret }, trackingHash);
    assert.equal(await kept(), 1);
    await send();
    assert.deepEqual(postbox.mails.map(({ to }) => to), ["ola@example.no"]);
});
test("a gateway that is down is tried again, less and less often, and each try is booked before it is made", async () => {
    postbox.isRefusing = true;
    for (const contact of ["kari@example.no", "90000000"]) {
        await keep(contact, { trackingHash: sha256Hex(contact) });
        assert.deepEqual(await send(), { ...nothing, failed: 1 });
        assert.deepEqual(await send(), nothing);
    }
    now += hourMs / 4;
    await send();
    await send();
    const [row] = await database.db.read `select min(tries) as tries, min(next_try_at) as at from reminder`;
    assert.equal(row?.tries, 2);
    assert.equal(row?.at.getTime(), now + hourMs / 2);
    postbox.isRefusing = false;
    now += hourMs;
    assert.deepEqual(await send(), { ...nothing, sent: 2 });
    assert.equal(await kept(), 0);
});
test("one that no gateway takes does not stand in the way of the others", async () => {
    await keep("kari@example.no");
    await keep("90000000", { trackingHash: sha256Hex("2") });
    const onlySms = { ...gateways, mail: null };
    const all = [await send(database.db, onlySms), await send(database.db, onlySms)];
    assert.equal(all[0].sent + all[1].sent, 1);
    assert.equal(postbox.sms.length, 1);
});
test("killed between the sending and the erasing it comes once more, told apart by nobody as a new one, and is gone then", async () => {
    for (const contact of ["kari@example.no", "90000000"]) {
        await keep(contact, { trackingHash: sha256Hex(contact) });
        let isKilled = false;
        postbox.onTaken = () => {
            isKilled = true;
        };
        const dying = {
            ...database.db,
            begin: (work) => (isKilled ? Promise.reject(new Error("killed")) : database.db.begin(work)),
        };
        await assert.rejects(send(dying), /killed/);
        assert.equal(await kept(), 1);
        assert.deepEqual(await send(), nothing);
        now += hourMs / 4;
        postbox.onTaken = () => undefined;
        assert.deepEqual(await send(), { ...nothing, sent: 1 });
        assert.equal(await kept(), 0);
    }
    const ids = postbox.mails.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    assert.equal(ids.length, 2);
    assert.equal(ids[0], ids[1]);
    assert.equal(postbox.sms[0]?.key, postbox.sms[1]?.key);
});
test("two processes at once send it once", async () => {
    for (let one = 0; one < 8; one += 1)
        await keep(`k${one}@example.no`, { trackingHash: sha256Hex(`${one}`) });
    const done = await Promise.all([send(), send(), send()]);
    assert.equal(done.reduce((sum, { sent }) => sum + sent, 0), 8);
    assert.equal(new Set(postbox.mails.map(({ to }) => to)).size, 8);
    assert.equal(postbox.mails.length, 8);
});
test("thirty days after it was due it is erased unsent, also where there is no gateway any more, and at night", async () => {
    await keep("kari@example.no");
    const none = { mail: null, sms: null };
    now = dueAt + 30 * dayMs;
    assert.equal((await send(database.db, none)).expired, 0);
    now += 12 * hourMs;
    assert.deepEqual(await send(database.db, none), { ...nothing, expired: 1 });
    assert.equal(await kept(), 0);
});
test("nobody's phone lights up at night: what was sent then, or is late by then, waits for the morning", async () => {
    const midnight = Date.parse("2026-11-22T23:10:00Z");
    const eight = Date.parse("2026-12-14T07:00:00Z");
    assert.deepEqual(await keep("kari@example.no", { sentAt: midnight }), { is: "kept", dueAt: eight });
    now = eight + 14 * hourMs;
    assert.deepEqual(await send(), nothing);
    now = eight + 24 * hourMs - 1;
    assert.deepEqual(await send(), nothing);
    now += 1;
    assert.deepEqual(await send(), { ...nothing, sent: 1 });
});
test("what is neither an address nor a number is not kept", async () => {
    assert.deepEqual(await keep("kari"), { is: "wrong", error: "neither" });
    assert.equal(await kept(), 0);
});
test("a setting that cannot be used, or would tell whoever sees the phone, is refused at start", () => {
    const wrong = [
        ["SMTP_URL", { SMTP_URL: "mail.example.no", MAIL_FROM: from }],
        ["MAIL_FROM", { SMTP_URL: postbox.smtpUrl }],
        ["MAIL_FROM", { SMTP_URL: postbox.smtpUrl, MAIL_FROM: "Barnevernet <a@example.no>" }],
        ["MAIL_FROM", { SMTP_URL: postbox.smtpUrl, MAIL_FROM: "post@barnevern.example.no" }],
        ["SMS_URL", { SMS_URL: "http://sms.example.no/send" }],
    ];
    for (const [name, env] of wrong)
        assert.throws(() => gatewaysOf(env, overTheNetwork), (error) => error instanceof Problem && error.code === "config.bad" && error.message.includes(name));
    assert.deepEqual(kindsOf(gatewaysOf({}, overTheNetwork)), { mail: false, sms: false });
    assert.deepEqual(kindsOf(gatewaysOf({ SMS_URL: postbox.smsUrl }, overTheNetwork)), {
        mail: false,
        sms: true,
    });
});
test("in a demonstration the postbox takes both kinds and shows what they say", async () => {
    const arrived = [];
    const app = postboxApp(arrived, "http://127.0.0.1:7", () => now);
    const toApp = gatewaysOf({ SMS_URL: "http://127.0.0.1:7/sms" }, async (url, init) => app.request(new URL(url).pathname, init));
    await keep("90000000");
    assert.deepEqual(await send(database.db, toApp), { ...nothing, sent: 1 });
    const page = await (await app.request("/")).text();
    assert.match(page, /Tekstmelding.*Hei\. Du ba om en påminnelse\..*til \+4790000000/s);
    const started = await startPostbox({ FRAMME_DEMO: "1", PORT: "0", SMTP_PORT: "0" });
    await started.close();
    await assert.rejects(startPostbox({ PORT: "0", SMTP_PORT: "0" }), /FRAMME_DEMO/);
});
//# sourceMappingURL=reminder.test.js.map