// Reads a report as a receiver puts it: what is known of it, and the two files as they are.
import { refuse } from "../core/problem.js";
import { jsonName, pdfName } from "../core/report.js";
import { jsonOrNull } from "../wire/foreign.js";
const kinds = ["private", "professional", "unknown"];
const channels = ["hub", "svarinn", "unknown"];
/** Reads the body of `PUT /reports/{id}`. Refuses with `request.not-json` or `request.bad-shape`. */
export function readReportToKeep(id, body) {
    const value = jsonOrNull(body) ?? refuse("request.not-json");
    const { service, serial, acceptedAt, kind, channel = "unknown", flags, files, } = value;
    const isRight = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) &&
        typeof service === "string" &&
        Number.isSafeInteger(serial) &&
        serial >= 0 &&
        (acceptedAt === null || isTime(acceptedAt)) &&
        kinds.includes(kind) &&
        channels.includes(channel) &&
        isListOfCodes(flags);
    if (!isRight)
        return refuse("request.bad-shape");
    return {
        id,
        service,
        serial: serial,
        acceptedAt: acceptedAt === null ? null : new Date(acceptedAt),
        kind: kind,
        channel: channel,
        flags: flags,
        files: filesIn(files),
    };
}
function isTime(value) {
    return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
}
function isListOfCodes(value) {
    const isCode = (one) => typeof one === "string" && /^[a-z0-9-]{1,60}$/.test(one);
    return Array.isArray(value) && value.length <= 20 && value.every(isCode);
}
function filesIn(value) {
    if (!Array.isArray(value) || value.length !== 2)
        return refuse("request.bad-shape", "files");
    const bytesOf = (name) => {
        const bytes = value.find((file) => file?.name === name)?.bytes;
        const isBase64 = typeof bytes === "string" && bytes.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(bytes);
        return isBase64 ? Buffer.from(bytes, "base64") : refuse("request.bad-shape", "files");
    };
    return { json: bytesOf(jsonName), pdf: bytesOf(pdfName) };
}
//# sourceMappingURL=report-to-keep.js.map