// Goal: what we seal, anybody with the key can open, and nobody else; what others seal, we open. Method:
// openssl, which is not ours, seals and opens on the other side; bytes are cut and flipped.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Problem } from "../core/problem.js";
import { certificateKeyId, certificateValidity, makeCertificate } from "./certificate.js";
import { aes256Cbc, data, envelopedData, hasEnvelopeForm, oaep } from "./envelope-form.js";
import { looksSealed, openSealed, seal } from "./seal.js";
const from = Date.parse("2026-01-01T00:00:00Z");
const to = Date.parse("2028-01-01T00:00:00Z");
const newKey = (commonName) => makeCertificate({ commonName, validFrom: from, validTo: to, bits: 2048 });
let ours;
let others;
let folder;
/** Runs openssl on files in the test's folder. A machine without openssl fails here, and should. */
function openssl(...args) {
    return execFileSync("openssl", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
function sealedByOpenssl(content, ...extra) {
    writeFileSync(join(folder, "content"), content);
    const oaep = ["-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256"];
    const form = ["-binary", "-outform", "DER", "-in", "content", "-out", "sealed", ...extra];
    openssl("cms", "-encrypt", "-aes256", ...form, "-recip", "certificate.pem", ...oaep);
    return readFileSync(join(folder, "sealed"));
}
before(async () => {
    folder = mkdtempSync(join(tmpdir(), "framme-seal-"));
    [ours, others] = await Promise.all([newKey("Barnevernstjenesten æøå"), newKey("Another service")]);
    writeFileSync(join(folder, "certificate.pem"), ours.certificatePem);
    writeFileSync(join(folder, "key.pem"), ours.privateKeyPem);
});
after(() => rmSync(folder, { recursive: true, force: true }));
describe("certificates", () => {
    test("openssl reads a certificate, and it says what was asked for", () => {
        const text = openssl("x509", "-in", "certificate.pem", "-noout", "-text", "-nameopt", "utf8");
        assert.match(text, /CN=Barnevernstjenesten æøå/);
        assert.match(text, /Public-Key: \(2048 bit\)/);
        assert.match(text, /Key Encipherment/);
        assert.match(openssl("verify", "-CAfile", "certificate.pem", "certificate.pem"), /OK/);
    });
    test("validity and key id come back from the certificate", () => {
        assert.deepEqual(certificateValidity(ours.certificatePem), { validFrom: from, validTo: to });
        assert.match(certificateKeyId(ours.certificatePem), /^[0-9a-f]{32}$/);
        assert.notEqual(certificateKeyId(ours.certificatePem), certificateKeyId(others.certificatePem));
    });
    test("an organisation number stands in the name, and 3072 bits is the rule", async () => {
        const wish = { commonName: "X", organisationNumber: "964338531", validFrom: from, validTo: to };
        const made = await makeCertificate(wish);
        writeFileSync(join(folder, "long.pem"), made.certificatePem);
        const text = openssl("x509", "-in", "long.pem", "-noout", "-text");
        assert.match(text, /NTRNO-964338531/);
        assert.match(text, /Public-Key: \(3072 bit\)/);
    });
    test("a certificate may be valid past 2049", async () => {
        const validTo = Date.parse("2060-01-01T00:00:00Z");
        const made = await makeCertificate({ commonName: "X", validFrom: from, validTo, bits: 2048 });
        assert.equal(certificateValidity(made.certificatePem).validTo, validTo);
    });
    test("what is not a certificate is refused by name", () => {
        assert.throws(() => certificateKeyId("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"), (error) => error instanceof Problem && error.code === "key.not-usable");
    });
});
describe("sealing", () => {
    for (const size of [0, 1, 20_000, 5_000_000]) {
        test(`openssl opens ${size} bytes that we sealed`, async () => {
            const content = randomBytes(size);
            writeFileSync(join(folder, "ours"), await seal(content, ours.certificatePem));
            const form = ["-inform", "DER", "-binary", "-in", "ours", "-out", "opened"];
            openssl("cms", "-decrypt", ...form, "-recip", "certificate.pem", "-inkey", "key.pem");
            assert.ok(readFileSync(join(folder, "opened")).equals(content));
        });
        test(`we open ${size} bytes that openssl sealed, in one piece and streamed`, () => {
            const content = randomBytes(size);
            assert.deepEqual(openSealed(sealedByOpenssl(content), [others, ours]), content);
            assert.deepEqual(openSealed(sealedByOpenssl(content, "-stream"), [others, ours]), content);
        });
    }
    test("openssl sees the algorithms that KS prescribes", async () => {
        writeFileSync(join(folder, "ours"), await seal(Buffer.from("x"), ours.certificatePem));
        const text = openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", "ours");
        assert.match(text, /rsaesOaep/);
        assert.match(text, /aes-256-cbc/);
        assert.match(text, /issuerAndSerialNumber/);
        assert.equal(text.match(/sha256/g)?.length, 2);
    });
    test("each sealing of the same bytes is another one", async () => {
        const [one, two] = await Promise.all([
            seal(Buffer.from("x"), ours.certificatePem),
            seal(Buffer.from("x"), ours.certificatePem),
        ]);
        assert.notDeepEqual(one, two);
    });
});
describe("opening", () => {
    test("any of several keys opens; without the right one it is null", async () => {
        const sealed = await seal(Buffer.from("innhold"), ours.certificatePem);
        assert.equal(openSealed(sealed, [others, ours])?.toString(), "innhold");
        assert.equal(openSealed(sealed, [ours, others])?.toString(), "innhold");
        assert.equal(openSealed(sealed, [others]), null);
        assert.equal(openSealed(sealed, []), null);
    });
    test("a key whose certificate has been renewed opens what was sealed to the old one", async () => {
        const sealed = await seal(Buffer.from("innhold"), ours.certificatePem);
        const renewed = { certificatePem: others.certificatePem, privateKeyPem: ours.privateKeyPem };
        assert.equal(openSealed(sealed, [renewed])?.toString(), "innhold");
    });
    test("envelopes for several recipients open with each one's key", () => {
        writeFileSync(join(folder, "other.pem"), others.certificatePem);
        const oaep = ["-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256"];
        writeFileSync(join(folder, "content"), "til to");
        const two = ["-recip", "other.pem", ...oaep, "-recip", "certificate.pem", ...oaep];
        openssl("cms", "-encrypt", "-aes256", "-binary", "-outform", "DER", "-in", "content", "-out", "sealed", ...two);
        const sealed = readFileSync(join(folder, "sealed"));
        assert.equal(openSealed(sealed, [ours])?.toString(), "til to");
        assert.equal(openSealed(sealed, [others])?.toString(), "til to");
    });
    test("every way of cutting it short gives null", async () => {
        const sealed = await seal(randomBytes(300), ours.certificatePem);
        for (let length = 0; length < sealed.length; length += 7)
            assert.equal(openSealed(sealed.subarray(0, length), [ours]), null);
        assert.equal(openSealed(Buffer.concat([sealed, Buffer.from([0])]), [ours]), null);
    });
    test("a flipped bit in key or content gives null or other bytes; elsewhere it never throws", async () => {
        const content = randomBytes(100);
        const sealed = await seal(content, ours.certificatePem);
        const encryptedKey = sealed.indexOf(Buffer.from("04820100", "hex")) + 4;
        for (let at = 0; at < sealed.length; at += 1) {
            const flipped = Buffer.from(sealed);
            flipped[at] ^= 1 << (at % 8);
            const opened = openSealed(flipped, [ours]);
            const isGuarded = (at >= encryptedKey && at < encryptedKey + 256) || at >= sealed.length - 112;
            if (isGuarded)
                assert.ok(opened === null || !opened.equals(content), `bit flipped at ${at}`);
        }
    });
    test("a weaker way of encrypting the key is not opened", () => {
        writeFileSync(join(folder, "content"), "x");
        const form = ["-binary", "-outform", "DER", "-in", "content", "-out", "sealed"];
        openssl("cms", "-encrypt", "-aes256", ...form, "-recip", "certificate.pem");
        const sealed = readFileSync(join(folder, "sealed"));
        assert.equal(openSealed(sealed, [ours]), null);
        assert.equal(looksSealed(sealed), false);
    });
    test("noise and deep nesting give null, quickly", () => {
        const deep = Buffer.concat([Buffer.alloc(50_000, Buffer.from([0x30, 0x80])), Buffer.alloc(100_000)]);
        for (const bytes of [Buffer.alloc(0), randomBytes(5000), Buffer.from("{}"), deep]) {
            assert.equal(openSealed(bytes, [ours]), null);
            assert.equal(looksSealed(bytes), false);
        }
    });
    test("the form of our envelopes is told by their headers, and of nothing that is cut, longer or another", async () => {
        const sealed = await seal(randomBytes(5000), ours.certificatePem);
        assert.equal(hasEnvelopeForm(sealed), true);
        for (const length of [0, 1, 30, 400, sealed.length - 1])
            assert.equal(hasEnvelopeForm(sealed.subarray(0, length)), false, `cut at ${length}`);
        assert.equal(hasEnvelopeForm(Buffer.concat([sealed, Buffer.of(0)])), false);
        for (const algorithm of [envelopedData, oaep, data, aes256Cbc]) {
            const changed = Buffer.from(sealed);
            changed[sealed.indexOf(algorithm) + algorithm.length - 1] ^= 1;
            assert.equal(hasEnvelopeForm(changed), false);
            assert.equal(looksSealed(changed), false);
        }
        const inPieces = Buffer.from(sealed);
        inPieces[1] = 0x80;
        assert.equal(hasEnvelopeForm(inPieces), false);
    });
    test("an envelope looks like one; its content does not", async () => {
        assert.equal(looksSealed(await seal(Buffer.from("x"), ours.certificatePem)), true);
        assert.equal(looksSealed(Buffer.from(ours.certificatePem)), false);
    });
});
test("octets that happen to look like a BER value are octets all the same", async () => {
    const content = randomBytes(100);
    const sealed = await seal(content, ours.certificatePem);
    // The IV, told by what stands before it: the cipher's object id, then an octet string of 16 bytes.
    const before = Buffer.from("060960864801650304012a0410", "hex");
    const at = sealed.indexOf(before) + before.length;
    const [iv, lookalike] = [
        Buffer.from(sealed.subarray(at, at + 16)),
        Buffer.from(`040e${"61".repeat(14)}`, "hex"),
    ];
    lookalike.copy(sealed, at);
    const opened = openSealed(sealed, [ours]);
    const changed = content.map((byte, index) => (index < 16 ? byte ^ iv[index] ^ lookalike[index] : byte));
    assert.deepEqual(opened, Buffer.from(changed));
});
//# sourceMappingURL=seal.test.js.map