import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// Ending the following of a report: the offer below what was found, the page that asks once more, and the page that
// says it is over. The code goes from form to form in a hidden field, and stands in no address and no text.
import { clockTime } from "../../web/language.js";
import { Box, Heading, SubmitButton, Text, Title } from "../../web/parts.js";
import { paths, postPaths } from "../paths.js";
import { texts } from "../texts.js";
import { afterTexts } from "../texts-after.js";
import { codeField, portalPage } from "./page.js";
/** Says that the page that asks once more has been seen. */
export const sureField = "bekreft";
export const sure = "ja";
/** Below what was found: what closing is, and the way to it. */
export function CloseOffer({ language, code }) {
    const { close } = afterTexts[language];
    return (_jsxs("section", { children: [_jsx(Heading, { size: "xs", children: close.heading }), _jsx(Text, { children: close.about }), _jsxs("form", { method: "post", action: postPaths.close[language], children: [_jsx("input", { type: "hidden", name: codeField, value: code }), _jsx(SecondButton, { children: close.start })] })] }));
}
/** Asks once more. `failed`: why it could not be closed when it was tried just now; the code is kept in its field. */
export function closePage(wish, code, failed, now) {
    const { close } = afterTexts[wish.language];
    const content = (_jsxs(_Fragment, { children: [failed && _jsx(Failed, { language: wish.language, failed: failed, now: now }), _jsx(Title, { children: close.title }), _jsx(Text, { isLead: true, children: close.lead }), _jsx(Text, { children: close.whatStays }), _jsx(Text, { children: close.reminderToo }), _jsxs("form", { method: "post", action: postPaths.close[wish.language], children: [_jsx("input", { type: "hidden", name: codeField, value: code }), _jsx("input", { type: "hidden", name: sureField, value: sure }), _jsx(SubmitButton, { children: close.confirm })] }), _jsxs("form", { method: "post", action: paths.follow[wish.language], children: [_jsx("input", { type: "hidden", name: codeField, value: code }), _jsx(SecondButton, { children: close.back })] })] }));
    const posted = { [codeField]: code };
    return portalPage({ ...wish, page: null, at: postPaths.close, title: close.title, posted, content });
}
function Failed({ language, failed, now }) {
    const { close } = afterTexts[language];
    const isOften = failed.is === "too-often";
    const heading = isOften ? close.tooMany : close.down;
    return (_jsxs(Box, { tint: "warning", label: heading, children: [_jsx(Heading, { children: heading }), _jsx(Text, { children: isOften ? close.tooManyText(clockTime(now + failed.seconds * 1000 + 59_999)) : close.downText })] }));
}
/** It is over. The same whether or not the code was ever one. */
export function closedPage(wish) {
    const { close } = afterTexts[wish.language];
    const content = (_jsxs(_Fragment, { children: [_jsx(Title, { children: close.doneTitle }), _jsx(Text, { isLead: true, children: close.done }), _jsx(Text, { children: close.doneStays }), _jsx("p", { children: _jsx("a", { class: "ds-link", href: paths.service[wish.language], children: texts[wish.language].follow.find }) }), _jsx("p", { children: _jsx("a", { class: "ds-link", href: paths.start[wish.language], children: texts[wish.language].toStart }) })] }));
    return portalPage({ ...wish, page: "follow", title: close.doneTitle, content });
}
function SecondButton({ children }) {
    return (_jsx("button", { type: "submit", class: "ds-button", "data-variant": "secondary", children: children }));
}
//# sourceMappingURL=close.js.map