// The identity provider's settings: its people, the rooms that may ask it, and the key it signs with. IDENTITY_CONFIG
// names the file; the starter of a demonstration writes it. A file with anything missing is refused at start.
import { createPublicKey } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileSetting, refusePlainHttp, refuseSetting } from "../config.js";
import { jsonOrNull, valueOrNull } from "../wire/foreign.js";
import { levels } from "./identity-users.js";
const name = "IDENTITY_CONFIG";
/** Reads the file that IDENTITY_CONFIG names, and the keys it names. Refuses with `config.bad`. */
export function identitySettings(env) {
    const value = jsonOrNull(Buffer.from(fileSetting(env, name)));
    if (typeof value?.signingKeyFile !== "string" ||
        !Array.isArray(value.users) ||
        !Array.isArray(value.clients))
        return refuseSetting(name, "the file must be JSON with a signingKeyFile, users and clients");
    const folder = dirname(resolve(env[name]));
    for (const [index, user] of value.users.entries())
        checkUser(user, `users[${index}]`);
    return {
        signingKeyPem: textOf(resolve(folder, value.signingKeyFile), "signingKeyFile"),
        users: value.users,
        clients: value.clients.map((client, index) => clientIn(client, `clients[${index}]`, folder)),
    };
}
function checkUser(user, at) {
    for (const field of ["username", "password", "name", "role"])
        if (typeof user?.[field] !== "string" || user[field] === "")
            refuseSetting(name, `${at}.${field} is not set`);
    if (!levels.includes(user.level))
        refuseSetting(name, `${at}.level must be one of ${levels.join(", ")}`);
}
function clientIn(client, at, folder) {
    const { publicKeyFile, ...rest } = client;
    const uris = [...(rest.redirectUris ?? []), ...(rest.postLogoutRedirectUris ?? [])];
    if (typeof rest.id !== "string" || typeof publicKeyFile !== "string" || !rest.redirectUris?.length)
        refuseSetting(name, `${at} must have an id, a publicKeyFile and redirectUris`);
    for (const uri of uris)
        refusePlainHttp(uri, `${name} (${at})`);
    const pem = textOf(resolve(folder, publicKeyFile), `${at}.publicKeyFile`);
    const publicKey = valueOrNull(() => createPublicKey(pem));
    if (publicKey?.asymmetricKeyType !== "rsa")
        return refuseSetting(name, `${at}.publicKeyFile must hold an RSA public key (PEM)`);
    return { ...rest, postLogoutRedirectUris: rest.postLogoutRedirectUris ?? [], publicKey };
}
function textOf(path, at) {
    if (!existsSync(path))
        refuseSetting(name, `${at}: there is no file ${path}`);
    return readFileSync(path, "utf8");
}
//# sourceMappingURL=identity-settings.js.map