import { jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { pageText } from "../../web/frame.js";
import { Box, Heading, Phone, Text } from "../../web/parts.js";
import { paths } from "../paths.js";
import { texts } from "../texts.js";
/** The field of every form that carries a code, as it is posted. */
export const codeField = "kode";
/** One of the portal's pages, in its frame. */
export function portalPage({ language, demo, page, at, title, posted, content }) {
    const here = at ?? paths[page ?? "start"];
    return pageText({
        language,
        demo,
        title,
        posted,
        paths: here,
        home: paths.start[language],
        children: content,
    });
}
/** 112 and 116 111, which are right everywhere in the country. */
export function NationalNumbers({ language }) {
    const { urgent } = texts[language];
    return (_jsxs("ul", { class: "calls", children: [_jsxs("li", { children: [_jsx("span", { children: urgent.police }), _jsx(Phone, { number: "112" })] }), _jsxs("li", { children: [_jsx("span", { children: urgent.alarm }), _jsx(Phone, { number: "116 111" })] })] }));
}
/** The box that comes before anything else. `findIsNear`: the page itself finds the emergency service. */
export function UrgentBox({ language, findIsNear = false }) {
    const { urgent } = texts[language];
    return (_jsxs(Box, { tint: "danger", label: urgent.heading, children: [_jsx(Heading, { children: urgent.heading }), _jsx(NationalNumbers, { language: language }), !findIsNear && (_jsxs(Text, { children: [urgent.outside, " ", _jsx("a", { class: "ds-link", href: paths.service[language], children: urgent.find })] }))] }));
}
//# sourceMappingURL=page.js.map