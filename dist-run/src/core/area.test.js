// Goal: a place leads to the one service that covers it on that day, or to a clear no. Method: the data of
// 2024, an address book with the three hard cases (Bergen, Alver, Oslo), and a property for overlaps.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { districts, districtsOf, emergencyServiceFor, municipalities, municipalityOf, overlappingAreas, serviceFor, } from "./area.js";
import { Problem } from "./problem.js";
const today = "2026-11-23";
function service(id, places, more = {}) {
    const areas = places.map((place) => {
        if (typeof place !== "string")
            return place;
        const [municipality = "", district = null] = place.split("/");
        return { municipality, district, from: "2020-01-01", to: null };
    });
    return {
        id,
        name: id,
        aliases: [],
        organisationNumber: null,
        areas,
        phone: null,
        contacts: [],
        channel: "receiver",
        protocol: "V2",
        caseSystems: [],
        active: true,
        ...more,
    };
}
const emergency = (id, covered, hours) => ({
    id,
    name: id,
    phone: "55 36 11 00",
    municipalities: covered,
    hours,
});
// Oslo's Sentrum and Marka are districts without a service: the address book says who has them.
const book = {
    services: [
        service("bergenhus-arstad", ["4601/02", "4601/07"]),
        service("fana-ytrebygda", ["4601/03", "4601/06"]),
        service("fyllingsdalen-laksevag", ["4601/04", "4601/05"]),
        service("arna-asane", ["4601/01", "4601/08"]),
        service("alver", ["4631", "4632", "4633"]),
        service("oslo-st-hanshaugen", ["0301/04", "0301/16"]),
        service("oslo-nordre-aker", ["0301/08", "0301/17"]),
        service("stavanger", ["1103"]),
        service("closed", ["1101"], { active: false }),
        service("osteroy-before", [
            { municipality: "4630", district: null, from: "2020-01-01", to: "2025-01-01" },
        ]),
        service("osteroy-after", [
            { municipality: "4630", district: null, from: "2025-01-01", to: "2027-01-01" },
        ]),
    ],
    emergencyServices: [
        emergency("bergen-evening", ["4601", "4631"], "outside-office-hours"),
        emergency("stavanger-always", ["1103"], "always"),
    ],
};
const found = (municipality, district, onDate = today) => serviceFor(book, municipality, district, onDate).id;
const refuses = (code, work) => assert.throws(work, (error) => error instanceof Problem && error.code === code);
test("there are 357 municipalities, each once, with county and all but four with organisation number", () => {
    assert.equal(municipalities.length, 357);
    assert.equal(new Set(municipalities.map(({ number }) => number)).size, 357);
    assert.equal(new Set(municipalities.map(({ county }) => county)).size, 15);
    assert.ok(municipalities.every(({ number, name, county }) => /^\d{4}$/.test(number) && name && county));
    const without = municipalities.filter(({ organisationNumber }) => organisationNumber === null);
    assert.deepEqual(without.map(({ number }) => number), ["1580", "3114", "5610", "5622"]);
    assert.ok(municipalities.every(({ organisationNumber }) => /^\d{9}$/.test(organisationNumber ?? "000000000")));
    assert.deepEqual(municipalityOf("4601"), {
        number: "4601",
        name: "Bergen",
        county: "Vestland",
        organisationNumber: "964338531",
    });
});
test("there are 38 districts, in Oslo, Stavanger, Bergen and Trondheim", () => {
    assert.equal(districts.length, 38);
    const count = (municipality) => districtsOf(municipality).length;
    assert.deepEqual(["0301", "1103", "4601", "5001", "4631"].map(count), [17, 9, 8, 4, 0]);
    assert.ok(districts.every(({ municipality }) => municipalityOf(municipality)));
    assert.deepEqual(districtsOf("4601")[1], { municipality: "4601", number: "02", name: "Bergenhus" });
});
test("Bergen's eight districts lead to four services", () => {
    const ids = districtsOf("4601").map(({ number }) => found("4601", number));
    assert.equal(ids.length, 8);
    assert.equal(new Set(ids).size, 4);
    assert.equal(found("4601", "02"), "bergenhus-arstad");
    assert.equal(found("4601", "07"), "bergenhus-arstad");
    assert.equal(found("4601", "08"), "arna-asane");
});
test("Alver, Austrheim and Fedje have one service", () => {
    assert.deepEqual(["4631", "4632", "4633"].map((municipality) => found(municipality, null)), ["alver", "alver", "alver"]);
});
test("Sentrum and Marka lead where the address book says", () => {
    assert.equal(found("0301", "16"), "oslo-st-hanshaugen");
    assert.equal(found("0301", "17"), "oslo-nordre-aker");
});
test("a service for a whole municipality covers its districts too", () => {
    assert.equal(found("1103", "05"), "stavanger");
    assert.equal(found("1103", null), "stavanger");
    assert.equal(found("1103", "00"), "stavanger");
    assert.equal(found("4631", "00"), "alver");
});
test("who covers a place changes on the day it changes", () => {
    assert.equal(found("4630", null, "2024-12-31"), "osteroy-before");
    assert.equal(found("4630", null, "2025-01-01"), "osteroy-after");
    refuses("service.not-on-network", () => found("4630", null, "2019-12-31"));
    refuses("service.not-on-network", () => found("4630", null, "2027-01-01"));
});
test("what leads nowhere is refused, each with its own code", () => {
    refuses("municipality.unknown", () => found("1201", null));
    refuses("municipality.unknown", () => found("", null));
    refuses("municipality.unknown", () => municipalityOf("9999"));
    refuses("district.unknown", () => found("4601", "09"));
    refuses("district.unknown", () => found("4631", "01"));
    refuses("district.unknown", () => found("4601", ""));
    refuses("district.needed", () => found("4601", null));
    refuses("district.needed", () => found("4601", "00"));
    refuses("service.not-on-network", () => found("0301", "01"));
    refuses("service.not-on-network", () => found("5001", null));
    refuses("service.not-on-network", () => found("1101", null));
});
test("the emergency service is shown when it is open", () => {
    const shown = (municipality, at) => emergencyServiceFor(book, municipality, Date.parse(at))?.id ?? null;
    assert.equal(shown("4601", "2026-11-23T12:00:00+01:00"), null);
    assert.equal(shown("4601", "2026-11-23T15:30:00+01:00"), "bergen-evening");
    assert.equal(shown("4631", "2026-11-22T12:00:00+01:00"), "bergen-evening");
    assert.equal(shown("1103", "2026-11-23T12:00:00+01:00"), "stavanger-always");
    assert.equal(shown("5001", "2026-11-22T12:00:00+01:00"), null);
    refuses("municipality.unknown", () => shown("1201", "2026-11-22T12:00:00+01:00"));
});
test("overlapping areas are found, and only those", () => {
    const days = Array.from({ length: 6 }, (_, index) => `2026-01-0${index + 1}`);
    const anyArea = fc
        .record({
        municipality: fc.constantFrom("4601", "0301"),
        district: fc.constantFrom(null, "01", "02"),
        from: fc.integer({ min: 0, max: 4 }),
        length: fc.option(fc.integer({ min: 1, max: 4 })),
    })
        .map(({ from, length, ...place }) => ({
        ...place,
        from: days[from],
        to: length === null ? null : (days[from + length] ?? null),
    }));
    const anyAreas = fc.array(anyArea, { maxLength: 4 });
    fc.assert(fc.property(anyAreas, anyAreas, anyAreas, (own, first, second) => {
        const services = [service("a", first), service("b", second), service("own", [])];
        // Day by day and place by place: how many areas cover it.
        const cover = (areas, day, municipality, district) => areas.filter((area) => area.municipality === municipality &&
            (area.district ?? district) === district &&
            area.from <= day &&
            (area.to ?? "9999") > day).length;
        const clash = (others, fewest) => days.some((day) => ["4601", "0301"].some((municipality) => ["01", "02"].some((district) => {
            const mine = cover(own, day, municipality, district);
            return mine >= fewest && (fewest === 2 || cover(others, day, municipality, district) > 0);
        })));
        const expected = clash([], 2) ? "own" : clash(first, 1) ? "a" : clash(second, 1) ? "b" : null;
        assert.equal(overlappingAreas(services, service("own", own)), expected);
    }), { numRuns: 500 });
});
test("a service is not compared with the entry it replaces", () => {
    const [bergenhus] = book.services;
    assert.equal(overlappingAreas(book.services, bergenhus), null);
    assert.equal(overlappingAreas(book.services, service("new", ["4601/02"])), "bergenhus-arstad");
    assert.equal(overlappingAreas(book.services, service("new", ["4601"])), "bergenhus-arstad");
    assert.equal(overlappingAreas(book.services, service("new", ["1103/01"])), "stavanger");
    assert.equal(overlappingAreas(book.services, service("new", ["1101"])), "closed");
    assert.equal(overlappingAreas([], service("new", ["4601/02", "4601"])), "new");
});
//# sourceMappingURL=area.test.js.map