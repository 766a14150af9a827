import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// Before a report is begun: what it takes, what is kept meanwhile, and what is here from before.
import { momentIn } from "../../web/language.js";
import { Box, Heading, Text, Title } from "../../web/parts.js";
import { BeforeContent } from "../form/pages/before.js";
import { formPaths } from "../form/steps.js";
import { sendPaths } from "../send-paths.js";
import { sendingTexts } from "../texts-sending.js";
import { portalPage, UrgentBox } from "./page.js";
export function beginPage(wish, view) {
    const { begin } = sendingTexts[wish.language];
    const content = (_jsxs(_Fragment, { children: [view.isGone && !view.hasSent && _jsx(Said, { heading: begin.gone, text: begin.goneText, tint: "warning" }), view.isGone && view.hasSent && (_jsx(Said, { heading: begin.goneSent, text: begin.goneSentText, tint: "warning" })), view.waitUntil !== null && (_jsx(Said, { heading: begin.tooMany, text: begin.tooManyText(view.waitUntil), tint: "warning" })), _jsx(Title, { children: begin.title }), view.running && _jsx(UrgentBox, { language: wish.language }), view.running && _jsx(Running, { ...wish, ...view.running }), view.hasSent && (_jsxs(Box, { tint: "info", label: begin.sent, children: [_jsx(Heading, { children: begin.sent }), _jsx(Text, { children: begin.sentText }), _jsx("p", { children: _jsx("a", { class: "ds-link", href: sendPaths.sent[wish.language], children: begin.toSent }) })] })), !view.running && _jsx(BeforeContent, { language: wish.language })] }));
    return portalPage({ ...wish, page: null, at: formPaths.before, title: begin.title, content });
}
function Said({ heading, text, tint }) {
    return (_jsxs(Box, { tint: tint, label: heading, children: [_jsx(Heading, { children: heading }), _jsx(Text, { children: text })] }));
}
function Running({ language, path, erasedAt }) {
    const { begin } = sendingTexts[language];
    return (_jsxs(Box, { tint: "info", label: begin.running, children: [_jsx(Heading, { children: begin.running }), _jsx(Text, { children: begin.runningText(momentIn(language, erasedAt)) }), _jsx("p", { children: _jsx("a", { class: "ds-button", href: path, children: begin.goOn }) }), _jsx("form", { method: "post", action: formPaths.erase[language], children: _jsx("button", { type: "submit", class: "ds-button", "data-variant": "secondary", "data-color": "danger", children: begin.erase }) })] }));
}
/** What was written is erased. */
export function erasedPage(wish, hasSent) {
    const { erased, begin } = sendingTexts[wish.language];
    const content = (_jsxs(_Fragment, { children: [_jsx(Title, { children: erased.title }), _jsx(Text, { isLead: true, children: erased.text }), hasSent && (_jsxs(Text, { children: [erased.alreadySent, " ", _jsx("a", { class: "ds-link", href: sendPaths.sent[wish.language], children: begin.toSent })] })), _jsx("p", { children: _jsx("a", { class: "ds-link", href: formPaths.before[wish.language], children: erased.again }) }), _jsx(UrgentBox, { language: wish.language })] }));
    return portalPage({ ...wish, page: null, at: sendPaths.erased, title: erased.title, content });
}
//# sourceMappingURL=begin.js.map