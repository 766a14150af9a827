// What a demonstration's identity provider is given: keys made once and kept, and a configuration that names the
// people who can log in and the rooms that may ask. Each room keeps its own private key on its own side.
import { createPrivateKey, createPublicKey, generateKeyPair } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { demoUsers } from "./identity-users.js";
import { writeSecret } from "./secret-file.js";
const makePair = promisify(generateKeyPair);
/** Makes the keys that are not there: the provider's, and one for each room that people log in to. */
export async function makeIdentityKeys(layout) {
    const files = [layout.identity.key, layout.portal.oidcKey, layout.inbox.oidcKey];
    await Promise.all(files.map(makeRsa));
    for (const { oidcKey, oidcPublicKey } of [layout.portal, layout.inbox])
        writeSecret(oidcPublicKey, publicHalf(oidcKey));
}
/** Writes the provider's configuration and gives its path. */
export function writeIdentityConfig(layout, ports) {
    const client = (id, name, port, publicKeyFile) => {
        const origin = `http://127.0.0.1:${port}`;
        const postLogoutRedirectUris = [`${origin}/`, `${origin}/logged-out`];
        return { id, name, publicKeyFile, redirectUris: [`${origin}/login/callback`], postLogoutRedirectUris };
    };
    const config = {
        signingKeyFile: layout.identity.key,
        users: demoUsers,
        clients: [
            client("portal", "meldeportalen", ports.portal, layout.portal.oidcPublicKey),
            client("inbox", "barnevernstjenestens innboks", ports.inbox, layout.inbox.oidcPublicKey),
        ],
    };
    mkdirSync(dirname(layout.identity.config), { recursive: true, mode: 0o700 });
    writeSecret(layout.identity.config, JSON.stringify(config, null, 2));
    return layout.identity.config;
}
async function makeRsa(file) {
    if (existsSync(file))
        return;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey } = await makePair("rsa", { modulusLength: 2048 });
    writeSecret(file, privateKey.export({ type: "pkcs8", format: "pem" }));
}
function publicHalf(file) {
    const key = createPublicKey(createPrivateKey(readFileSync(file)));
    return key.export({ type: "spki", format: "pem" });
}
//# sourceMappingURL=identity-demo.js.map