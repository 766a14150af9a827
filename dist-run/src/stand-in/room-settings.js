// What each room of the demonstration is told: its environment, and the configuration files it reads. Least
// privilege: a room gets its own database and the key files that are its own, and nothing of this process's
// environment but where programs are and the limits that its operator may set.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { jsonOrNull } from "../wire/foreign.js";
import { caseSystemTable } from "./case-system.js";
import { demoSubmitters, serviceFiles } from "./demo-keys.js";
import { demoServices } from "./demo-places.js";
import { writeIdentityConfig } from "./identity-demo.js";
import { writeSecret } from "./secret-file.js";
export const receivers = ["bergen", "oslo", "vestland"];
/** Settings that whoever starts the demo may set for its rooms. */
const passedOn = ["PATH", "HOME", "TMPDIR", "TZ", "LOG_LEVEL"];
const hubLimits = [
    "REPORT_MAX_BYTES",
    "RATE_REPORTS_PER_MINUTE",
    "RATE_FOLLOW_PER_MINUTE",
    "RATE_REQUESTS_PER_MINUTE",
];
/** Where reminders go, and how many codes one may try. */
const portalSettings = ["SMTP_URL", "MAIL_FROM", "SMS_URL", "RATE_FOLLOW_PER_MINUTE"];
/** Where a room on this machine is reached. */
export function originOf(port) {
    return `http://127.0.0.1:${port}`;
}
/** Writes the rooms' configuration files and gives the rooms, in the order they are to start. */
export function roomsOf(layout, ports, databases, env) {
    const server = (port) => ({ HOST: "127.0.0.1", PORT: String(port), PUBLIC_ORIGIN: originOf(port) });
    const common = (names) => Object.fromEntries([
        ["FRAMME_DEMO", "1"],
        ...names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
    ]);
    const hub = {
        HUB_KEY_FILE: layout.hub.key,
        HUB_PEOPLE_FILE: layout.hub.people,
        HUB_ID: "hub",
        DATABASE_POOL: "8",
    };
    const loginAs = (id, keyFile) => ({
        OIDC_ISSUER: originOf(ports.identity),
        OIDC_CLIENT_ID: id,
        OIDC_KEY_FILE: keyFile,
    });
    writeInboxConfig(layout);
    return [
        {
            name: "hub",
            command: "hub",
            env: {
                ...common([...passedOn, ...hubLimits]),
                ...server(ports.hub),
                ...hub,
                DATABASE_URL: databases.hub,
            },
        },
        {
            name: "inbox",
            command: "inbox",
            env: {
                ...common(passedOn),
                ...server(ports.inbox),
                ...loginAs("inbox", layout.inbox.oidcKey),
                INBOX_CONFIG: layout.inboxConfig,
                DATABASE_URL: databases["inbox:municipal"],
            },
        },
        {
            name: "identity",
            command: "identity",
            env: {
                ...common(passedOn),
                ...server(ports.identity),
                IDENTITY_CONFIG: writeIdentityConfig(layout, ports),
            },
        },
        {
            name: "postbox",
            command: "postbox",
            env: { ...common(passedOn), ...server(ports.postbox), SMTP_PORT: String(ports.mail) },
        },
        {
            name: "portal",
            command: "portal",
            env: {
                ...remindersTo(ports),
                ...common([...passedOn, ...portalSettings]),
                ...server(ports.portal),
                ...loginAs("portal", layout.portal.oidcKey),
                ...portalSender(layout, ports),
                DATABASE_POOL: "8",
                DATABASE_URL: databases.portal,
                OUTBOX_DATABASE_URL: databases["outbox:portal"],
            },
        },
        ...receivers.map((id) => ({
            name: `receiver-${id}`,
            command: "receiver",
            env: {
                ...common(passedOn),
                RECEIVER_CONFIG: writeReceiverConfig(layout, id, ports, databases.case_system),
                DATABASE_URL: databases[`receiver:${id}`],
            },
        })),
    ];
}
/** Reminders go to the postbox, unless whoever starts the demonstration names a real way. */
function remindersTo(ports) {
    return {
        SMTP_URL: `smtp://127.0.0.1:${ports.mail}`,
        MAIL_FROM: "paminnelse@example.no",
        SMS_URL: `${originOf(ports.postbox)}/sms`,
    };
}
/** The portal as a sender: the hub it knows by its key, and the key and secret that are the portal's own. */
function portalSender(layout, ports) {
    const portal = demoSubmitters(layout)[1];
    return {
        HUB_URL: originOf(ports.hub),
        HUB_PUBLIC_KEY_FILE: layout.hub.publicKey,
        SUBMITTER_ID: portal.id,
        SUBMITTER_KEY_FILE: portal.key,
        SENDER_SECRET_FILE: portal.secret,
    };
}
/** What of an earlier configuration is kept: keys that were added by hand, such as at a rotation. */
function keptFrom(file) {
    const earlier = existsSync(file) ? jsonOrNull(readFileSync(file)) : null;
    return new Map((earlier?.services ?? []).map((one) => [one.id, one]));
}
function writeReceiverConfig(layout, id, ports, caseSystemUrl) {
    const folder = layout.receiver(id);
    const from = (path) => relative(folder, path);
    const kept = keptFrom(`${folder}/receiver.json`);
    const services = demoServices
        .filter((one) => one.receiver === id)
        .map((one) => {
        const files = serviceFiles(layout, one);
        return {
            id: one.service.id,
            name: one.service.name,
            encryption: kept.get(one.service.id)?.encryption ?? [
                { privateKeyFile: from(files.key), certificateFile: from(files.certificate) },
            ],
            receiptKeyFile: kept.get(one.service.id)?.receiptKeyFile ?? from(files.receiptKey),
            source: { kind: "hub" },
            caseSystem: caseSystemOf(one, files.reports, from, ports, caseSystemUrl),
        };
    });
    const hub = { url: originOf(ports.hub), publicKeyFile: from(layout.hub.publicKey) };
    // It names the case system's database with its password.
    writeSecret(`${folder}/receiver.json`, JSON.stringify({ id, hub, services }, null, 2));
    return `${folder}/receiver.json`;
}
function caseSystemOf(one, reports, from, ports, databaseUrl) {
    if (one.caseSystem === "sql")
        return { kind: "sql", databaseUrl, ...caseSystemTable };
    if (one.caseSystem === "inbox")
        return { kind: "inbox", url: originOf(ports.inbox) };
    mkdirSync(reports, { recursive: true, mode: 0o700 });
    return { kind: "folder", path: from(reports) };
}
function writeInboxConfig(layout) {
    const kept = keptFrom(layout.inboxConfig);
    const services = demoServices
        .filter((one) => one.caseSystem === "inbox")
        .map((one) => {
        const { id, name } = one.service;
        const receiptPublicKeyFile = kept.get(id)?.receiptPublicKeyFile ?? serviceFiles(layout, one).receiptPublicKey;
        return { id, name, receiptPublicKeyFile };
    });
    mkdirSync(dirname(layout.inboxConfig), { recursive: true, mode: 0o700 });
    writeSecret(layout.inboxConfig, JSON.stringify({ id: "municipal", services }, null, 2));
}
//# sourceMappingURL=room-settings.js.map