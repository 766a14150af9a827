// Goal: every question stands in both languages, in words of its own, and no page promises what cannot be kept.
// Method: every text of the form is collected by its place and compared, language by language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { draftOf, teacher } from "../../../test/filling-form.js";
import { languages } from "../../web/language.js";
import { fieldsOf } from "./fields.js";
import { stepsOf } from "./steps.js";
import { fieldWords, frameWords, stepWords } from "./words.js";
import { frameNb } from "./words-frame-nb.js";
import { frameNn } from "./words-frame-nn.js";
import { stepsNb } from "./words-nb.js";
import { stepsNn } from "./words-nn.js";
import { ownNb, workNb } from "./words-who-nb.js";
import { ownNn, workNn } from "./words-who-nn.js";
const nb = textsIn({ steps: stepsNb, work: workNb, own: ownNb, frame: frameNb });
const nn = textsIn({ steps: stepsNn, work: workNn, own: ownNn, frame: frameNn });
/** What is right in both languages. Only short words: a sentence that is the same is a sentence nobody translated. */
const sameInBoth = new Set([
    "Ja",
    "Nei",
    "Alder, omtrent",
    "Fødselsnummer, D-nummer, DUF-nummer eller fødselsdato",
    "Kommune eller bydel",
    "Telefon:",
    "Barnet",
    "Barna",
    "Om",
    "Om deg",
    "Endre",
    "Endre: ·",
    "Begynn",
    "Tilbake",
    "Før du begynner",
    "Slett utkastet",
    "Slett alt",
    "Stemmer dette?",
    "Fyll ut feltet.",
    "Feil: ·",
    "Barn ·",
    "Ta ut barn ·",
    "Steg · av ·",
    "· av ·",
    "Ja: ·",
    "Logg inn",
]);
/** Bokmål words that Nynorsk does not have. */
const onlyBokmal = /(?<!\p{L})(ikke|jeg|hva|hvor|hvem|hvordan|hvorfor|hvilke[nt]?|fra|noe|noen|være|skrive[rt]|tjenesten?e?|meldingen|barnevernstjenesten|navn(et)?|vet|bekymre[rt]|bekymring(en)?|nå|også|foreldrene|hele|mer|flere|dere|velg|sted(et)?|selv|uten|valgfritt)(?!\p{L})/iu;
test("every text stands in both languages at the same place", () => {
    assert.deepEqual([...nn.keys()], [...nb.keys()]);
    assert.ok(nb.size > 200);
});
test("no text in Nynorsk is a copy of Bokmål, and none has words that only Bokmål has", () => {
    const copies = [...nn].filter(([at, text]) => nb.get(at) === text && !sameInBoth.has(text));
    assert.deepEqual(copies, []);
    const mixed = [...nn].filter(([, text]) => onlyBokmal.test(text.replace("nå deg", "")));
    assert.deepEqual(mixed, []);
});
test("each field of each page has its words, for everybody who meets it", () => {
    const drafts = [
        draftOf("private"),
        draftOf("professional", teacher),
        draftOf("professional"),
        draftOf("child"),
    ];
    for (const language of languages)
        for (const draft of drafts)
            for (const step of stepsOf({ ...draft, children: [{}, {}], guardians: [{}] })) {
                const words = stepWords(language, draft.who, step.name);
                assert.ok(words.guidance.length > 0, `${step.name} says what helps the service`);
                for (const field of fieldsOf(draft, step)) {
                    const { label, empty, choices } = fieldWords(words, field.name);
                    assert.notEqual(label, field.name, step.name);
                    if (field.must)
                        assert.ok(empty, `${step.name} ${field.name} says what to do`);
                    assert.deepEqual(field.values, Object.keys(choices ?? {}), `${step.name} ${field.name}`);
                }
            }
});
test("the words before the name are these, in full, for everybody", () => {
    const fixed = "Barnevernstjenesten får vite hvem du er. Foreldrene kan ha rett til å se meldingen, og navnet ditt kan bli kjent for dem. Vil du være anonym, kan du ringe eller sende brev.";
    assert.equal(frameWords.nb.notice.private, fixed);
    assert.ok(frameWords.nb.notice.professional.startsWith(fixed));
    assert.ok(frameWords.nb.notice.child.startsWith(fixed));
});
test("nobody is promised to be anonymous, and nothing is said to be received", () => {
    const allowed = /Vil du v[eæ]re anonym, kan du ring/;
    for (const [at, text] of [...nb, ...nn]) {
        if (/anonym|hemmelig|hemmeleg/i.test(text))
            assert.match(text, allowed, at);
        assert.doesNotMatch(text, /mott(att|eke)|motteke|ta(tt)? imot/i, at);
    }
});
/** Each text by where it stands; one that is made of parts, with · for each. */
function textsIn(words, at = "") {
    if (typeof words === "string")
        return new Map([[at, words]]);
    if (typeof words === "function")
        return new Map([[at, words("·", "·", "·")]]);
    if (typeof words !== "object" || words === null)
        return new Map();
    return new Map(Object.entries(words).flatMap(([name, inside]) => [...textsIn(inside, `${at}/${name}`)]));
}
//# sourceMappingURL=words.test.js.map