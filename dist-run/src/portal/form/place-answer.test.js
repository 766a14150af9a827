// Goal: a place that is wrong, unclear or without a service is told plainly, and nothing is guessed. Method: places
// posted to the reading alone, with and without the address book.
import assert from "node:assert/strict";
import { test } from "node:test";
import { draftOf, post } from "../../../test/filling-form.js";
import { placeName } from "./place-answer.js";
import { firstMissing } from "./way.js";
import { errorText } from "./words.js";
const step = { name: "place", index: 0 };
const draft = draftOf("private");
const at = (typed) => post(draft, step, typed);
const ask = (place, more = {}) => at({ place, ...more });
const numbers = (read) => {
    const { municipality, district } = read.draft.children[0] ?? {};
    return [municipality, district];
};
test("a place is found by any of its names, and shown in full afterwards", () => {
    assert.deepEqual(numbers(ask(" alver kommune ")), ["4631", ""]);
    assert.deepEqual(numbers(ask("BERGENHUS")), ["4601", "02"]);
    assert.deepEqual(numbers(ask("Fana, Bergen")), ["4601", "03"]);
    assert.equal(placeName(ask("bergenhus").draft.children[0] ?? {}), "Bergenhus i Bergen");
});
test("a place that is spelled nearly right is not guessed: what is near is shown to choose", () => {
    const read = ask("Bergnhus");
    assert.equal(read.again, true);
    assert.equal(read.errors[0]?.code, "not-a-place");
    assert.ok(read.errors[0]?.more?.places.includes("Bergenhus i Bergen"));
    assert.deepEqual(numbers(read), ["", ""]);
    assert.equal(read.draft.children[0]?.place, "Bergnhus", "kept as typed");
    assert.match(errorText("nb", read.draft, step, read.errors[0]), /Mente du/);
    assert.deepEqual(numbers(at({ chosen: "Bergenhus i Bergen" })), ["4601", "02"]);
});
test("what is no place at all is said so, however long or odd it is", () => {
    for (const odd of ["qqqqqqqq", "<script>alert(1)</script>", "👧🏽", "a".repeat(100_000), "123"]) {
        const read = ask(odd);
        assert.deepEqual([read.errors[0]?.code, read.errors[0]?.field], ["not-a-place", "place"]);
        assert.equal(read.draft.children[0]?.place, odd);
    }
});
test("several places of one name are shown, each with its county", () => {
    const { errors } = ask("Herøy");
    assert.equal(errors[0]?.code, "several");
    assert.ok((errors[0]?.more?.places.length ?? 0) >= 2);
});
test("a district that lies elsewhere is told, with where it is and both places to choose", () => {
    const read = ask("Bergenhus i Oslo");
    assert.equal(read.errors[0]?.code, "elsewhere");
    assert.deepEqual(read.errors[0]?.more?.places, ["Bergenhus i Bergen", "Oslo"]);
    assert.equal(errorText("nb", read.draft, step, read.errors[0]), "Bergenhus er en bydel i Bergen, ikke i Oslo. Velg stedet du mener.");
});
test("where there are several services the district is asked for, and «Jeg vet ikke» gives whom to call", () => {
    const first = ask("Bergen");
    assert.deepEqual([first.errors, first.again], [[], true]);
    assert.equal(first.draft.children[0]?.asked, "district");
    const none = ask("Bergen", { district: "" });
    assert.deepEqual([none.errors[0]?.field, none.errors[0]?.code], ["district", "district-empty"]);
    const doubt = ask("Bergen", { district: "unknown" });
    assert.equal(doubt.errors[0]?.code, "district-unknown");
    assert.deepEqual(doubt.errors[0]?.more?.calls.map(({ name }) => name), ["Barnevernstjenesten Bergenhus", "Barnevernstjenesten Fana"]);
    assert.deepEqual(numbers(ask("Bergen", { district: "03" })), ["4601", "03"]);
    assert.ok(firstMissing(doubt.draft), "a district that is not known does not count as answered");
});
test("«Et annet sted» asks for the place again, with what was typed", () => {
    const asked = ask("Bergen").draft;
    const read = post(asked, step, { another: "ja" });
    assert.deepEqual([read.again, read.errors], [true, []]);
    assert.deepEqual([read.draft.children[0]?.asked, read.draft.children[0]?.place], ["", "Bergen"]);
});
test("where nobody on the network covers the place, the page knows whom to call and goes no further", () => {
    const read = ask("Vaksdal");
    assert.equal(read.errors[0]?.code, "not-here");
    assert.deepEqual(read.errors[0]?.more?.calls.map(({ name }) => name), ["Barnevernstjenesten i Vaksdal", "Barnevernsvakten i Bergen"]);
    assert.equal(firstMissing(read.draft)?.name, "place");
    assert.deepEqual(ask("Åsane").errors[0]?.code, "not-here");
});
test("without the address book a place is taken as it is, and what is wrong with it is still told", () => {
    const without = (typed) => post(draft, step, typed, null);
    assert.deepEqual(numbers(without({ place: "Alver" })), ["4631", ""]);
    assert.equal(without({ place: "Alvr" }).errors[0]?.code, "not-a-place");
    assert.equal(without({ place: "Bergen" }).draft.children[0]?.asked, "district");
    assert.deepEqual(numbers(without({ place: "Bergen", district: "03" })), ["4601", "03"]);
});
test("a child that stays with the first moves along when the first one's place is changed", () => {
    const first = ask("Alver").draft;
    const second = post(first, { name: "place", index: 1 }, { "same-place": "ja", place: "" }).draft;
    const moved = post(second, step, { place: "Fana" }).draft;
    assert.deepEqual(moved.children.map(({ municipality, district }) => [municipality, district]), [
        ["4601", "03"],
        ["4601", "03"],
    ]);
});
//# sourceMappingURL=place-answer.test.js.map