// The command line in tests: a country with one service, the built `framme` run in it with a sender's settings,
// and its JSON lines read. Everything is new for each test file.
import { after, before } from "node:test";
import { makeCountry } from "./country.js";
import { freshDatabase } from "./database.js";
import { writeExample } from "./example.js";
import { framme } from "./rooms.js";
export const child = "Syntetisk Navnesen";
/**
 * Sets the country up around the tests of the file it is called in, and then what `more` adds to it. Its fields are
 * there once the tests run.
 */
export function commandLine(more = async () => undefined) {
    const here = {};
    let reports = 0;
    before(async () => {
        here.hubDatabase = await freshDatabase("hub");
        here.outbox = await freshDatabase("outbox");
        here.country = await makeCountry(async (room) => room === "hub" ? here.hubDatabase.url : here.outbox.url);
        here.keys = await here.country.addService({ id: "bergen-test", municipality: "4601" });
        await more();
    });
    after(async () => {
        await here.country.hub.stop();
        await here.hubDatabase.drop();
        await here.outbox.drop();
        here.country.forget();
    });
    here.run = (args, settings = {}, stdin = "") => framme(args, { ...here.country.sender, ...settings }, stdin).done;
    here.newReport = () => {
        reports += 1;
        const about = { municipality: "4601", child: `${child} ${reports}` };
        return writeExample(here.country.folder, `report-${reports}`, about);
    };
    return here;
}
/** The JSON objects in a command's output, one a line. */
export function linesOf(text) {
    const lines = text.split("\n").filter((line) => line !== "");
    return lines.map((line) => JSON.parse(line));
}
//# sourceMappingURL=at-the-command-line.js.map