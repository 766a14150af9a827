import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// Following a report by its code. The page shows what receipts say, and no child, place, service, number or person.
// The code is shown only in the field it was typed in, while it still has to be corrected or sent again.
import { clockTime, momentIn } from "../../web/language.js";
import { Box, ErrorSummary, Heading, SubmitButton, Text, TextField, Title } from "../../web/parts.js";
import { paths } from "../paths.js";
import { tell } from "../tell.js";
import { texts } from "../texts.js";
import { CloseOffer } from "./close.js";
import { codeField, portalPage, UrgentBox } from "./page.js";
/** The page; `view` null before anything was asked. */
export function followPage(wish, code, view, now) {
    const { follow } = texts[wish.language];
    const posted = view ? { [codeField]: code } : undefined;
    const content = view?.is === "found" ? (_jsx(Found, { language: wish.language, code: code, deliveries: view.deliveries, now: now })) : (_jsx(Question, { language: wish.language, code: code, view: view, now: now }));
    const title = view?.is === "found" ? follow.foundTitle : follow.title;
    return portalPage({ ...wish, page: "follow", title, posted, content });
}
function Question({ language, code, view, now }) {
    const { follow, errorHeading } = texts[language];
    const error = view?.is === "unknown" ? follow.unknown : view?.is === "empty" ? follow.empty : undefined;
    return (_jsxs(_Fragment, { children: [_jsx(ErrorSummary, { heading: errorHeading, errors: error ? [{ field: codeField, text: error }] : [] }), view?.is === "not-reached" && (_jsxs(Box, { tint: "warning", label: follow.down, children: [_jsx(Heading, { children: follow.down }), _jsx(Text, { children: follow.downText })] })), view?.is === "too-often" && (_jsxs(Box, { tint: "warning", label: follow.tooMany, children: [_jsx(Heading, { children: follow.tooMany }), _jsx(Text, { children: follow.tooManyText(clockTime(now + view.seconds * 1000 + 59_999)) })] })), _jsx(Title, { children: follow.title }), _jsx(Text, { isLead: true, children: follow.lead }), _jsxs("form", { method: "post", action: paths.follow[language], novalidate: true, children: [_jsx(TextField, { name: codeField, label: follow.label, description: follow.description, value: code, mostLetters: 60, error: error, class: "code" }), _jsx(SubmitButton, { children: follow.submit })] }), _jsx(UrgentBox, { language: language })] }));
}
function Found({ language, code, deliveries, now }) {
    const { follow } = texts[language];
    return (_jsxs(_Fragment, { children: [_jsx(Title, { children: follow.foundTitle }), deliveries.length > 1 && _jsx(Text, { isLead: true, children: follow.severalLead }), deliveries.map((delivery, index) => (_jsx(Delivery, { language: language, delivery: delivery, now: now, place: deliveries.length > 1 ? follow.nth(index + 1, deliveries.length) : null }))), _jsx("p", { class: "when", children: follow.shownAt(momentIn(language, now)) }), _jsx("p", { children: _jsx("a", { class: "ds-link", href: paths.service[language], children: follow.find }) }), _jsx("p", { children: _jsx("a", { class: "ds-link", href: paths.follow[language], children: follow.another }) }), _jsx(CloseOffer, { language: language, code: code }), _jsx(UrgentBox, { language: language })] }));
}
function Delivery({ language, delivery, now, place }) {
    const { follow } = texts[language];
    const told = tell(language, delivery, now);
    const nextHeading = told.next.isLate ? follow.late : follow.next;
    const named = (heading) => (place ? `${place}: ${heading}` : heading);
    return (_jsxs(_Fragment, { children: [_jsxs(Box, { tint: "info", label: named(follow.now), children: [_jsx(Heading, { children: named(follow.now) }), told.now.map((sentence) => (_jsx(Text, { isLead: true, children: sentence }))), told.checked && _jsx(Text, { children: told.checked })] }), _jsxs(Box, { tint: told.next.isLate ? "warning" : "neutral", label: named(nextHeading), children: [_jsx(Heading, { size: "xs", children: nextHeading }), told.next.sentences.map((sentence) => (_jsx(Text, { children: sentence })))] }), _jsxs("section", { children: [_jsx(Heading, { size: "xs", children: follow.history }), _jsx("ol", { class: "steps", children: told.history.map(({ at, when, sentence }) => (_jsxs("li", { children: [_jsx("time", { class: "when", datetime: at, children: when }), _jsx("span", { children: sentence })] }))) })] })] }));
}
//# sourceMappingURL=follow.js.map