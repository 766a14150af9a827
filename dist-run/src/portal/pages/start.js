import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// The first page: who should call instead, and what can be done here.
import { Heading, Text, Title } from "../../web/parts.js";
import { formPaths } from "../form/steps.js";
import { paths } from "../paths.js";
import { texts } from "../texts.js";
import { portalPage, UrgentBox } from "./page.js";
export function startPage(wish) {
    const { start } = texts[wish.language];
    const sections = [start.time, start.name];
    const content = (_jsxs(_Fragment, { children: [_jsx(Title, { children: start.title }), _jsx(Text, { isLead: true, children: start.lead }), _jsx(UrgentBox, { language: wish.language }), _jsxs("div", { class: "ways", children: [_jsx(Way, { to: formPaths.before[wish.language], ...start.write }), _jsx(Way, { to: paths.service[wish.language], ...start.find }), _jsx(Way, { to: paths.follow[wish.language], ...start.follow })] }), sections.map(({ heading, text }) => (_jsxs("section", { children: [_jsx(Heading, { children: heading }), _jsx(Text, { children: text })] })))] }));
    return portalPage({ ...wish, page: "start", title: "Framme", content });
}
function Way({ to, heading, text }) {
    return (_jsxs("div", { class: "ds-card", "data-color": "accent", children: [_jsx("h2", { class: "ds-heading", "data-size": "xs", children: _jsx("a", { class: "ds-link", href: to, children: heading }) }), _jsx(Text, { children: text })] }));
}
//# sourceMappingURL=start.js.map