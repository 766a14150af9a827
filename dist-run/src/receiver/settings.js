// The receiver's configuration file: which services it works for, with their keys, sources and case systems.
// Everything is checked at start; a refusal names the place in the file, the path and what to do, never a secret.
import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { refusePlainHttp, refuseSetting, setting } from "../config.js";
import { keyIdOf } from "../core/signature.js";
import { jsonOrNull, valueOrNull } from "../wire/foreign.js";
/** KS asks its clients to poll every 15 minutes. */
const usualPollSeconds = 900;
/** Reads the file that RECEIVER_CONFIG names, and every file that it names. Refuses with `config.bad`. */
export function receiverSettings(env) {
    const path = resolve(setting(env, "RECEIVER_CONFIG"));
    if (!existsSync(path))
        refuseSetting("RECEIVER_CONFIG", `there is no file ${path}`);
    const at = { name: "RECEIVER_CONFIG", folder: dirname(path) };
    const fields = objectIn(jsonOrNull(readFileSync(path)), at);
    const services = listIn(fields.services, within(at, "services")).map((one, index) => serviceIn(one, within(at, `services[${index}]`)));
    if (services.length === 0)
        refuseAt(within(at, "services"), "name at least one service");
    const ids = services.map((service) => service.id);
    if (new Set(ids).size !== ids.length)
        refuseAt(within(at, "services"), "two have the same id");
    const needsHub = services.some((service) => service.source.kind === "hub");
    return {
        id: textIn(fields, "id", at),
        hub: needsHub ? hubIn(fields.hub, within(at, "hub")) : null,
        services,
    };
}
function hubIn(value, at) {
    const fields = objectIn(value, at);
    const pem = fileIn(fields, "publicKeyFile", at);
    const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g) ?? [];
    const keys = blocks.map((block) => valueOrNull(() => createPublicKey(block)));
    if (keys.length === 0 || keys.some((key) => key?.asymmetricKeyType !== "ed25519"))
        refuseAt(within(at, "publicKeyFile"), "it must hold one or more Ed25519 public keys (PEM)");
    return { url: urlIn(fields, "url", at), hubKeys: new Map(keys.map((key) => [keyIdOf(key), key])) };
}
function serviceIn(value, at) {
    const fields = objectIn(value, at);
    const id = textIn(fields, "id", at);
    if (!/^[a-z0-9-]{1,60}$/.test(id))
        refuseAt(within(at, "id"), "use lower-case letters, digits and hyphens");
    const encryption = listIn(fields.encryption, within(at, "encryption")).map((one, index) => encryptionIn(one, within(at, `encryption[${index}]`)));
    if (encryption.length === 0)
        refuseAt(within(at, "encryption"), "name at least one key and certificate");
    return {
        id,
        name: textIn(fields, "name", at),
        encryption,
        receiptKey: receiptKeyIn(fields, at),
        source: sourceIn(fields.source, within(at, "source")),
        caseSystem: caseSystemIn(fields.caseSystem, within(at, "caseSystem")),
    };
}
function encryptionIn(value, at) {
    const fields = objectIn(value, at);
    const privateKeyPem = fileIn(fields, "privateKeyFile", at);
    const certificatePem = fileIn(fields, "certificateFile", at);
    const certificate = valueOrNull(() => new X509Certificate(certificatePem));
    const key = valueOrNull(() => createPrivateKey(privateKeyPem));
    if (!certificate)
        refuseAt(within(at, "certificateFile"), "it is not an X.509 certificate (PEM)");
    if (!key)
        refuseAt(within(at, "privateKeyFile"), "it is not a private key (PKCS#8 PEM)");
    if (!certificate.checkPrivateKey(key))
        refuseAt(at, "the certificate is not of this private key");
    return { certificatePem, privateKeyPem };
}
function receiptKeyIn(fields, at) {
    const pem = fileIn(fields, "receiptKeyFile", at);
    const privateKey = valueOrNull(() => createPrivateKey(pem));
    if (privateKey?.asymmetricKeyType !== "ed25519")
        return refuseAt(within(at, "receiptKeyFile"), "it is not an Ed25519 private key (PEM)");
    return { keyId: keyIdOf(privateKey), privateKey };
}
function sourceIn(value, at) {
    const fields = objectIn(value, at);
    if (fields.kind === "hub")
        return { kind: "hub" };
    if (fields.kind !== "svarinn")
        return refuseAt(within(at, "kind"), `it must be "hub" or "svarinn"`);
    const pollSeconds = fields.pollSeconds ?? usualPollSeconds;
    if (typeof pollSeconds !== "number" || !(pollSeconds >= 0.1))
        return refuseAt(within(at, "pollSeconds"), "it must be a number of seconds");
    return {
        kind: "svarinn",
        baseUrl: urlIn(fields, "baseUrl", at),
        user: textIn(fields, "user", at),
        password: fileIn(fields, "passwordFile", at).trim(),
        pollSeconds,
    };
}
function caseSystemIn(value, at) {
    const fields = objectIn(value, at);
    if (fields.kind === "inbox")
        return { kind: "inbox", url: urlIn(fields, "url", at) };
    if (fields.kind === "folder")
        return { kind: "folder", path: resolve(at.folder, textIn(fields, "path", at)) };
    if (fields.kind !== "sql")
        return refuseAt(within(at, "kind"), `it must be "inbox", "folder" or "sql"`);
    const databaseUrl = textIn(fields, "databaseUrl", at);
    if (!/^postgres(ql)?:\/\//.test(databaseUrl))
        refuseAt(within(at, "databaseUrl"), "it must be like postgres://user:password@host:5432/database");
    return {
        kind: "sql",
        databaseUrl,
        table: textIn(fields, "table", at),
        columns: columnsIn(fields.columns, within(at, "columns")),
    };
}
const columnNames = [
    "reportId",
    "json",
    "pdf",
    "reference",
    "service",
    "serial",
    "kind",
    "acceptedAt",
    "receivedAt",
];
function columnsIn(value, at) {
    const fields = objectIn(value, at);
    for (const [name, column] of Object.entries(fields)) {
        if (!columnNames.includes(name))
            refuseAt(within(at, name), `use one of ${columnNames.join(", ")}`);
        if (typeof column !== "string" || column === "")
            refuseAt(within(at, name), "it must name a column");
    }
    textIn(fields, "reportId", at);
    return fields;
}
function refuseAt(at, whatToDo) {
    return refuseSetting(at.name, whatToDo);
}
function within(at, name) {
    return { ...at, name: `${at.name}${at.name === "RECEIVER_CONFIG" ? ": " : "."}${name}` };
}
function objectIn(value, at) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return refuseAt(at, "it must be a JSON object");
    return value;
}
function listIn(value, at) {
    return Array.isArray(value) ? value : refuseAt(at, "it must be a list");
}
function textIn(fields, name, at) {
    const value = fields[name];
    return typeof value === "string" && value !== "" ? value : refuseAt(within(at, name), "it is not set");
}
function urlIn(fields, name, at) {
    return refusePlainHttp(textIn(fields, name, at), within(at, name).name).href.replace(/\/+$/, "");
}
function fileIn(fields, name, at) {
    const path = resolve(at.folder, textIn(fields, name, at));
    if (!existsSync(path))
        refuseAt(within(at, name), `there is no file ${path}`);
    const text = valueOrNull(() => readFileSync(path, "utf8"));
    return text ?? refuseAt(within(at, name), `${path} cannot be read by this user`);
}
//# sourceMappingURL=settings.js.map