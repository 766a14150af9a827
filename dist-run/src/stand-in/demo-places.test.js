// The demonstration has what it promises: whoever tries a place finds the service that covers it, and every
// supplier, channel and kind of case system is in use.
import assert from "node:assert/strict";
import { test } from "node:test";
import { districtsOf, overlappingAreas, serviceFor } from "../core/area.js";
import { readEmergencyService, readService } from "../wire/address-book.js";
import { demoEmergencyServices, demoServices } from "./demo-places.js";
const services = demoServices.map((one) => one.service);
const book = { services, emergencyServices: demoEmergencyServices };
const on = "2026-11-23";
test("each service and emergency service has the form that the hub takes, and none covers another's place", () => {
    for (const one of services) {
        assert.deepEqual(readService(JSON.parse(JSON.stringify(one))), one);
        assert.equal(overlappingAreas(services, one), null);
    }
    for (const one of demoEmergencyServices)
        assert.deepEqual(readEmergencyService(one), one);
    assert.equal(new Set(services.map((one) => one.id)).size, services.length);
});
test("Bergen has four services over its eight districts", () => {
    const found = districtsOf("4601").map(({ number }) => serviceFor(book, "4601", number, on).id);
    assert.equal(found.length, 8);
    assert.equal(new Set(found).size, 4);
    assert.equal(serviceFor(book, "4601", "02", on).id, serviceFor(book, "4601", "07", on).id);
});
test("Oslo has a service for each of fifteen districts, and Sentrum and Marka have a neighbour's", () => {
    const found = districtsOf("0301").map(({ number }) => serviceFor(book, "0301", number, on).id);
    assert.equal(found.length, 17);
    assert.equal(new Set(found).size, 15);
    assert.equal(serviceFor(book, "0301", "16", on).id, "oslo-st-hanshaugen");
    assert.equal(serviceFor(book, "0301", "02", on).id, "oslo-grunerlokka");
});
test("Alver, Austrheim and Fedje share one service", () => {
    const found = ["4631", "4632", "4633"].map((number) => serviceFor(book, number, null, on).id);
    assert.deepEqual(found, ["alver", "alver", "alver"]);
});
test("every supplier, channel and kind of case system is in use, and one service has changed system", () => {
    const products = services.map((one) => one.caseSystems.at(-1)?.product);
    assert.equal(new Set(products).size, 4);
    assert.deepEqual(new Set(services.map((one) => one.channel)), new Set(["receiver", "svarinn", "manual"]));
    assert.deepEqual(new Set(demoServices.map((one) => one.caseSystem)), new Set(["inbox", "folder", "sql", null]));
    assert.ok(services.some((one) => one.caseSystems.length > 1));
    assert.ok(services.filter((one) => one.channel === "svarinn").length >= 2);
});
//# sourceMappingURL=demo-places.test.js.map