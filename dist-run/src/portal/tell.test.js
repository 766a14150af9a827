// Goal: a professional is told that a caseworker has opened the report, or by when somebody should; a private reporter
// is told neither. Method: the hub's answers as they come, in both languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tell } from "./tell.js";
const noon = Date.parse("2026-11-23T11:00:00Z");
const until = [
    { kind: "accepted", at: "2026-11-23T09:00:00.000Z" },
    { kind: "registered", at: "2026-11-23T09:02:00.000Z" },
];
const owes = { owed: "opened", due: "2026-11-30T09:00:00.000Z", overdue: false };
const unopened = { reached: "registered", receipts: until, owes };
const opened = {
    reached: "opened",
    receipts: [...until, { kind: "opened", at: "2026-11-23T10:00:00.000Z" }],
    owes: null,
};
const sentence = {
    nb: "En saksbehandler hos barnevernstjenesten har åpnet meldingen.",
    nn: "Ein saksbehandlar hos barnevernstenesta har opna meldinga.",
};
const notShown = /Vi viser ikk/;
for (const language of ["nb", "nn"]) {
    test(`a professional is told that it was opened, and when (${language})`, () => {
        const told = tell(language, opened, noon);
        assert.deepEqual(told.now, [sentence[language]]);
        assert.equal(told.history.at(-1)?.sentence, sentence[language]);
        assert.match(told.history.at(-1)?.when ?? "", /23\. november 2026 kl\. 11\.00/);
        assert.equal(told.next.sentences.length, 1, "what is left is the confirmation");
        assert.match(told.next.sentences[0] ?? "", /14\. desember 2026/);
        assert.doesNotMatch(JSON.stringify(told), notShown);
    });
    test(`until then a professional is told by when, and not that it is hidden (${language})`, () => {
        for (const now of [noon, noon + 9 * 86_400_000]) {
            const told = tell(language, unopened, now);
            assert.match(told.next.sentences[0] ?? "", /30\. november 2026/);
            assert.doesNotMatch(JSON.stringify(told), notShown);
            assert.ok(!JSON.stringify(told).includes(sentence[language]));
        }
    });
    test(`a private reporter is told the Act's limits, and that opening is not shown (${language})`, () => {
        const told = tell(language, { ...unopened, owes: null }, noon);
        assert.match(told.next.sentences[0] ?? "", /30\. november 2026.*Vi viser ikk/);
        assert.ok(!JSON.stringify(told).includes(sentence[language]));
    });
}
//# sourceMappingURL=tell.test.js.map