// Goal: what was answered is what is sent, to the service of each child and to no other. Method: whole drafts, made by
// posted pages, read back by the reading that receivers use; and texts of every kind.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { book, childPages, draftOf, fillIn, noon, post, privatePages, professionalPages, teacher, unknownPages, } from "../../../test/filling-form.js";
import { readKsReport } from "../../wire/ks-report.js";
import { answersHash, deliveriesOf, firstUncovered } from "./deliveries.js";
import { placeName } from "./place-answer.js";
const filled = {
    private: fillIn(draftOf("private"), privatePages).draft,
    professional: fillIn(draftOf("professional", teacher), professionalPages).draft,
    child: fillIn(draftOf("child"), childPages).draft,
};
function sent(draft) {
    const [delivery, ...others] = deliveriesOf(draft, book, noon);
    assert.deepEqual(others, []);
    return JSON.parse(delivery?.ksText ?? "");
}
const withConcern = (draft, concern) => post(draft, "concern", { concern }).draft;
const concernIn = (draft) => {
    const { melding } = sent(draft);
    return melding.melding ?? melding;
};
const everything = {
    ...filled,
    "private, not knowing": fillIn(draftOf("private"), unknownPages.private).draft,
    "professional, not knowing": fillIn(draftOf("professional", teacher), unknownPages.professional).draft,
    "professional, a child not born": fillIn(draftOf("professional", teacher), {
        ...professionalPages,
        child: { "name-unknown": "ja" },
        number: { unborn: "ja", term: "mars 2027" },
    }).draft,
};
for (const [name, draft] of Object.entries(everything))
    test(`the KS schema has nothing to remark on a report: ${name}`, () => {
        const { ksText, service } = deliveriesOf(draft, book, noon)[0];
        const report = readKsReport(Buffer.from(ksText));
        assert.deepEqual(report.deviations, []);
        assert.equal(report.kind, draft.who === "professional" ? "professional" : "private");
        assert.equal(service.id, draft.who === "child" ? "alver" : "bergen-bergenhus");
        assert.equal(report.municipality, draft.who === "child" ? "4631" : "4601");
        assert.equal(report.district, draft.who === "child" ? "00" : "02");
    });
test("a professional's report has the name from the login, and every answer in its place", () => {
    const ks = sent(filled.professional);
    assert.deepEqual(ks.offentligMelder, {
        personnavn: "Siri Lærer",
        rolle: "Lærer",
        telefonnummer: "55 00 00 00",
        epost: "siri@skole.no",
        virksomhet: {
            navn: "Nordnes skole",
            orgnr: "974557746",
            adresse: { adresselinje1: "Skolegata 2", postnummer: "5005", poststed: "Bergen" },
        },
    });
    const [child] = ks.offentligBarn;
    assert.deepEqual([child.personnavn, child.fnr, child.orientert, child.orientertGrunn], ["Kari Nordmann", "01812050075", false, "For liten."]);
    assert.deepEqual(ks.foresatte, [
        { personnavn: "Mor Nordmann", telefonnummer: "90000000", orientert: true },
    ]);
    assert.deepEqual(ks.melding, {
        melding: "Trøtt og sulten.\nHver mandag.",
        historie: "Siden august.",
        andreSynspunkter: "Mor er uenig.",
    });
    assert.deepEqual([ks.behovForTolk, ks.andreHjelpeinstanser], ["Nei", "ingen"]);
});
test("who does not know says so in the report, and never no", () => {
    const ks = sent(everything["professional, not knowing"]);
    assert.equal(ks.offentligBarn[0].orientertGrunn, "Melder vet ikke om barnet er orientert.");
    assert.equal(ks.offentligBarn[0].personnavn, "Melder vet ikke");
    assert.equal(ks.foresatte[0].personnavn, "Melder vet ikke");
    assert.deepEqual([ks.behovForTolk, ks.melding.historie, ks.melding.andreSynspunkter, ks.andreHjelpeinstanser], Array.from({ length: 4 }, () => "Melder vet ikke"));
});
test("a safe way to reach a child that is no telephone number stands in the text, not in the number", () => {
    const reached = (reach) => sent(fillIn(draftOf("child"), { ...childPages, contact: { reach } }).draft);
    const school = reached("på skolen, hos helsesykepleier");
    assert.equal(school.privatMelder.telefonnummer, undefined);
    assert.match(school.melding, /^Det er vanskelig hjemme\.\n\nSlik kan barnet nås:\npå skolen, hos helsesykepleier$/);
    assert.equal(reached("900 00 000").privatMelder.telefonnummer, "900 00 000");
    assert.equal(reached("900 00 000").melding, "Det er vanskelig hjemme.");
});
const siblings = {
    ...privatePages,
    "more-children": { "more-children": "ja" },
    "place 1": { "same-place": "nei", place: "Fana" },
    "child 1": { name: "Per", age: "9" },
    "relation 1": { relation: "Nabo" },
    "home 1": { "home-street-unknown": "ja" },
    "more-children again": { "more-children": "nei" },
};
test("children in two services are two reports, each with its own children and nothing of the others", () => {
    const { draft } = fillIn(draftOf("private"), siblings);
    const both = deliveriesOf(draft, book, noon);
    assert.deepEqual(both.map(({ service, children }) => [service.id, children]), [
        ["bergen-bergenhus", [0]],
        ["bergen-fana", [1]],
    ]);
    assert.doesNotMatch(both[0].ksText, /Per|Fana/);
    assert.doesNotMatch(both[1].ksText, /Kari|Gata 1|Bergenhus/);
    for (const { ksText } of both)
        assert.deepEqual(readKsReport(Buffer.from(ksText)).deviations, []);
});
test("who goes over to write as a child sends one report, about itself", () => {
    const own = { ...fillIn(draftOf("private"), siblings).draft, who: "child" };
    const all = deliveriesOf(own, book, noon);
    assert.deepEqual(all.map(({ children }) => children), [[0]]);
    assert.doesNotMatch(all[0].ksText, /Per/);
});
test("children in two places of one service are one report, which says where each of them is", () => {
    const { draft } = fillIn(draftOf("private"), {
        ...siblings,
        "place 1": { "same-place": "nei", place: "Årstad" },
    });
    const [only, ...others] = deliveriesOf(draft, book, noon);
    assert.deepEqual([only?.children, others], [[0, 1], []]);
    const ks = JSON.parse(only.ksText);
    assert.equal(ks.bydelsnavn, "Bergenhus");
    assert.equal(ks.privatBarn[0].adresse.adresselinje2, undefined);
    assert.equal(ks.privatBarn[1].adresse.adresselinje2, "Barnet oppholder seg i: Årstad i Bergen");
});
test("a child whose place has lost its service since it was asked about is found before anything is sent", () => {
    const { draft } = fillIn(draftOf("private"), siblings);
    assert.equal(firstUncovered(draft, book, noon), null);
    const without = { ...book, services: book.services.filter(({ id }) => id !== "bergen-fana") };
    assert.deepEqual(firstUncovered(draft, without, noon), { name: "place", index: 1 });
    assert.throws(() => deliveriesOf(draft, without, noon), { code: "service.not-on-network" });
    assert.equal(placeName(draft.children[1]), "Fana i Bergen");
});
test("emoji, Sámi letters, script and 100 000 letters come out of the report as they were typed", () => {
    const texts = [
        "👧🏽 👨‍👩‍👧 🏳️‍🌈",
        "Čáhcesuolu, Guovdageaidnu, áđŋšŧž ÁĐŊŠŦŽ",
        "<script>alert('1')</script>\\n\"</textarea>",
        `${"å".repeat(99_999)}!`,
        "  to mellomrom foran,\n\n\nog en tom linje bak\n",
        "a\u030a er ikke å", // A letter put together of two stays two.
    ];
    for (const text of texts)
        for (const draft of Object.values(filled))
            assert.equal(concernIn(withConcern(draft, text)), text);
});
test("any text at all comes out of the report as it was typed, but for its line ends", () => {
    const anyText = fc.string({
        unit: fc.oneof(fc.constantFrom("\r\n", "\r", "\n", "\t", " ", "\u2028"), fc.string({ unit: "binary", minLength: 1, maxLength: 1 })),
    });
    fc.assert(fc.property(anyText, fc.constantFrom(...Object.values(filled)), (text, draft) => {
        fc.pre(text.trim() !== "");
        assert.equal(concernIn(withConcern(draft, text)), text.replace(/\r\n?/g, "\n"));
    }), { numRuns: 500 });
});
test("the hash of the answers changes with every answer, and not with the order they were given in", () => {
    for (const draft of Object.values(everything)) {
        const hash = answersHash(draft);
        const turned = (one) => Object.fromEntries(Object.entries(one).toReversed());
        const other = {
            ...draft,
            answers: turned(draft.answers),
            children: draft.children.map(turned),
            guardians: draft.guardians.map(turned),
        };
        assert.equal(answersHash(other), hash);
        for (const changed of eachChanged(draft))
            assert.notEqual(answersHash(changed), hash);
    }
});
test("two children that change places, or an answer that moves to another field, are another report", () => {
    const { draft } = fillIn(draftOf("private"), siblings);
    const hash = answersHash(draft);
    assert.notEqual(answersHash({ ...draft, children: draft.children.toReversed() }), hash);
    assert.notEqual(answersHash({ ...draft, login: teacher }), hash);
    assert.notEqual(answersHash({ ...draft, who: "child" }), hash);
    // Looking at a page and leaving it empty changes nothing.
    assert.equal(answersHash({ ...draft, answers: { ...draft.answers, "own-town": "" } }), hash);
});
/** The draft with one answer changed, for each answer that there is. */
function* eachChanged(draft) {
    const notAnswers = ["asked", "identity-asked", "same-place"];
    const changed = (one) => Object.entries(one)
        .filter(([field, value]) => value !== "" && !notAnswers.includes(field))
        .map(([field, value]) => ({ ...one, [field]: `${value}x` }));
    for (const answers of changed(draft.answers))
        yield { ...draft, answers };
    for (const list of ["children", "guardians"])
        for (const [index, one] of draft[list].entries())
            for (const answers of changed(one))
                yield { ...draft, [list]: draft[list].with(index, answers) };
}
//# sourceMappingURL=deliveries.test.js.map