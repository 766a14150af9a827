// Somebody who fills in the portal's form, page by page, without the pages: what is typed goes to the same reading as
// a posted page. With a small address book: two services in Bergen, one in Alver, one that is switched off in Vaksdal.
import assert from "node:assert/strict";
import { newDraft, readStep } from "../src/portal/form/read.js";
import { stepsOf } from "../src/portal/form/steps.js";
import { nextAfter } from "../src/portal/form/way.js";
export const noon = Date.parse("2026-11-23T12:30:00Z");
function service(id, name, municipality, districts) {
    const at = (district) => ({ municipality, district, from: "2020-01-01", to: null });
    return {
        id,
        name,
        aliases: [],
        organisationNumber: null,
        areas: districts.length > 0 ? districts.map(at) : [at(null)],
        phone: "55 00 00 01",
        contacts: [],
        channel: "receiver",
        protocol: "V2",
        caseSystems: [],
        active: true,
    };
}
export const book = {
    services: [
        service("bergen-bergenhus", "Barnevernstjenesten Bergenhus", "4601", ["02", "07"]),
        service("bergen-fana", "Barnevernstjenesten Fana", "4601", ["03"]),
        service("alver", "Barnevernstjenesten i Alver", "4631", []),
        { ...service("vaksdal", "Barnevernstjenesten i Vaksdal", "4628", []), active: false },
    ],
    emergencyServices: [
        {
            id: "vakt",
            name: "Barnevernsvakten i Bergen",
            phone: "55 36 70 80",
            municipalities: ["4601", "4628"],
            hours: "always",
        },
    ],
};
export const teacher = {
    name: "Siri Lærer",
    organisation: "Nordnes skole",
    organisationNumber: "974557746",
};
/** A draft of somebody who has said who they are. */
export function draftOf(who, login = null) {
    return { ...newDraft("0197c0de-0000-7000-8000-000000000001", noon), who, login };
}
/** Posts one page. */
export function post(draft, step, typed, from = book) {
    const at = typeof step === "string" ? { name: step, index: isNumbered(draft, step) ? 0 : null } : step;
    return readStep(draft, at, new URLSearchParams(typed), from, noon);
}
function isNumbered(draft, name) {
    return stepsOf(draft).find((one) => one.name === name)?.index !== null;
}
/** Goes the whole way from the first page, as the «Fortsett» buttons lead, and gives the draft and the way. */
export function fillIn(begun, pages) {
    const way = [];
    let draft = begun;
    for (let step = stepsOf(draft)[0] ?? null; step; step = nextAfter(draft, step)) {
        const key = step.index ? `${step.name} ${step.index}` : step.name;
        const count = way.filter((one) => one === key).length;
        const typed = pages[count > 0 ? `${key} again` : key];
        assert.ok(typed, `nothing to type on ${key}`);
        way.push(key);
        const read = post(draft, step, typed);
        assert.deepEqual(read.errors, [], key);
        assert.equal(read.again, false, key);
        draft = read.draft;
    }
    return { draft, way };
}
export const privatePages = {
    place: { place: "Bergenhus i Bergen" },
    child: { name: "Kari", age: "6 år" },
    relation: { relation: "Nabo" },
    home: { "home-street": "Gata 1", "home-postcode": "5003", "home-town": "Bergen" },
    "more-children": { "more-children": "nei" },
    concern: { concern: "Hun er ofte alene." },
    you: { "own-name": "Ola Nabo" },
    contact: { "own-phone": "(+47) 55.00.00.00" },
};
export const professionalPages = {
    role: { role: "Lærer", "own-phone": "55 00 00 00", "own-email": "siri@skole.no" },
    organisation: { "work-street": "Skolegata 2", "work-postcode": "5005", "work-town": "Bergen" },
    place: { place: "Bergenhus" },
    child: { name: "Kari Nordmann" },
    number: { identity: "018120 50075" },
    home: { "home-street": "Gata 1" },
    "told-child": { told: "nei", reason: "For liten." },
    "more-children": { "more-children": "nei" },
    guardian: { name: "Mor Nordmann", phone: "90000000" },
    "told-guardian": { told: "ja" },
    "more-guardians": { "more-guardians": "nei" },
    concern: { concern: "Trøtt og sulten.\nHver mandag." },
    history: { history: "Siden august." },
    views: { views: "Mor er uenig." },
    interpreter: { interpreter: "nei" },
    helpers: { helpers: "ingen" },
};
export const childPages = {
    place: { place: "Alver" },
    child: { name: "Jo", age: "" },
    concern: { concern: "Det er vanskelig hjemme." },
    contact: { reach: "" },
};
/** A page on which everything that may be is answered with «Jeg vet ikke». */
export const unknownPages = {
    private: {
        ...privatePages,
        child: { "name-unknown": "ja", "age-unknown": "ja" },
        relation: { "relation-unknown": "ja" },
        home: { "home-street-unknown": "ja" },
        contact: {},
    },
    professional: {
        ...professionalPages,
        organisation: { "work-street-unknown": "ja" },
        child: { "name-unknown": "ja" },
        number: { "identity-unknown": "ja" },
        home: { "home-street-unknown": "ja" },
        "told-child": { told: "vet-ikke" },
        guardian: { "name-unknown": "ja" },
        history: { "history-unknown": "ja" },
        views: { "views-unknown": "ja" },
        interpreter: { interpreter: "vet-ikke" },
        helpers: { "helpers-unknown": "ja" },
    },
};
//# sourceMappingURL=filling-form.js.map