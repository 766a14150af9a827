import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { Box, Heading, Phone, Text } from "../../../web/parts.js";
import { NationalNumbers } from "../../pages/page.js";
import { sendPaths } from "../../send-paths.js";
import { texts } from "../../texts.js";
import { frameWords } from "../words.js";
/** Who gets to know who reports; and the name, where it comes from a login. */
export function NameNotice({ language, draft }) {
    const { notice } = frameWords[language];
    return (_jsxs(_Fragment, { children: [_jsxs(Box, { tint: "info", label: notice.heading, children: [_jsx(Heading, { size: "xs", children: notice.heading }), _jsx(Text, { children: notice[draft.who ?? "private"] })] }), draft.login && draft.who !== "child" && _jsx(Text, { isLead: true, children: notice.login(draft.login.name) }), !draft.login && draft.who === "private" && (_jsxs(Text, { children: [notice.mayLogIn, " ", _jsx("a", { class: "ds-link", href: sendPaths.login[language], children: notice.logIn })] }))] }));
}
/** For a child, first and big: somebody to talk to. */
export function OwnCalls({ language }) {
    const { own } = frameWords[language];
    return (_jsxs(Box, { tint: "danger", label: own.heading, children: [_jsx(Heading, { children: own.heading }), _jsx("p", { class: "ds-paragraph big-number", children: _jsx(Phone, { number: "116 111" }) }), _jsx(Text, { children: own.text })] }));
}
/** For a child: who reads what it writes. */
export function OwnReaders({ language }) {
    const { own } = frameWords[language];
    return (_jsxs("section", { children: [_jsx(Heading, { size: "xs", children: own.reads }), _jsx(Text, { children: own.readsText })] }));
}
/** 112 and 116 111, below a question. */
export function SmallUrgent({ language }) {
    const { urgent } = texts[language];
    return (_jsxs(Box, { tint: "danger", label: urgent.heading, children: [_jsx(Heading, { size: "xs", children: urgent.heading }), _jsx(NationalNumbers, { language: language })] }));
}
//# sourceMappingURL=notice.js.map