// Starts a witness as a process of its own: settings, its state, the door. A log it has no head for is named loudly at
// start and refused until somebody gives it one; the others are served.

import { type Environment, serverSettings } from "../config.ts";
import { noteAlgorithms, noteKeyOf, vkeyOf } from "../core/note.ts";
import { log } from "../http/log.ts";
import { listen } from "../http/server.ts";
import { headOf } from "./heads.ts";
import { makeWitness } from "./room.ts";
import { witnessApp } from "./routes.ts";
import { witnessSettings } from "./settings.ts";

/** Starts the witness from WITNESS_CONFIG, HOST, PORT, PUBLIC_ORIGIN and TLS_*. Resolves when it listens. */
export async function startWitness(env: Environment): Promise<{ close(): Promise<void> }> {
  const server = serverSettings(env);
  const settings = witnessSettings(env);
  const key = vkeyOf(noteKeyOf(settings.name, noteAlgorithms.witness, settings.privateKey));
  for (const { origin } of settings.logs) {
    const head = await headOf(settings.stateDir, origin);
    if (head) log.info({ event: "witness.watches", log: origin, size: head.size });
    else log.error({ event: "witness.no-head", log: origin, todo: todoFor(origin) });
  }
  const listening = await listen(witnessApp(makeWitness(settings, Date.now)), server);
  log.info({ event: "witness.started", name: settings.name, key });
  return { close: () => listening.close() };
}

function todoFor(origin: string): string {
  return (
    "nothing of this log is signed until it has a head: get the last one from another witness (GET /heads/…), then " +
    `\`framme witness init --config FILE --origin ${origin} --head FILE\`; --empty only where nothing was ever signed under this name`
  );
}
