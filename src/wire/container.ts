// The ZIP around a report's two files. Reading takes nothing but exactly those two names, and never more bytes
// than it was told to, whatever the archive claims about itself. Errors of the parser become null here: they
// come by callback, and say no more than that the archive is not ours.

import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { ZipFile as ZipWriter } from "yazl";
import { refuse } from "../core/problem.ts";
import { jsonName, pdfName, type ReportFiles } from "../core/report.ts";

/** The same files always give the same archive: no clock and no owner in it. */
const written = { mtime: new Date("1980-01-01T00:00:00Z"), mode: 0o100600 };

/** Packs the two files into a ZIP. */
export async function packContainer(files: ReportFiles): Promise<Buffer> {
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
export async function unpackContainer(zip: Uint8Array, maxBytes: number): Promise<ReportFiles> {
  const archive = (await listed(Buffer.from(zip))) ?? refuse("report.corrupt");
  const entry = (name: string) => archive.entries.find((one) => one.fileName === name);
  const [json, pdf] = [entry(jsonName), entry(pdfName)];
  if (archive.entries.length !== 2 || !json || !pdf) return refuse("report.corrupt");
  if (json.uncompressedSize + pdf.uncompressedSize > maxBytes) refuse("report.too-large");
  const files = {
    json: (await bytesOf(archive.file, json)) ?? refuse("report.corrupt"),
    pdf: (await bytesOf(archive.file, pdf)) ?? refuse("report.corrupt"),
  };
  archive.file.close();
  return files;
}

type Archive = { readonly file: ZipFile; readonly entries: readonly Entry[] };

/** The list of files; null when it cannot be read. Names that lead out of the folder are an error to the parser. */
function listed(zip: Buffer): Promise<Archive | null> {
  return new Promise((resolve) => {
    fromBuffer(zip, { autoClose: false, lazyEntries: true }, (error, file) => {
      if (error || file.entryCount !== 2) return resolve(null);
      const entries: Entry[] = [];
      file.on("error", () => resolve(null));
      file.on("end", () => resolve({ file, entries }));
      file.on("entry", (entry: Entry) => {
        entries.push(entry);
        file.readEntry();
      });
      file.readEntry();
    });
  });
}

/** One file's bytes; null when they are not as many, or do not have the checksum, that the list says. */
function bytesOf(file: ZipFile, entry: Entry): Promise<Buffer | null> {
  return new Promise((resolve) => {
    file.openReadStream(entry, (error, stream: Readable) => {
      if (error) return resolve(null);
      const chunks: Buffer[] = [];
      stream.on("error", () => resolve(null));
      stream.on("data", (chunk: Buffer) => chunks.push(chunk)); // The parser stops at the size in the list.
      stream.on("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve(crc32(bytes) === entry.crc32 ? bytes : null);
      });
    });
  });
}
