import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { Box, Heading, SubmitButton, Text } from "../../../web/parts.js";
import { formPaths, stepPath } from "../steps.js";
import { backField, fromCheckQuery } from "../way.js";
import { frameWords } from "../words.js";
/** Boxes on top of a page, one below the other. */
export function Notices({ notices }) {
    return (_jsx(_Fragment, { children: notices.map(({ tint, heading, text }) => (_jsxs(Box, { tint: tint, label: heading, children: [_jsx(Heading, { children: heading }), _jsx(Text, { children: text })] }))) }));
}
/** A form that posts to the step's own address, and remembers where it was opened from. */
export function StepForm({ wish, step, children }) {
    return (_jsxs("form", { method: "post", action: stepPath(wish.language, step), novalidate: true, children: [_jsx(BackNote, { wish: wish }), children, _jsx(SubmitButton, { children: frameWords[wish.language].way.next })] }));
}
/** Remembers that the page was opened from the one that shows every answer. */
export function BackNote({ wish: { fromCheck } }) {
    return fromCheck ? _jsx("input", { type: "hidden", name: backField, value: fromCheckQuery.value }) : null;
}
/** That nothing is sent, how long it is kept, and a way to be rid of it at once. */
export function DraftNote({ wish: { language } }) {
    const { way } = frameWords[language];
    return (_jsxs("section", { class: "draft", children: [_jsx(Text, { children: way.draft }), _jsx("form", { method: "post", action: formPaths.erase[language], children: _jsx("button", { type: "submit", class: "ds-button", "data-variant": "secondary", "data-color": "neutral", children: way.erase }) })] }));
}
//# sourceMappingURL=step-form.js.map