// A receiver that lies, for workload W5: the product's own in every part but its case system, which says yes to
// everything and forgets one report in LIE_ONE_IN. It answers the first question about that one out of memory, so that
// `registered` is signed with a right proof, as a system would whose save fails after it has said that all is well.

import { databaseSetting, numberSetting, serverSettings } from "../src/config.ts";
import { overTheNetwork } from "../src/http/client.ts";
import { listen } from "../src/http/server.ts";
import { connect } from "../src/pg/db.ts";
import type { CaseSystem, ReadBack } from "../src/receiver/case-system/case-system.ts";
import { caseSystems } from "../src/receiver/case-system/connect.ts";
import type { Room } from "../src/receiver/room.ts";
import { receiverApp } from "../src/receiver/routes.ts";
import { receiverSettings } from "../src/receiver/settings.ts";
import { limits, serve } from "../src/receiver/start.ts";
import { startWorker } from "../src/receiver/worker.ts";

/** Forgets one report in so many once it has vouched for it. Put there again, it is kept: the lie is told once. */
function forgetful(real: CaseSystem, oneIn: number): CaseSystem {
  const inMind = new Map<string, ReadBack>();
  const forgotten = new Set<string>();
  let taken = 0;
  return {
    ...real,
    put: async (report) => {
      if (inMind.has(report.id)) return;
      if (!forgotten.has(report.id)) taken += 1;
      if (forgotten.has(report.id) || taken % oneIn !== 0) return real.put(report);
      inMind.set(report.id, { reference: `S-${report.id}`, files: report.files });
      forgotten.add(report.id);
    },
    readBack: async (id) => {
      const kept = inMind.get(id);
      if (!kept) return real.readBack(id);
      inMind.delete(id);
      return kept;
    },
  };
}

const settings = receiverSettings(process.env);
const url = databaseSetting(process.env, "DATABASE_URL");
const oneIn = numberSetting(process.env, "LIE_ONE_IN", { fallback: 200, least: 1 });
const db = connect(url, { max: 10, name: "bench lying receiver" });
const readBack = connect(url, { max: 4, name: "bench lying receiver read back" });
const systems = caseSystems(overTheNetwork, Date.now);
const services = settings.services.map((one) => {
  const served = serve(settings, one, systems, overTheNetwork, Date.now);
  return { ...served, caseSystem: forgetful(served.caseSystem, oneIn) };
});
const room: Room = { db, readBack, clock: Date.now, services, software: "a receiver that lies", ...limits };
const listening = await listen(receiverApp(), serverSettings(process.env));
const worker = startWorker(room);

process.once("SIGTERM", async () => {
  await listening.close();
  await worker.stop();
  await Promise.all([db.close(), readBack.close(), systems.close()]);
  process.exit(0);
});
process.once("disconnect", () => process.exit(1));
