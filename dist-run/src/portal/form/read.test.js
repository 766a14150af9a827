// Goal: whoever answers page by page gets to the end, and whoever slips is told beside the field, with everything typed
// still there. Method: pages posted to the reading alone, with a small address book.
import assert from "node:assert/strict";
import { test } from "node:test";
import { childPages, draftOf, fillIn, post, privatePages, professionalPages, teacher, unknownPages, } from "../../../test/filling-form.js";
import { answersAt } from "./fields.js";
import { readWho } from "./read.js";
import { stepAt, stepPath, stepsOf } from "./steps.js";
import { addressAfter, errorsOf, firstMissing, nextAfter } from "./way.js";
test("each of the three ways leads from an empty draft to the end, and lacks nothing there", () => {
    const all = [
        { begun: draftOf("private"), pages: privatePages, length: 8 },
        { begun: draftOf("professional", teacher), pages: professionalPages, length: 16 },
        { begun: draftOf("child"), pages: childPages, length: 4 },
        { begun: draftOf("private"), pages: unknownPages.private, length: 8 },
        // Who does not know who the guardian is, is not asked what that guardian has been told.
        { begun: draftOf("professional", teacher), pages: unknownPages.professional, length: 14 },
    ];
    for (const { begun, pages, length } of all) {
        assert.ok(firstMissing(begun));
        const { draft, way } = fillIn(begun, pages);
        assert.equal(way.length, length, way.join(", "));
        assert.equal(firstMissing(draft), null);
    }
});
test("a child's own way is the shortest, and a place is always the first question about a child", () => {
    const counts = ["child", "private", "professional"].map((who) => stepsOf(draftOf(who)).length);
    assert.deepEqual(counts, counts.toSorted((a, b) => a - b));
    assert.equal(stepsOf(draftOf("child"))[0]?.name, "place");
});
test("every step has an address of its own in each language, and is found at it again", () => {
    const draft = fillIn(draftOf("professional", teacher), professionalPages).draft;
    const steps = [...stepsOf(draft), ...stepsOf(draftOf("private"))];
    for (const step of steps) {
        const path = stepPath("nb", step);
        assert.deepEqual(stepAt(...path.split("/").slice(2)), step);
        assert.equal(stepPath("nn", step), `/nn${path}`);
    }
    for (const wrong of [
        ["gone"],
        ["barn", "0", "sted"],
        ["barn", "31", "sted"],
        ["barn", "01", "sted"],
        ["foresatt", "3", "navn"],
        ["barn", "1"],
        ["constructor"],
    ])
        assert.equal(stepAt(...wrong), null, wrong.join("/"));
});
test("a page sent in empty says what is missing at each field that must be there", () => {
    const expected = {
        role: ["role", "own-phone", "own-email"],
        organisation: ["work-street"],
        place: ["place"],
        child: ["name"],
        number: ["identity"],
        home: ["home-street"],
        "told-child": ["told"],
        "more-children": ["more-children"],
        guardian: ["name"],
        "told-guardian": ["told"],
        "more-guardians": ["more-guardians"],
        concern: ["concern"],
        history: ["history"],
        views: ["views"],
        interpreter: ["interpreter"],
        helpers: ["helpers"],
    };
    const draft = draftOf("professional", teacher);
    for (const step of stepsOf(draft)) {
        const { errors, again } = post(draft, step, {});
        assert.deepEqual(errors.map(({ field, code }) => [field, code]), expected[step.name]?.map((field) => [field, "empty"]), step.name);
        assert.equal(again, true);
    }
    assert.deepEqual(post(draftOf("private"), "child", {}).errors.map(({ field }) => field), ["name", "age"]);
    assert.deepEqual(post(draftOf("private"), "you", {}).errors.map(({ field }) => field), ["own-name"]);
});
test("what was typed is kept whatever is wrong with it", () => {
    const wrong = { role: "Lærer", "own-phone": "ring meg", "own-email": "siri" };
    const { draft, errors } = post(draftOf("professional", teacher), "role", wrong);
    assert.deepEqual(errors.map(({ field, code }) => [field, code]), [
        ["own-phone", "no-phone"],
        ["own-email", "no-email"],
    ]);
    assert.deepEqual({ ...draft.answers }, wrong);
    const long = "å".repeat(110_001);
    const tooLong = post(draftOf("private"), "concern", { concern: long });
    assert.deepEqual(tooLong.errors, [{ field: "concern", code: "too-long" }]);
    assert.equal(tooLong.draft.answers.concern, long);
});
test("a text of 100 000 emoji is not too long, and a line of 501 letters is", () => {
    const draft = draftOf("private");
    assert.deepEqual(post(draft, "concern", { concern: "👧🏽".repeat(50_000) }).errors, []);
    assert.deepEqual(post(draft, "relation", { relation: "a".repeat(500) }).errors, []);
    assert.equal(post(draft, "relation", { relation: "a".repeat(501) }).errors[0]?.code, "too-long");
});
test("a million spaces between two letters are read at once, in every field", () => {
    const wide = `1${" ".repeat(500_000)}1`;
    const draft = fillIn(draftOf("professional", teacher), professionalPages).draft;
    const begun = performance.now();
    for (const step of stepsOf(draft))
        for (const field of ["place", "own-phone", "own-email", "identity", "concern", "name", "reason"])
            post(draft, step, { [field]: wide, told: "ja" });
    assert.ok(performance.now() - begun < 5_000);
});
test("«Jeg vet ikke» counts only where nothing is written beside it", () => {
    const both = post(draftOf("private"), "child", { name: "Kari", "name-unknown": "ja", age: "6" });
    assert.deepEqual(both.errors, []);
    assert.equal(both.draft.children[0]?.["name-unknown"], "");
    // Nobody can say not to know where the page does not offer it.
    assert.equal(post(draftOf("private"), "concern", { "concern-unknown": "ja" }).errors[0]?.field, "concern");
});
test("a number that is no identity number is asked about once, and taken as it is then", () => {
    const step = { name: "number", index: 0 };
    const draft = draftOf("professional", teacher);
    const first = post(draft, step, { identity: "12345678901" });
    assert.deepEqual([first.errors, first.again], [[], true]);
    const second = post(first.draft, step, { identity: "12345678901" });
    assert.equal(second.again, false);
    const other = post(second.draft, step, { identity: "12345678902" });
    assert.equal(other.again, true);
    for (const usual of ["01812050075", "10915596784", "47906701517", "41812050069", "14.03.2019"])
        assert.equal(post(draft, step, { identity: usual }).again, false, usual);
});
test("a child that is not born needs no number, and is not asked whether it was told", () => {
    const draft = draftOf("professional", teacher);
    const { draft: unborn, errors } = post(draft, "number", { unborn: "ja", term: "mars 2027" });
    assert.deepEqual(errors, []);
    assert.ok(!stepsOf(unborn).some(({ name }) => name === "told-child"));
});
test("who comes from the page with every answer goes straight back, unless the change opened something", () => {
    const { draft } = fillIn(draftOf("private"), privatePages);
    const form = new URLSearchParams({ tilbake: "kontroller" });
    const relation = { name: "relation", index: 0 };
    assert.equal(addressAfter("nb", draft, relation, form), "/meld/kontroller");
    assert.equal(addressAfter("nn", draft, relation, form), "/nn/meld/kontroller");
    assert.equal(addressAfter("nb", draft, relation, new URLSearchParams()), "/meld/barn/1/adresse");
    const more = post(draft, "more-children", { "more-children": "ja" }).draft;
    const step = { name: "more-children", index: null };
    assert.equal(addressAfter("nb", more, step, form), "/meld/barn/2/sted?fra=kontroller");
});
test("a child that is added is asked about, and can be taken out again", () => {
    const { draft } = fillIn(draftOf("private"), {
        ...privatePages,
        "more-children": { "more-children": "ja" },
        "place 1": { "same-place": "ja" },
        "child 1": { name: "Per", "age-unknown": "ja" },
        "relation 1": { relation: "Nabo" },
        "home 1": { "home-street-unknown": "ja" },
        "more-children again": { "more-children": "nei" },
    });
    assert.deepEqual(draft.children.map(({ name }) => name), ["Kari", "Per"]);
    assert.equal(draft.children[1]?.municipality, "4601");
    const step = { name: "more-children", index: null };
    const taken = post(draft, step, { remove: "1" });
    assert.equal(taken.again, true);
    assert.deepEqual(taken.draft.children.map(({ name }) => name), ["Per"]);
    // The only one that is left cannot be taken out.
    assert.equal(post(taken.draft, step, { remove: "1" }).draft.children.length, 1);
    assert.equal(nextAfter(draft, { name: "home", index: 7 }), null);
});
test("more than thirty children do not fit, and the question stays", () => {
    let draft = draftOf("private");
    for (let count = 1; count < 30; count += 1)
        draft = post(draft, "more-children", { "more-children": "ja" }).draft;
    const { errors, again } = post(draft, "more-children", { "more-children": "ja" });
    assert.deepEqual([errors[0]?.code, again, draft.children.length], ["too-many", true, 30]);
});
test("who reports must be chosen, and nothing else than the three can be", () => {
    for (const who of ["private", "professional", "child"])
        assert.equal(readWho(new URLSearchParams({ who })).who, who);
    for (const wrong of [{}, { who: "" }, { who: "admin" }]) {
        const { who, errors } = readWho(new URLSearchParams(wrong));
        assert.deepEqual([who, errors.length], [null, 1]);
    }
});
test("the faults of a page are the same when it is read and when it is looked at later", () => {
    const { draft, errors } = post(draftOf("private"), "child", { name: "Kari" });
    const step = { name: "child", index: 0 };
    assert.deepEqual(errorsOf(draft, step), errors);
    assert.equal(answersAt(draft, step).name, "Kari");
});
//# sourceMappingURL=read.test.js.map