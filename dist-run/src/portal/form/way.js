// The way through the form: what lacks an answer, what comes next, and where one goes after a page. Who came from the
// page that shows every answer goes straight back there, unless the change has left something open.
import { fieldErrors } from "./fields.js";
import { placeErrors } from "./place-answer.js";
import { formPaths, isSame, stepPath, stepsOf } from "./steps.js";
/** A link that leads to a step and back again: `…?fra=kontroller`. It says nothing of any answer. */
export const fromCheckQuery = { name: "fra", value: "kontroller" };
/** The hidden field by which the page remembers that; its value is the same. */
export const backField = "tilbake";
/** What is wrong with a step as it stands in the draft. */
export function errorsOf(draft, step) {
    return step.name === "place" ? placeErrors(draft, step) : fieldErrors(draft, step);
}
/** The first step that lacks an answer; null when the report can be sent. */
export function firstMissing(draft) {
    return stepsOf(draft).find((step) => errorsOf(draft, step).length > 0) ?? null;
}
/** The step after this one; null: to the page that shows every answer. */
export function nextAfter(draft, step) {
    const steps = stepsOf(draft);
    // One more child: its steps stand before the question that gave it.
    if (step.name === "more-children" && draft.answers["more-children"] !== "nei")
        return steps.find(({ name, index }) => name === "place" && index === draft.children.length - 1) ?? null;
    const at = steps.findIndex((one) => isSame(one, step));
    // A step that is no longer there, such as one of a child taken out: to what is open.
    return at < 0 ? firstMissing(draft) : (steps[at + 1] ?? null);
}
/** The step before this one; null: it is the first. */
export function stepBefore(draft, step) {
    const steps = stepsOf(draft);
    return steps[steps.findIndex((one) => isSame(one, step)) - 1] ?? null;
}
/** Where to go when a step has been read without fault: an address. `form` is what was posted. */
export function addressAfter(language, draft, step, form) {
    if (form.get(backField) !== fromCheckQuery.value) {
        const next = nextAfter(draft, step);
        return next ? stepPath(language, next) : formPaths.check[language];
    }
    const open = firstMissing(draft);
    return open ? changePath(language, open) : formPaths.check[language];
}
/** A step's address, with the way back to the page that shows every answer. */
export function changePath(language, step) {
    return `${stepPath(language, step)}?${fromCheckQuery.name}=${fromCheckQuery.value}`;
}
//# sourceMappingURL=way.js.map