// Goal: the two files come back as they were, and nothing else ever comes out of an archive. Method: archives
// made by others, by hand and by damage.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { ZipFile } from "yazl";
import { Problem } from "../core/problem.js";
import { packContainer, unpackContainer } from "./container.js";
const json = Buffer.from('{"melding":"æøå čáđŋ"}');
const pdf = randomBytes(30_000);
const limit = 1_000_000;
async function archiveOf(files) {
    const zip = new ZipFile();
    for (const [name, bytes] of files)
        zip.addBuffer(bytes, name);
    zip.end();
    return buffer(zip.outputStream);
}
async function isRefused(zip, code, max = limit) {
    await assert.rejects(unpackContainer(zip, max), (error) => error instanceof Problem && error.code === code);
}
/** Replaces a text with one of the same length, everywhere in the archive. */
function renamed(zip, from, to) {
    assert.equal(from.length, to.length);
    return Buffer.from(zip.toString("latin1").replaceAll(from, to), "latin1");
}
test("what was packed comes back, and the same files give the same archive", async () => {
    const zip = await packContainer({ json, pdf });
    assert.deepEqual(await unpackContainer(zip, limit), { json, pdf });
    assert.deepEqual(await packContainer({ json, pdf }), zip);
});
test("an archive by another hand is read, in any order of files", async () => {
    const files = await unpackContainer(await archiveOf([
        ["bekymringsmelding.pdf", pdf],
        ["bekymringsmelding.json", json],
    ]), limit);
    assert.deepEqual(files, { json, pdf });
});
test("a file too many, too few, twice or with another name is refused", async () => {
    const both = [
        ["bekymringsmelding.json", json],
        ["bekymringsmelding.pdf", pdf],
    ];
    await isRefused(await archiveOf([...both, ["x.txt", json]]), "report.corrupt");
    await isRefused(await archiveOf(both.slice(0, 1)), "report.corrupt");
    await isRefused(await archiveOf([both[0], both[0]]), "report.corrupt");
    await isRefused(await archiveOf([both[0], ["vedlegg.pdf", pdf]]), "report.corrupt");
    await isRefused(await archiveOf([]), "report.corrupt");
});
test("a name that leads out of the folder is refused", async () => {
    const zip = await packContainer({ json, pdf });
    await isRefused(renamed(zip, "bekymringsmelding.pdf", "../../../../../cron.p"), "report.corrupt");
    await isRefused(renamed(zip, "bekymringsmelding.pdf", "/ekymringsmelding.pdf"), "report.corrupt");
    await isRefused(renamed(zip, "bekymringsmelding.pdf", "..\\ymringsmelding.pdf"), "report.corrupt");
});
test("an archive that unpacks to more than the limit is refused, also when it lies about it", async () => {
    const bomb = await packContainer({ json: Buffer.alloc(50_000_000), pdf });
    assert.ok(bomb.length < 100_000);
    await isRefused(bomb, "report.too-large");
    const lying = Buffer.from(bomb);
    const listed = lying.indexOf(Buffer.from("504b0102", "hex"));
    lying.writeUInt32LE(1000, listed + 24); // The uncompressed size in the list.
    await isRefused(lying, "report.corrupt");
});
test("an empty file comes back, and one that unpacks to fewer bytes than listed is refused", async () => {
    const files = { json: Buffer.alloc(0), pdf };
    assert.deepEqual(await unpackContainer(await packContainer(files), limit), files);
    const zip = await packContainer({ json, pdf });
    const listed = zip.indexOf(Buffer.from("504b0102", "hex"));
    zip.writeUInt32LE(json.length + 1, listed + 24);
    await isRefused(zip, "report.corrupt");
});
test("an encrypted file, and one packed in a way we do not know, are refused", async () => {
    const zip = await packContainer({ json, pdf });
    const listed = zip.indexOf(Buffer.from("504b0102", "hex"));
    for (const [at, value] of [
        [8, 1], // The flag of encryption.
        [10, 12], // bzip2.
    ]) {
        const changed = Buffer.from(zip);
        changed.writeUInt16LE(value, listed + at);
        await isRefused(changed, "report.corrupt");
    }
});
test("bytes that were changed in the archive are refused", async () => {
    const zip = await packContainer({ json, pdf });
    const at = zip.indexOf(pdf.subarray(0, 100));
    zip[at + 50] ^= 1;
    await isRefused(zip, "report.corrupt");
});
test("noise, an empty file and a cut archive are refused", async () => {
    const zip = await packContainer({ json, pdf });
    await isRefused(Buffer.alloc(0), "report.corrupt");
    await isRefused(randomBytes(5000), "report.corrupt");
    for (let length = 100; length < zip.length; length += 3001)
        await isRefused(zip.subarray(0, length), "report.corrupt");
});
//# sourceMappingURL=container.test.js.map