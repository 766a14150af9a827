// Asking the hub from the command line: one thing that it publishes, and what a named person may change there. The
// lists that every sender needs are in src/outbox/published.ts.
import { createPrivateKey } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { refuse } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { assertionFor } from "../http/assertion.js";
import { ask, jsonOf, overTheNetwork } from "../http/client.js";
import { valueOrNull } from "../wire/foreign.js";
import { note } from "./output.js";
/** One service; refuses with `service.unknown`. */
export async function fetchService(hub, id) {
    return (await getJson(hub, `/services/${encodeURIComponent(id)}`));
}
/** One key that was published at some time; refuses with `key.unknown`. */
export async function fetchKey(hub, keyId) {
    return (await getJson(hub, `/keys/${encodeURIComponent(keyId)}`));
}
/** Publishes a change of key. The countersignatures are all the proof there is need of. */
export async function postKey(hub, change, countersignatures) {
    return (await send(hub, "POST", "/keys", { change, countersignatures }, null));
}
/** Records a service as a named person. Whether it was new. */
export async function putService(hub, service, who) {
    await send(hub, "PUT", `/services/${service.id}`, service, who);
}
/** Records an emergency service as a named person. */
export async function putEmergencyService(hub, unit, who) {
    await send(hub, "PUT", `/emergency-services/${unit.id}`, unit, who);
}
/** Makes a new password for a service's SvarInn client. The hub keeps only its hash. */
export async function newSvarInnPassword(hub, service, who) {
    return (await send(hub, "POST", `/services/${service}/svarinn`, null, who));
}
/** Asks where a report is, by its tracking code. The code goes in the body, never into an address. */
export async function postFollow(hub, code) {
    return send(hub, "POST", "/follow", { code }, null);
}
/** Closes a tracking code. The hub says the same whether it knew it or not. */
export async function postFollowClose(hub, code) {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify({ code }) };
    const answer = await ask(overTheNetwork, `${hub}/follow/close`, init);
    if (answer.status !== 204)
        jsonOf(answer, "hub.refused");
}
async function getJson(hub, path) {
    return jsonOf(await ask(overTheNetwork, hub + path, { method: "GET" }), "hub.refused");
}
async function send(hub, method, path, value, who) {
    const body = value === null ? "" : JSON.stringify(value);
    const headers = value === null ? {} : { "content-type": "application/json" };
    if (who)
        headers.authorization = `Bearer ${await assertionFor(who, hub, { method, path, body }, Date.now())}`;
    return jsonOf(await ask(overTheNetwork, hub + path, { method, headers, body }), "hub.refused");
}
/** A person ready to sign. */
export async function identityOf(person) {
    const privateKey = await privateKeyIn(person.keyFile);
    return { caller: person.id, keyId: keyIdOf(privateKey), privateKey };
}
/** Reads a private key, and says so when others on this machine can read it too. */
export async function privateKeyIn(path) {
    await warnIfOpen(path);
    const pem = await readFile(path, "utf8");
    return valueOrNull(() => createPrivateKey(pem)) ?? refuse("key.not-usable", path);
}
/** Warns on standard error when a secret file can be read by others than its owner. */
export async function warnIfOpen(path) {
    if (await isOpenToOthers(path))
        note(`framme: warning: others can read ${path}. Run: chmod 600 ${path}`);
}
/** Whether the group, or everybody, may read a file. Windows has no such bits. */
export async function isOpenToOthers(path) {
    return process.platform !== "win32" && ((await stat(path)).mode & 0o077) !== 0;
}
//# sourceMappingURL=hub.js.map