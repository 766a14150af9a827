// Goal: a desk is given to a caseworker or a leader at a service of this inbox, and to nobody else. Method: what a login
// can say of a person, in each combination.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deskOf } from "./desk.js";
const services = [{ id: "bergenhus", name: "Bergenhus" }];
function deskFor(role, service) {
    const actsFor = { role, service, organisationNumber: null, name: "Bergenhus" };
    const person = { sub: "a", name: "A", level: "idporten-loa-high", locale: null, actsFor, at: 0 };
    return deskOf(person, 0, services)?.service.id ?? null;
}
test("only a caseworker or a leader at one of the services gets a desk", () => {
    for (const role of ["caseworker", "leader"])
        assert.equal(deskFor(role, "bergenhus"), "bergenhus");
    for (const role of ["professional", "private", ""])
        assert.equal(deskFor(role, "bergenhus"), null);
    for (const service of ["fana", "", null])
        assert.equal(deskFor("caseworker", service), null);
});
//# sourceMappingURL=desk.test.js.map