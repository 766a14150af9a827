import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { documentText, productName } from "../../web/document.js";
import { momentIn } from "../../web/language.js";
import { paths } from "../paths.js";
/** One of the inbox's pages. Its title never holds anything of a report. */
export function inboxPage({ desk, demo }, title, content) {
    return documentText({
        language: "nb",
        title: `${title} – innboks`,
        isWide: desk !== null,
        header: _jsx(Header, { desk: desk }),
        notice: demo && "Dette er en demonstrasjon. Barna, meldingene og de som er logget inn er oppdiktet.",
        children: content,
    });
}
function Header({ desk }) {
    return (_jsxs(_Fragment, { children: [_jsxs("a", { class: "name", href: desk ? paths.list : paths.start, children: [productName, " innboks"] }), desk && (_jsxs("div", { class: "visitor", children: [_jsxs("p", { children: [_jsx("span", { class: "visitor-name", children: desk.person.name }), _jsx("span", { class: "when", children: desk.service.name })] }), _jsx(LogOut, {})] }))] }));
}
export function LogOut() {
    return (_jsx("form", { method: "post", action: paths.logout, children: _jsx("button", { type: "submit", class: "ds-button", "data-variant": "secondary", children: "Logg ut" }) }));
}
/** A time in words that a machine can read too. */
export function Moment({ at }) {
    return _jsx("time", { datetime: at.toISOString(), children: momentIn("nb", at.getTime()) });
}
/** A question and its answer in a list of facts. */
export function Fact({ name, children }) {
    return (_jsxs("div", { children: [_jsx("dt", { children: name }), _jsx("dd", { children: children })] }));
}
//# sourceMappingURL=page.js.map