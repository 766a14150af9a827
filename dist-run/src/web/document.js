import { jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { iconPath, stylesheetPath } from "./assets.js";
/** What the product is called, in the head and in each header. */
export const productName = "Framme";
const skip = { nb: "Gå til innholdet", nn: "Gå til innhaldet" };
/** A whole page, as text with its doctype: without one a browser lays it out by the rules of 1998. */
export function documentText(wish) {
    return `<!doctype html>${(_jsx(Document, { ...wish })).toString()}`;
}
function Document({ language, title, header, notice, foot, isWide = false, children }) {
    return (_jsxs("html", { lang: language, children: [_jsxs("head", { children: [_jsx("meta", { charset: "utf-8" }), _jsx("title", { children: title === productName ? productName : `${title} – ${productName}` }), _jsx("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }), _jsx("meta", { name: "robots", content: "noindex, nofollow" }), _jsx("meta", { name: "format-detection", content: "telephone=no" }), _jsx("link", { rel: "icon", href: iconPath, type: "image/svg+xml" }), _jsx("link", { rel: "stylesheet", href: stylesheetPath })] }), _jsxs("body", { class: isWide ? "wide" : undefined, children: [_jsx("a", { class: "ds-skip-link", href: "#innhold", children: skip[language] }), _jsx("header", { class: "top", children: _jsx("div", { class: "room", children: header }) }), notice && (_jsx("aside", { class: "demo", "aria-label": "Demo", children: _jsx("div", { class: "room", children: notice }) })), _jsx("main", { id: "innhold", tabindex: -1, children: _jsx("div", { class: "room", children: children }) }), foot && (_jsx("footer", { class: "foot", children: _jsx("div", { class: "room", children: foot }) }))] })] }));
}
//# sourceMappingURL=document.js.map