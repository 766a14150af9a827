// The command line in tests: a country with one service, the built `framme` run in it with a sender's settings,
// and its JSON lines read. Everything is new for each test file.

import { after, before } from "node:test";
import { type Country, makeCountry } from "./country.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { writeExample } from "./example.ts";
import { type Environment, framme, type Ran } from "./rooms.ts";

export const child = "Syntetisk Navnesen";

export type CommandLine = {
  country: Country;
  hubDatabase: TestDatabase;
  outbox: TestDatabase;
  /** Runs `framme …` as the sender; `more` changes its settings. */
  run(args: readonly string[], more?: Environment, stdin?: string): Promise<Ran>;
  /** A new report in a file of its own. */
  newReport(): string;
};

/** Sets the country up around the tests of the file it is called in. Its fields are there once they run. */
export function commandLine(): CommandLine {
  const here = {} as CommandLine;
  let reports = 0;

  before(async () => {
    here.hubDatabase = await freshDatabase("hub");
    here.outbox = await freshDatabase("outbox");
    here.country = await makeCountry(async (room) =>
      room === "hub" ? here.hubDatabase.url : here.outbox.url,
    );
    await here.country.addService({ id: "bergen-test", municipality: "4601" });
  });
  after(async () => {
    await here.country.hub.stop();
    await here.hubDatabase.drop();
    await here.outbox.drop();
    here.country.forget();
  });

  here.run = (args, more = {}, stdin = "") => framme(args, { ...here.country.sender, ...more }, stdin).done;
  here.newReport = () => {
    reports += 1;
    const about = { municipality: "4601", child: `${child} ${reports}` };
    return writeExample(here.country.folder, `report-${reports}`, about);
  };
  return here;
}

/** The JSON objects in a command's output, one a line. */
export function linesOf<T>(text: string): T[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as T);
}
