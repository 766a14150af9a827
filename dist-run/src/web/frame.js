import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { documentText, productName } from "./document.js";
import { languages } from "./language.js";
/** A neutral page that many have open: weather. Its address tells nothing of ours. */
export const exitAddress = "https://www.yr.no/";
const words = {
    nb: {
        exit: "Forlat siden",
        exitNote: "«Forlat siden» åpner værvarselet på yr.no. Den sletter ikke det nettleseren har lagret i loggen sin.",
        demo: "Dette er en demonstrasjon. Telefonnumrene til tjenestene er oppdiktede. 112 og 116 111 er ekte.",
        topics: "Språk og utgang",
    },
    nn: {
        exit: "Forlat sida",
        exitNote: "«Forlat sida» opnar vêrmeldinga på yr.no. Ho slettar ikkje det nettlesaren har lagra i loggen sin.",
        demo: "Dette er ein demonstrasjon. Telefonnummera til tenestene er oppdikta. 112 og 116 111 er ekte.",
        topics: "Språk og utgang",
    },
};
const nameOf = { nb: "Bokmål", nn: "Nynorsk" };
/** A whole page, as text. */
export function pageText({ language, title, demo, children, ...rest }) {
    const text = words[language];
    return documentText({
        language,
        title,
        header: _jsx(Header, { language: language, ...rest }),
        notice: demo && text.demo,
        foot: _jsx("p", { children: text.exitNote }),
        children,
    });
}
function Header({ language, paths, home, posted, }) {
    const text = words[language];
    const others = languages.filter((one) => one !== language);
    return (_jsxs(_Fragment, { children: [_jsx("a", { class: "name", href: home, children: productName }), _jsxs("nav", { "aria-label": text.topics, children: [others.map((other) => (_jsx(OtherLanguage, { language: other, path: paths[other], posted: posted }))), _jsx("a", { class: "ds-button", "data-color": "danger", href: exitAddress, rel: "noreferrer", children: text.exit })] })] }));
}
/** A link; or, on a page that answers what was posted, a button that posts the same to the other language. */
function OtherLanguage({ language, path, posted }) {
    if (!posted)
        return (_jsx("a", { class: "ds-link", href: path, lang: language, hreflang: language, children: nameOf[language] }));
    return (_jsxs("form", { method: "post", action: path, children: [Object.entries(posted).map(([field, value]) => (_jsx("input", { type: "hidden", name: field, value: value }))), _jsx("button", { type: "submit", class: "as-link", lang: language, children: nameOf[language] })] }));
}
//# sourceMappingURL=frame.js.map