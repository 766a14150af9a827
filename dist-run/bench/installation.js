// Framme set up as an operator and a municipality would: keys, a published service, one hub and one receiver,
// each in its own process and on its own database. What differs from the usual settings is named in `tuned`.
import { createPrivateKey, createPublicKey } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { postKey, putService } from "../src/command/hub.js";
import { makeKey, signedBy } from "../src/command/key-files.js";
import { writeSecret } from "../src/stand-in/secret-file.js";
import { caseTable } from "./case-system.js";
import { freePort } from "./ground.js";
import { startRoom } from "./room-process.js";
export const concurrency = 16;
/** What is set otherwise than usual, and printed with the result. */
export const tuned = {
    hub: { DATABASE_POOL: "10", RATE_REPORTS_PER_MINUTE: "1000000", RATE_REQUESTS_PER_MINUTE: "10000000" },
    receiver: { DATABASE_POOL: "10", READ_BACK_POOL: "4", AT_ONCE: String(concurrency) },
};
/** The rooms' logs of the last run stay, for when it failed. */
const logs = fileURLToPath(new URL("../../var/bench-logs", import.meta.url));
const people = ["kari", "ola"];
const dayMs = 86_400_000;
const service = {
    id: "bench",
    name: "Barneverntjenesten i benken",
    aliases: [],
    organisationNumber: null,
    areas: [{ municipality: "4601", district: null, from: "2024-01-01", to: null }],
    phone: null,
    contacts: [],
    channel: "receiver",
    protocol: "V2",
    caseSystems: [],
    active: true,
};
/** Makes the keys, starts the rooms and publishes what must be public. */
export async function install(folder, databases, profile) {
    rmSync(logs, { recursive: true, force: true });
    mkdirSync(logs, { recursive: true });
    const keys = await makeKeys(`${folder}/keys`);
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    writeSecret(`${folder}/people.json`, JSON.stringify(people.map((name) => personIn(keys, name))));
    const hub = await startRoom({
        room: "hub",
        port,
        env: {
            DATABASE_URL: databases.hub,
            HUB_KEY_FILE: keys.hub.privateKeyFile,
            HUB_PEOPLE_FILE: `${folder}/people.json`,
            ...tuned.hub,
        },
        logFile: `${logs}/hub.log`,
        profile,
    });
    await publish(origin, keys);
    const receiver = await startReceiver(folder, origin, keys, databases, profile);
    return {
        origin,
        service: {
            id: service.id,
            certificatePem: keys.encryption.change.pem,
            receiptKey: createPublicKey(keys.receipt.change.pem),
        },
        printCertificatePem: keys.print.change.pem,
        hubKey: createPublicKey(keys.hub.change.pem),
        submitter: identityOf("submitter:bench", keys.submitter),
        hub,
        receiver,
        stop: async () => {
            await receiver.stop();
            await hub.stop();
        },
    };
}
const wishes = [
    ["hub", "hub", "hub"],
    ["kari", "person:kari", "person"],
    ["ola", "person:ola", "person"],
    ["print", "print", "encryption"],
    ["submitter", "submitter:bench", "submitter"],
    ["encryption", "service:bench", "encryption"],
    ["receipt", "service:bench", "receipt"],
];
async function makeKeys(folder) {
    mkdirSync(folder, { mode: 0o700 });
    const now = Date.now();
    const life = { validFrom: now - dayMs, validTo: now + 365 * dayMs, previous: null };
    const made = wishes.map(async ([stem, owner, use]) => {
        const wish = { owner, use, folder, stem, commonName: stem, ...life };
        return [stem, await makeKey(wish, now)];
    });
    return Object.fromEntries(await Promise.all(made));
}
function personIn(keys, name) {
    return { id: `person:${name}`, name, publicKeyFile: keys[name].publicFile };
}
function identityOf(caller, { privateKeyFile, change }) {
    return { caller, keyId: change.keyId, privateKey: createPrivateKey(readFileSync(privateKeyFile)) };
}
async function publish(origin, keys) {
    await putService(origin, service, identityOf("person:kari", keys.kari));
    for (const name of ["print", "submitter", "encryption", "receipt"]) {
        let proposal = { change: keys[name].change, countersignatures: [] };
        for (const person of people)
            proposal = await signedBy(proposal, { id: `person:${person}`, keyFile: keys[person].privateKeyFile });
        await postKey(origin, proposal.change, proposal.countersignatures);
    }
}
async function startReceiver(folder, origin, keys, databases, profile) {
    const config = {
        id: "bench",
        hub: { url: origin, publicKeyFile: keys.hub.publicFile },
        services: [
            {
                id: service.id,
                name: service.name,
                encryption: [
                    { privateKeyFile: keys.encryption.privateKeyFile, certificateFile: keys.encryption.publicFile },
                ],
                receiptKeyFile: keys.receipt.privateKeyFile,
                source: { kind: "hub" },
                caseSystem: { kind: "sql", databaseUrl: databases.caseSystem, ...caseTable },
            },
        ],
    };
    writeSecret(`${folder}/receiver.json`, JSON.stringify(config));
    return startRoom({
        room: "receiver",
        port: await freePort(),
        env: { DATABASE_URL: databases.receiver, RECEIVER_CONFIG: `${folder}/receiver.json`, ...tuned.receiver },
        logFile: `${logs}/receiver.log`,
        profile,
    });
}
//# sourceMappingURL=installation.js.map