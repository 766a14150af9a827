// Settings of a room, from its environment. What is missing or wrong is refused at start, by the setting's name
// and what to do about it; a value is never repeated where it could be a secret. Outside the machine itself a
// room speaks TLS and knows its own public address, or does not start.
import { createPrivateKey } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { refuse } from "./core/problem.js";
import { keyIdOf } from "./core/signature.js";
import { isLoopback } from "./http/server.js";
import { valueOrNull } from "./wire/foreign.js";
/** Reads the common settings; refuses with `config.bad`, the setting's name and what to do. */
export function commonSettings(env) {
    return {
        server: serverSettings(env),
        databaseUrl: databaseSetting(env, "DATABASE_URL"),
        poolSize: numberSetting(env, "DATABASE_POOL", { fallback: 4, least: 1, most: 100 }),
        demo: env.FRAMME_DEMO === "1",
    };
}
/** HOST, PORT, PUBLIC_ORIGIN, TLS_CERT_FILE and TLS_KEY_FILE. */
export function serverSettings(env) {
    const host = setting(env, "HOST", "127.0.0.1");
    const port = numberSetting(env, "PORT", { least: 0, most: 65535 });
    const tls = tlsSettings(env);
    if (!isLoopback(host) && tls === null)
        refuseSetting("TLS_CERT_FILE", `HOST is ${host}, which others can reach: give TLS_CERT_FILE and TLS_KEY_FILE, or set HOST=127.0.0.1 and put a TLS proxy before it`);
    return { host, port, publicOrigin: publicOriginSetting(env, host, port, tls !== null), tls };
}
function tlsSettings(env) {
    const certificateFile = env.TLS_CERT_FILE;
    const keyFile = env.TLS_KEY_FILE;
    if (!certificateFile && !keyFile)
        return null;
    fileSetting(env, "TLS_CERT_FILE");
    fileSetting(env, "TLS_KEY_FILE");
    return { certificateFile: certificateFile, keyFile: keyFile };
}
function publicOriginSetting(env, host, port, secure) {
    const given = env.PUBLIC_ORIGIN;
    if (!given && !isLoopback(host))
        return refuseSetting("PUBLIC_ORIGIN", "set it to where others find this room, such as https://hub.example.no");
    const text = given || `${secure ? "https" : "http"}://${host}:${port}`;
    const origin = urlSetting(text, "PUBLIC_ORIGIN").origin;
    if (text !== origin && text !== `${origin}/`)
        refuseSetting("PUBLIC_ORIGIN", "it is scheme, host and port only, such as https://hub.example.no");
    return origin;
}
/** A setting that must be there, or its fallback. An empty value counts as not set. */
export function setting(env, name, fallback) {
    return env[name] || (fallback ?? refuseSetting(name, "it is not set"));
}
/** A whole number between `least` and `most`. */
export function numberSetting(env, name, range = {}) {
    const { fallback, least = 0, most = Number.MAX_SAFE_INTEGER } = range;
    const text = setting(env, name, fallback === undefined ? undefined : String(fallback));
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
        refuseSetting(name, `it must be a whole number from ${least} to ${most}`);
    return value;
}
/** The text of the file that a setting names. Says which setting and which path when it cannot be read. */
export function fileSetting(env, name, fallback) {
    const path = setting(env, name, fallback);
    if (!existsSync(path))
        refuseSetting(name, `there is no file ${path}`);
    const text = valueOrNull(() => readFileSync(path, "utf8"));
    return text ?? refuseSetting(name, `${path} cannot be read by this user`);
}
/** A PostgreSQL connection URL. The value may hold a password, so it is not repeated. */
export function databaseSetting(env, name) {
    const text = setting(env, name);
    const url = valueOrNull(() => new URL(text));
    if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2)
        refuseSetting(name, "it must be like postgres://user:password@host:5432/database");
    return text;
}
/** OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_KEY_FILE and OIDC_PAGES_ORIGIN; null when there is no issuer. */
export function loginSettings(env, publicOrigin) {
    const issuer = env.OIDC_ISSUER;
    if (!issuer)
        return null;
    const origin = refusePlainHttp(issuer, "OIDC_ISSUER").origin;
    // ID-porten's own pages stand at another origin than its issuer's.
    const pages = refusePlainHttp(setting(env, "OIDC_PAGES_ORIGIN", origin), "OIDC_PAGES_ORIGIN").origin;
    const clientId = setting(env, "OIDC_CLIENT_ID");
    const pem = fileSetting(env, "OIDC_KEY_FILE");
    const privateKey = valueOrNull(() => createPrivateKey(pem));
    if (privateKey?.asymmetricKeyType !== "rsa")
        return refuseSetting("OIDC_KEY_FILE", "it must name an RSA private key (PEM)");
    const redirectUri = `${publicOrigin}/login/callback`;
    const origins = [...new Set([origin, pages])];
    return { issuer, clientId, keyId: keyIdOf(privateKey), privateKey, redirectUri, origins };
}
/** Refuses an address that is not http(s), or plain http to anything but this machine. Gives it parsed. */
export function refusePlainHttp(url, name) {
    return urlSetting(url, name);
}
function urlSetting(text, name) {
    const url = valueOrNull(() => new URL(text));
    if (url === null || !/^https?:$/.test(url.protocol))
        return refuseSetting(name, "it must be an address like https://host.example.no");
    if (url.protocol === "http:" && !isLoopback(url.hostname))
        return refuseSetting(name, "plain http is only for this machine itself: use https");
    return url;
}
/** Refuses a setting by its name, with what to do. */
export function refuseSetting(name, whatToDo) {
    return refuse("config.bad", `${name}: ${whatToDo}`);
}
/** Stand-ins play what is real in production, so they run with demo settings on this machine only. */
export function refuseOutsideDemo(env, what) {
    if (env.FRAMME_DEMO !== "1")
        refuseSetting("FRAMME_DEMO", `${what} is a stand-in and runs in a demonstration only (FRAMME_DEMO=1)`);
    if (!isLoopback(env.HOST || "127.0.0.1"))
        refuseSetting("HOST", `${what} is a stand-in and listens on this machine only (127.0.0.1)`);
}
//# sourceMappingURL=config.js.map