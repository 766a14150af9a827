// Goal: the Act's week is a week of the calendar in Oslo, also where the clocks change in it, and what is left of it is
// counted in days as people count them. Method: instants around both changes of 2026, and around midnight.
import assert from "node:assert/strict";
import { test } from "node:test";
import { daysLeft, weekFrom } from "./week.js";
const at = (time) => Date.parse(time);
const left = (start, now) => daysLeft(weekFrom(at(start), at(now)));
test("in an ordinary week: seven days, six, one, today, and over", () => {
    const start = "2026-11-23T13:03:00+01:00";
    assert.equal(new Date(weekFrom(at(start), at(start)).due).toISOString(), "2026-11-30T12:03:00.000Z");
    assert.equal(left(start, start), "7 dager igjen");
    assert.equal(left(start, "2026-11-24T00:00:00+01:00"), "6 dager igjen");
    assert.equal(left(start, "2026-11-29T23:59:59+01:00"), "1 dag igjen");
    assert.equal(left(start, "2026-11-30T00:00:00+01:00"), "i dag");
    assert.equal(left(start, "2026-11-30T13:03:00+01:00"), "i dag");
    assert.equal(left(start, "2026-11-30T13:03:01+01:00"), "fristen gikk ut i dag");
    assert.equal(left(start, "2026-12-01T00:00:00+01:00"), "1 dag over fristen");
    assert.equal(left(start, "2026-12-02T08:00:00+01:00"), "2 dager over fristen");
});
test("over the change in October the week is 169 hours, and days count as days", () => {
    const start = "2026-10-24T23:30:00+02:00";
    const { due } = weekFrom(at(start), at(start));
    assert.equal(due - at(start), 169 * 3_600_000);
    assert.equal(left(start, "2026-10-25T00:10:00+02:00"), "6 dager igjen");
    assert.equal(left(start, "2026-10-31T00:10:00+01:00"), "i dag");
    assert.equal(left(start, "2026-10-31T23:30:01+01:00"), "fristen gikk ut i dag");
});
test("over the change in March the week is 167 hours, and days count as days", () => {
    const start = "2026-03-28T00:30:00+01:00";
    const { due } = weekFrom(at(start), at(start));
    assert.equal(due - at(start), 167 * 3_600_000);
    assert.equal(left(start, "2026-03-29T23:50:00+02:00"), "6 dager igjen");
    assert.equal(left(start, "2026-04-04T00:30:00+02:00"), "i dag");
    assert.equal(left(start, "2026-04-06T00:10:00+02:00"), "2 dager over fristen");
});
test("a week that ends in the hour that does not exist ends before it", () => {
    const start = "2026-03-22T02:30:00+01:00";
    assert.equal(new Date(weekFrom(at(start), at(start)).due).toISOString(), "2026-03-29T00:30:00.000Z");
});
//# sourceMappingURL=week.test.js.map