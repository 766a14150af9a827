// Goal: a room with a certificate speaks TLS and nothing else, and a port that is taken says what to do. Method:
// real servers on loopback, a certificate of our own making, and a client that trusts just that one.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { Hono } from "hono";
import { makeCertificate } from "../wire/certificate.js";
import { listen } from "./server.js";
const app = new Hono().get("/", (c) => c.text("here"));
const plain = { host: "127.0.0.1", port: 0, publicOrigin: "http://127.0.0.1", tls: null };
test("with a certificate it answers over TLS, and gives plain HTTP nothing", async () => {
    const folder = mkdtempSync(`${tmpdir()}/framme-tls-`);
    const now = Date.now();
    const made = await makeCertificate({ commonName: "room", validFrom: now - 1000, validTo: now + 3_600_000 });
    const tls = { certificateFile: `${folder}/certificate.pem`, keyFile: `${folder}/key.pem` };
    writeFileSync(tls.certificateFile, made.certificatePem);
    writeFileSync(tls.keyFile, made.privateKeyPem, { mode: 0o600 });
    const server = await listen(app, { ...plain, tls });
    const { promise, resolve, reject } = Promise.withResolvers();
    const trust = { ca: made.certificatePem, checkServerIdentity: () => undefined };
    get({ host: "127.0.0.1", port: server.port, ...trust }, (answer) => {
        answer.setEncoding("utf8").on("data", resolve);
    }).on("error", reject);
    assert.equal(await promise, "here");
    await assert.rejects(fetch(`http://127.0.0.1:${server.port}/`));
    await server.close();
    rmSync(folder, { recursive: true });
});
test("a port that is taken is refused with its number and what to do", async () => {
    const first = await listen(app, plain);
    await assert.rejects(listen(app, { ...plain, port: first.port }), {
        code: "config.bad",
        message: new RegExp(`port ${first.port} .*is taken by another program: choose another with PORT`),
    });
    await first.close();
});
//# sourceMappingURL=server.test.js.map