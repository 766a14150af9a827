// Goal: a configuration that is wrong is refused at start, by the place in the file and what to do; never with a
// secret in the message. Method: one right configuration with real keys, spoilt in each place.
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { newSigner, pemOf } from "../../test/offering-hub.js";
import { newEncryption } from "../../test/receiver-room.js";
import { Problem } from "../core/problem.js";
import { receiverSettings } from "./settings.js";
let folder;
const hubKeys = [newSigner(), newSigner()];
const signer = newSigner();
before(async () => {
    folder = mkdtempSync(join(tmpdir(), "framme-settings-"));
    const [ours, other] = [await newEncryption(), await newEncryption()];
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const files = {
        "hub.pem": hubKeys.map((key) => pemOf(key.publicKey)).join("\n"),
        "rsa.public.pem": pemOf(rsa.publicKey),
        "key.pem": ours.privateKeyPem,
        "certificate.pem": ours.certificatePem,
        "other.pem": other.certificatePem,
        "receipt.pem": signer.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
        password: "secret-word\n",
    };
    for (const [name, text] of Object.entries(files))
        writeFileSync(join(folder, name), text);
});
after(() => rmSync(folder, { recursive: true, force: true }));
function right() {
    return {
        id: "municipality",
        hub: { url: "http://127.0.0.1:7000/", publicKeyFile: "hub.pem" },
        services: [
            {
                id: "bergenhus",
                name: "Bergenhus barneverntjeneste",
                encryption: [{ privateKeyFile: "key.pem", certificateFile: "certificate.pem" }],
                receiptKeyFile: "receipt.pem",
                source: { kind: "hub" },
                caseSystem: { kind: "folder", path: "reports" },
            },
        ],
    };
}
function read(change = () => undefined) {
    const config = right();
    change(config, config.services[0]);
    const path = join(folder, "receiver.json");
    writeFileSync(path, JSON.stringify(config));
    return receiverSettings({ RECEIVER_CONFIG: path });
}
test("a right configuration is read, with paths from its own folder", () => {
    const settings = read();
    assert.equal(settings.hub.url, "http://127.0.0.1:7000");
    assert.deepEqual([...settings.hub.hubKeys.keys()], hubKeys.map((key) => key.keyId));
    const [service] = settings.services;
    assert.equal(service.receiptKey.keyId, signer.keyId);
    assert.deepEqual(service.caseSystem, { kind: "folder", path: join(folder, "reports") });
});
test("a service may take from SvarInn alone, and then needs no hub", () => {
    const svarinn = {
        kind: "svarinn",
        baseUrl: "https://svarut.ks.no/tjenester/",
        user: "u",
        passwordFile: "password",
    };
    const settings = read((config, service) => {
        config.hub = {};
        service.source = svarinn;
    });
    assert.equal(settings.hub, null);
    const expected = {
        kind: "svarinn",
        baseUrl: "https://svarut.ks.no/tjenester",
        user: "u",
        password: "secret-word",
    };
    assert.deepEqual(settings.services[0].source, { ...expected, pollSeconds: 900 });
});
test("what is wrong is refused by its place and what to do", () => {
    const sql = {
        kind: "sql",
        databaseUrl: "postgres://u:hidden-word@h/d",
        table: "t",
        columns: { reportId: "id" },
    };
    const wrong = [
        [/hub\.url: it is not set/, (config) => delete config.hub.url],
        [/hub\.url: plain http is only for this machine/, (config) => (config.hub.url = "http://hub.example.no")],
        [/hub\.publicKeyFile: there is no file .*gone/, (config) => (config.hub.publicKeyFile = "gone")],
        [
            /hub\.publicKeyFile: it must hold one or more Ed25519/,
            (config) => (config.hub.publicKeyFile = "rsa.public.pem"),
        ],
        [/services: name at least one/, (config) => (config.services.length = 0)],
        [/services: two have the same id/, (config, service) => config.services.push(service)],
        [/services\[0\]\.id: use lower-case/, (_, service) => (service.id = "Bergenhus")],
        [/services\[0\]\.encryption: name at least one/, (_, service) => (service.encryption = [])],
        [
            /encryption\[0\]: the certificate is not of this private key/,
            (_, service) => {
                service.encryption = [{ privateKeyFile: "key.pem", certificateFile: "other.pem" }];
            },
        ],
        [
            /privateKeyFile: it is not a private key/,
            (_, service) => {
                service.encryption = [{ privateKeyFile: "certificate.pem", certificateFile: "certificate.pem" }];
            },
        ],
        [/receiptKeyFile: it is not an Ed25519/, (_, service) => (service.receiptKeyFile = "key.pem")],
        [/source\.kind: it must be/, (_, service) => (service.source = { kind: "mail" })],
        [
            /source\.passwordFile: it is not set/,
            (_, service) => {
                service.source = { kind: "svarinn", baseUrl: "https://x.no", user: "u" };
            },
        ],
        [/caseSystem\.kind: it must be/, (_, service) => (service.caseSystem = { kind: "paper" })],
        [/columns\.reportId: it is not set/, (_, service) => (service.caseSystem = { ...sql, columns: {} })],
        [
            /columns\.body: use one of/,
            (_, service) => (service.caseSystem = { ...sql, columns: { reportId: "i", body: "b" } }),
        ],
        [
            /databaseUrl: it must be like/,
            (_, service) => (service.caseSystem = { ...sql, databaseUrl: "mysql://u:hidden-word@h/d" }),
        ],
    ];
    for (const [place, change] of wrong)
        assert.throws(() => read(change), (error) => {
            assert.ok(error instanceof Problem && error.code === "config.bad", String(error));
            assert.match(error.message, place);
            assert.doesNotMatch(error.message, /secret-word|hidden-word|PRIVATE/);
            return true;
        });
});
test("a configuration that is not there, or not JSON, says so", () => {
    const isBad = (pattern) => (error) => error instanceof Problem && error.code === "config.bad" && pattern.test(error.message);
    assert.throws(() => receiverSettings({}), isBad(/RECEIVER_CONFIG: it is not set/));
    assert.throws(() => receiverSettings({ RECEIVER_CONFIG: "/nowhere/x.json" }), isBad(/there is no file/));
    writeFileSync(join(folder, "bad.json"), "{");
    assert.throws(() => receiverSettings({ RECEIVER_CONFIG: join(folder, "bad.json") }), isBad(/JSON object/));
});
//# sourceMappingURL=settings.test.js.map