// Any SvarInn server as a source, KS's own or the hub's: Basic auth, a list of what waits, a download, and two
// words back. Real servers leave out fields that are called required and give null for many (docs/protocol.md),
// so nothing but an id is demanded, and what cannot be read in one forsendelse never stops the next.
import { sha256Hex } from "../../core/hash.js";
import { refuse } from "../../core/problem.js";
import { ask } from "../../http/client.js";
import { jsonOrNull, valueOrNull } from "../../wire/foreign.js";
/** As many as a SvarInn server lists at once. */
export const listMax = 200;
/** What has not been acknowledged yet; `unreadable` counts entries without so much as an id. */
export async function listWaiting(door, stopped) {
    const answer = await call(door, "GET", `${door.baseUrl}/svarinn/mottaker/hentNyeForsendelser`, undefined, stopped);
    const list = answer.status === 200 ? jsonOrNull(answer.bytes) : null;
    if (!Array.isArray(list))
        return refuse("svarinn.refused", `list: status ${answer.status}`);
    const read = list.map((value) => readForsendelse(door, value));
    const waiting = read.filter((one) => one !== null);
    return { waiting, unreadable: read.length - waiting.length };
}
/** Reads one entry of the list; null when it has no id. Every other field may be missing, null or odd. */
export function readForsendelse(door, value) {
    const fields = (value ?? {});
    const { id, date, downloadUrl, filmetadata } = fields;
    if (typeof id !== "string" || !/^[\w.:-]{1,100}$/.test(id))
        return null;
    const files = (Array.isArray(filmetadata) ? filmetadata : []).map(readFile).filter((file) => file !== null);
    const envelope = {
        source: "svarinn",
        id,
        downloadUrl: addressOf(door, id, downloadUrl),
        sentAt: timeOf(date),
        files,
    };
    return { reportId: reportIdOf(door, id), envelope };
}
function readFile(value) {
    const { filnavn, sha256hash } = (value ?? {});
    if (typeof filnavn !== "string")
        return null;
    return { name: filnavn.slice(0, 300), hash: hashIn(sha256hash) };
}
/** A stated SHA-256 in hex, in either case, or in base64; anything else states nothing. */
function hashIn(value) {
    if (typeof value !== "string")
        return null;
    if (/^[0-9a-f]{64}$/i.test(value))
        return value.toLowerCase();
    const bytes = Buffer.from(value, "base64");
    return bytes.length === 32 ? bytes.toString("hex") : null;
}
/** The password goes to the server it belongs to and nowhere else, whatever address the list names. */
function addressOf(door, id, stated) {
    const usual = `${door.baseUrl}/svarinn/forsendelse/${encodeURIComponent(id)}`;
    const url = typeof stated === "string" ? valueOrNull(() => new URL(stated)) : null;
    return url?.origin === new URL(door.baseUrl).origin ? url.href : usual;
}
function timeOf(value) {
    const isTime = typeof value === "number" && value > 0 && value < 8.64e15;
    return isTime ? new Date(value).toISOString() : null;
}
function reportIdOf(door, id) {
    const lower = id.toLowerCase();
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(lower))
        return lower;
    const hex = sha256Hex(`${door.baseUrl}\n${id}`);
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
    return [...parts, hex.slice(20, 32)].join("-");
}
/** Downloads one forsendelse: the sealed bytes as they come. */
export async function download(door, service, one) {
    const answer = await call(door, "GET", one.envelope.downloadUrl);
    if (answer.status !== 200 || answer.bytes.length === 0)
        refuse("svarinn.refused", `download: status ${answer.status}`);
    const sealed = answer.bytes;
    return {
        id: one.reportId,
        service,
        serial: 0,
        sealed,
        sealedHash: sha256Hex(sealed),
        envelope: one.envelope,
    };
}
/**
 * Acknowledges: from here on the server neither lists it nor sends it another way, so it is called only when
 * the case system has the report. A server that no longer knows the id has heard it before.
 */
export async function acknowledge(door, id) {
    const answer = await call(door, "POST", `${door.baseUrl}/svarinn/kvitterMottak/forsendelse/${encodeURIComponent(id)}`);
    if (answer.status >= 200 && answer.status < 300)
        return "recorded";
    if (answer.status !== 404 || (await isListed(door, id)))
        refuse("svarinn.refused", `kvitterMottak: status ${answer.status}`);
    return "already";
}
async function isListed(door, id) {
    const { waiting, unreadable } = await listWaiting(door);
    // A full list may hide it, and an entry that cannot be read may be it.
    return (waiting.length + unreadable >= listMax || unreadable > 0 || waiting.some((one) => one.envelope.id === id));
}
/** Says that it could not be taken in now. Never `permanent`: to give up on a report is a person's decision. */
export async function sayFailed(door, id, why) {
    const body = JSON.stringify({ feilmelding: why, permanent: false });
    const url = `${door.baseUrl}/svarinn/mottakFeilet/forsendelse/${encodeURIComponent(id)}`;
    const answer = await call(door, "POST", url, body);
    if (answer.status < 200 || answer.status >= 300)
        refuse("svarinn.refused", `mottakFeilet: status ${answer.status}`);
}
function call(door, method, url, body, stopped) {
    const credentials = Buffer.from(`${door.user}:${door.password}`, "utf8").toString("base64");
    const headers = { authorization: `Basic ${credentials}`, accept: "*/*" };
    if (body !== undefined)
        headers["content-type"] = "application/json";
    const init = { method, headers, limitMs: 60_000, ...(body === undefined ? {} : { body }) };
    return ask(door.fetch, url, stopped ? { ...init, signal: stopped } : init, "svarinn.not-reached");
}
//# sourceMappingURL=svarinn.js.map