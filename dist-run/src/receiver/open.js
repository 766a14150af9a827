// Opens a sealed report and checks it against what its sender stated. The files are handed on as the exact bytes
// that were sealed; what cannot be parsed in them is flagged and passed on, never stopped.
import { sha256Hex } from "../core/hash.js";
import { refuse } from "../core/problem.js";
import { contentHashOf, jsonName, pdfName } from "../core/report.js";
import { unpackContainer } from "../wire/container.js";
import { valueOrNull } from "../wire/foreign.js";
import { readKsReport } from "../wire/ks-report.js";
import { openSealed } from "../wire/seal.js";
/**
 * Opens with whichever private key of the service fits. Refuses with `report.cannot-open`, `report.corrupt`,
 * `report.wrong-hash`, `report.too-large`, or `report.changed-on-disk` when the bytes are not those that came.
 */
export async function open(room, service, report) {
    if (sha256Hex(report.sealed) !== report.sealedHash)
        refuse("report.changed-on-disk");
    const content = openSealed(report.sealed, service.encryption);
    if (!content)
        return refuse("report.cannot-open");
    const { id, serial, envelope } = report;
    const known = { id, service: report.service, serial, channel: envelope.source };
    if (envelope.source === "svarinn") {
        const files = await filesOf(content, room.contentMax);
        return { ...known, ...fromSvarInn(envelope, files), files };
    }
    const files = await unpackContainer(content, room.contentMax);
    return { ...known, ...fromHub(envelope, files), files };
}
function fromHub({ header, accepted }, files) {
    const stated = header.files.map(({ name, hash }) => ({ name, hash }));
    if (stated.length !== 2 || contentHashOf(files) !== header.contentHash)
        refuse("report.wrong-hash");
    checkFiles(stated, files);
    return { acceptedAt: accepted.at, kind: header.kind, flags: header.flags };
}
function fromSvarInn(envelope, files) {
    checkFiles(envelope.files, files);
    // Only to say which kind it is; a report that cannot be read here is delivered all the same.
    const read = valueOrNull(() => readKsReport(files.json));
    const flags = read ? read.flags : ["schema-deviation"];
    return { acceptedAt: envelope.sentAt, kind: read?.kind ?? "unknown", flags };
}
function checkFiles(stated, files) {
    const bytesOf = { [jsonName]: files.json, [pdfName]: files.pdf };
    const isOther = ({ name, hash }) => hash !== null && bytesOf[name] !== undefined && sha256Hex(bytesOf[name]) !== hash;
    if (stated.some(isOther))
        refuse("report.wrong-hash");
}
/** A SvarInn server may send the letter alone, as a PDF without its JSON: that is delivered too. */
async function filesOf(content, contentMax) {
    if (content.subarray(0, 5).toString("latin1") === "%PDF-")
        return { json: Buffer.alloc(0), pdf: content };
    return unpackContainer(content, contentMax);
}
//# sourceMappingURL=open.js.map