// The log's settings: its name among witnesses, and who they are. There is no hub without a witness: what nobody else has
// seen could be made another in secret.

import { type Environment, fileSetting, refusePlainHttp, refuseSetting, setting } from "../config.ts";
import { isNoteName, noteAlgorithms, noteKeyFrom } from "../core/note.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import type { LogParts, Witness } from "./log-state.ts";

const whatToDo = `give a JSON file with who co-signs the ledger, [{"url", "key"}], at least one and best two that are not you; see docs/operations.md`;

/** HUB_LOG_ORIGIN and HUB_WITNESSES_FILE. Refuses with `config.bad`. */
export function logSettings(env: Environment, publicOrigin: string): LogParts {
  const origin = setting(env, "HUB_LOG_ORIGIN", `${new URL(publicOrigin).host}/log`);
  if (!isNoteName(origin))
    refuseSetting("HUB_LOG_ORIGIN", "it must be a name without spaces and +, such as hub.example.no/log");
  if (!env.HUB_WITNESSES_FILE) return refuseSetting("HUB_WITNESSES_FILE", whatToDo);
  const listed = jsonOrNull(Buffer.from(fileSetting(env, "HUB_WITNESSES_FILE")));
  if (!Array.isArray(listed) || listed.length === 0) return refuseSetting("HUB_WITNESSES_FILE", whatToDo);
  const witnesses = listed.map(witnessFrom);
  if (new Set(witnesses.map(({ key }) => key.name)).size < witnesses.length)
    return refuseSetting("HUB_WITNESSES_FILE", "two witnesses have the same name");
  return { origin, witnesses };
}

function witnessFrom(entry: unknown): Witness {
  const { url, key: vkey } = (entry ?? {}) as Record<string, unknown>;
  const key = typeof vkey === "string" ? noteKeyFrom(vkey, noteAlgorithms.witness) : null;
  if (typeof url !== "string" || !key)
    return refuseSetting(
      "HUB_WITNESSES_FILE",
      "each witness needs url and key (a C2SP vkey of algorithm 4, as its people gave it)",
    );
  refusePlainHttp(url, "HUB_WITNESSES_FILE");
  return { url: url.replace(/\/+$/, ""), key };
}
