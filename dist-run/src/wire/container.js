// The ZIP around a report's two files. Reading takes nothing but exactly those two names, and never more bytes
// than it was told to, whatever the archive claims about itself. Errors of the parser become null here: they
// come by callback, and say no more than that the archive is not ours.
import { buffer } from "node:stream/consumers";
import { crc32, inflateRawSync } from "node:zlib";
import { fromBuffer } from "yauzl";
import { ZipFile as ZipWriter } from "yazl";
import { refuse } from "../core/problem.js";
import { jsonName, pdfName } from "../core/report.js";
import { valueOrNull } from "./foreign.js";
/** The same files always give the same archive: no clock and no owner in it. */
const written = { mtime: new Date("1980-01-01T00:00:00Z"), mode: 0o100600 };
/** The two ways of packing there are in the world's archives, by their number in the format. */
const [stored, deflated] = [0, 8];
/** Packs the two files into a ZIP. */
export async function packContainer(files) {
    const zip = new ZipWriter();
    zip.addBuffer(Buffer.from(files.json), jsonName, { ...written, compress: true });
    zip.addBuffer(Buffer.from(files.pdf), pdfName, { ...written, compress: false });
    zip.end();
    return buffer(zip.outputStream);
}
/**
 * Unpacks the two files, together at most `maxBytes` long. Refuses with `report.corrupt` when the archive is
 * broken or holds anything else, and with `report.too-large`.
 */
export async function unpackContainer(zip, maxBytes) {
    const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
    const archive = (await listed(bytes)) ?? refuse("report.corrupt");
    const entry = (name) => archive.entries.find((one) => one.fileName === name);
    const [json, pdf] = [entry(jsonName), entry(pdfName)];
    if (archive.entries.length !== 2 || !json || !pdf)
        return refuse("report.corrupt");
    if (json.uncompressedSize + pdf.uncompressedSize > maxBytes)
        refuse("report.too-large");
    const files = {
        json: (await bytesOf(bytes, archive.file, json)) ?? refuse("report.corrupt"),
        pdf: (await bytesOf(bytes, archive.file, pdf)) ?? refuse("report.corrupt"),
    };
    archive.file.close();
    return files;
}
/** The list of files; null when it cannot be read. Names that lead out of the folder are an error to the parser. */
function listed(zip) {
    return new Promise((resolve) => {
        fromBuffer(zip, { autoClose: false, lazyEntries: true }, (error, file) => {
            if (error || file.entryCount !== 2)
                return resolve(null);
            const entries = [];
            file.on("error", () => resolve(null));
            file.on("end", () => resolve({ file, entries }));
            file.on("entry", (entry) => {
                entries.push(entry);
                file.readEntry();
            });
            file.readEntry();
        });
    });
}
/** One file's bytes; null when they are not as many, or do not have the checksum, that the list says. */
async function bytesOf(zip, file, entry) {
    const start = await dataStart(file, entry);
    if (start === null || entry.isEncrypted())
        return null;
    const packed = zip.subarray(start, start + entry.compressedSize);
    const bytes = unpacked(packed, entry);
    return bytes?.length === entry.uncompressedSize && crc32(bytes) === entry.crc32 ? bytes : null;
}
/** Where a file's data begins; null when its own header is not there, or its data would go past the end. */
function dataStart(file, entry) {
    return new Promise((resolve) => {
        file.readLocalFileHeader(entry, { minimal: true }, (error, header) => resolve(error ? null : header.fileDataStart));
    });
}
/** Inflated in one go, as a report's files are small: it never makes more bytes than the list says there are. */
function unpacked(packed, { compressionMethod, uncompressedSize }) {
    if (compressionMethod === stored)
        return packed;
    if (compressionMethod !== deflated)
        return null;
    return valueOrNull(() => inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) }));
}
//# sourceMappingURL=container.js.map