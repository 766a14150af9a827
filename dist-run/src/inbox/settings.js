// The inbox's configuration file: the services whose desk it is, and the public key each proves itself with.
import { createPublicKey } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { refuseSetting, setting } from "../config.js";
import { keyIdOf } from "../core/signature.js";
import { jsonOrNull, valueOrNull } from "../wire/foreign.js";
const name = "INBOX_CONFIG";
/** Reads the file that INBOX_CONFIG names, and the keys it names. Refuses with `config.bad`. */
export function inboxSettings(env) {
    const path = resolve(setting(env, name));
    if (!existsSync(path))
        refuseSetting(name, `there is no file ${path}`);
    const value = jsonOrNull(readFileSync(path));
    if (typeof value?.id !== "string" || !Array.isArray(value.services))
        return refuseSetting(name, `${path} must be JSON with an id and a list of services`);
    const read = value.services.map((service, index) => serviceIn(service, `services[${index}]`, dirname(path)));
    return {
        id: value.id,
        services: read.map((one) => one.service),
        keys: new Map(read.flatMap((one) => one.keys)),
    };
}
function serviceIn(value, at, folder) {
    const fields = (value ?? {});
    const { id, name: title, receiptPublicKeyFile } = fields;
    if (typeof id !== "string" || !/^[a-z0-9-]{1,60}$/.test(id))
        return refuseSetting(name, `${at}.id must be lower-case letters, digits and hyphens`);
    if (typeof title !== "string" || title === "")
        return refuseSetting(name, `${at}.name is not set`);
    if (typeof receiptPublicKeyFile !== "string")
        return refuseSetting(name, `${at}.receiptPublicKeyFile is not set`);
    const path = resolve(folder, receiptPublicKeyFile);
    if (!existsSync(path))
        refuseSetting(name, `${at}.receiptPublicKeyFile: there is no file ${path}`);
    return { service: { id, name: title }, keys: keysIn(readFileSync(path, "utf8"), id, at) };
}
/** One or more keys: during a rotation the old one and the new one. */
function keysIn(pem, service, at) {
    const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g) ?? [];
    const keys = blocks.map((block) => valueOrNull(() => createPublicKey(block)));
    if (keys.length === 0 || keys.some((key) => key?.asymmetricKeyType !== "ed25519"))
        refuseSetting(name, `${at}.receiptPublicKeyFile must hold one or more Ed25519 public keys (PEM)`);
    // Pinned keys have no dates of their own: they count for as long as they stand in the file.
    const always = { validFrom: 0, validTo: Number.MAX_SAFE_INTEGER };
    return keys.map((key) => [keyIdOf(key), { caller: `service:${service}`, publicKey: key, ...always }]);
}
//# sourceMappingURL=settings.js.map