// The command line in tests: a country with one service, the built `framme` run in it with a sender's settings,
// and its JSON lines read. Everything is new for each test file.

import { after, before } from "node:test";
import { type Country, makeCountry, type ServiceKeys } from "./country.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { writeExample } from "./example.ts";
import { type Environment, framme, type Ran } from "./rooms.ts";

export const child = "Syntetisk Navnesen";

export type CommandLine = {
  country: Country;
  hubDatabase: TestDatabase;
  outbox: TestDatabase;
  /** The keys of the one service, `bergen-test`, which covers Bergen. */
  keys: ServiceKeys;
  /** Runs `framme …` as the sender; `settings` change its own. */
  run(args: readonly string[], settings?: Environment, stdin?: string): Promise<Ran>;
  /** A new report in a file of its own. */
  newReport(): string;
};

/**
 * Sets the country up around the tests of the file it is called in, and then what `more` adds to it. Its fields are
 * there once the tests run.
 */
export function commandLine(more: () => Promise<void> = async () => undefined): CommandLine {
  const here = {} as CommandLine;
  let reports = 0;

  before(async () => {
    here.hubDatabase = await freshDatabase("hub");
    here.outbox = await freshDatabase("outbox");
    here.country = await makeCountry(async (room) =>
      room === "hub" ? here.hubDatabase.url : here.outbox.url,
    );
    here.keys = await here.country.addService({ id: "bergen-test", municipality: "4601" });
    await more();
  });
  after(async () => {
    await here.country.hub.stop();
    await here.hubDatabase.drop();
    await here.outbox.drop();
    here.country.forget();
  });

  here.run = (args, settings = {}, stdin = "") =>
    framme(args, { ...here.country.sender, ...settings }, stdin).done;
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
