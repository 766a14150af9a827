// Goal: what is written in the protocol is what the schema asks for, without changing what somebody said. Method: single
// values through the writing, and whole reports read back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readKsReport } from "./ks-report.js";
import { emailText, line, phoneText, writePrivate } from "./ks-writing.js";
const report = {
    place: { municipality: "4601", municipalityName: "Bergen", district: "02", districtName: "Bergenhus" },
    sentAt: Date.parse("2026-11-23T12:03:09Z"),
    channel: "Framme",
    reporter: { name: "Ola", phone: "", address: null },
    children: [{ name: null, age: null, relation: null, address: undefined }],
    concern: "Bekymret.",
};
const written = (more) => JSON.parse(writePrivate({ ...report, ...more }));
test("the time is Norwegian, without a zone, also in the hour that comes twice and the one that is left out", () => {
    const at = (text) => written({ sentAt: Date.parse(text) }).sendingstidspunkt;
    assert.equal(at("2026-11-23T12:03:09Z"), "2026-11-23T13:03:09");
    assert.equal(at("2026-06-30T22:00:00Z"), "2026-07-01T00:00:00");
    assert.equal(at("2026-10-25T00:30:00Z"), "2026-10-25T02:30:00");
    assert.equal(at("2026-10-25T01:30:00Z"), "2026-10-25T02:30:00");
    assert.equal(at("2026-10-25T02:30:00Z"), "2026-10-25T03:30:00");
    assert.equal(at("2026-03-29T00:59:59Z"), "2026-03-29T01:59:59");
    assert.equal(at("2026-03-29T01:00:00Z"), "2026-03-29T03:00:00");
    assert.equal(at("2026-12-31T23:00:00Z"), "2027-01-01T00:00:00");
});
test("where there are no districts the number is 00 and the name the municipality's", () => {
    const place = { municipality: "4631", municipalityName: "Alver", district: null, districtName: null };
    const { kommunenummer, kommunenavn, bydelsnummer, bydelsnavn } = written({ place });
    assert.deepEqual([kommunenummer, kommunenavn, bydelsnummer, bydelsnavn], ["4631", "Alver", "00", "Alver"]);
});
test("what is not known says so; what is empty and may be missing is left out", () => {
    const { privatBarn, privatMelder } = written({});
    assert.deepEqual(privatBarn, [
        {
            personnavn: "Melder vet ikke",
            antattAlder: "Melder vet ikke",
            relasjon: "Melder vet ikke",
            adresse: { adresselinje1: "Ikke oppgitt" },
        },
    ]);
    assert.deepEqual(privatMelder, { personnavn: "Ola" });
});
test("a telephone number loses what was put in for the eye, and words stay as they are", () => {
    for (const [typed, number] of [
        ["(+47) 55.00.00.00", "+47 55-00-00-00"],
        ["55 00  00 00", "55 00 00 00"],
        ["+ 47 55000000", "+47 55000000"],
        ["55–00—00", "55-00-00"],
        ["ring på dagtid", "ring på dagtid"],
        ["55000000 (mor)", "55000000 (mor)"],
        ["", ""],
    ])
        assert.equal(phoneText(typed), number);
});
test("an e-mail address loses what programs put around it", () => {
    assert.equal(emailText(" mailto:siri@skole.no "), "siri@skole.no");
    assert.equal(emailText("<siri@skole.no>"), "siri@skole.no");
    assert.equal(emailText("sïri@skole.no"), "sïri@skole.no");
});
test("several lines become one, whatever kind of line end they have, and in no time", () => {
    assert.equal(line("  Gata 1 \r\n\n  5003\u2028Bergen\u2029"), "Gata 1 5003 Bergen");
    const begun = performance.now();
    line(`a${" ".repeat(1_000_000)}b`);
    assert.ok(performance.now() - begun < 2_000);
});
test("line ends where the schema takes one line only do not make a report deviate", () => {
    const text = writePrivate({
        ...report,
        reporter: {
            name: "Ola\nNabo",
            phone: "55\u202800",
            address: { street: "A\nB", postcode: "", town: "", more: "C\rD" },
        },
        concern: "en\nto",
    });
    assert.deepEqual(readKsReport(Buffer.from(text)).deviations, []);
    assert.equal(JSON.parse(text).privatMelder.personnavn, "Ola Nabo");
    assert.equal(JSON.parse(text).melding, "en\nto");
});
//# sourceMappingURL=ks-writing.test.js.map