// One sender, its real database and a played hub, new for each test: what the tests of the outbox stand on.
import { randomBytes, randomUUID } from "node:crypto";
import { after, before, beforeEach } from "node:test";
import postgres from "postgres";
import { Problem } from "../src/core/problem.js";
import { keep } from "../src/outbox/keep.js";
import { sealReport } from "../src/outbox/seal-report.js";
import { trackingCodeFor } from "../src/outbox/secret.js";
import { bytesOf, packageOf } from "../src/outbox/store.js";
import { makeCertificate } from "../src/wire/certificate.js";
import { professionalExample } from "../src/wire/ks-report.examples.js";
import { readKsReport } from "../src/wire/ks-report.js";
import { hubOrigin, newPair, PlayedHub } from "./played-hub.js";
export const start = Date.parse("2026-11-23T12:03:00.000Z");
export const secret = randomBytes(32);
export const service = "bergenhus-arstad";
export const receiver = newPair();
export const person = newPair();
export const minutes = (count) => count * 60_000;
export const isProblem = (code) => (error) => error instanceof Problem && error.code === code;
/**
 * Sets the world up around the tests of the file it is called in, on the outbox's database that `fresh` gives.
 * Its fields are new before each test.
 */
export function sendingWorld(fresh) {
    let database;
    let certificatePem;
    const world = {};
    before(async () => {
        database = await fresh();
        const validity = { validFrom: Date.parse("2026-01-01"), validTo: Date.parse("2028-01-01"), bits: 2048 };
        certificatePem = (await makeCertificate({ commonName: "service", ...validity })).certificatePem;
    });
    after(() => database.drop());
    beforeEach(async () => {
        const admin = postgres(database.adminUrl, { max: 1, onnotice: () => undefined });
        await admin `truncate package, package_receipt`.finally(() => admin.end());
        world.hub = new PlayedHub(start);
        world.hub.publish(receiver, `service:${service}`, "receipt");
        world.hub.publish(person, "person:kari", "person");
        world.sender = {
            db: database.db,
            fetch: world.hub.road,
            clock: () => world.hub.now,
            hub: { url: hubOrigin, keys: [world.hub.key.publicKey] },
            identity: { caller: "submitter:test", ...world.hub.submitter },
        };
    });
    world.sealed = () => sealExample(world.hub, certificatePem);
    world.kept = async (sourceKey) => (await keep(world.sender.db, await world.sealed(), sourceKey ?? null, world.hub.now)).package.id;
    world.read = async (id) => (await packageOf(world.sender.db.read, id));
    world.isStillHere = async (id) => (await bytesOf(world.sender.db.read, id)) !== null;
    return world;
}
async function sealExample(hub, certificatePem) {
    const id = randomUUID();
    const toSeal = {
        report: readKsReport(Buffer.from(JSON.stringify(professionalExample))),
        id,
        service: { id: service, protocol: "V2", certificatePem },
        printCertificatePem: certificatePem,
        submitter: { id: "submitter:test", ...hub.submitter },
        trackingCode: trackingCodeFor(secret, id),
    };
    return sealReport(toSeal, hub.now);
}
//# sourceMappingURL=sending-world.js.map