// Workload W5: how long a loss goes unseen. A receiver acknowledges 200 reports and stores 199; another loses a row of
// its case system later. Each is timed from the fact (`registered` is recorded, the row is deleted) to the hub's
// deviation that names the report, and on to the report being in the case system again. Nobody asks for any of it.

import { setTimeout as pause } from "node:timers/promises";
import { refuse } from "../src/core/problem.ts";
import { contentsAfter, deleteFrom, makeCaseSystem } from "./case-system.ts";
import type { Ground } from "./ground.ts";
import { install, type Kind } from "./installation.ts";
import { openStore } from "./keep.ts";
import { type Found, lossesOf, registeredAt } from "./loss-store.ts";
import type { Progress } from "./progress.ts";
import { sealMany } from "./sealed-report.ts";
import { senderAt } from "./sender.ts";

/** Seconds from the fact to the hub's naming it, and until the case system had it again. `by` is what found it. */
export type LossRound = { readonly foundAfter: number; readonly backAfter: number; readonly by: string };

export type LossResult = { readonly lying: readonly LossRound[]; readonly deleted: readonly LossRound[] };

const reports = 200;
const patienceMs = 180_000;
const lookEveryMs = 200;

type Place = { readonly hubUrl: string; readonly caseUrl: string };

/** Runs both, each so many times. The receivers and the hub are processes of their own, on their own databases. */
export async function runLosses(ground: Ground, rounds: number, progress: Progress): Promise<LossResult> {
  const lying: LossRound[] = [];
  while (lying.length < rounds) {
    const name = `W5 lying receiver, ${lying.length + 1} of ${rounds}`;
    lying.push(await withReceiver(ground, "lying", lying.length, progress, name, firstLoss));
    progress.say(`${name}: ${told(lying.at(-1)!)}`);
  }
  const deleted: LossRound[] = [];
  await withReceiver(ground, "full", 0, progress, "W5 deleted row", async (place) => {
    while (deleted.length < rounds) {
      deleted.push(await deletedRow(place));
      progress.say(`W5 deleted row, ${deleted.length} of ${rounds}: ${told(deleted.at(-1)!)}`);
    }
  });
  return { lying, deleted };
}

function told({ foundAfter, backAfter, by }: LossRound): string {
  return `found after ${foundAfter.toFixed(1)} s (${by}), there again after ${backAfter.toFixed(1)} s`;
}

/** A hub and a receiver that have registered 200 reports. */
async function withReceiver<T>(
  ground: Ground,
  kind: Kind,
  index: number,
  progress: Progress,
  name: string,
  work: (place: Place, sent: ReadonlySet<string>) => Promise<T>,
): Promise<T> {
  await using things = new AsyncDisposableStack();
  const caseUrl = await ground.plainDatabase(`loss_case_${kind}_${index}`);
  await makeCaseSystem(caseUrl);
  const databases = {
    hub: await ground.roomDatabase("hub", `loss_hub_${kind}_${index}`),
    receiver: await ground.roomDatabase("receiver", `loss_receiver_${kind}_${index}`),
    caseSystem: caseUrl,
  };
  const framme = await install(`${ground.folder}/loss-${kind}-${index}`, databases, null, kind);
  things.defer(() => framme.stop());
  const store = openStore(await ground.roomDatabase("outbox", `loss_outbox_${kind}_${index}`));
  things.defer(() => store.close());
  const sender = senderAt(framme, store);
  things.defer(() => sender.stop());
  const sealed = await sealMany(framme, reports, (made) => progress.done(`${name}: sealed`, made, reports));
  await sender.run(sealed, (done) => progress.done(`${name}: confirmed`, done, reports));
  // Awaited here: what was started is stopped when this function is over.
  return await work({ hubUrl: databases.hub, caseUrl }, new Set(sealed.map(({ id }) => id)));
}

/** The one that was acknowledged and is not there. */
async function firstLoss(place: Place, sent: ReadonlySet<string>): Promise<LossRound> {
  const found = await foundLoss(place, sent);
  return roundOf(place, found, await registeredAt(place.hubUrl, found.report));
}

async function deletedRow(place: Place): Promise<LossRound> {
  // At no particular moment of the comparison's own rhythm.
  await pause(Math.random() * 30_000);
  const at = Date.now();
  const report = await deleteFrom(place.caseUrl);
  return roundOf(place, await foundLoss(place, new Set([report]), at), at);
}

async function foundLoss({ hubUrl }: Place, among: ReadonlySet<string>, since = 0): Promise<Found> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const found = (await lossesOf(hubUrl, since)).find(({ report }) => among.has(report));
    if (found) return found;
    await pause(lookEveryMs);
  }
  return refuse("config.bad", `a loss was not found within ${patienceMs / 1000} s`);
}

async function roundOf({ caseUrl }: Place, { report, kind, at }: Found, since: number): Promise<LossRound> {
  const until = performance.now() + patienceMs;
  while (!(await contentsAfter(caseUrl, 0)).held.has(report)) {
    if (performance.now() > until) refuse("config.bad", `a lost report did not come back: ${report}`);
    await pause(lookEveryMs);
  }
  return { foundAfter: (at - since) / 1000, backAfter: (Date.now() - since) / 1000, by: kind };
}
