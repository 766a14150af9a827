// A hub for tests of the receiver: real assertions, real seals and signatures, answers by the rules of
// docs/protocol.md, and nothing kept on disk. What it is told to do wrong, it does wrong.
import { createPublicKey, generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { Hono } from "hono";
import { sha256Hex } from "../src/core/hash.js";
import { firstFreePair, pairFor, pairIn } from "../src/core/proof.js";
import { checkReceipt, receiptHash, signReceipt } from "../src/core/receipt.js";
import { contentHashOf, jsonName, pdfName, proofPairs, } from "../src/core/report.js";
import { keyIdOf } from "../src/core/signature.js";
import { answerError } from "../src/http/answer.js";
import { callerOf } from "../src/http/assertion.js";
import { packContainer } from "../src/wire/container.js";
import { professionalExample } from "../src/wire/ks-report.examples.js";
import { readReceipt } from "../src/wire/receipt-v1.js";
import { packageFrom, writePackage } from "../src/wire/report-package.js";
import { seal } from "../src/wire/seal.js";
/** A new Ed25519 key. */
export function newSigner() {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    return { keyId: keyIdOf(publicKey), privateKey, publicKey };
}
export const submitter = newSigner();
/** Files of a made-up report; each has its own salt, so no two are alike. */
export function newFiles(size = 200) {
    const framme = { salt: randomBytes(32).toString("hex") };
    const json = Buffer.from(JSON.stringify({ ...professionalExample, framme }), "utf8");
    return { json, pdf: Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(size)]) };
}
/** The pairs of what was offered, by its id: known to the sender and the hub. */
const pairsOf = new Map();
/** What a hub offers: the files sealed to the certificate, accepted and signed for by `hub`. */
export async function newOffer(hub, to, files = newFiles(), changed = {}) {
    const sealed = await seal(await packContainer(files), to.certificatePem);
    const paper = randomBytes(32);
    const factsOf = (name, bytes) => ({ name, size: bytes.length, hash: sha256Hex(bytes) });
    const nonces = Array.from({ length: 64 }, () => randomBytes(32));
    const pairs = proofPairs(files, nonces);
    const header = {
        v: 2,
        id: changed.id ?? randomUUID(),
        service: to.service,
        municipality: "4601",
        district: "02",
        kind: "professional",
        protocol: "V2",
        sealedAt: "2026-11-23T12:00:00.000Z",
        submitter: "submitter:test",
        sealed: { size: sealed.length, hash: sha256Hex(sealed), key: "0".repeat(32) },
        paper: { size: paper.length, hash: sha256Hex(paper), key: "0".repeat(32) },
        files: [factsOf(jsonName, files.json), factsOf(pdfName, files.pdf)],
        contentHash: changed.contentHash ?? contentHashOf(files),
        pairsHash: sha256Hex(pairs),
        trackingHash: sha256Hex(randomBytes(16)),
        flags: [],
    };
    const read = packageFrom(JSON.parse(writePackage(header, { sealed, paper, pairs }, submitter).toString("utf8")));
    const accepted = signAccepted(hub, header, to.serial);
    pairsOf.set(header.id, pairs);
    return {
        header,
        signature: { ...read.signature },
        serial: to.serial,
        accepted,
        sealed: sealed.toString("base64"),
        challenge: { id: header.id, n: 0, nonce: pairIn(pairs, 0).nonce, purpose: "stored" },
    };
}
/** The offer as it was before pairs travelled beside the header: nothing of them is told, and nothing is asked. */
export function inFirstForm({ header, ...offer }) {
    if (header.v !== 2)
        return { header, ...offer };
    const { pairsHash: _, ...facts } = header;
    pairsOf.delete(header.id);
    return { ...offer, header: { ...facts, v: 1 }, challenge: null };
}
/** The same report handed over again after a loss, with the question that goes with that. */
export function handedOverAgain(offer, n) {
    const { id } = offer.header;
    const { nonce } = pairIn(pairsOf.get(id), n);
    return { ...offer, challenge: { id, n, nonce, purpose: "again" } };
}
/** What is wrong with a receipt's proof, or null. */
function faultInProof({ kind, reportId, proof }) {
    const pairs = pairsOf.get(reportId);
    if (kind !== "stored" && kind !== "registered")
        return proof ? "proof.not-asked" : null;
    if (!pairs)
        return proof ? "proof.not-asked" : null;
    if (!proof)
        return "proof.missing";
    if (proof.n !== pairFor[kind] && proof.n < firstFreePair)
        return "proof.not-asked";
    return proof.mac === pairIn(pairs, proof.n).mac ? null : "proof.wrong";
}
/** What the hub asks when it has this receipt. */
function questionAfter({ kind, reportId: id, proof }) {
    const pairs = kind === "stored" ? pairsOf.get(id) : undefined;
    if (!pairs || !proof)
        return null;
    const isAgain = proof.n >= firstFreePair;
    const n = isAgain ? proof.n : pairFor.registered;
    return { id, n, nonce: pairIn(pairs, n).nonce, purpose: isAgain ? "again" : "registered" };
}
/** The hub's `accepted` receipt for a header. */
export function signAccepted(hub, header, serial) {
    return signReceipt({
        v: 1,
        kind: "accepted",
        reportId: header.id,
        service: header.service,
        serial,
        at: "2026-11-23T12:03:00.000Z",
        by: { role: "hub", id: "hub" },
        sealedHash: header.sealed.hash,
    }, hub.keyId, hub.privateKey);
}
/** Starts a played hub. It holds each long poll for at most `holdMs`. */
export function playHub(holdMs = 50) {
    const url = "http://hub.test";
    const signer = newSigner();
    const out = new Map();
    const app = new Hono();
    app.onError(answerError);
    const hub = {
        signer,
        url,
        fetch: async (address, init) => {
            hub.requests.push(`${init.method ?? "GET"} ${new URL(address).pathname}`);
            return app.request(address, init);
        },
        offers: [],
        receipts: [],
        requests: [],
        keys: new Map(),
        published: new Map(),
        refusing: () => null,
        asks: true,
        of: (kind, id) => hub.receipts.filter((one) => one.kind === kind && (id === undefined || one.reportId === id)),
    };
    const callerIn = async (request, body) => callerOf(request.headers.get("authorization") ?? undefined, [url], { method: request.method, path: new URL(request.url).pathname, body }, async (keyId) => hub.keys.get(keyId) ?? null, Date.now());
    app.post("/offers", async (c) => {
        const body = await c.req.text();
        const caller = await callerIn(c.req.raw, body);
        const { session, limit } = JSON.parse(body);
        const due = hub.offers.filter(({ header }) => `service:${header.service}` === caller &&
            out.get(header.id) !== session &&
            hub.of("stored", header.id).length === 0);
        const offers = due.slice(0, limit);
        for (const { header } of offers)
            out.set(header.id, session);
        if (offers.length === 0)
            await new Promise((resolve) => setTimeout(resolve, holdMs));
        return c.json({ offers, highest: hub.offers.length });
    });
    app.post("/receipts", async (c) => {
        const body = await c.req.text();
        const caller = await callerIn(c.req.raw, body);
        const { receipts } = JSON.parse(body);
        const results = receipts.map(readReceipt).map((receipt) => {
            const hash = receiptHash(receipt);
            checkReceipt(receipt, hub.keys.get(receipt.key).publicKey);
            const refusal = hub.refusing(receipt) ?? faultInProof(receipt);
            const error = `service:${receipt.service}` === caller ? refusal : "receipt.wrong-service";
            if (error)
                return { hash, outcome: "refused", error, message: error };
            const challenge = hub.asks ? questionAfter(receipt) : null;
            if (hub.of(receipt.kind, receipt.reportId).some((one) => receiptHash(one) === hash))
                return { hash, outcome: "already", challenge };
            hub.receipts.push(receipt);
            return { hash, outcome: "recorded", challenge };
        });
        const isAllRefused = results.every((one) => one.outcome === "refused");
        if (isAllRefused)
            return c.json({ error: results[0].error, message: "no", results }, 409);
        return c.json({ results });
    });
    app.get("/services/:id", (c) => {
        const keys = hub.published.get(c.req.param("id")) ?? { encryption: null, receipt: null };
        return c.json({ id: c.req.param("id"), keys });
    });
    return hub;
}
/** Public half of a signer as PEM. */
export function pemOf(key) {
    const publicKey = key.type === "private" ? createPublicKey(key) : key;
    return publicKey.export({ type: "spki", format: "pem" }).toString();
}
//# sourceMappingURL=offering-hub.js.map