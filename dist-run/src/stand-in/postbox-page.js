import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// The postbox's one page: what has arrived, newest first. A demonstration only, in Bokmål.
import { pageText } from "../web/frame.js";
import { momentIn } from "../web/language.js";
import { Heading, Text, Title } from "../web/parts.js";
/** The page. */
export function postboxPage(arrived) {
    const children = (_jsxs(_Fragment, { children: [_jsx(Title, { children: "Postkassen (stedfortreder)" }), _jsx(Text, { isLead: true, children: "Her vises e-post og tekstmeldinger som portalen sender i demonstrasjonen. Ingenting blir sendt videre." }), arrived.length === 0 && (_jsx(Text, { children: "Ingenting har kommet enn\u00E5. En p\u00E5minnelse blir sendt tre uker etter meldingen, og ordlyden st\u00E5r p\u00E5 siden der den blir bestilt." })), arrived.map(({ kind, at, from, to, subject, text }) => (_jsxs("section", { class: "ds-card stack", "data-color": "neutral", children: [_jsx(Heading, { size: "xs", children: kind === "mail" ? subject : "Tekstmelding" }), _jsx(Text, { children: text }), _jsxs("p", { class: "when", children: [`${momentIn("nb", at)}, til ${to}`, from && `, fra ${from}`] })] })))] }));
    const paths = { nb: "/", nn: "/" };
    return pageText({ language: "nb", demo: true, title: "Postkassen", paths, home: "/", children });
}
//# sourceMappingURL=postbox-page.js.map