// A report as people read it: headings, questions and answers in Norwegian, in the order a caseworker needs
// them. Every field of the document comes out somewhere; those nobody knows come last, with their names.
import { isObject, own } from "./ks-check.js";
import { addressFields, parts } from "./ks-fields.js";
import { valueOrNull } from "./foreign.js";
export const notGiven = "Ikke oppgitt";
const othersHeading = "Andre opplysninger";
const depthMax = 12;
const tooDeep = "(flere nivåer, se bekymringsmelding.json)";
/** The report's sections; each has at least one entry. */
export function sectionsOf(report) {
    const known = parts[report.kind];
    const sections = known.map((part) => ({ heading: part.heading, groups: groupsOf(report.document, part) }));
    const others = othersIn(report.document, known);
    const last = others.length > 0 ? [{ heading: othersHeading, groups: [{ heading: null, entries: others }] }] : [];
    return [...sections.filter((section) => section.groups.length > 0), ...last];
}
function groupsOf(document, part) {
    if (part.at === undefined)
        return groupOf(document, part.fields, null);
    const value = own(document, part.at);
    const items = Array.isArray(value) ? value : [value];
    if (items.length === 0)
        return [{ heading: null, entries: [{ label: part.heading, value: notGiven }] }];
    return items.flatMap((item, index) => {
        const heading = items.length > 1 ? `${part.list?.one ?? part.heading} ${index + 1}` : null;
        if (isObject(item))
            return groupOf(item, part.fields, heading);
        return [{ heading, entries: [{ label: part.heading, value: textOf(item) }] }];
    });
}
function groupOf(object, fields, heading) {
    const entries = entriesOf(object, fields);
    return entries.length > 0 ? [{ heading, entries }] : [];
}
/** Fields that must be there are shown also when they are not; the others only when they say something. */
function entriesOf(object, fields) {
    return Object.entries(fields).flatMap(([name, field]) => {
        const value = own(object, name);
        if (!field.must && (value === undefined || value === ""))
            return [];
        if (typeof field.form === "object" && isObject(value))
            return entriesOf(value, field.form);
        return [{ label: field.label, value: answerOf(value, field) }];
    });
}
function answerOf(value, field) {
    if (field.form === "address" && isObject(value))
        return addressOf(value);
    if (field.form === "time" && typeof value === "string")
        return norwegianTime(value);
    return textOf(value);
}
function addressOf(address) {
    const line = (name) => textOf(own(address, name) ?? "").trim();
    const known = ["adresselinje1", "adresselinje2", "adresselinje3"].map(line);
    const lines = [...known, `${line("postnummer")} ${line("poststed")}`.trim()];
    const said = lines.filter((text) => text !== "" && text !== notGiven);
    return said.length > 0 ? said.join("\n") : notGiven;
}
/** Local time as it stands; a time with a zone in Norwegian time. What is neither, as it stands. */
export function norwegianTime(text) {
    const style = { dateStyle: "long", timeStyle: "short" };
    const zoned = /(Z|[+-]\d\d:\d\d)$/.test(text);
    const shown = valueOrNull(() => zoned
        ? Temporal.Instant.from(text).toLocaleString("nb-NO", { ...style, timeZone: "Europe/Oslo" })
        : Temporal.PlainDateTime.from(text).toLocaleString("nb-NO", style));
    return shown ?? textOf(text);
}
function textOf(value) {
    if (value === undefined || value === null || value === "")
        return notGiven;
    if (typeof value === "boolean")
        return value ? "Ja" : "Nei";
    if (typeof value === "object")
        return linesOf(value, 0).join("\n") || notGiven;
    return String(value);
}
/** A value that the form has no place for, one line for each thing in it. */
function linesOf(value, depth) {
    if (depth > depthMax)
        return [tooDeep];
    return Object.entries(value).flatMap(([name, item]) => {
        const label = Array.isArray(value) ? "–" : `${name}:`;
        if (typeof item !== "object" || item === null)
            return [`${label} ${textOf(item)}`];
        return [label, ...linesOf(item, depth + 1).map((line) => `   ${line}`)];
    });
}
/** Everything that no known field has shown, under its full name. The salt is not part of what was reported. */
function othersIn(document, known) {
    const ofDocument = Object.assign({}, ...known.filter((part) => part.at === undefined).map((part) => part.fields));
    const names = new Set(["framme", ...known.flatMap((part) => part.at ?? [])]);
    const inParts = known.flatMap((part) => part.at === undefined ? [] : othersInPart(own(document, part.at), part));
    return [...unknownIn(document, ofDocument, "", names), ...inParts];
}
function othersInPart(value, part) {
    const items = Array.isArray(value) ? value : [value];
    return items.flatMap((item, index) => {
        const place = Array.isArray(value) && items.length > 1 ? `${part.heading} ${index + 1}` : part.heading;
        return isObject(item) ? unknownIn(item, part.fields, `${place}, `) : [];
    });
}
function unknownIn(object, fields, prefix, skip = new Set()) {
    return Object.entries(object).flatMap(([name, value]) => {
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (skip.has(name))
            return [];
        if (!field)
            return [{ label: prefix + name, value: textOf(value) }];
        const inside = field.form === "address" ? addressFields : field.form;
        return typeof inside === "object" && isObject(value)
            ? unknownIn(value, inside, `${prefix}${name}, `)
            : [];
    });
}
//# sourceMappingURL=ks-reading.js.map