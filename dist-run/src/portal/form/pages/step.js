import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { languages } from "../../../web/language.js";
import { Box, ErrorSummary, Heading, Text, Title } from "../../../web/parts.js";
import { portalPage } from "../../pages/page.js";
import { texts } from "../../texts.js";
import { answersAt, fieldsOf } from "../fields.js";
import { asksAgain, removeField } from "../read.js";
import { formPaths, stepPath, stepsOf, isSame } from "../steps.js";
import { changePath, stepBefore } from "../way.js";
import { captionOf, childLine, errorText, fieldWords, frameWords, stepWords } from "../words.js";
import { FormField } from "./field.js";
import { NameNotice, OwnCalls, OwnReaders, SmallUrgent } from "./notice.js";
import { PlaceQuestion, placeTitle } from "./place.js";
import { BackNote, DraftNote, Notices, StepForm } from "./step-form.js";
/** The page of a step, with what stands in the draft. */
export function stepPage(wish, draft, step, errors, notices) {
    const { language } = wish;
    const { way } = frameWords[language];
    const words = stepWords(language, draft.who, step.name);
    const caption = captionOf(language, draft, step);
    const title = step.name === "place" ? placeTitle(language, draft, step) : words.title;
    // The place's second page has its own words, and where nothing can be sent it says whom to call.
    const asked = step.name === "place" ? answersAt(draft, step).asked : "";
    const isSecond = asked !== undefined && asked !== "";
    const told = errors.map((error) => ({
        field: error.field,
        text: errorText(language, draft, step, error),
    }));
    const titled = caption ? `${caption}: ${words.title}` : words.title;
    const content = (_jsxs(_Fragment, { children: [_jsx(Progress, { wish: wish, draft: draft, step: step }), _jsx(Notices, { notices: notices }), _jsx(ErrorSummary, { heading: texts[language].errorHeading, errors: told }), step.name === "place" && draft.who === "child" && _jsx(OwnCalls, { language: language }), _jsxs("hgroup", { class: "question", children: [caption && _jsx("p", { class: "ds-paragraph caption", children: caption }), _jsx(Title, { children: title })] }), !isSecond && words.guidance.map((text) => _jsx(Text, { children: text })), _jsx(Before, { wish: wish, draft: draft, step: step }), step.name === "place" ? (_jsx(PlaceQuestion, { wish: wish, draft: draft, step: step, errors: errors, told: told })) : (_jsx(Question, { wish: wish, draft: draft, step: step, told: told })), step.name === "place" &&
                asked !== "not-here" &&
                (draft.who === "child" ? _jsx(OwnReaders, { language: language }) : _jsx(SmallUrgent, { language: language })), _jsx(DraftNote, { wish: wish })] }));
    return portalPage({
        ...wish,
        page: null,
        at: pathsOf(wish, step),
        title: errors.length > 0 ? way.errorTitle(titled) : titled,
        content,
    });
}
function pathsOf({ fromCheck }, step) {
    const path = fromCheck ? changePath : stepPath;
    return Object.fromEntries(languages.map((one) => [one, path(one, step)]));
}
function Progress({ wish: { language, fromCheck }, draft, step }) {
    const { way } = frameWords[language];
    const steps = stepsOf(draft);
    const before = stepBefore(draft, step);
    const back = fromCheck
        ? formPaths.check[language]
        : before
            ? stepPath(language, before)
            : formPaths.who[language];
    const at = steps.findIndex((one) => isSame(one, step)) + 1;
    return (_jsxs("div", { class: "progress", children: [_jsx("a", { class: "ds-link", href: back, children: way.back }), _jsx("span", { children: way.step(at, steps.length + 1) })] }));
}
/** What must be known before the question is answered: who sees the name, who is told of already. */
function Before({ wish: { language }, draft, step }) {
    const asksName = step.name === "you" || step.name === "role" || (step.name === "child" && draft.who === "child");
    if (asksName)
        return _jsx(NameNotice, { language: language, draft: draft });
    if (step.name === "organisation" && draft.login?.organisation) {
        const { organisation, organisationNumber } = draft.login;
        const number = organisationNumber ? ` (${organisationNumber})` : "";
        return _jsx(Text, { children: frameWords[language].notice.organisation(organisation, number) });
    }
    return null;
}
function Question({ wish, draft, step, told }) {
    const { language } = wish;
    const { way } = frameWords[language];
    const words = stepWords(language, draft.who, step.name);
    const answers = answersShown(draft, step);
    const isOdd = step.name === "number" && asksAgain(answers);
    return (_jsxs(_Fragment, { children: [step.name === "more-children" && _jsx(ChildrenSoFar, { wish: wish, draft: draft, step: step }), isOdd && (_jsxs(Box, { tint: "warning", label: way.right, children: [_jsx(Heading, { size: "xs", children: way.right }), _jsx(Text, { children: way.rightText })] })), _jsx(StepForm, { wish: wish, step: step, children: fieldsOf(draft, step).map((field) => (_jsx(FormField, { field: field, words: fieldWords(words, field.name), answers: answers, error: told.find((error) => error.field === field.name)?.text, unknown: way.unknown }))) })] }));
}
/** A sister or brother is often known in the same way and lives in the same place: that stands there beforehand. */
function answersShown(draft, step) {
    const answers = answersAt(draft, step);
    const fields = fieldsOf(draft, step).map(({ name }) => name);
    const isNew = fields.every((field) => answers[field] === undefined);
    const repeats = step.name === "relation" || step.name === "home";
    if (!repeats || !isNew || !step.index)
        return answers;
    const { phone: _, ...first } = draft.children[0] ?? {};
    return first;
}
/** The children that are in the report, each with a button to take it out; the only one cannot be. */
function ChildrenSoFar({ wish, draft, step }) {
    const { language } = wish;
    const { way } = frameWords[language];
    return (_jsxs("section", { children: [_jsx(Heading, { size: "xs", children: way.childrenSoFar }), _jsxs("form", { method: "post", action: stepPath(language, step), children: [_jsx(BackNote, { wish: wish }), _jsx("ol", { class: "children", children: draft.children.map((_, index) => (_jsxs("li", { children: [_jsx("span", { children: childLine(language, draft, index) }), draft.children.length > 1 && (_jsx("button", { type: "submit", class: "as-link", name: removeField, value: String(index + 1), children: way.remove(index + 1) }))] }))) })] })] }));
}
//# sourceMappingURL=step.js.map