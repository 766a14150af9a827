// Goal: going together is never slower than waiting, and never makes one item's failure another's.
// Method: work that the test lets go on when it wants to, and work that fails for one item.
import assert from "node:assert/strict";
import { test } from "node:test";
import { together, togetherFor } from "./together.js";
test("an item that comes alone goes at once, and those that come meanwhile go together after it", async () => {
    const batches = [];
    const doors = [];
    const go = together(async (items) => {
        batches.push([...items]);
        await new Promise((open) => doors.push(open));
        return items.map((item) => item.toUpperCase());
    }, { most: 3 });
    const first = go("a");
    await turn();
    const rest = ["b", "c", "d", "e"].map(go);
    await turn();
    assert.deepEqual(batches, [["a"]]);
    doors[0]();
    assert.equal(await first, "A");
    await turn();
    assert.deepEqual(batches[1], ["b", "c", "d"]);
    doors[1]();
    await turn();
    doors[2]();
    assert.deepEqual(await Promise.all(rest), ["B", "C", "D", "E"]);
    assert.deepEqual(batches[2], ["e"]);
});
test("an item that cannot be done does not take the others in its batch with it, nor those that come later", async () => {
    const go = together(async (items) => {
        await turn();
        if (items.includes(3))
            throw new Error("three");
        return items.map((item) => item * 10);
    }, { most: 10 });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(go));
    assert.deepEqual(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : "failed")), [10, 20, "failed", 40]);
    assert.equal(await go(5), 50);
});
test("heavy items go in smaller batches, and one too heavy for any goes alone", async () => {
    const batches = [];
    const work = async (items) => {
        batches.push([...items]);
        return items;
    };
    const go = together(work, { most: 10, weightOf: (item) => item });
    await Promise.all([4, 5, 6, 30, 1, 1].map(go));
    assert.deepEqual(batches, [[4, 5], [6], [30], [1, 1]]);
});
test("two owners do not wait for each other", async () => {
    const never = new Promise(() => undefined);
    const work = (owner, items) => owner.name === "stuck" ? never : Promise.resolve(items.map((item) => `${owner.name} ${item}`));
    const go = togetherFor(work, { most: 10 });
    void go({ name: "stuck" }, 1);
    assert.equal(await go({ name: "free" }, 2), "free 2");
});
const turn = () => new Promise((resolve) => setImmediate(resolve));
//# sourceMappingURL=together.test.js.map