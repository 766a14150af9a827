// Goal: whoever tries the product with the examples has something to send, and sends nobody's real data. Method: each
// example is read as `framme send` reads it, and finds its service among those of the demonstration.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { serviceFor } from "../src/core/area.js";
import { demoEmergencyServices, demoServices } from "../src/stand-in/demo-places.js";
import { readKsReport } from "../src/wire/ks-report.js";
const folder = new URL("../../docs/examples/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const book = {
    services: demoServices.map((one) => one.service),
    emergencyServices: demoEmergencyServices,
};
/** Synthetic numbers, which no person has. */
const allowed = ["01812050075", "10915596784", "47906701517", "41812050069"];
const expected = {
    "private.json": ["private", "V1", "bergen-bergenhus-arstad", []],
    "professional-v1.json": ["professional", "V1", "alver", []],
    "professional-v2.json": ["professional", "V2", "bergen-bergenhus-arstad", []],
    "schema-traps.json": [
        "professional",
        "V2",
        "bergen-bergenhus-arstad",
        ["schema-deviation", "identity-number-unusual"],
    ],
    "unborn.json": ["professional", "V2", "oslo-grunerlokka", []],
};
test("every example is known here", () => assert.deepEqual(names.sort(), Object.keys(expected)));
for (const name of names) {
    test(`${name} can be sent, and is about nobody`, () => {
        const bytes = readFileSync(new URL(name, folder));
        const { kind, protocol, flags, municipality, district } = readKsReport(bytes);
        const service = serviceFor(book, municipality, district, "2026-11-23");
        assert.deepEqual([kind, protocol, service.id, flags], expected[name]);
        for (const [number] of bytes.toString("utf8").matchAll(/\b\d{11}\b/g))
            assert.ok(allowed.includes(number), number);
    });
}
//# sourceMappingURL=examples.test.js.map