import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// The list of a service's reports, the newest first, fifty at a time, and what a search in them found. What was searched
// for is shown in its field only.
import { ErrorSummary, Heading, SubmitButton, Text, TextField, Title, Box } from "../../web/parts.js";
import { listPath, paths } from "../paths.js";
import { inboxPage } from "./page.js";
import { columns, Row } from "./row.js";
export const searchField = "sok";
export const searchMost = 200;
export const rowsOnPage = 50;
const names = {
    all: "Alle",
    unopened: "Ikke åpnet",
    missing: "Mangler",
};
const empty = {
    all: "Det er ikke kommet noen meldinger ennå.",
    unopened: "Alle meldingene er åpnet.",
    missing: "Ingen nummer mangler.",
};
export function pagesOf(counts, filter) {
    return Math.max(1, Math.ceil(counts[filter] / rowsOnPage));
}
export function listPage(wish, { filter, page, counts, rows }, now) {
    const pages = pagesOf(counts, filter);
    return inboxPage(wish, "Meldinger", _jsxs(_Fragment, { children: [_jsx(Title, { children: "Meldinger" }), counts.missingNumbers > 0 && filter !== "missing" && _jsx(MissingBox, { numbers: counts.missingNumbers }), _jsx(SearchForm, { value: "" }), _jsx("nav", { class: "filters", "aria-label": "Vis", children: Object.keys(names).map((one) => (_jsxs("a", { class: "ds-link", href: listPath({ filter: one, page: 1 }), "aria-current": one === filter ? "page" : undefined, children: [names[one], " (", counts[one], ")"] }))) }), rows.length === 0 ? _jsx(Text, { children: empty[filter] }) : _jsx(Rows, { rows: rows, now: now }), pages > 1 && _jsx(Pages, { filter: filter, page: page, pages: pages })] }));
}
function MissingBox({ numbers }) {
    return (_jsxs(Box, { tint: "danger", label: "Meldinger som mangler", children: [_jsx(Heading, { size: "xs", children: numbers === 1 ? "1 melding er ikke kommet hit" : `${numbers} meldinger er ikke kommet hit` }), _jsx(Text, { children: _jsx("a", { class: "ds-link", href: listPath({ filter: "missing", page: 1 }), children: "Se hvilke nummer som mangler, og hva du skal gj\u00F8re" }) })] }));
}
/** What a search found; it stands at no address of its own. */
export function searchPage(wish, { sought, found, error }, now) {
    return inboxPage(wish, "Søk", _jsxs(_Fragment, { children: [_jsx(ErrorSummary, { heading: "Du m\u00E5 rette dette f\u00F8rst", errors: error ? [{ field: searchField, text: error }] : [] }), _jsx(Title, { children: "S\u00F8k i meldingene" }), _jsx(SearchForm, { value: sought, error: error ?? undefined }), found && (_jsxs(_Fragment, { children: [_jsx("p", { class: "ds-paragraph", role: "status", children: foundText(found.count, found.rows.length) }), found.rows.length > 0 && _jsx(Rows, { rows: found.rows, now: now })] })), _jsx("p", { children: _jsx("a", { class: "ds-link", href: paths.list, children: "Til lista over meldinger" }) })] }));
}
function foundText(count, shown) {
    if (count === 0)
        return "Ingen meldinger passer. Prøv færre ord, eller se etter skrivefeil.";
    const all = count === 1 ? "1 melding passer." : `${count} meldinger passer.`;
    return shown < count ? `${all} Her er de ${shown} nyeste. Skriv flere ord for å få færre.` : all;
}
function SearchForm({ value, error }) {
    return (_jsxs("form", { class: "search", method: "post", action: paths.search, children: [_jsx(TextField, { name: searchField, label: "S\u00F8k i meldingene", description: "Nummer, referanse eller ord i meldingen, for eksempel navnet p\u00E5 et barn.", value: value, mostLetters: searchMost, error: error }), _jsx(SubmitButton, { children: "S\u00F8k" })] }));
}
function Rows({ rows, now }) {
    return (_jsxs("table", { class: "listing worklist", "aria-label": "Meldinger", children: [_jsx("thead", { children: _jsx("tr", { children: columns.map((name) => (_jsx("th", { scope: "col", children: name }))) }) }), _jsx("tbody", { children: rows.map((row) => (_jsx(Row, { row: row, now: now }))) })] }));
}
function Pages({ filter, page, pages }) {
    return (_jsxs("nav", { class: "filters", "aria-label": "Sider", children: [page > 1 && (_jsx("a", { class: "ds-link", href: listPath({ filter, page: page - 1 }), children: "Nyere meldinger" })), _jsxs("span", { children: ["Side ", page, " av ", pages] }), page < pages && (_jsx("a", { class: "ds-link", href: listPath({ filter, page: page + 1 }), children: "Eldre meldinger" }))] }));
}
//# sourceMappingURL=list.js.map