// The built-in inbox as a case system, over HTTP: the service proves itself with its receipt key, and sees its
// own reports only. It says what has been opened, and hears which receipts the hub has recorded.
import { refuse } from "../../core/problem.js";
import { jsonName, pdfName } from "../../core/report.js";
import { assertionFor } from "../../http/assertion.js";
import { ask, jsonOf } from "../../http/client.js";
import { openingsMax } from "./case-system.js";
/** A case system that is the inbox at this address. */
export function inboxAt(settings) {
    return {
        givesBytesBack: true,
        put: (report) => put(settings, report),
        readBack: (id) => readBack(settings, id),
        openings: (after) => openings(settings, after),
        tell: (id, receipts) => tell(settings, id, receipts),
    };
}
async function put(settings, { id, files, ...facts }) {
    const body = JSON.stringify({
        ...facts,
        files: [asSent(jsonName, files.json), asSent(pdfName, files.pdf)],
    });
    const answer = await call(settings, "PUT", `/reports/${id}`, body);
    jsonOf(answer, "case-system.refused");
}
async function readBack(settings, id) {
    const answer = await call(settings, "GET", `/reports/${id}`);
    if (answer.status === 404)
        return null;
    const { reference, files } = jsonOf(answer, "case-system.refused");
    if (typeof reference !== "string")
        return refuse("case-system.refused", "no reference");
    return { reference, files: filesIn(files) };
}
function filesIn(value) {
    const files = Array.isArray(value) ? value : [];
    const bytesOf = (name) => {
        const bytes = files.find((file) => file?.name === name)?.bytes;
        return typeof bytes === "string" ? Buffer.from(bytes, "base64") : refuse("report.not-in-case-system");
    };
    return { json: bytesOf(jsonName), pdf: bytesOf(pdfName) };
}
function asSent(name, bytes) {
    return { name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64") };
}
async function openings(settings, after) {
    const query = new URLSearchParams({ ...(after === null ? {} : { after }), limit: String(openingsMax) });
    const answer = await call(settings, "GET", `/openings?${query}`);
    const { openings: listed } = jsonOf(answer, "case-system.refused");
    const read = Array.isArray(listed) ? listed.map(statedOpening) : [null];
    // Without its cursor an opening could not be passed by: nothing is heard, and what is wrong shows.
    return read.every((one) => one !== null) ? read : refuse("case-system.refused", "openings");
}
const isToken = /^[\x21-\x7e]{1,200}$/;
function statedOpening(value) {
    const { cursor, id, at } = (value ?? {});
    const isCursor = (typeof cursor === "string" || Number.isSafeInteger(cursor)) && isToken.test(String(cursor));
    return isCursor ? { cursor: String(cursor), id: String(id), at: String(at) } : null;
}
async function tell(settings, id, receipts) {
    const answer = await call(settings, "PUT", `/reports/${id}/receipts`, JSON.stringify({ receipts }));
    if (answer.status < 200 || answer.status >= 300)
        jsonOf(answer, "case-system.refused");
}
async function call(settings, method, path, body) {
    const url = new URL(settings.url + path);
    const request = { method, path: url.pathname, ...(body === undefined ? {} : { body }) };
    const assertion = await assertionFor(settings.identity, url.origin, request, settings.clock());
    const headers = { authorization: `Bearer ${assertion}`, "content-type": "application/json" };
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    return ask(settings.fetch, url.href, init, "case-system.not-reached");
}
//# sourceMappingURL=inbox.js.map