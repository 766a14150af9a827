// Goal: everything a reporter wrote can be read by the caseworker, on paper too. Method: every value of a
// document is looked for among what is printed, and the file's marks are read out of its bytes.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { norwegianTime, sectionsOf } from "./ks-reading.js";
import { privateExample, professionalExample } from "./ks-report.examples.js";
import { readKsReport } from "./ks-report.js";
import { printable } from "./pdf-page.js";
import { reportPdf } from "./report-pdf.js";
const facts = {
    id: "3f0c2f0a-9b1e-4c53-8a52-1d6b0a3c9e11",
    salt: Buffer.alloc(32, 7),
    sentAt: Date.parse("2026-11-23T12:03:00Z"),
};
const read = (value) => readKsReport(Buffer.from(JSON.stringify(value)));
const pdfOf = async (value) => (await reportPdf(read(value), facts)).toString("latin1");
const wordsOf = (value) => sectionsOf(read(value)).flatMap((section) => [
    section.heading,
    ...section.groups.flatMap((group) => [
        group.heading ?? "",
        ...group.entries.flatMap((entry) => [entry.label, entry.value]),
    ]),
]);
/** Everything that stands at the ends of a JSON value. */
function leavesOf(value) {
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}
/** The codes of the letters that the fonts in the file can be read back as. */
function lettersIn(pdf) {
    const streams = [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map((found) => Buffer.from(found[1], "latin1"));
    const texts = streams.map((bytes) => (bytes[0] === 0x78 ? inflateSync(bytes).toString("latin1") : ""));
    return texts.filter((text) => text.includes("begincmap")).join("\n");
}
const pagesOf = (pdf) => pdf.match(/\/Type \/Page\n/g)?.length;
describe("what is read", () => {
    test("has every value of a complete report, under the headings a caseworker looks for", () => {
        for (const example of [professionalExample, privateExample]) {
            const words = wordsOf(example).join("\n");
            for (const leaf of leavesOf(example).filter((value) => typeof value === "string" && !/^\d{4}-/.test(value)))
                assert.ok(words.includes(String(leaf)), `${leaf} is shown`);
            for (const heading of ["Om barnet", "Bekymringen", "Melder", "Om meldingen"])
                assert.ok(words.includes(heading));
            assert.match(words, /17. mars 2023 kl. 00:31|16. mars 2023 kl. 13:29/);
        }
    });
    test("has what nobody knows last, with its name", () => {
        const report = { ...professionalExample, kilde: { system: "X", liste: [1, true] } };
        const last = sectionsOf(read(report)).at(-1);
        assert.equal(last?.heading, "Andre opplysninger");
        assert.deepEqual(last?.groups[0]?.entries, [
            { label: "kilde", value: "system: X\nliste:\n   – 1\n   – Ja" },
        ]);
    });
    test("has every letter of any addition, wherever it stands", () => {
        const addition = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 4 }), {
            maxKeys: 5,
        });
        fc.assert(fc.property(addition, addition, addition, (onTop, onChild, onReporter) => {
            const [child] = professionalExample.offentligBarn;
            const report = {
                ...onTop,
                ...professionalExample,
                offentligBarn: [{ ...onChild, ...child }, child],
                offentligMelder: {
                    ...professionalExample.offentligMelder,
                    virksomhet: { ...onReporter, adresse: "Her" },
                },
            };
            delete report.framme;
            const words = wordsOf(report).join("\n");
            const texts = leavesOf(JSON.parse(JSON.stringify(report))).filter((leaf) => typeof leaf === "string");
            for (const text of texts)
                if (!/^\d{4}-\d\d-/.test(text))
                    assert.ok(words.includes(text), text);
        }), { numRuns: 50 });
    });
    test("a part that is of another type than it should be is shown as it is", () => {
        const words = wordsOf({
            ...professionalExample,
            melding: "Bare tekst",
            foresatte: "Mor",
            offentligBarn: [],
        });
        assert.ok(words.includes("Bare tekst") && words.includes("Mor") && words.includes("Ikke oppgitt"));
    });
    test("times are in Norwegian time, and what is no time stays as it is", () => {
        assert.equal(norwegianTime("2026-07-01T10:00:00Z"), "1. juli 2026 kl. 12:00");
        assert.equal(norwegianTime("2026-07-01T10:00:00"), "1. juli 2026 kl. 10:00");
        assert.equal(norwegianTime("2026-02-30T10:00:00"), "2026-02-30T10:00:00");
        assert.equal(norwegianTime("i går"), "i går");
    });
});
describe("the file", () => {
    test("is a tagged PDF in Norwegian, with title, language and salt", async () => {
        const pdf = await pdfOf(professionalExample);
        assert.ok(pdf.startsWith("%PDF-1.7"));
        for (const mark of [
            "/StructTreeRoot",
            "/Lang (nb-NO)",
            "/Marked true",
            "/DisplayDocTitle true",
            "pdfuaid:part",
        ])
            assert.ok(pdf.includes(mark), mark);
        assert.ok(pdf.includes(`framme-salt:${facts.salt.toString("base64url")}`));
        assert.ok(pdf.trimEnd().endsWith("%%EOF"));
        for (const tag of ["H1", "H2", "LI", "Lbl", "LBody"])
            assert.ok(pdf.includes(`/S /${tag}`), tag);
    });
    test("has its letters readable, Norwegian and Sámi ones too", async () => {
        const example = structuredClone(professionalExample);
        example.melding.melding = "Æøå čáđŋšŧž";
        const letters = lettersIn(await pdfOf(example));
        for (const letter of example.melding.melding.replaceAll(" ", ""))
            assert.ok(letters.includes(letter.codePointAt(0).toString(16).padStart(4, "0")), letter);
    });
    test("is the same for the same report, and another for another salt", async () => {
        assert.equal(await pdfOf(privateExample), await pdfOf(privateExample));
        const other = await reportPdf(read(privateExample), { ...facts, salt: Buffer.alloc(32, 8) });
        assert.notEqual(other.toString("latin1"), await pdfOf(privateExample));
    });
    test("goes on over as many pages as the text needs", async () => {
        const example = structuredClone(professionalExample);
        assert.ok((pagesOf(await pdfOf(example)) ?? 0) <= 3);
        example.melding.melding = "En setning som blir sagt igjen og igjen. ".repeat(1000);
        assert.ok((pagesOf(await pdfOf(example)) ?? 0) >= 10);
    });
    test("is made of anything at all without failing", async () => {
        for (const odd of [
            "😢👨‍👩‍👧",
            "\ud800",
            "\u0000\u0007\r\n\t",
            "محمد 王",
            "x".repeat(20_000),
            "\u202e\u200b",
            "e\u0301".repeat(500),
        ]) {
            const pdf = await pdfOf({ ...professionalExample, [odd]: odd, melding: { melding: odd } });
            assert.ok(pdf.trimEnd().endsWith("%%EOF"));
        }
        const deep = `{"kommunenummer":"4601","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
        assert.ok((await reportPdf(readKsReport(Buffer.from(deep)), facts)).length > 1000);
    });
    test("says so when a letter cannot be shown", () => {
        assert.deepEqual(printable("Redd 👨‍👩‍👧!"), { text: "Redd □!", isChanged: true });
        assert.deepEqual(printable("æøå\r\nčáđ\tŋ"), { text: "æøå\nčáđ    ŋ", isChanged: false });
    });
});
//# sourceMappingURL=report-pdf.test.js.map