// Goal: each page says where one is, what a draft is and what is wrong, beside the field; and what was typed is text,
// whatever it looks like. Method: the pages as text, drawn from drafts that were filled in page by page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { book, childPages, draftOf, fillIn, noon, post, privatePages, professionalPages, teacher, } from "../../../../test/filling-form.js";
import { answersHash, deliveriesOf } from "../deliveries.js";
import { stepPath, stepsOf } from "../steps.js";
import { frameWords } from "../words.js";
import { beginPage } from "../../pages/begin.js";
import { whoPage } from "./before.js";
import { checkPage } from "./check.js";
import { stepPage } from "./step.js";
const wish = { language: "nb", demo: false };
const filled = [
    fillIn(draftOf("private"), privatePages).draft,
    fillIn(draftOf("professional", teacher), professionalPages).draft,
    fillIn(draftOf("child"), childPages).draft,
];
const [ofPrivate, ofTeacher, ofChild] = filled;
const page = (draft, step, errors = []) => stepPage(wish, draft, step, errors, []);
const check = (draft) => checkPage(wish, draft, [], answersHash(draft), deliveriesOf(draft, book, noon));
const child = (name, index = 0) => ({ name, index });
const plain = (name) => ({ name, index: null });
test("every page has the way back, how far one has come, the draft note and the button that erases", () => {
    for (const draft of filled)
        for (const step of stepsOf(draft))
            for (const language of ["nb", "nn"]) {
                const text = stepPage({ language, demo: false }, draft, step, [], []);
                const { way } = frameWords[language];
                for (const part of [way.back, way.draft, way.erase])
                    assert.ok(text.includes(part), `${step.name}: ${part}`);
                assert.match(text, /Steg \d+ av \d+/);
                assert.equal(text.match(/<h1/g)?.length, 1);
                assert.match(text, new RegExp(`action="${stepPath(language, step)}"`));
                assert.doesNotMatch(text, /<script|style=/);
            }
});
test("whom to call comes before everything else; for a child 116 111 comes first and before the question", () => {
    const before = beginPage(wish, { running: null, hasSent: false, isGone: false, waitUntil: null });
    assert.ok(before.indexOf("tel:112") < before.indexOf("Dette trenger du"));
    const own = page(ofChild, child("place"));
    assert.ok(own.indexOf("tel:116111") > 0 && own.indexOf("tel:116111") < own.indexOf("<form method"));
    assert.ok(own.indexOf("tel:116111") < own.indexOf("Kommune eller bydel"));
});
test("the words about the name stand before the field of the name, for each of the three", () => {
    const first = frameWords.nb.notice.private;
    for (const [draft, step] of [
        [ofPrivate, plain("you")],
        [ofTeacher, plain("role")],
        [ofChild, child("child")],
    ]) {
        const text = page(draft, step);
        assert.ok(text.includes(first));
        assert.ok(text.indexOf(first) < text.indexOf("<input"), draft.who ?? "");
    }
    assert.ok(page(ofTeacher, plain("role")).includes("Siri Lærer"));
});
test("each fault stands in the summary, with a link to its field, and beside it", () => {
    for (const begun of [draftOf("private"), draftOf("professional", teacher), draftOf("child")])
        for (const step of stepsOf(begun)) {
            const { draft, errors } = post(begun, step, {});
            const text = page(draft, step, errors);
            for (const { field } of errors) {
                assert.ok(text.includes(`href="#${field}"`), `${step.name}: summary`);
                assert.ok(text.includes(`id="${field}"`), `${step.name}: where the summary leads`);
                assert.ok(text.includes(`id="${field}-feil"`), `${step.name}: beside the field`);
                assert.match(text, new RegExp(`aria-describedby="[^"]*${field}-feil`));
            }
            assert.equal(/<title>Feil: /.test(text), errors.length > 0);
        }
    assert.match(whoPage(wish, [{ field: "who", code: "empty" }]), /href="#who".*id="who-feil"/s);
});
test("a line of script is text on every page that shows it, and a page's title holds nothing typed", () => {
    const evil = `</textarea><script>alert("x")</script>'"&`;
    const { draft } = post(post(ofPrivate, "concern", { concern: evil }).draft, "child", {
        name: evil,
        age: evil,
    });
    const place = post(draft, "place", { place: evil });
    for (const text of [
        page(draft, plain("concern")),
        page(draft, child("child")),
        page(place.draft, child("place"), place.errors),
        check(draft),
    ]) {
        assert.doesNotMatch(text, /<script|<\/textarea><s/);
        assert.match(text, /&lt;script&gt;/);
        assert.doesNotMatch(/<title>(.*?)<\/title>/s.exec(text)?.[1] ?? evil, /script/);
    }
});
test("what was typed stands on the page again, line by line and sign by sign", () => {
    const typed = "\n  første linje\n\nčáhci 👧🏽\n";
    const text = page(post(ofPrivate, "concern", { concern: typed }).draft, plain("concern"));
    // The first line break after the tag is not part of the text, as HTML has it.
    assert.ok(text.includes(`>\n${typed}</textarea>`));
});
test("a place that was not found is shown with what was typed and what it may have been", () => {
    const read = post(draftOf("private"), "place", { place: "Bergnhus" });
    const text = page(read.draft, child("place"), read.errors);
    assert.match(text, /value="Bergnhus"/);
    assert.match(text, /<button type="submit"[^>]*name="chosen" value="Bergenhus i Bergen"/);
});
test("where nothing can be sent, the page says whom to call, and that what was written is still there", () => {
    const read = post(ofPrivate, "place", { place: "Vaksdal" });
    const text = page(read.draft, child("place"), read.errors);
    for (const part of ["Vaksdal: meldingen kan ikke sendes herfra", "tel:55000001", "tel:55367080", "tel:112"])
        assert.ok(text.includes(part), part);
});
test("who does not know the district keeps that choice, with the services to call", () => {
    const read = post(draftOf("private"), "place", { place: "Bergen", district: "unknown" });
    const text = page(read.draft, child("place"), read.errors);
    assert.match(text, /value="unknown" checked/);
    assert.match(text, /Barnevernstjenesten Fana/);
});
test("the last page shows every answer with a way back to it, who gets it, and the hash of what it shows", () => {
    for (const draft of filled) {
        const text = check(draft);
        assert.ok(text.includes(`name="vist" value="${answersHash(draft)}"`));
        assert.match(text, /action="\/meld\/send"/);
        for (const step of stepsOf(draft))
            if (step.name !== "more-guardians")
                assert.ok(text.includes(`href="${stepPath("nb", step)}?fra=kontroller"`), step.name);
        const hidden = ["ja", "nei", "vet-ikke"];
        for (const answers of [draft.answers, ...draft.children, ...draft.guardians])
            for (const [field, value] of Object.entries(answers))
                if (!hidden.includes(value) && !["municipality", "district"].includes(field))
                    assert.ok(text.includes(value), `${field}: ${value}`);
    }
    assert.match(check(ofPrivate), /Barnevernstjenesten Bergenhus/);
});
test("children in two services are shown as 1 av 2 and 2 av 2, each with its child, before anything is sent", () => {
    const { draft } = fillIn(draftOf("private"), {
        ...privatePages,
        "more-children": { "more-children": "ja" },
        "place 1": { "same-place": "nei", place: "Fana" },
        "child 1": { name: "Per", age: "9" },
        "relation 1": { relation: "Nabo" },
        "home 1": { "home-street-unknown": "ja" },
        "more-children again": { "more-children": "nei" },
    });
    const text = check(draft);
    assert.match(text, /1 av 2: Barnevernstjenesten Bergenhus.*Kari.*2 av 2: Barnevernstjenesten Fana.*Per/s);
    assert.doesNotMatch(check(ofPrivate), /1 av/);
    assert.match(checkPage(wish, draft, [], "", null), /Vi får ikke slått opp tjenesten/);
});
test("a page that was opened from the last one leads back there, and says so to the form", () => {
    const text = stepPage({ ...wish, fromCheck: true }, ofPrivate, plain("concern"), [], []);
    assert.match(text, /<a class="ds-link" href="\/meld\/kontroller">Tilbake/);
    assert.match(text, /<input type="hidden" name="tilbake" value="kontroller"/);
});
//# sourceMappingURL=pages.test.js.map