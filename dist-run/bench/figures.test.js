// What the bench says of its measurements: percentiles, medians and ratios as they are defined, and a case
// system that lost, changed or doubled a report never counts as whole.
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { figuresOf, median, percentile, ratiosOf, spreadOf, tallyOf } from "./figures.js";
const times = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 300 });
test("a percentile is the least value that so many do not exceed", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.equal(percentile(hundred, 50), 50);
    assert.equal(percentile(hundred, 99), 99);
    assert.equal(percentile(hundred, 100), 100);
    assert.equal(percentile([7], 99), 7);
    assert.equal(percentile([3, 1], 50), 1);
    fc.assert(fc.property(times, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const found = percentile(values, percent);
        const notAbove = (limit) => values.filter((value) => value <= limit).length;
        assert.ok(values.includes(found));
        assert.ok(notAbove(found) * 100 >= percent * values.length);
        assert.ok(notAbove(found - 1) * 100 < percent * values.length);
    }));
});
test("a median has as many values below as above, whatever their order", () => {
    assert.equal(median([5, 1, 3]), 3);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    fc.assert(fc.property(times, (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        assert.ok(below <= values.length / 2 && above <= values.length / 2);
        assert.equal(median(values.toReversed()), middle);
    }));
});
test("nothing measured is zero, never NaN", () => {
    assert.deepEqual(figuresOf({ latenciesMs: [], seconds: 0 }), {
        count: 0,
        perSecond: 0,
        p50Ms: 0,
        p99Ms: 0,
    });
    assert.deepEqual(spreadOf([]), { median: 0, min: 0, max: 0 });
    assert.equal(median([]), 0);
});
test("a run's rate is what was confirmed by the time it took", () => {
    const figures = figuresOf({ latenciesMs: [10, 20, 30, 40], seconds: 2 });
    assert.deepEqual(figures, { count: 4, perSecond: 2, p50Ms: 20, p99Ms: 40 });
    assert.deepEqual(spreadOf([300, 100, 200]), { median: 200, min: 100, max: 300 });
});
test("a ratio is of one round, and a round without the other side has none", () => {
    const rounds = [
        { ours: 100, theirs: 1000 },
        { ours: 500, theirs: 1000 },
        { ours: 900, theirs: null },
        { ours: 900, theirs: 0 },
    ];
    assert.deepEqual(ratiosOf(rounds), [0.1, 0.5]);
});
test("a report that is missing, changed, doubled or nobody's is counted", () => {
    const sent = new Map(["a", "b", "c", "d"].map((id) => [id, `hash of ${id}`]));
    const held = new Map([
        ["a", ["hash of a"]],
        ["b", ["another hash"]],
        ["c", ["hash of c", "hash of c", "hash of c"]],
        ["e", ["hash of e"]],
    ]);
    assert.deepEqual(tallyOf(sent, held), { lost: 2, duplicates: 2, strange: 1 });
    const whole = new Map([...sent].map(([id, hash]) => [id, [hash]]));
    assert.deepEqual(tallyOf(sent, whole), { lost: 0, duplicates: 0, strange: 0 });
});
//# sourceMappingURL=figures.test.js.map