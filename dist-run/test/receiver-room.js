// A receiver for tests: a real database, real keys, a hub that is played and a case system that is played.
import { connect } from "../src/pg/db.js";
import { finding, putIn } from "../src/receiver/finding.js";
import { take } from "../src/receiver/take.js";
import { openToAnswer, vouch } from "../src/receiver/vouch.js";
import { makeCertificate } from "../src/wire/certificate.js";
import { freshDatabase } from "./database.js";
import { newSigner, pemOf, playHub } from "./offering-hub.js";
/** A new encryption key; small, because tests make many. */
export function newEncryption() {
    const day = 86_400_000;
    return makeCertificate({
        commonName: "test",
        validFrom: Date.now() - day,
        validTo: Date.now() + day,
        bits: 2048,
    });
}
/** A case system in memory, that can be told to fail. */
export function playCaseSystem() {
    const system = {
        givesBytesBack: true,
        reports: new Map(),
        puts: 0,
        beforePut: () => undefined,
        keeps: true,
        gives: (report) => report.files,
        put: async (report) => {
            await system.beforePut(report);
            system.puts += 1;
            if (system.keeps && !system.reports.has(report.id))
                system.reports.set(report.id, report);
        },
        readBack: async (id) => {
            const report = system.reports.get(id);
            return report ? { reference: `case-${id.slice(0, 8)}`, files: system.gives(report) } : null;
        },
    };
    return system;
}
/** Takes a report over as a desk does: commits it, reads it back, opens it and says so. */
export async function takeOver(room, service, report) {
    const held = await take(room, report);
    const opened = await openToAnswer(room, service, held);
    return { held, receipt: await vouch(room, service, held, opened) };
}
/** Puts a report into the case system and finds it there, as one whose question has come; null: there is none. */
export async function putAndFind(room, service, report, question = null) {
    return finding(service, await putIn(room, service, report, null), question);
}
/** A receiver's room with one service, known to a played hub. */
export async function testRoom(wish = {}) {
    const database = await freshDatabase("receiver");
    const hub = wish.hub ?? playHub();
    const caseSystem = playCaseSystem();
    const encryption = wish.encryption ?? (await newEncryption());
    const receiptKey = newSigner();
    const readBack = connect(database.url, { max: 2, name: "test-read-back" });
    const id = wish.id ?? "bergenhus";
    const service = servedService(id, hub, encryption, receiptKey, caseSystem, wish.source);
    const world = {
        room: {
            db: database.db,
            readBack,
            clock: () => world.now,
            services: [service],
            software: "framme test",
            flushWaitMs: 5000,
            contentMax: 10_000_000,
        },
        service,
        hub,
        caseSystem,
        encryption,
        receiptKey,
        database,
        now: Date.now(),
        close: async () => {
            await readBack.close();
            await database.drop();
        },
    };
    return world;
}
/** A service served from the played hub, or from another source. */
export function servedService(id, hub, encryption, receiptKey, caseSystem, source = (door) => door) {
    const always = { validFrom: 0, validTo: Number.MAX_SAFE_INTEGER };
    const caller = `service:${id}`;
    hub.keys.set(receiptKey.keyId, { caller, publicKey: receiptKey.publicKey, ...always });
    hub.published.set(id, {
        encryption: { pem: encryption.certificatePem },
        receipt: { pem: pemOf(receiptKey.publicKey) },
    });
    const door = {
        kind: "hub",
        url: hub.url,
        hubKeys: new Map([[hub.signer.keyId, hub.signer.publicKey]]),
        identity: { caller, keyId: receiptKey.keyId, privateKey: receiptKey.privateKey },
        fetch: hub.fetch,
        clock: Date.now,
    };
    return { id, name: id, encryption: [encryption], receiptKey, source: source(door), caseSystem };
}
/** Waits until it is so, looking every few milliseconds; fails after `withinMs`. */
export async function until(isSo, withinMs = 15_000) {
    const deadline = performance.now() + withinMs;
    while (!(await isSo())) {
        if (performance.now() > deadline)
            throw new Error(`it did not come to be within ${withinMs} ms: ${isSo}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
}
//# sourceMappingURL=receiver-room.js.map