// An identity provider for demonstrations and tests, in the place of ID-porten and Ansattporten. It runs with demo
// settings on this machine only: whoever knows the demo's password may be anybody in it.

import { type Environment, refuseOutsideDemo, serverSettings } from "../config.ts";
import { logFailure } from "../http/failure.ts";
import { log } from "../http/log.ts";
import { listen } from "../http/server.ts";
import { identityApp } from "./identity-login.ts";
import { identityProvider } from "./identity-provider.ts";
import { identitySettings } from "./identity-settings.ts";

/** Starts the provider from its environment: HOST, PORT, PUBLIC_ORIGIN and IDENTITY_CONFIG. */
export async function startIdentity(env: Environment): Promise<{ close(): Promise<void> }> {
  refuseOutsideDemo(env, "the identity provider");
  const server = serverSettings(env);
  const settings = identitySettings(env);
  const provider = await identityProvider(server.publicOrigin, server.port, settings);
  provider.on("server_error", (_, error) => logFailure("identity.failed", error));
  const listening = await listen(identityApp(provider, settings) as never, server);
  log.info({ event: "identity.started", clients: settings.clients.map((client) => client.id) });
  return { close: () => listening.close() };
}
