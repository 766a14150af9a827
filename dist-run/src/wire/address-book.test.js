// Goal: an address that is not wholly right is refused with the name of the field, and what goes out comes in
// again the same. Method: one good service, and each field of it made wrong in turn.
import assert from "node:assert/strict";
import { test } from "node:test";
import { municipalities } from "../core/area.js";
import { Problem } from "../core/problem.js";
import { readAddressBook, readEmergencyService, readService, writeAddressBook } from "./address-book.js";
const service = {
    id: "bergenhus-arstad",
    name: "Barnevernstjenesten Bergenhus-Årstad",
    aliases: ["Bergenhus/Årstad"],
    organisationNumber: "964338531",
    areas: [
        { municipality: "4601", district: "02", from: "2020-01-01", to: null },
        { municipality: "4601", district: "07", from: "2020-01-01", to: "2030-01-01" },
    ],
    phone: "+47 55 56 00 00",
    contacts: [{ role: "leader", name: "Kari Nordmann", email: "kari+vakt@example.no", phone: "55 56 00 01" }],
    channel: "receiver",
    protocol: "V2",
    caseSystems: [
        {
            supplier: "Visma",
            product: "Familia",
            version: "3.6",
            from: "2020-10-01",
            to: null,
            connectedToPortal: true,
        },
    ],
    active: true,
};
const emergency = {
    id: "bergen-barnevernvakt",
    name: "Barnevernvakten i Bergen",
    phone: "55 36 11 00",
    municipalities: ["4601", "4631"],
    hours: "outside-office-hours",
};
const refuses = (work, code, detail) => assert.throws(work, (error) => {
    assert.ok(error instanceof Problem);
    assert.equal(error.code, code);
    assert.equal(error.detail, detail);
    return true;
});
/** The good value with one field, named by its path, replaced. `undefined` takes it away. */
function withField(good, path, value) {
    const copy = structuredClone(good);
    const steps = path.split(/[.[\]]+/).filter(Boolean);
    const last = steps.pop();
    const place = steps.reduce((inner, step) => inner[step], copy);
    if (value === undefined)
        delete place[last];
    else
        place[last] = value;
    return copy;
}
const wrong = [
    ["id", ["", "Bergen", "a/b", "-a", "a".repeat(61), 1, null, undefined]],
    ["name", ["", "  ", "a\nb", "a".repeat(201), null, undefined]],
    ["aliases", ["x", null, undefined, Array(51).fill("x")]],
    ["aliases[0]", [1, ""]],
    ["organisationNumber", ["964338532", "964338530", "123", 964338531, undefined, ""]],
    ["areas", [{}, null, undefined]],
    ["areas[0]", ["4601", null, []]],
    ["areas[0].municipality", ["1201", "4601 ", 4601, undefined]],
    ["areas[0].district", ["09", "2", "", 2, undefined]],
    ["areas[1].from", ["2020-13-01", "2021-02-29", "01.01.2020", "2020-1-1", null, undefined]],
    ["areas[1].to", ["2020-01-01", "2019-12-31", "never", undefined]],
    ["phone", ["call us", "", 55560000, undefined]],
    ["contacts[0].role", ["", undefined]],
    ["contacts[0].name", [null]],
    ["contacts[0].email", ["kari", "kari@", "a b@c", undefined]],
    ["contacts[0].phone", ["x"]],
    ["channel", ["paper", "", undefined]],
    ["protocol", ["V3", undefined]],
    ["caseSystems[0].supplier", ["", undefined]],
    ["caseSystems[0].version", [3.6]],
    ["caseSystems[0].from", ["2020-10"]],
    ["caseSystems[0].to", ["2020-09-30"]],
    ["caseSystems[0].connectedToPortal", ["yes", undefined]],
    ["active", ["true", 1, undefined]],
];
test("a right service is read as it stands, with null and empty where they may be", () => {
    assert.deepEqual(readService(structuredClone(service)), service);
    const bare = {
        ...service,
        aliases: [],
        organisationNumber: null,
        areas: [],
        phone: null,
        contacts: [],
        caseSystems: [],
    };
    assert.deepEqual(readService(bare), bare);
    const whole = {
        ...service,
        areas: [{ municipality: "4631", district: null, from: "2020-01-01", to: null }],
    };
    assert.deepEqual(readService(whole), whole);
    const unreachable = withField(withField(service, "contacts[0].email", ""), "contacts[0].phone", "");
    assert.deepEqual(readService(unreachable), unreachable);
});
test("every municipality's own organisation number is one", () => {
    for (const { organisationNumber } of municipalities)
        assert.deepEqual(readService({ ...service, organisationNumber }), { ...service, organisationNumber });
});
test("each field of a service that is wrong or missing is named", () => {
    for (const [path, values] of wrong)
        for (const value of values)
            refuses(() => readService(withField(service, path, value)), "request.bad-shape", path);
});
test("an unknown field is refused by its place, without repeating what the caller wrote", () => {
    refuses(() => readService({ ...service, secret: 1 }), "request.bad-shape", "unknown field in body");
    const deep = withField(service, "contacts[0].ssn", "01812050075");
    refuses(() => readService(deep), "request.bad-shape", "unknown field in contacts[0]");
    const inherited = JSON.parse('{"__proto__": {"id": "x"}}');
    refuses(() => readService(inherited), "request.bad-shape", "unknown field in body");
});
test("what is no object is refused", () => {
    for (const value of [null, undefined, [], "x", 1])
        refuses(() => readService(value), "request.bad-shape", "body");
});
test("each field of an emergency service that is wrong or missing is named", () => {
    assert.deepEqual(readEmergencyService(structuredClone(emergency)), emergency);
    const cases = [
        ["id", ["", undefined]],
        ["name", ["", undefined]],
        ["phone", [null, "", undefined]],
        ["municipalities", ["4601", undefined]],
        ["municipalities[1]", ["1201"]],
        ["hours", ["evening", undefined]],
    ];
    for (const [path, values] of cases)
        for (const value of values)
            refuses(() => readEmergencyService(withField(emergency, path, value)), "request.bad-shape", path);
});
const second = {
    ...service,
    id: "alver",
    areas: ["4631", "4632", "4633"].map((municipality) => ({
        municipality,
        district: null,
        from: "2020-01-01",
        to: null,
    })),
};
const book = { services: [service, second], emergencyServices: [emergency] };
test("what is exported is imported again the same, and is sorted so that exports can be compared", () => {
    const written = writeAddressBook(book);
    const read = readAddressBook(Buffer.from(written));
    assert.deepEqual(read, { services: [second, service], emergencyServices: [emergency] });
    assert.equal(writeAddressBook(read), written);
    assert.ok(written.endsWith("}\n"));
});
test("an address book with a mistake in it is refused whole, with the place of the mistake", () => {
    const read = (value) => readAddressBook(Buffer.from(JSON.stringify(value)));
    const good = { v: 1, ...book };
    refuses(() => readAddressBook(Buffer.from("{")), "request.not-json");
    refuses(() => readAddressBook(Buffer.from([0xff])), "request.not-json");
    refuses(() => read({ ...good, v: 2 }), "request.bad-shape", "v");
    refuses(() => read(withField(good, "services[1].areas[2].from", 1)), "request.bad-shape", "services[1].areas[2].from");
    refuses(() => read({ ...good, services: [service, service] }), "request.bad-shape", "services[1].id");
    refuses(() => read({ ...good, emergencyServices: [emergency, emergency] }), "request.bad-shape", "emergencyServices[1].id");
    const clash = { ...second, areas: [...second.areas, ...service.areas] };
    refuses(() => read({ ...good, services: [service, clash] }), "service.bad-areas", "bergenhus-arstad and alver");
});
//# sourceMappingURL=address-book.test.js.map