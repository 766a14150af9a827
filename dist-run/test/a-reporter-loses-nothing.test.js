// Goal: whoever was shown that the hub has the report, has it there once, as it was shown, under one code; whoever was not
// can press again; and no answer is erased before the hub has all of them. Method: one reporter's way again and again,
// breaking the portal's database, the outbox's and the road at step 1, then at step 2, until nothing is left to break; each
// before and after its effect, as an error and as the portal's death, for who tries again and for who leaves.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import postgres from "postgres";
import { openPortalSender } from "./portal-sender.js";
import { ReporterStory } from "./reporter-story.js";
/** A world whose databases are emptied between two stories. */
async function withGround(work) {
    const world = await openPortalSender();
    const book = await world.sending().hub.addressBook();
    assert.ok(book);
    const tables = {
        portal: "draft session",
        outbox: "package_receipt package",
        hub: "ledger_place ledger_leaf delivery receipt report package deviation",
    };
    const admins = [world.portal, world.outbox, world.room.database].map(({ adminUrl }) => postgres(adminUrl, { max: 1, onnotice: () => undefined }));
    const clear = () => Promise.all(Object.values(tables).map((names, index) => admins[index].unsafe(names
        .split(" ")
        .map((table) => `delete from ${table}`)
        .join("; "))));
    const story = async (at, nature) => {
        await clear();
        return new ReporterStory(world, book, at, nature);
    };
    await work(story).finally(async () => {
        await Promise.all(admins.map((admin) => admin.end()));
        await world.close();
    });
}
const manners = [
    ["before", "error"],
    ["after", "error"],
    ["before", "crash"],
    ["after", "crash"],
];
describe("a reporter loses nothing", { concurrency: true }, () => {
    test("with nothing broken, the report is at both services and the answers are gone", () => withGround(async (storyAt) => {
        const story = await storyAt(null, "tries again");
        assert.deepEqual(await story.tell(), []);
        assert.ok(story.breaker.steps > 40, `the story has its steps, and not only ${story.breaker.steps}`);
    }));
    for (const [when, manner] of manners) {
        // Of an error a page comes, and people stay; who leaves is one more way to die.
        const natures = manner === "crash" ? ["tries again", "leaves"] : ["tries again"];
        const how = manner === "crash" ? "the portal dies" : "it fails";
        test(`whatever is broken, nothing is lost and nothing sent twice: ${how} ${when} each step in turn`, () => withGround(async (storyAt) => {
            for (let step = 1;; step++) {
                for (const nature of natures) {
                    const story = await storyAt({ step, when, manner }, nature);
                    const wrong = await story.tell();
                    const broke = `a promise broken at step ${step}, ${story.breaker.broke}, by one who ${nature}`;
                    assert.deepEqual(wrong, [], `${broke}:\n${wrong.join("\n")}`);
                    if (!story.breaker.broke)
                        return; // nothing left to break
                }
            }
        }));
    }
});
//# sourceMappingURL=a-reporter-loses-nothing.test.js.map