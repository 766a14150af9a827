// Goal: whatever breaks, and wherever, whoever holds a receipt has a report in the case system, unchanged and
// once; what a caseworker opened is told once, and nobody was ever told more than was true. Method: the same short story again and again, breaking
// the world at step 1, then at step 2, and so on until nothing is left to break; each step once before it takes
// effect and once after, once as an error and once as the death of the room.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { groundForWorlds } from "./world.js";
const mostRounds = 12;
/** Two reports on their way, with whatever the world does to them. A caseworker opens the one and not the other. */
async function story(world) {
    await world.submit("a", true);
    await world.submit("b", false);
    for (let round = 1; round <= mostRounds; round++) {
        await world.round();
        const wrong = await world.wrongNow();
        if (wrong.length > 0)
            return wrong;
        if (await world.isAtRest())
            break;
    }
    return world.wrongAtTheEnd();
}
/** Worlds in databases of their own, so that several stories can be told at once. */
async function withGround(work) {
    const ground = await groundForWorlds();
    await work(ground.world).finally(ground.close);
}
const manners = [
    ["before", "error"],
    ["after", "error"],
    ["before", "crash"],
    ["after", "crash"],
];
describe("no report is lost", { concurrency: true }, () => {
    test("with nothing broken, both reports arrive", () => withGround(async (worldAt) => {
        const world = await worldAt(null);
        assert.deepEqual(await story(world), []);
        assert.ok(world.breaker.steps > 100, `the story has its steps, and not only ${world.breaker.steps}`);
    }));
    for (const [when, manner] of manners) {
        const how = manner === "crash" ? "the room dies" : "it fails";
        test(`whatever is broken, no report is lost: ${how} ${when} each step in turn`, () => withGround(async (worldAt) => {
            for (let step = 1;; step++) {
                const world = await worldAt({ step, when, manner });
                const wrong = await story(world);
                const broke = `invariant broken at step ${step}, ${world.breaker.broke}`;
                assert.deepEqual(wrong, [], `${broke}:\n${wrong.join("\n")}`);
                if (!world.breaker.broke)
                    return; // nothing left to break
            }
        }));
    }
});
//# sourceMappingURL=no-report-is-lost.test.js.map