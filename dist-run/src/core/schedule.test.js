// Goal: limits fall when a Norwegian calendar says they do, also over Easter, Christmas and the change of the
// clocks. Method: dates looked up elsewhere, and properties where every instant must agree.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addWorkingDays, byDay, holidaysOf, isOfficeHours, isWorkingDay, nextOfferAt, reminderAt, osloDate, weekAfter, } from "./schedule.js";
const at = (text) => Temporal.Instant.from(text).epochMilliseconds;
const text = (ms) => Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO("Europe/Oslo")
    .toString({ timeZoneName: "never" });
const after = (days, from) => text(addWorkingDays(at(from), days));
const anyInstant = fc.integer({ min: at("2024-01-01T00:00Z"), max: at("2036-01-01T00:00Z") });
/** Easter Sundays as printed in almanacs. */
const easters = {
    2024: "03-31",
    2025: "04-20",
    2026: "04-05",
    2027: "03-28",
    2028: "04-16",
    2029: "04-01",
    2030: "04-21",
    2031: "04-13",
    2032: "03-28",
    2033: "04-17",
    2034: "04-09",
    2035: "03-25",
};
test("a report is offered again after 5 s, then twice as long each time, at most 5 minutes, without end", () => {
    const waits = Array.from({ length: 9 }, (_, index) => nextOfferAt(index + 1, 1000) - 1000);
    assert.deepEqual(waits.map((ms) => ms / 1000), [5, 10, 20, 40, 80, 160, 300, 300, 300]);
    assert.equal(nextOfferAt(1_000_000, 7), 7 + 300_000);
    assert.equal(nextOfferAt(0, 7), 7 + 5000);
});
test("Easter and the days that hang on it fall where the almanac has them", () => {
    for (const [year, easter] of Object.entries(easters)) {
        const sunday = Temporal.PlainDate.from(`${year}-${easter}`);
        assert.equal(sunday.dayOfWeek, 7);
        const expected = [-3, -2, 0, 1, 39, 49, 50].map((days) => sunday.add({ days }).toString());
        const fixed = ["01-01", "05-01", "05-17", "12-25", "12-26"].map((day) => `${year}-${day}`);
        assert.deepEqual(holidaysOf(Number(year)), [...expected, ...fixed].sort());
    }
    assert.ok(holidaysOf(2038).includes("2038-04-25"), "the latest Easter there can be");
    assert.ok(holidaysOf(2049).includes("2049-04-18"), "a week earlier than the plain rule would have it");
    assert.ok(holidaysOf(2076).includes("2076-04-19"), "and so here");
    assert.ok(holidaysOf(2285).includes("2285-03-22"), "the earliest");
});
test("the holidays of 2026 are these twelve", () => {
    assert.deepEqual(holidaysOf(2026), [
        "2026-01-01",
        "2026-04-02",
        "2026-04-03",
        "2026-04-05",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-17",
        "2026-05-24",
        "2026-05-25",
        "2026-12-25",
        "2026-12-26",
    ]);
});
test("Saturdays, Sundays and holidays are no working days; Christmas Eve is one", () => {
    const off = ["2026-11-21", "2026-11-22", "2026-12-25", "2027-01-01", "2024-05-09", "2024-05-17"];
    for (const date of off)
        assert.equal(isWorkingDay(date), false, date);
    for (const date of ["2026-11-23", "2026-12-24", "2026-12-28", "2024-05-08"])
        assert.equal(isWorkingDay(date), true, date);
});
test("office hours are 08:00 to 15:30 in Oslo, in summer and in winter", () => {
    assert.equal(isOfficeHours(at("2026-11-23T07:59:59.999+01:00")), false);
    assert.equal(isOfficeHours(at("2026-11-23T08:00:00+01:00")), true);
    assert.equal(isOfficeHours(at("2026-11-23T15:29:59.999+01:00")), true);
    assert.equal(isOfficeHours(at("2026-11-23T15:30:00+01:00")), false);
    assert.equal(isOfficeHours(at("2026-07-06T08:00:00+02:00")), true);
    assert.equal(isOfficeHours(at("2026-07-06T15:30:00+02:00")), false);
    assert.equal(isOfficeHours(at("2026-11-22T12:00:00+01:00")), false, "Sunday");
    assert.equal(isOfficeHours(at("2026-05-14T12:00:00+02:00")), false, "Ascension Day");
});
test("a day begins at midnight in Oslo", () => {
    assert.equal(osloDate(at("2026-11-22T22:59:59.999Z")), "2026-11-22");
    assert.equal(osloDate(at("2026-11-22T23:00:00Z")), "2026-11-23");
    assert.equal(osloDate(at("2026-07-01T22:00:00Z")), "2026-07-02");
});
test("working days keep the time of day and step over what is off", () => {
    assert.equal(after(2, "2026-11-23T13:03:00+01:00"), "2026-11-25T13:03:00+01:00");
    assert.equal(after(2, "2026-11-19T13:03:00+01:00"), "2026-11-23T13:03:00+01:00", "over a weekend");
    assert.equal(after(2, "2024-03-27T10:00:00+01:00"), "2024-04-03T10:00:00+02:00", "over Easter and the clocks");
    assert.equal(after(2, "2026-12-23T09:00:00+01:00"), "2026-12-28T09:00:00+01:00", "over Christmas");
    assert.equal(after(2, "2026-12-30T09:00:00+01:00"), "2027-01-04T09:00:00+01:00", "over New Year");
    assert.equal(after(1, "2024-05-16T12:00:00+02:00"), "2024-05-21T12:00:00+02:00", "17 May, Whitsun");
    assert.equal(after(0, "2026-11-23T13:03:00+01:00"), "2026-11-23T13:03:00+01:00");
});
test("from a day off the count starts when the next working day begins", () => {
    assert.equal(after(2, "2026-11-21T15:00:00+01:00"), "2026-11-25T00:00:00+01:00");
    assert.equal(after(2, "2026-11-22T23:59:59+01:00"), "2026-11-25T00:00:00+01:00");
    assert.equal(after(2, "2026-11-23T00:00:00+01:00"), "2026-11-25T00:00:00+01:00");
    assert.equal(after(1, "2026-12-25T12:00:00+01:00"), "2026-12-29T00:00:00+01:00");
    assert.throws(() => addWorkingDays(0, 1.5));
    assert.throws(() => addWorkingDays(0, -1));
});
test("working days end on a working day or at its midnight, as many on as asked, never later for an earlier start", () => {
    fc.assert(fc.property(anyInstant, fc.nat(10), fc.nat(200_000_000), (start, days, later) => {
        const end = addWorkingDays(start, days);
        assert.ok(isWorkingDay(osloDate(end)));
        let passed = 0;
        for (let date = Temporal.PlainDate.from(osloDate(start)); date.toString() !== osloDate(end); date = date.add({ days: 1 }))
            if (isWorkingDay(date.toString()))
                passed += 1;
        assert.equal(passed, days);
        assert.ok(end <= addWorkingDays(start + later, days));
    }));
});
test("a week is a calendar week in Oslo, also when it has 167 or 169 hours", () => {
    const week = (from) => text(weekAfter(at(from)));
    assert.equal(week("2026-11-23T13:03:00.123+01:00"), "2026-11-30T13:03:00.123+01:00");
    assert.equal(week("2026-03-25T10:00:00+01:00"), "2026-04-01T10:00:00+02:00");
    assert.equal(weekAfter(at("2026-03-25T10:00:00+01:00")) - at("2026-03-25T10:00:00+01:00"), 167 * 3_600_000);
    assert.equal(week("2026-10-20T10:00:00+02:00"), "2026-10-27T10:00:00+01:00");
    assert.equal(weekAfter(at("2026-10-20T10:00:00+02:00")) - at("2026-10-20T10:00:00+02:00"), 169 * 3_600_000);
});
test("a limit at an hour that is missing, or comes twice, falls at the earlier instant", () => {
    assert.equal(text(weekAfter(at("2026-03-22T02:30:00+01:00"))), "2026-03-29T01:30:00+01:00");
    assert.equal(text(weekAfter(at("2026-10-18T02:30:00+02:00"))), "2026-10-25T02:30:00+02:00");
    // From the second 02:30 of the night, a week on there is only one.
    assert.equal(text(weekAfter(at("2026-10-25T02:30:00+01:00"))), "2026-11-01T02:30:00+01:00");
});
test("a reminder is three calendar weeks in Oslo after sending, up to the next whole hour", () => {
    const due = (sent) => text(reminderAt(at(sent)));
    assert.equal(due("2026-11-23T13:00:00+01:00"), "2026-12-14T13:00:00+01:00");
    assert.equal(due("2026-11-23T13:00:00.001+01:00"), "2026-12-14T14:00:00+01:00");
    assert.equal(due("2026-10-12T10:00:00+02:00"), "2026-11-02T10:00:00+01:00");
    assert.equal(due("2026-03-16T10:00:00+01:00"), "2026-04-06T10:00:00+02:00");
});
test("what may wake somebody waits from eight in the evening to eight in the morning in Oslo", () => {
    const day = (time) => text(byDay(at(time)));
    assert.equal(day("2026-11-23T08:00:00+01:00"), "2026-11-23T08:00:00+01:00");
    assert.equal(day("2026-11-23T19:59:59.999+01:00"), "2026-11-23T19:59:59.999+01:00");
    assert.equal(day("2026-11-23T20:00:00+01:00"), "2026-11-24T08:00:00+01:00");
    assert.equal(day("2026-11-24T07:59:59+01:00"), "2026-11-24T08:00:00+01:00");
    // Over both changes of the clocks.
    assert.equal(day("2026-03-28T23:00:00+01:00"), "2026-03-29T08:00:00+02:00");
    assert.equal(day("2026-10-25T01:00:00+02:00"), "2026-10-25T08:00:00+01:00");
});
//# sourceMappingURL=schedule.test.js.map