// Goal: an address or a number is understood however people write it, and what cannot be reached is said plainly, and
// is never a list of several. Method: a table of what people type.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readContact } from "./contact.js";
import { contactErrors, ReminderForm } from "./pages/reminder.js";
const both = { mail: true, sms: true };
test("a Norwegian mobile number, however it is written, becomes one form", () => {
    for (const typed of [
        "90000000",
        "900 00 000",
        "+47 900 00 000",
        "0047 90 00 00 00",
        "4790000000",
        "+47-900-00-000",
        "(+47) 90\u00a000 00\u00a000",
        " 900.00.000 ",
        "\u202a+47 900 00 000\u202c",
    ])
        assert.deepEqual(readContact(typed, both), { contact: { kind: "sms", to: "+4790000000" } }, typed);
    assert.deepEqual(readContact("47123456", both), { contact: { kind: "sms", to: "+4747123456" } });
});
test("what is no number that a text message can be sent to is refused as such", () => {
    for (const typed of ["9000000", "900000000", "22 00 00 00", "+46 70 000 00 00", "116 111", "9000000O"])
        assert.deepEqual(readContact(typed, both), { error: "not-phone" }, typed);
});
test("an address that mail systems take is taken, as it was typed", () => {
    for (const typed of [
        "kari@example.no",
        "Kari.Nordmann+x@sub.example.co",
        "o'hara_1-2@example.no",
        "bjørn@blåbær.no",
        "a@xn--blbr-roa0j.no",
        `${"a".repeat(64)}@example.no`,
    ])
        assert.deepEqual(readContact(` ${typed} `, both), { contact: { kind: "mail", to: typed } }, typed);
});
test("what is no address, or more than one, is refused as such", () => {
    for (const typed of [
        "kari@",
        "@example.no",
        "kari@example",
        "kari@@example.no",
        "kari@example.no, ola@example.no",
        "kari@example.no;ola@example.no",
        "Kari <kari@example.no>",
        "kari nordmann@example.no",
        "kari..n@example.no",
        ".kari@example.no",
        "kari@-example.no",
        "kari@127.0.0.1",
        "kari@exa_mple.no",
        "kari@example.no\r\nBcc: x@example.no",
        `${"a".repeat(65)}@example.no`,
        `a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(20)}.no`,
    ])
        assert.deepEqual(readContact(typed, both), { error: "not-mail" }, typed);
});
test("what was meant decides what is said; and where one kind only can be sent, the other is not taken", () => {
    assert.deepEqual(readContact(" ", both), { error: "empty" });
    assert.deepEqual(readContact("Kari", both), { error: "neither" });
    const [mail, sms] = [
        { mail: true, sms: false },
        { mail: false, sms: true },
    ];
    assert.deepEqual(readContact("90000000", mail), { error: "only-mail" });
    assert.deepEqual(readContact("kari@example.no", sms), { error: "only-sms" });
    assert.deepEqual(readContact("Kari", mail), { error: "not-mail" });
    assert.deepEqual(readContact("Kari", sms), { error: "not-phone" });
});
test("the form is offered for what can be sent, and says what is wrong beside the field with what was typed kept", () => {
    const form = (kinds, typed = "", errors = contactErrors("nb", "empty")) => String(ReminderForm({ language: "nb", kinds, errors, typed }));
    assert.equal(ReminderForm({ language: "nb", kinds: { mail: false, sms: false }, errors: [], typed: "" }), null);
    assert.match(form(both), /E-post eller mobilnummer/);
    assert.match(form({ mail: false, sms: true }), />Mobilnummer</);
    assert.match(form({ mail: true, sms: false }), />E-post</);
    const wrong = form(both, '"kari', contactErrors("nb", "neither"));
    assert.match(wrong, /value="&quot;kari"/);
    assert.match(wrong, /aria-invalid="true".*id="kontakt-feil">Skriv en e-postadresse som/s);
    assert.match(wrong, /Hei\. Du ba om en påminnelse\. Bruk koden din for å se om det er noe nytt\./);
});
//# sourceMappingURL=contact.test.js.map