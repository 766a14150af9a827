// Services and emergency services as they come in from outside and go out again for another to read. The form
// is strict, and a refusal names the field: an address taken half right sends a report to nobody.
import { districtsOf, municipalities, overlappingAreas, } from "../core/area.js";
import { refuse } from "../core/problem.js";
import { jsonOrNull, valueOrNull } from "./foreign.js";
const when = (isRight) => (value, path) => isRight(value) ? null : path;
const matches = (pattern) => when((value) => typeof value === "string" && pattern.test(value));
const isOneOf = (...allowed) => when((value) => allowed.includes(value));
const isNullOr = (check) => (value, path) => value === null ? null : check(value, path);
const isListOf = (check, atMost) => (value, path) => {
    if (!Array.isArray(value) || value.length > atMost)
        return path;
    return firstWrong(value.map((item, index) => check(item, `${path}[${index}]`)));
};
function is(shape) {
    return (value, path) => {
        if (typeof value !== "object" || value === null || Array.isArray(value))
            return path || "body";
        const fields = value;
        const pathOf = (name) => (path ? `${path}.${name}` : name);
        const unknown = Object.keys(fields).find((name) => !Object.hasOwn(shape, name));
        // The name of an unknown field is the caller's own text, so only its place is told.
        if (unknown !== undefined)
            return `unknown field in ${path || "body"}`;
        return firstWrong(Object.entries(shape).map(([name, check]) => check(fields[name], pathOf(name))));
    };
}
function firstWrong(wrong) {
    return wrong.find((path) => path !== null) ?? null;
}
const isId = matches(/^[a-z0-9][a-z0-9-]{0,59}$/);
/** One line of readable text. */
const isName = matches(/^(?=.*\S)[^\p{Cc}]{1,200}$/u);
const isPhone = matches(/^\+?\d[\d ]{1,19}$/);
const isDate = when((value) => typeof value === "string" && isCalendarDate(value));
const isOrganisationNumber = when((value) => typeof value === "string" && hasCheckDigit(value));
const period = { from: isDate, to: isNullOr(isDate) };
const isPeriod = (value, path) => {
    const { from, to } = value;
    return to === null || from < to ? null : `${path}.to`;
};
const both = (first, second) => (value, path) => first(value, path) ?? second(value, path);
const isMunicipality = isOneOf(...municipalities.map(({ number }) => number));
const isKnownDistrict = (value, path) => {
    const { municipality, district } = value;
    const known = district === null || districtsOf(municipality).some(({ number }) => number === district);
    return known ? null : `${path}.district`;
};
const isArea = [
    is({ municipality: isMunicipality, district: isNullOr(matches(/^\d{2}$/)), ...period }),
    isKnownDistrict,
    isPeriod,
].reduce(both);
const isContact = is({
    role: isName,
    name: isName,
    email: matches(/^$|^[^\s@]{1,100}@[^\s@]{1,150}$/),
    phone: matches(/^$|^\+?\d[\d ]{1,19}$/),
});
const isCaseSystem = both(is({
    supplier: isName,
    product: isName,
    version: isName,
    ...period,
    connectedToPortal: isOneOf(true, false),
}), isPeriod);
const isService = is({
    id: isId,
    name: isName,
    aliases: isListOf(isName, 50),
    organisationNumber: isNullOr(isOrganisationNumber),
    areas: isListOf(isArea, 1000),
    phone: isNullOr(isPhone),
    contacts: isListOf(isContact, 100),
    channel: isOneOf("receiver", "svarinn", "manual"),
    protocol: isOneOf("V1", "V2"),
    caseSystems: isListOf(isCaseSystem, 100),
    active: isOneOf(true, false),
});
const isEmergencyService = is({
    id: isId,
    name: isName,
    phone: isPhone,
    municipalities: isListOf(isMunicipality, municipalities.length),
    hours: isOneOf("always", "outside-office-hours"),
});
const isAddressBook = is({
    v: isOneOf(1),
    services: isListOf(isService, 2000),
    emergencyServices: isListOf(isEmergencyService, 2000),
});
function check(isRight, value) {
    const wrong = isRight(value, "");
    if (wrong !== null)
        refuse("request.bad-shape", wrong);
}
/** Reads one service. Refuses with `request.bad-shape`, naming the field. */
export function readService(value) {
    check(isService, value);
    return value;
}
/** Reads one emergency service. Refuses with `request.bad-shape`, naming the field. */
export function readEmergencyService(value) {
    check(isEmergencyService, value);
    return value;
}
/**
 * Reads a whole address book as `writeAddressBook` writes it. Refuses with `request.not-json`,
 * `request.bad-shape` (also for an id used twice), or `service.bad-areas` naming the services that overlap.
 */
export function readAddressBook(bytes) {
    const value = jsonOrNull(bytes) ?? refuse("request.not-json");
    check(isAddressBook, value);
    const { services, emergencyServices } = value;
    refuseTwice(services, "services");
    refuseTwice(emergencyServices, "emergencyServices");
    for (const service of services) {
        const other = overlappingAreas(services, service);
        if (other !== null)
            refuse("service.bad-areas", `${service.id} and ${other}`);
    }
    return { services, emergencyServices };
}
function refuseTwice(units, list) {
    const ids = units.map(({ id }) => id);
    const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (twice >= 0)
        refuse("request.bad-shape", `${list}[${twice}].id`);
}
/** Writes an address book as JSON for people and programs: sorted by id, so that two exports can be compared. */
export function writeAddressBook({ services, emergencyServices }) {
    const book = { v: 1, services: byId(services), emergencyServices: byId(emergencyServices) };
    return `${JSON.stringify(book, null, 2)}\n`;
}
function byId(units) {
    return units.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
function isCalendarDate(text) {
    if (!/^\d{4}-\d\d-\d\d$/.test(text))
        return false;
    return valueOrNull(() => Temporal.PlainDate.from(text, { overflow: "reject" }).toString()) === text;
}
/** Nine digits, the last by modulus 11 (Brønnøysundregistrene). */
function hasCheckDigit(text) {
    if (!/^\d{9}$/.test(text))
        return false;
    const weights = [3, 2, 7, 6, 5, 4, 3, 2];
    const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
    return (11 - (sum % 11)) % 11 === Number(text[8]);
}
//# sourceMappingURL=address-book.js.map