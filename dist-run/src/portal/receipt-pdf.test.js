// Goal: the receipt that people keep has what they need to follow a report, and tells whoever finds it nothing else.
// Method: the letters are read back out of the file through its own fonts, in both languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { textIn } from "../../test/pdf-text.js";
import { receiptPdf } from "./receipt-pdf.js";
const facts = {
    language: "nb",
    code: "6JH9-MABD-9XMX-AECG-FZRG8-8QPHR",
    followAddress: "https://framme.example/folg",
    madeAt: Date.parse("2026-11-23T12:04:00Z"),
    all: 1,
    stored: [{ id: "3f0c2f0a-9b1e-4c53-8a52-1d6b0a3c9e11", at: Date.parse("2026-11-23T12:03:09Z") }],
};
async function textOf(wish) {
    const pdf = await receiptPdf(wish);
    return { raw: pdf.toString("latin1"), text: textIn(pdf) };
}
/** Lines are broken where the paper ends. */
const inOneLine = (text) => text.replace(/\s+/g, " ");
test("it has the code and where to use it, when the hub stored it, and what that means and does not", async () => {
    const text = inOneLine((await textOf(facts)).text);
    for (const part of [
        facts.code,
        facts.followAddress,
        "mandag 23. november",
        "13.03",
        "Den nasjonale tjenesten har lagret det du sendte",
        "Det betyr ikke at mottakeren har fått det ennå, eller at noen har lest det.",
        "112",
        "116 111",
        facts.stored[0].id,
    ])
        assert.ok(text.includes(part), `«${part}» is in: ${text}`);
});
test("whoever finds it learns neither what it was about nor whom it went to", async () => {
    for (const language of ["nb", "nn"]) {
        const { raw, text } = await textOf({ ...facts, language });
        assert.doesNotMatch(text, /barn|bekymring|melding til|teneste i|Turid/i);
        const fields = raw.replaceAll("\u0000", "");
        const title = /\/Title (\d+) 0 R/.exec(fields)?.[1];
        assert.ok(fields.includes(`\n${title} 0 obj\n(Kvittering)\n`));
        assert.match(fields, /"x-default">Kvittering</);
        assert.ok(!fields.includes(facts.code), "the code is in no field that is shown without opening it");
        assert.doesNotMatch(fields, /bekymring/i);
    }
});
test("in Nynorsk every sentence is, and the file says so", async () => {
    const { raw, text } = await textOf({ ...facts, language: "nn" });
    assert.match(raw, /\/Lang \(nn-NO\)/);
    assert.match(inOneLine(text), /Den nasjonale tenesta har lagra det du sende/);
    assert.doesNotMatch(text, /\b(ikke|tjenesten|mottakeren)\b/);
});
test("of two, it says which are stored, and that one is not sent yet", async () => {
    const one = inOneLine((await textOf({ ...facts, all: 2 })).text);
    assert.match(one, /1 av 2: Lagret i den nasjonale tjenesten/);
    assert.match(one, /1 av 2 er ikke sendt ennå\./);
    const other = { id: "9d2f6f0e-6f0c-4bb2-8a10-77cf0c0c3b52", at: facts.stored[0].at };
    const both = inOneLine((await textOf({ ...facts, all: 2, stored: [...facts.stored, other] })).text);
    assert.match(both, /2 av 2: Lagret/);
    assert.doesNotMatch(both, /ikke sendt ennå/);
});
//# sourceMappingURL=receipt-pdf.test.js.map