// What was claimed and nobody has found in time gets its owner: the service. Whoever looks sees that it is late without
// this; here it is written down, once for each report.

import { claimsLateBefore } from "../core/journey.ts";
import { lateClaims } from "./claim-store.ts";
import type { Hub } from "./hub.ts";
import { noteDeviations } from "./receipt-store.ts";

const mostAtOnce = 1000;

/** Notes late claims that have not been noted; how many. */
export async function noteLateClaims(hub: Hub): Promise<number> {
  const now = hub.clock();
  const late = await lateClaims(hub.db.read, new Date(claimsLateBefore(now)), mostAtOnce);
  if (late.length === 0) return 0;
  const deviations = late.map(({ report, service }) => ({
    kind: "claim.late",
    report,
    service,
    owner: `service:${service}`,
    detail: "",
  }));
  await hub.db.begin((tx) => noteDeviations(tx, deviations, new Date(now)));
  return late.length;
}
