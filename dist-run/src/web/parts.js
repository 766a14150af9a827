import { jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
/** The page's one main heading. */
export function Title({ children }) {
    return (_jsx("h1", { class: "ds-heading", "data-size": "lg", children: children }));
}
/** A heading of a part of the page. */
export function Heading({ children, id, size = "sm" }) {
    return (_jsx("h2", { class: "ds-heading", "data-size": size, id: id, children: children }));
}
export function Text({ children, isLead = false }) {
    return _jsx("p", { class: isLead ? "ds-paragraph lead" : "ds-paragraph", children: children });
}
/** A box that stands out. */
export function Box({ children, tint, label }) {
    return (_jsx("section", { class: "ds-card stack", "data-variant": "tinted", "data-color": tint, "aria-label": label, children: children }));
}
/** What is wrong with what was sent, with a link to each field. Its heading is read out first. */
export function ErrorSummary({ heading, errors }) {
    if (errors.length === 0)
        return null;
    return (_jsxs("section", { class: "ds-error-summary", role: "alert", "aria-labelledby": "feil-overskrift", children: [_jsx("h2", { class: "ds-heading", "data-size": "xs", id: "feil-overskrift", children: heading }), _jsx("ul", { class: "ds-list", children: errors.map(({ field, text }) => (_jsx("li", { children: _jsx("a", { class: "ds-link", href: `#${field}`, children: text }) }))) })] }));
}
/** One line to type in. What was typed is shown again. A browser neither remembers nor spell-checks it. */
export function TextField({ name, label, description, value, mostLetters, error, ...rest }) {
    const described = [`${name}-hjelp`, ...(error ? [`${name}-feil`] : [])].join(" ");
    return (_jsxs("div", { class: "ds-field", children: [_jsx("label", { class: "ds-label", "data-weight": "medium", for: name, children: label }), _jsx("div", { "data-field": "description", id: `${name}-hjelp`, children: description }), _jsx("input", { type: "text", class: rest.class ? `ds-input ${rest.class}` : "ds-input", id: name, name: name, value: value, maxlength: mostLetters, list: rest.list, autocomplete: "off", autocapitalize: "off", spellcheck: false, "aria-invalid": error ? "true" : undefined, "aria-describedby": described }), error && (_jsx("p", { class: "ds-validation-message", "data-field": "validation", id: `${name}-feil`, children: error }))] }));
}
export function SubmitButton({ children }) {
    return (_jsx("button", { type: "submit", class: "ds-button", children: children }));
}
/** A telephone number to press. Only digits and a plus come into the address. */
export function Phone({ number }) {
    return (_jsx("a", { class: "ds-link phone", href: `tel:${number.replace(/[^\d+]/g, "")}`, children: number }));
}
//# sourceMappingURL=parts.js.map