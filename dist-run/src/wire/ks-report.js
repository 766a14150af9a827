// A report in the KS concern-report protocol (no.ks.fiks.bekymringsmelding), professional V1 and V2 and private.
// Read tolerantly: whatever can be routed is delivered as it is, with a flag where it is odd. What is written
// is the text that came, letter for letter, with a salt added; a downgrade moves text and drops none.
import { refuse } from "../core/problem.js";
import { valueOrNull } from "./foreign.js";
import { isUsualIdentityNumber } from "./identity-number.js";
import { hasRepeatedName, membersOf, objectText } from "./json-text.js";
import { deviationsOf, isObject, own } from "./ks-check.js";
/** Stands among the deviations when parsing has lost a value. */
export const repeatedName = "(repeated name)";
const viewsHeading = "Andres synspunkter";
/**
 * Reads a report. Refuses with `report.not-ks-json` only when it is not a JSON object in UTF-8, or names no
 * municipality by number.
 */
export function readKsReport(bytes) {
    const text = valueOrNull(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const document = text === null ? null : parsed(text);
    if (text === null || !isObject(document))
        return refuse("report.not-ks-json");
    const municipality = digitsOf(own(document, "kommunenummer"), 3, 4);
    if (municipality === null)
        return refuse("report.not-ks-json", "kommunenummer");
    const kind = kindOf(document);
    const repeated = hasRepeatedName(text, document) ? [repeatedName] : [];
    const deviations = [...deviationsOf(document, kind), ...repeated];
    return {
        kind,
        protocol: hasOtherViews(document, kind) ? "V2" : "V1",
        municipality,
        district: digitsOf(own(document, "bydelsnummer"), 1, 2) ?? "00",
        flags: flagsOf(document, deviations),
        deviations,
        document,
        text,
    };
}
/** Numbers that JavaScript cannot hold stay as the text they were. Very deep documents are parsed without that. */
function parsed(text) {
    const keepLongNumbers = (_name, value, context) => typeof value === "number" && String(value) !== context?.source ? context?.source : value;
    return (valueOrNull(() => JSON.parse(text, keepLongNumbers)) ??
        valueOrNull(() => JSON.parse(text)));
}
/** Digits as text, padded to `most`: a number has lost its leading zeros on the way. */
function digitsOf(value, least, most) {
    const text = typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
    return /^\d+$/.test(text) && text.length >= least && text.length <= most ? text.padStart(most, "0") : null;
}
/** By who reports; where that is missing, by what only one of the two forms has. */
function kindOf(document) {
    const has = (...names) => names.some((name) => Object.hasOwn(document, name));
    if (has("offentligMelder"))
        return "professional";
    if (has("privatMelder"))
        return "private";
    if (has("offentligBarn", "foresatte") || isObject(own(document, "melding")))
        return "professional";
    return "private";
}
function hasOtherViews(document, kind) {
    const concern = own(document, "melding");
    return kind === "professional" && isObject(concern) && Object.hasOwn(concern, "andreSynspunkter");
}
function flagsOf(document, deviations) {
    const flags = deviations.length > 0 ? ["schema-deviation"] : [];
    const children = own(document, "offentligBarn");
    const isOdd = Array.isArray(children) && children.some((child) => isObject(child) && hasOddNumber(child));
    return isOdd ? [...flags, "identity-number-unusual"] : flags;
}
/** An unborn child has no number, so an empty one is no surprise there. */
function hasOddNumber(child) {
    const number = own(child, "fnr") ?? "";
    if (own(child, "ufoedt") === true && number === "")
        return false;
    return typeof number !== "string" || !isUsualIdentityNumber(number.trim());
}
/** Whether writing for a service of this version moves text. The header then has the flag `downgraded-to-v1`. */
export function isDowngrade(report, protocol) {
    return report.protocol === "V2" && protocol === "V1";
}
/**
 * The bytes of `bekymringsmelding.json` for a service that takes this version of the protocol, with the salt in
 * a field of our own. Everything else is as it came, except that white space between top-level fields goes.
 */
export function writeKsReport(report, protocol, salt) {
    const members = membersOf(report.text);
    const earlier = members.filter(({ name }) => name === "framme").map(({ value }) => value);
    const saltMember = { name: "salt", value: JSON.stringify(Buffer.from(salt).toString("base64url")) };
    const kept = earlier.length > 0 ? [{ name: "earlier", value: `[${earlier.join(",")}]` }] : [];
    const rest = members
        .filter(({ name }) => name !== "framme")
        .map((member) => isDowngrade(report, protocol) && member.name === "melding" ? downgraded(member) : member);
    return Buffer.from(objectText([...rest, { name: "framme", value: objectText([saltMember, ...kept]) }]), "utf8");
}
/** Moves the other people's views to the end of the history, under a heading: V1 has no field for them. */
function downgraded(concern) {
    if (!concern.value.startsWith("{"))
        return concern;
    const members = membersOf(concern.value);
    const views = members.filter(({ name }) => name === "andreSynspunkter").map(({ value }) => wordsOf(value));
    const history = members.filter(({ name }) => name === "historie").map(({ value }) => wordsOf(value));
    const told = [...history, ...views.map((view) => `${viewsHeading}:\n${view}`)].filter((part) => part !== "");
    const rest = members.filter(({ name }) => name !== "andreSynspunkter" && name !== "historie");
    const value = objectText([...rest, { name: "historie", value: JSON.stringify(told.join("\n\n")) }]);
    return { name: concern.name, value };
}
/** A value's words: a text as it is, anything else as JSON. */
function wordsOf(value) {
    const text = value.startsWith('"') ? JSON.parse(value) : value;
    return String(text);
}
//# sourceMappingURL=ks-report.js.map