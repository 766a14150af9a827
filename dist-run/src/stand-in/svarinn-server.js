// A stand-in for KS's SvarInn, so that a receiver can be tried against a server that is not our hub. It answers as
// the real one is documented to and as its clients' test servers do: fields left out or null, ids that are no UUID,
// download addresses of another form. Everything is in memory, and it says what it was asked, in order.
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { refuseOutsideDemo } from "../config.js";
import { sameSecret, sha256Hex } from "../core/hash.js";
import { assert } from "../core/problem.js";
import { jsonName, pdfName } from "../core/report.js";
import { listen } from "../http/server.js";
import { packContainer } from "../wire/container.js";
import { jsonOrNull } from "../wire/foreign.js";
import { seal } from "../wire/seal.js";
const listMax = 200;
/** Starts the stand-in. Refuses outside a demonstration. */
export async function startSvarInnServer(env, settings) {
    refuseOutsideDemo(env, "the SvarInn server");
    const waiting = new Map();
    const calls = [];
    const hear = async (call) => {
        calls.push(call);
        await settings.onCall?.(call);
    };
    const server = await listen(svarInnApp(settings, waiting, hear), {
        host: "127.0.0.1",
        port: settings.port,
        publicOrigin: `http://127.0.0.1:${settings.port}`,
        tls: null,
    });
    const baseUrl = `http://127.0.0.1:${server.port}/tjenester`;
    return {
        baseUrl,
        calls,
        send: async (content, shape) => {
            const one = await forsendelseOf(content, shape, baseUrl, settings.certificatePem);
            waiting.set(one.id, one);
            return one.id;
        },
        waiting: () => [...waiting.keys()],
        close: () => server.close(),
    };
}
function svarInnApp(settings, waiting, hear) {
    const app = new Hono().basePath("/tjenester/svarinn");
    const expected = `Basic ${Buffer.from(`${settings.user}:${settings.password}`).toString("base64")}`;
    app.use(async (c, next) => {
        const given = c.req.header("authorization") ?? "";
        if (sameSecret(Buffer.from(given), Buffer.from(expected)))
            return next();
        return c.body(null, 401, { "www-authenticate": 'Basic realm="SvarInn"' });
    });
    app.get("/mottaker/hentNyeForsendelser", async (c) => {
        await hear({ asked: "list", id: null, body: null, status: 200 });
        return c.json([...waiting.values()].slice(0, listMax).map((one) => one.listed));
    });
    const download = async (c) => {
        const one = waiting.get(c.req.param("id") ?? "");
        await hear({ asked: "download", id: c.req.param("id") ?? null, body: null, status: one ? 200 : 404 });
        if (!one)
            return c.body(null, 404);
        const name = one.type === "application/zip" ? "dokumenter.zip" : pdfName;
        return c.body(new Uint8Array(one.encrypted), 200, {
            "content-type": one.type,
            "content-disposition": `attachment; filename="${name}"`,
        });
    };
    app.get("/forsendelse/:id", download);
    app.get("/mottaker/hentForsendelsefil/:id", download);
    app.post("/kvitterMottak/forsendelse/:id", async (c) => {
        const id = c.req.param("id");
        const status = waiting.has(id) ? 200 : 404;
        await hear({ asked: "kvitterMottak", id, body: null, status });
        waiting.delete(id);
        return c.body(null, status);
    });
    app.post("/mottakFeilet/forsendelse/:id", async (c) => {
        const id = c.req.param("id");
        const body = jsonOrNull(Buffer.from(await c.req.arrayBuffer()));
        const status = !waiting.has(id) ? 404 : typeof body?.permanent === "boolean" ? 200 : 400;
        await hear({ asked: "mottakFeilet", id, body, status });
        if (status === 200 && body?.permanent === true)
            waiting.delete(id); // From here it goes another way.
        return c.body(null, status);
    });
    return app;
}
async function forsendelseOf(content, shape, baseUrl, certificatePem) {
    const id = shape === "odd" ? `AAAAAAA-${randomUUID().slice(9).toUpperCase()}` : randomUUID();
    const isBoth = "json" in content;
    const files = [
        ...(isBoth ? [{ name: jsonName, mimetype: "application/json", bytes: content.json }] : []),
        { name: pdfName, mimetype: "application/pdf", bytes: content.pdf },
    ];
    const clear = isBoth ? await packContainer(content) : content.pdf;
    const encrypted = await seal(clear, certificatePem);
    const listed = shapes[shape](id, baseUrl, files);
    assert("id" in listed, "a forsendelse is listed under its id");
    return { id, listed, encrypted, type: isBoth ? "application/zip" : "application/pdf" };
}
const receiver = {
    adresse1: "Testveien 1",
    adresse2: null,
    adresse3: null,
    postnr: "5003",
    poststed: "Bergen",
    navn: "Oppdikta kommune",
    land: "Norge",
    orgnr: "999888777",
};
const shapes = {
    full: (id, baseUrl, files) => ({
        avsender: { adresselinje1: "Testveien 2", navn: "Oppdikta avsender", poststed: "Bergen", postnr: "5003" },
        mottaker: receiver,
        svarSendesTil: receiver,
        id,
        tittel: "Bekymringsmelding",
        date: Date.now(),
        status: "Klar for mottak",
        niva: "4",
        forsendelseType: "bekymringsmelding",
        eksternRef: id,
        metadataFraAvleverendeSystem: {
            sakssekvensnummer: 0,
            saksaar: 0,
            ekstraMetadata: [{ key: null, value: null }],
        },
        metadataForImport: { sakssekvensnummer: 0, saksaar: 0, dokumentetsDato: new Date().toISOString() },
        filmetadata: files.map((file) => ({
            filnavn: file.name,
            mimetype: file.mimetype,
            sha256hash: sha256Hex(file.bytes),
            dokumentType: null,
            size: file.bytes.length,
        })),
        downloadUrl: `${baseUrl}/svarinn/forsendelse/${id}`,
        taushetsbelagtPost: true,
    }),
    sparse: (id, baseUrl, files) => ({
        avsender: null,
        mottaker: receiver,
        id,
        tittel: null,
        date: null,
        status: "Akseptert",
        metadataForImport: { sakssekvensnummer: 0, saksaar: 0, journalposttype: null },
        svarPaForsendelse: null,
        filmetadata: files.map((file) => ({ filnavn: file.name, mimetype: file.mimetype, dokumentType: null })),
        downloadUrl: `${baseUrl}/svarinn/forsendelse/${id}`,
    }),
    odd: (id, baseUrl, files) => ({
        mottaker: { ...receiver, fnr: null },
        id,
        date: 1412668736853,
        status: "Akseptert",
        filmetadata: files.map((file) => ({ filnavn: file.name, sha256hash: null, size: 0 })),
        downloadUrl: `${baseUrl}/svarinn/mottaker/hentForsendelsefil/${id}`,
    }),
};
//# sourceMappingURL=svarinn-server.js.map