import { jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
/** A field of any kind. The id of its first control is the field's name: errors link to it. */
export function FormField(wish) {
    if (wish.field.kind === "choice")
        return _jsx(Choice, { ...wish });
    if (wish.field.kind === "check")
        return (_jsx(Box, { name: wish.field.name, label: wish.words.label, isTicked: wish.answers[wish.field.name] === "ja" }));
    return _jsx(Typed, { ...wish });
}
function Typed({ field, words, answers, error, unknown }) {
    const { name, kind, is, mayBeUnknown } = field;
    const shared = {
        class: "ds-input",
        id: name,
        name,
        autocomplete: "off",
        "aria-invalid": error ? "true" : undefined,
        "aria-describedby": describedBy(name, words.help, error),
    };
    const value = answers[name] ?? "";
    return (_jsxs("div", { class: "answer", children: [_jsxs("div", { class: "ds-field", children: [_jsx("label", { class: "ds-label", "data-weight": "medium", for: name, children: words.label }), _jsx(Help, { name: name, help: words.help }), kind === "text" ? (_jsx("textarea", { ...shared, rows: rowsFor(name), children: `\n${value}` })) : (_jsx("input", { ...shared, type: is === "phone" ? "tel" : "text", inputmode: modeOf(field), value: value })), _jsx(FieldFault, { name: name, error: error })] }), mayBeUnknown && (_jsx(Box, { name: `${name}-unknown`, label: words.unknown ?? unknown, isTicked: answers[`${name}-unknown`] === "ja" }))] }));
}
function modeOf({ name, is }) {
    if (is)
        return is === "phone" ? "tel" : "email";
    return name.endsWith("-postcode") ? "numeric" : undefined;
}
function rowsFor(name) {
    return name === "concern" ? 14 : name === "reason" || name === "reach" ? 3 : 7;
}
function Choice({ field: { name, values }, words, answers, error }) {
    return (_jsxs("fieldset", { class: "ds-fieldset", "aria-describedby": describedBy(name, words.help, error), children: [_jsx("legend", { class: "ds-label", children: words.label }), _jsx(Help, { name: name, help: words.help }), _jsx(FieldFault, { name: name, error: error }), _jsx("div", { class: "radios", children: values.map((value, at) => (_jsx(Radio, { id: at === 0 ? name : `${name}-${value}`, name: name, value: value, label: words.choices?.[value] ?? value, isChosen: answers[name] === value, isWrong: error !== undefined }))) })] }));
}
/** One of several to choose from. */
export function Radio({ id, name, value, label, help, isChosen, isWrong }) {
    return (_jsxs("div", { class: "ds-field", children: [_jsx("input", { class: "ds-input", type: "radio", id: id, name: name, value: value, checked: isChosen, "aria-invalid": isWrong ? "true" : undefined, "aria-describedby": help ? `${id}-hjelp` : undefined }), _jsx("label", { class: "ds-label", "data-weight": "regular", for: id, children: label }), help && (_jsx("div", { "data-field": "description", id: `${id}-hjelp`, children: help }))] }));
}
function Box({ name, label, isTicked }) {
    return (_jsxs("div", { class: "ds-field", children: [_jsx("input", { class: "ds-input", type: "checkbox", id: name, name: name, value: "ja", checked: isTicked }), _jsx("label", { class: "ds-label", "data-weight": "regular", for: name, children: label })] }));
}
function Help({ name, help }) {
    if (!help)
        return null;
    return (_jsx("div", { "data-field": "description", id: `${name}-hjelp`, children: help }));
}
/** What is wrong, beside the field. */
export function FieldFault({ name, error }) {
    if (!error)
        return null;
    return (_jsx("p", { class: "ds-validation-message", "data-field": "validation", id: `${name}-feil`, children: error }));
}
/** The ids of what belongs to a field, for whoever hears the page. */
export function describedBy(name, help, error) {
    const ids = [...(help ? [`${name}-hjelp`] : []), ...(error ? [`${name}-feil`] : [])];
    return ids.length > 0 ? ids.join(" ") : undefined;
}
//# sourceMappingURL=field.js.map