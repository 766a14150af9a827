// Goal: no oddity of a report's JSON stops it or changes it. Method: the protocol's own traps one by one, damage
// at random, and the text taken apart and put together again.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { Problem } from "../core/problem.js";
import { isUsualIdentityNumber } from "./identity-number.js";
import { isDowngrade, readKsReport, writeKsReport } from "./ks-report.js";
import { privateExample, professionalExample } from "./ks-report.examples.js";
const read = (value) => readKsReport(Buffer.from(JSON.stringify(value)));
const salt = randomBytes(32);
const written = (report, protocol = "V2") => JSON.parse(writeKsReport(report, protocol, salt).toString());
/** The example after one change. */
function changed(change) {
    const report = structuredClone(professionalExample);
    change(report);
    return report;
}
function isRefused(bytes) {
    assert.throws(() => readKsReport(bytes), (error) => error instanceof Problem && error.code === "report.not-ks-json");
}
describe("a report as the schema has it", () => {
    test("is read without a remark, in both forms and versions", () => {
        const { text: _, document: __, ...facts } = read(professionalExample);
        assert.deepEqual(facts, {
            kind: "professional",
            protocol: "V2",
            municipality: "4601",
            district: "02",
            flags: [],
            deviations: [],
        });
        const v1 = read(changed((report) => delete report.melding.andreSynspunkter));
        assert.deepEqual([v1.protocol, v1.flags], ["V1", []]);
        const privately = read(privateExample);
        assert.deepEqual([privately.kind, privately.protocol, privately.flags], ["private", "V1", []]);
    });
    test("comes out as it went in, with a salt of 256 bits", () => {
        const { framme, ...rest } = written(read(professionalExample));
        assert.deepEqual(rest, professionalExample);
        assert.deepEqual(framme, { salt: salt.toString("base64url") });
    });
});
describe("a trap of the schema does not stop a report", () => {
    const traps = [
        [
            "a line break in a reason",
            (r) => (r.offentligBarn[0].orientertGrunn = "For\nliten."),
            "offentligBarn[0].orientertGrunn",
        ],
        [
            "a plus sign in an e-mail address",
            (r) => (r.offentligMelder.epost = "ola+bm@skole.example.no"),
            "offentligMelder.epost",
        ],
        [
            "an apostrophe in an e-mail address",
            (r) => (r.offentligMelder.epost = "o'hara@skole.example.no"),
            "offentligMelder.epost",
        ],
        [
            "a telephone number in brackets",
            (r) => (r.offentligMelder.telefonnummer = "(+47) 55000000"),
            "offentligMelder.telefonnummer",
        ],
        [
            "a telephone number as a number",
            (r) => (r.offentligMelder.telefonnummer = 55000000),
            "offentligMelder.telefonnummer",
        ],
        ["no children at all", (r) => (r.offentligBarn = []), "offentligBarn"],
        ["no guardians at all", (r) => (r.foresatte = []), "foresatte"],
        ["three guardians", (r) => r.foresatte.push(r.foresatte[0], r.foresatte[0]), "foresatte"],
        ["a child that is not in a list", (r) => (r.offentligBarn = r.offentligBarn[0]), "offentligBarn"],
        ["a missing field", (r) => delete r.sendingstidspunkt, "sendingstidspunkt"],
        [
            "null for an optional field",
            (r) => (r.offentligMelder.virksomhet.orgnr = null),
            "offentligMelder.virksomhet.orgnr",
        ],
        ["a concern that is plain text", (r) => (r.melding = "Bekymret."), "melding"],
        ["a yes that is text", (r) => (r.foresatte[0].orientert = "ja"), "foresatte[0].orientert"],
        ["no reporter", (r) => delete r.offentligMelder, "offentligMelder"],
    ];
    for (const [name, change, place] of traps) {
        test(name, () => {
            const report = changed(change);
            const result = read(report);
            assert.equal(result.kind, "professional");
            assert.ok(result.flags.includes("schema-deviation"));
            assert.deepEqual(result.deviations, [place]);
            const { framme: _, ...rest } = written(result);
            assert.deepEqual(rest, report);
        });
    }
    test("times with and without a zone are both as they should be", () => {
        for (const time of ["2020-03-16T13:29:33", "2020-03-16T13:29:33.123+01:00", "2020-03-16T12:29:33Z"])
            assert.deepEqual(read(changed((report) => (report.sendingstidspunkt = time))).flags, []);
    });
    test("an unknown field is no deviation, and is kept", () => {
        const report = changed((r) => (r.offentligMelder.stillingsprosent = { verdi: 80 }));
        assert.deepEqual(read(report).flags, []);
        assert.deepEqual(written(read(report)).offentligMelder.stillingsprosent, { verdi: 80 });
    });
    test("the kind is found without a reporter", () => {
        const { privatMelder: _, ...privately } = privateExample;
        assert.equal(read(privately).kind, "private");
        assert.equal(read({ kommunenummer: "4601" }).kind, "private");
        assert.ok(read({ kommunenummer: "4601" }).flags.includes("schema-deviation"));
    });
});
describe("where the report goes", () => {
    test("a missing or odd district is 00; one that lost its zero gets it back", () => {
        const districtOf = (value) => read(changed((report) => (report.bydelsnummer = value))).district;
        assert.deepEqual(["02", 2, "2", undefined, null, "", "Bergenhus", "002"].map(districtOf), [
            "02",
            "02",
            "02",
            "00",
            "00",
            "00",
            "00",
            "00",
        ]);
    });
    test("Oslo's number is found also without its zero", () => {
        for (const number of ["0301", 301, " 0301 "])
            assert.equal(read(changed((report) => (report.kommunenummer = number))).municipality, "0301");
    });
    test("only what cannot be routed is refused", () => {
        for (const number of [undefined, null, "", "Bergen", "46011", "46", {}, 4601.5])
            isRefused(Buffer.from(JSON.stringify(changed((report) => (report.kommunenummer = number)))));
        for (const text of ["", "{", "[]", "null", '"4601"', "4601", "<xml/>", '{"kommunenummer":"4601"} x'])
            isRefused(Buffer.from(text));
        isRefused(Buffer.from(JSON.stringify(professionalExample), "latin1"));
        isRefused(randomBytes(500));
    });
    test("names that every JavaScript object has are not read out of it", () => {
        isRefused(Buffer.from('{"__proto__":{"kommunenummer":"4601"}}'));
        const report = readKsReport(Buffer.from('{"kommunenummer":"4601","__proto__":{"x":1},"constructor":2}'));
        const text = writeKsReport(report, "V2", salt).toString();
        assert.match(text, /"__proto__":\{"x":1\},"constructor":2/);
    });
});
describe("what parsing would lose is kept in the text", () => {
    test("repeated names, long numbers, odd escapes and a byte order mark", () => {
        const text = '\ufeff{ "kommunenummer":"4601", "x":12345678901234567890, "x":1.10, "y":"\\u00e6\\ud800\\/" , "z" : [ ] }';
        const report = readKsReport(Buffer.from(text));
        assert.deepEqual(report.deviations.slice(-1), ["(repeated name)"]);
        const out = writeKsReport(report, "V1", salt).toString();
        assert.ok(out.startsWith('{"kommunenummer":"4601","x":12345678901234567890,"x":1.10,"y":"\\u00e6\\ud800\\/","z":[ ],"framme":'));
        assert.equal(report.document.x, "1.10");
    });
    test("a document of any depth is read and written", () => {
        for (const depth of [10, 1000, 200_000]) {
            const deep = "[".repeat(depth) + "]".repeat(depth);
            const report = readKsReport(Buffer.from(`{"kommunenummer":"4601","x":${deep}}`));
            assert.ok(writeKsReport(report, "V1", salt).toString().includes(deep));
        }
    });
    test("a salt that stood there before is kept as earlier", () => {
        const first = read(professionalExample);
        const second = readKsReport(writeKsReport(first, "V2", randomBytes(32)));
        const { framme, ...rest } = written(second);
        assert.deepEqual(rest, professionalExample);
        assert.equal(framme.salt, salt.toString("base64url"));
        assert.equal(framme.earlier.length, 1);
    });
    test("whatever JSON object it is, everything but the salt comes back", () => {
        fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (extra) => {
            const document = { ...extra, kommunenummer: "4601" };
            const { framme, ...rest } = written(read(document));
            const { framme: earlier, ...original } = document;
            assert.deepEqual(rest, JSON.parse(JSON.stringify(original)));
            if (earlier !== undefined)
                assert.deepEqual(framme.earlier, JSON.parse(JSON.stringify([earlier])));
        }));
    });
});
describe("a service that takes only V1", () => {
    test("gets the others' views at the end of the history, under a heading", () => {
        const report = read(professionalExample);
        assert.equal(isDowngrade(report, "V1"), true);
        const { melding } = written(report, "V1");
        assert.deepEqual(melding, {
            melding: professionalExample.melding.melding,
            historie: `${professionalExample.melding.historie}\n\nAndres synspunkter:\n${professionalExample.melding.andreSynspunkter}`,
        });
    });
    test("gets V1 and private reports unchanged", () => {
        const v1 = read(changed((report) => delete report.melding.andreSynspunkter));
        assert.equal(isDowngrade(v1, "V1"), false);
        assert.equal(isDowngrade(read(privateExample), "V1"), false);
        assert.deepEqual(written(v1, "V1").melding, written(v1, "V2").melding);
    });
    test("loses nothing when the history is missing, or when something is of another type or there twice", () => {
        const missing = read(changed((report) => delete report.melding.historie));
        assert.equal(written(missing, "V1").melding.historie, `Andres synspunkter:\n${professionalExample.melding.andreSynspunkter}`);
        const odd = read(changed((report) => (report.melding.andreSynspunkter = { far: "Uenig" })));
        assert.match(written(odd, "V1").melding.historie, /\{"far":"Uenig"\}$/);
        const twice = '{"kommunenummer":"4601","offentligMelder":{},"melding":{"historie":"a","andreSynspunkter":"b","andreSynspunkter":"c","x":1}}';
        const report = readKsReport(Buffer.from(twice));
        assert.deepEqual(written(report, "V1").melding, {
            x: 1,
            historie: "a\n\nAndres synspunkter:\nb\n\nAndres synspunkter:\nc",
        });
    });
});
describe("identity numbers", () => {
    const flagsFor = (fnr) => read(changed((report) => (report.offentligBarn[0].fnr = fnr))).flags;
    test("the usual kinds are not remarked on", () => {
        for (const number of [
            "01812050075",
            "10915596784",
            "47906701517",
            "41812050069",
            "01022000100",
            "01022000200",
            "31122099999",
            "201512345678",
        ])
            assert.deepEqual(flagsFor(number), [], number);
    });
    test("anything else is kept as the text it is, with a flag", () => {
        for (const text of ["01812050076", "32132000100", "ukjent", "", "14.03.2019", "0181205007"]) {
            assert.deepEqual(flagsFor(text), ["identity-number-unusual"], text);
            assert.equal(written(read(changed((r) => (r.offentligBarn[0].fnr = text)))).offentligBarn[0].fnr, text);
        }
        assert.deepEqual(flagsFor(1812050075), ["schema-deviation", "identity-number-unusual"]);
    });
    test("an unborn child needs none", () => {
        const unborn = changed((report) => Object.assign(report.offentligBarn[0], { fnr: "", ufoedt: true }));
        assert.deepEqual(read(unborn).flags, []);
    });
    test("no text makes the check fail", () => {
        fc.assert(fc.property(fc.string(), (text) => typeof isUsualIdentityNumber(text) === "boolean"));
    });
});
//# sourceMappingURL=ks-report.test.js.map