// An identity provider for demonstrations and tests, in the place of ID-porten and Ansattporten. It runs with demo
// settings on this machine only: whoever knows the demo's password may be anybody in it.
import { refuseOutsideDemo, serverSettings } from "../config.js";
import { logFailure } from "../http/failure.js";
import { log } from "../http/log.js";
import { listen } from "../http/server.js";
import { identityApp } from "./identity-login.js";
import { identityProvider } from "./identity-provider.js";
import { identitySettings } from "./identity-settings.js";
/** Starts the provider from its environment: HOST, PORT, PUBLIC_ORIGIN and IDENTITY_CONFIG. */
export async function startIdentity(env) {
    refuseOutsideDemo(env, "the identity provider");
    const server = serverSettings(env);
    const settings = identitySettings(env);
    const provider = await identityProvider(server.publicOrigin, server.port, settings);
    provider.on("server_error", (_, error) => logFailure("identity.failed", error));
    const listening = await listen(identityApp(provider, settings), server);
    log.info({ event: "identity.started", clients: settings.clients.map((client) => client.id) });
    return { close: () => listening.close() };
}
//# sourceMappingURL=identity.js.map