import { jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// Parts of the page after sending: the code, the receipts to download, and the buttons.
import { Box, Heading, Text } from "../../web/parts.js";
import { paths } from "../paths.js";
import { sendPaths } from "../send-paths.js";
import { sendingTexts } from "../texts-sending.js";
/** The code stands here as text to be marked and copied, in the groups it is read aloud by. */
export function Code({ language, code, isThrough, isForSeveral }) {
    const { sent } = sendingTexts[language];
    return (_jsxs(Box, { tint: "neutral", label: sent.code, children: [_jsx(Heading, { children: sent.code }), _jsx("p", { class: "shown-code", translate: "no", children: code }), !isThrough && (_jsx(Text, { children: _jsx("strong", { children: sent.codeLater }) })), _jsxs(Text, { children: [sent.codeText, " ", isForSeveral && sent.codeBoth] }), _jsxs(Text, { children: [sent.codeWhere, " ", _jsx("a", { class: "ds-link", href: paths.follow[language], children: sent.follow }), "."] })] }));
}
/** `number`: which report of the session, from 1. */
export function Downloads({ language, number }) {
    const { sent } = sendingTexts[language];
    const link = (path, text) => (_jsx("li", { children: _jsx("a", { class: "ds-link", href: `${path}?nr=${number}`, children: text }) }));
    return (_jsxs("section", { children: [_jsx(Heading, { children: sent.receipt }), _jsx(Text, { children: sent.receiptText }), _jsxs("ul", { class: "choices", children: [link(sendPaths.receiptPdf[language], sent.pdf), link(sendPaths.receiptJson[language], sent.json)] })] }));
}
export function TryNow({ language }) {
    return (_jsx("form", { method: "post", action: sendPaths.sent[language], children: _jsx("button", { type: "submit", class: "ds-button", children: sendingTexts[language].sent.tryNow }) }));
}
/** Ends the session: the code and the receipts are not shown here again. */
export function Remove({ language }) {
    const { sent } = sendingTexts[language];
    return (_jsxs("section", { children: [_jsx(Heading, { children: sent.remove }), _jsx(Text, { children: sent.removeText }), _jsx("form", { method: "post", action: sendPaths.logout[language], children: _jsx("button", { type: "submit", class: "ds-button", "data-variant": "secondary", children: sent.removeButton }) })] }));
}
//# sourceMappingURL=sent-parts.js.map