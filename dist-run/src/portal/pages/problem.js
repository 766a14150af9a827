import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// What is said when a page cannot be: what happened, that nothing is lost by it, and where to go.
import { Text, Title } from "../../web/parts.js";
import { paths } from "../paths.js";
import { texts } from "../texts.js";
import { sendingTexts } from "../texts-sending.js";
import { portalPage, UrgentBox } from "./page.js";
export function problemPage(wish, which) {
    const { problem, toStart } = texts[wish.language];
    const { title, text } = which === "reportTooLong" ? sendingTexts[wish.language].tooLong : problem[which];
    const content = (_jsxs(_Fragment, { children: [_jsx(Title, { children: title }), _jsx(Text, { isLead: true, children: text }), _jsx("p", { children: _jsx("a", { class: "ds-link", href: paths.start[wish.language], children: toStart }) }), _jsx(UrgentBox, { language: wish.language })] }));
    return portalPage({ ...wish, page: null, title, content });
}
//# sourceMappingURL=problem.js.map