// Reads a page that was sent in. What was typed is in the draft afterwards whatever is wrong with it, so that nobody
// types anything twice; what is wrong comes beside it.
import { isUsualIdentityNumber } from "../../wire/identity-number.js";
import { emailText, phoneText } from "../../wire/ks-writing.js";
import { answersAt, fieldErrors, fieldsOf, said, withAnswersAt, } from "./fields.js";
import { readPlace } from "./place-answer.js";
import { mostChildren } from "./steps.js";
/** A button on the page of more children: its value is the number of the child to take out, from 1. */
export const removeField = "remove";
/** A draft with nothing in it. `id` is the report's. */
export function newDraft(id, now) {
    return { v: 1, id, startedAt: now, who: null, login: null, answers: {}, children: [{}], guardians: [] };
}
/** Reads a step's page. `book` null: the address book cannot be had now; a place is then taken as it is. */
export function readStep(draft, step, form, book, now) {
    if (step.name === "place")
        return readPlace(draft, step, form, book, now);
    if (step.name === "more-children" && form.has(removeField))
        return withoutChild(draft, form);
    const read = fieldsOf(draft, step).reduce((answers, field) => withField(answers, field, form), answersAt(draft, step));
    const written = withAnswersAt(draft, step, step.name === "number" ? withNumberAsked(read) : read);
    const errors = fieldErrors(written, step);
    if (errors.length > 0)
        return { draft: written, errors, again: true };
    if (step.name === "number") {
        const isNew = asksAgain(answersAt(written, step)) && !asksAgain(answersAt(draft, step), read);
        return { draft: written, errors, again: isNew };
    }
    return step.name === "more-children" ? withMoreChildren(written) : { draft: written, errors, again: false };
}
/** Who reports, from the page of that question; null with its error when none was chosen. */
export function readWho(form) {
    const said = form.get("who");
    if (said === "private" || said === "professional" || said === "child")
        return { who: said, errors: [] };
    return { who: null, errors: [{ field: "who", code: "empty" }] };
}
function withField(answers, field, form) {
    const { name, kind, is, mayBeUnknown } = field;
    const typed = oneLineEnd(form.get(name) ?? "");
    const written = is === "phone" ? phoneText(typed) : is === "email" ? emailText(typed) : typed;
    const value = kind === "check" ? (typed === "" ? "" : "ja") : written;
    const isUnknown = mayBeUnknown && form.has(`${name}-unknown`) && value.trim() === "";
    return {
        ...answers,
        [name]: value,
        ...(mayBeUnknown ? { [`${name}-unknown`]: isUnknown ? "ja" : "" } : {}),
    };
}
/** A browser sends every line end as two signs; one is kept. Nothing else of what was typed is changed. */
function oneLineEnd(text) {
    return text.replace(/\r\n?/g, "\n");
}
/** «018120 50075» is written as the number it is; what is asked about is remembered, so that it is asked once. */
function withNumberAsked(answers) {
    const digits = said(answers, "identity").replace(/[\s.-]/g, "");
    const identity = /^\d{11,12}$/.test(digits) ? digits : (answers.identity ?? "");
    return { ...answers, identity, "identity-asked": isOddNumber(identity.trim()) ? identity.trim() : "" };
}
/** Whether the page asks «Stemmer dette?» of the number that stands there. */
export function asksAgain(answers, written = answers) {
    const number = said(written, "identity");
    return number !== "" && said(answers, "identity-asked") === number;
}
/** Six digits or more that are neither a date nor a number of any kind in use. */
function isOddNumber(text) {
    const isDate = /^\d{1,2}[./ -]\d{1,2}[./ -](\d{2}|\d{4})$|^\d{4}-\d\d-\d\d$|^\d{6}$|^\d{8}$/.test(text);
    return text.replace(/\D/g, "").length >= 6 && !isDate && !isUsualIdentityNumber(text);
}
/** «Ja»: one more child, and the question is open again once that child has been told of. */
function withMoreChildren(draft) {
    if (draft.answers["more-children"] !== "ja")
        return { draft, errors: [], again: false };
    const answers = { ...draft.answers, "more-children": "" };
    if (draft.children.length >= mostChildren)
        return {
            draft: { ...draft, answers },
            errors: [{ field: "more-children", code: "too-many" }],
            again: true,
        };
    const children = [...(draft.children.length > 0 ? draft.children : [{}]), {}];
    return { draft: { ...draft, answers, children }, errors: [], again: false };
}
/** The first child that is left has no other to be in the same place as. */
function withoutChild(draft, form) {
    const index = Number(form.get(removeField)) - 1;
    const left = draft.children.filter((_, at) => at !== index);
    const children = left.length === 0
        ? draft.children
        : left.map((child, at) => (at === 0 ? { ...child, "same-place": "" } : child));
    return { draft: { ...draft, children }, errors: [], again: true };
}
//# sourceMappingURL=read.js.map