// Which fields each page has, and what is wrong with what stands in them. A field is called the same in the page, in
// the draft and here. Nothing is refused for what only the KS schema minds.
const plain = { must: false, mayBeUnknown: false, values: [], is: null };
const line = (name, more = {}) => ({
    ...plain,
    name,
    kind: "line",
    ...more,
});
const text = (name, more = {}) => ({
    ...line(name, more),
    kind: "text",
});
const choice = (name, ...values) => ({
    ...plain,
    name,
    kind: "choice",
    must: true,
    values,
});
const must = { must: true };
const orUnknown = { must: true, mayBeUnknown: true };
const phone = { is: "phone" };
/** The fields of a page. The place has fields of its own (`place-answer.ts`). */
export function fieldsOf(draft, step) {
    const isWork = draft.who === "professional";
    const isOwn = draft.who === "child";
    switch (step.name) {
        case "place":
            return [];
        case "child":
            if (isOwn)
                return [line("name", must), line("age")];
            return isWork ? [line("name", orUnknown)] : [line("name", orUnknown), line("age", orUnknown)];
        case "number": {
            const isUnborn = answersAt(draft, step).unborn === "ja";
            return [
                line("identity", { mayBeUnknown: true, must: !isUnborn }),
                { ...plain, name: "unborn", kind: "check" },
                line("term"),
            ];
        }
        case "relation":
            return [line("relation", orUnknown)];
        case "home":
            return [...address("home", orUnknown), ...(isWork ? [line("phone", phone)] : [])];
        case "told-child":
        case "told-guardian":
            return [choice("told", "ja", "nei", "vet-ikke"), text("reason")];
        case "more-children":
            return [choice("more-children", "ja", "nei")];
        case "guardian":
            return [line("name", orUnknown), line("phone", phone)];
        case "more-guardians":
            return [choice("more-guardians", "ja", "nei", "vet-ikke")];
        case "concern":
            return [text("concern", must)];
        case "history":
        case "views":
        case "helpers":
            return [text(step.name, orUnknown)];
        case "interpreter":
            return [choice("interpreter", "ja", "nei", "vet-ikke"), line("interpreter-language")];
        case "you":
            return draft.login ? [] : [line("own-name", must)];
        case "contact":
            return isOwn ? [text("reach")] : [line("own-phone", phone), ...address("own", {})];
        case "role":
            return [
                line("role", must),
                line("own-phone", { ...must, ...phone }),
                line("own-email", { ...must, is: "email" }),
            ];
        case "organisation":
            return [
                ...(draft.login?.organisation ? [] : [line("organisation", must)]),
                ...address("work", orUnknown),
            ];
    }
}
function address(whose, street) {
    return [line(`${whose}-street`, street), line(`${whose}-postcode`), line(`${whose}-town`)];
}
/** The answers that a page writes to: a child's, a guardian's, or those of the whole. */
export function answersAt(draft, { name, index }) {
    if (index === null)
        return draft.answers;
    return (isAboutGuardian(name) ? draft.guardians : draft.children)[index] ?? {};
}
/** The draft with these answers at the step's place. */
export function withAnswersAt(draft, { name, index }, answers) {
    if (index === null)
        return { ...draft, answers };
    const among = (all) => Array.from({ length: Math.max(all.length, index + 1) }, (_, at) => at === index ? answers : (all[at] ?? {}));
    return isAboutGuardian(name)
        ? { ...draft, guardians: among(draft.guardians) }
        : { ...draft, children: among(draft.children) };
}
function isAboutGuardian(name) {
    return name === "guardian" || name === "told-guardian";
}
/** What stands in a field, without white space around it. */
export function said(answers, field) {
    return (answers[field] ?? "").trim();
}
/** Said not to know. A text beside it counts for more: who writes something knows something. */
export function isUnknown(answers, field) {
    return answers[`${field}-unknown`] === "ja" && said(answers, field) === "";
}
/** What the page tells people; nobody is refused for having counted in another way. */
export const toldLetters = 100_000;
const mostLetters = { text: 110_000, line: 500, choice: 20, check: 5 };
/** How many letters a text has, as people count them: an emoji is not two. */
export function lettersIn(text) {
    return [...text].length;
}
/** What is wrong with a page's fields as they stand in the draft. */
export function fieldErrors(draft, step) {
    const answers = answersAt(draft, step);
    return fieldsOf(draft, step).flatMap((field) => {
        const code = faultIn(field, answers);
        return code ? [{ field: field.name, code }] : [];
    });
}
function faultIn({ name, kind, must: isNeeded, mayBeUnknown, values, is }, answers) {
    const text = said(answers, name);
    if (kind === "choice")
        return values.includes(text) ? null : "empty";
    if (text === "")
        return isNeeded && !(mayBeUnknown && isUnknown(answers, name)) ? "empty" : null;
    if (text.length > mostLetters[kind] && lettersIn(text) > mostLetters[kind])
        return "too-long";
    if (is === "phone" && text.replace(/\D/g, "").length < 3)
        return "no-phone";
    return is === "email" && !/^[^\s@]+@[^\s@]+$/.test(text) ? "no-email" : null;
}
//# sourceMappingURL=fields.js.map