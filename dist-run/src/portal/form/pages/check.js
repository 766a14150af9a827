import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { Box, Heading, Phone, SubmitButton, Text, Title } from "../../../web/parts.js";
import { portalPage } from "../../pages/page.js";
import { answersAt, fieldsOf, isUnknown, said } from "../fields.js";
import { placeName } from "../place-answer.js";
import { formPaths, stepPath, stepsOf } from "../steps.js";
import { changePath } from "../way.js";
import { captionOf, childLine, fieldWords, frameWords, stepWords } from "../words.js";
import { Notices } from "./step-form.js";
/** The hidden field with the hash of the answers that were shown. */
export const shownField = "vist";
/**
 * The page at `/meld/kontroller`. `shownHash`: `answersHash` of this draft. `deliveries`: what will be sent, for the
 * names and telephones of the services; null while the address book cannot be had.
 */
export function checkPage(wish, draft, notices, shownHash, deliveries) {
    const { language } = wish;
    const { check, notice, way } = frameWords[language];
    const steps = stepsOf(draft);
    const last = steps.at(-1);
    const content = (_jsxs(_Fragment, { children: [_jsxs("div", { class: "progress", children: [_jsx("a", { class: "ds-link", href: last ? stepPath(language, last) : formPaths.who[language], children: way.back }), _jsx("span", { children: way.step(steps.length + 1, steps.length + 1) })] }), _jsx(Notices, { notices: notices }), _jsx(Title, { children: check.title }), _jsx(Text, { isLead: true, children: check.lead }), _jsx(Receivers, { language: language, draft: draft, deliveries: deliveries }), groupsOf(draft).map(({ heading, steps }) => (_jsxs("section", { children: [_jsx(Heading, { children: headingOf(language, draft, heading, steps) }), steps.map((step) => (_jsx(StepAnswers, { language: language, draft: draft, step: step })))] }))), _jsxs(Box, { tint: "info", label: check.nameHeading, children: [_jsx(Heading, { size: "xs", children: check.nameHeading }), _jsx(Text, { children: notice[draft.who ?? "private"] })] }), _jsxs("form", { method: "post", action: formPaths.send[language], children: [_jsx("input", { type: "hidden", name: shownField, value: shownHash }), _jsx(Text, { children: check.notSent }), _jsx(SubmitButton, { children: check.send })] }), _jsx("form", { method: "post", action: formPaths.erase[language], children: _jsx("button", { type: "submit", class: "ds-button", "data-variant": "secondary", "data-color": "neutral", children: check.erase }) })] }));
    return portalPage({ ...wish, page: null, at: formPaths.check, title: check.title, content });
}
const aboutReporter = ["you", "contact", "role", "organisation"];
const questionsOnly = ["more-guardians"];
/** The steps as one reads them: one group for each child and guardian, one for the concern, one for who reports. */
function groupsOf(draft) {
    const groups = [];
    for (const step of stepsOf(draft)) {
        if (questionsOnly.includes(step.name))
            continue;
        const isGuardian = step.name === "guardian" || step.name === "told-guardian";
        const heading = step.index !== null ? "person" : aboutReporter.includes(step.name) ? "reporter" : "report";
        const key = step.name === "more-children" ? "more" : `${heading} ${isGuardian} ${step.index}`;
        const group = groups.find((one) => one.key === key);
        if (group)
            group.steps.push(step);
        else
            groups.push({ heading, key, steps: [step] });
    }
    return groups;
}
function headingOf(language, draft, heading, steps) {
    const { check } = frameWords[language];
    if (heading !== "person")
        return steps[0]?.name === "more-children" ? check.children : check[heading];
    const [step] = steps;
    const isGuardian = step?.name === "guardian";
    if (draft.who === "child")
        return check.you;
    return (step && captionOf(language, draft, step)) ?? (isGuardian ? check.guardian : check.child);
}
function StepAnswers({ language, draft, step }) {
    const { check } = frameWords[language];
    const { title } = stepWords(language, draft.who, step.name);
    const caption = captionOf(language, draft, step);
    const what = caption ? `${caption}: ${title}` : title;
    // A name from a login cannot be changed here.
    const isFixed = step.name === "you" && draft.login !== null;
    return (_jsxs("div", { class: "answers", children: [_jsx("dl", { children: rowsOf({ language, draft, step }) }), !isFixed && (_jsx("a", { class: "ds-link", href: changePath(language, step), "aria-label": check.changeWhat(what), children: check.change }))] }));
}
function rowsOf({ language, draft, step }) {
    const { check } = frameWords[language];
    const words = stepWords(language, draft.who, step.name);
    const answers = answersAt(draft, step);
    const { login } = draft;
    if (step.name === "place")
        return _jsx(Row, { label: check.place, value: placeName(answers) });
    if (step.name === "more-children")
        return (_jsx(Row, { label: frameWords[language].way.childrenSoFar, value: draft.children.map((_, index) => childLine(language, draft, index)).join("\n") }));
    const fromLogin = {
        you: login?.name,
        role: login?.name,
        organisation: login?.organisation,
    }[step.name];
    return (_jsxs(_Fragment, { children: [fromLogin && (_jsx(Row, { label: step.name === "organisation" ? check.organisation : check.name, value: fromLogin })), fieldsOf(draft, step)
                .filter((field) => isShown(field, answers))
                .map((field) => (_jsx(Row, { label: labelOf(fieldWords(words, field.name).label), value: shownIn(field) })))] }));
    function shownIn(field) {
        const text = said(answers, field.name);
        if (field.kind === "choice")
            return fieldWords(words, field.name).choices?.[text] ?? text;
        if (field.kind === "check")
            return check.yes;
        return isUnknown(answers, field.name) ? check.unknown : text || check.none;
    }
}
/** A box that is not ticked, and a part of an address or a term date that was left out, say nothing. */
function isShown({ name, kind }, answers) {
    if (kind === "check")
        return answers[name] === "ja";
    return !/-(postcode|town)$|^term$/.test(name) || said(answers, name) !== "";
}
/** The label without what only a field needs: «(valgfritt)». */
function labelOf(label) {
    return label.replace(/ \([^)]*\)$/, "");
}
function Row({ label, value }) {
    return (_jsxs("div", { children: [_jsx("dt", { children: label }), _jsx("dd", { children: value })] }));
}
/** Who will get it. Two services are two deliveries, and that is said before anything is sent. */
function Receivers({ language, draft, deliveries }) {
    const { check } = frameWords[language];
    if (!deliveries)
        return (_jsxs(Box, { tint: "warning", label: check.to, children: [_jsx(Heading, { children: check.to }), _jsx(Text, { children: check.notKnown })] }));
    const isOne = deliveries.length === 1;
    return (_jsxs(Box, { tint: "neutral", label: check.to, children: [_jsx(Heading, { children: check.to }), !isOne && _jsx(Text, { children: check.toSeveral(deliveries.length) }), _jsx("ul", { class: "receivers", children: deliveries.map(({ service, children }, at) => (_jsxs("li", { children: [_jsxs("strong", { children: [isOne ? "" : `${check.nth(at + 1, deliveries.length)}: `, service.name] }), !isOne && (_jsxs("span", { children: [check.about, " ", children.map((index) => childLine(language, draft, index)).join("; ")] })), service.phone ? (_jsxs("span", { children: [check.phone, " ", _jsx(Phone, { number: service.phone })] })) : (_jsx("span", { children: check.noPhone }))] }))) })] }));
}
//# sourceMappingURL=check.js.map