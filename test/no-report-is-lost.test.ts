// Goal: whatever breaks, and wherever, whoever holds a receipt has a report in the case system, unchanged and
// once, and nobody was ever told more than was true. Method: the same short story again and again, breaking
// the world at step 1, then at step 2, and so on until nothing is left to break; each step once before it takes
// effect and once after, once as an error and once as the death of the room.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Break, Manner, When } from "./breaking.ts";
import { groundForWorlds, type World } from "./world.ts";

let ground: Awaited<ReturnType<typeof groundForWorlds>>;
before(async () => {
  ground = await groundForWorlds();
});
after(() => ground.close());

const mostRounds = 12;

/** Two reports on their way, with whatever the world does to them. */
async function story(world: World): Promise<string[]> {
  await world.submit("a");
  await world.submit("b");
  for (let round = 1; round <= mostRounds; round++) {
    await world.round();
    const wrong = await world.wrongNow();
    if (wrong.length > 0) return wrong;
    if (await world.isAtRest()) break;
  }
  return world.wrongAtTheEnd();
}

test("with nothing broken, both reports arrive", async () => {
  const world = await ground.world(null);
  assert.deepEqual(await story(world), []);
  assert.ok(world.breaker.steps > 60, `the story has its steps, and not only ${world.breaker.steps}`);
});

const manners: [When, Manner][] = [
  ["before", "error"],
  ["after", "error"],
  ["before", "crash"],
  ["after", "crash"],
];

for (const [when, manner] of manners) {
  const how = manner === "crash" ? "the room dies" : "it fails";
  test(`whatever is broken, no report is lost: ${how} ${when} each step in turn`, async () => {
    for (let step = 1; ; step++) {
      const at: Break = { step, when, manner };
      const world = await ground.world(at);
      const wrong = await story(world);
      assert.deepEqual(wrong, [], `invariant broken at step ${step}, ${world.breaker.broke}:\n${wrong.join("\n")}`);
      if (!world.breaker.broke) return; // nothing left to break
    }
  });
}
