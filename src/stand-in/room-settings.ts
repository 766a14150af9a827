// What each room of the demonstration is told: its environment, and the configuration files it reads. Least
// privilege: a room gets its own database and the key files that are its own, and nothing of this process's
// environment but where programs are and the limits that its operator may set.

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { jsonOrNull } from "../wire/foreign.ts";
import { caseSystemTable } from "./case-system.ts";
import { demoSubmitters, serviceFiles } from "./demo-keys.ts";
import { demoLogOrigin, demoWitnesses } from "./demo-witnesses.ts";
import { type DemoService, demoServices } from "./demo-places.ts";
import { writeIdentityConfig } from "./identity-demo.ts";
import type { Layout } from "./layout.ts";
import type { Ports } from "./ports.ts";
import { writeSecret } from "./secret-file.ts";

export type Room = {
  /** For people and for the log's name, such as `receiver-bergen`. */
  readonly name: string;
  readonly command: "hub" | "receiver" | "inbox" | "portal" | "identity" | "postbox" | "witness";
  readonly env: NodeJS.ProcessEnv;
};

export const receivers = ["bergen", "oslo", "vestland"] as const;

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
export function originOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** Writes the rooms' configuration files and gives the rooms, in the order they are to start. */
export function roomsOf(
  layout: Layout,
  ports: Ports,
  databases: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Room[] {
  const server = (port: number) => ({ HOST: "127.0.0.1", PORT: String(port), PUBLIC_ORIGIN: originOf(port) });
  const common = (names: readonly string[]) =>
    Object.fromEntries([
      ["FRAMME_DEMO", "1"],
      ...names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
    ]);
  const hub = {
    HUB_KEY_FILE: layout.hub.key,
    HUB_PEOPLE_FILE: layout.hub.people,
    HUB_ID: "hub",
    HUB_LOG_ORIGIN: demoLogOrigin,
    HUB_WITNESSES_FILE: layout.hub.witnesses,
    HUB_WAL_KEPT_DAYS: "7",
    HUB_BACKUP_KEPT_DAYS: "30",
    DATABASE_POOL: "8",
  };
  const loginAs = (id: "portal" | "inbox" | "hub", keyFile: string) => ({
    OIDC_ISSUER: originOf(ports.identity),
    OIDC_CLIENT_ID: id,
    OIDC_KEY_FILE: keyFile,
  });
  writeInboxConfig(layout);
  return [
    ...demoWitnesses.map(({ id, port }) => ({
      name: `witness-${id}`,
      command: "witness" as const,
      env: { ...common(passedOn), ...server(ports[port]), WITNESS_CONFIG: layout.witness(id).config },
    })),
    {
      name: "hub",
      command: "hub",
      env: {
        ...common([...passedOn, ...hubLimits]),
        ...server(ports.hub),
        ...loginAs("hub", layout.hub.oidcKey),
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
      command: "receiver" as const,
      env: {
        ...common(passedOn),
        RECEIVER_CONFIG: writeReceiverConfig(layout, id, ports, databases.case_system!),
        DATABASE_URL: databases[`receiver:${id}`],
      },
    })),
  ];
}

/** Reminders go to the postbox, unless whoever starts the demonstration names a real way. */
function remindersTo(ports: Ports) {
  return {
    SMTP_URL: `smtp://127.0.0.1:${ports.mail}`,
    MAIL_FROM: "paminnelse@example.no",
    SMS_URL: `${originOf(ports.postbox)}/sms`,
  };
}

/** The portal as a sender: the hub it knows by its key, and the key and secret that are the portal's own. */
function portalSender(layout: Layout, ports: Ports) {
  const portal = demoSubmitters(layout)[1];
  return {
    HUB_URL: originOf(ports.hub),
    HUB_PUBLIC_KEY_FILE: layout.hub.publicKey,
    HUB_LOG_ORIGIN: demoLogOrigin,
    WITNESSES_FILE: layout.portal.witnesses,
    SUBMITTER_ID: portal.id,
    SUBMITTER_KEY_FILE: portal.key,
    SENDER_SECRET_FILE: portal.secret,
  };
}

/** What of an earlier configuration is kept: keys that were added by hand, such as at a rotation. */
function keptFrom(file: string): Map<string, Record<string, unknown>> {
  const earlier = existsSync(file) ? (jsonOrNull(readFileSync(file)) as { services?: Kept[] } | null) : null;
  return new Map((earlier?.services ?? []).map((one) => [one.id, one]));
}

type Kept = { readonly id: string; readonly [name: string]: unknown };

function writeReceiverConfig(layout: Layout, id: string, ports: Ports, caseSystemUrl: string): string {
  const folder = layout.receiver(id);
  const from = (path: string) => relative(folder, path);
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

function caseSystemOf(
  one: DemoService,
  reports: string,
  from: (path: string) => string,
  ports: Ports,
  databaseUrl: string,
): unknown {
  if (one.caseSystem === "sql") return { kind: "sql", databaseUrl, ...caseSystemTable };
  if (one.caseSystem === "inbox") return { kind: "inbox", url: originOf(ports.inbox) };
  mkdirSync(reports, { recursive: true, mode: 0o700 });
  return { kind: "folder", path: from(reports) };
}

function writeInboxConfig(layout: Layout): void {
  const kept = keptFrom(layout.inboxConfig);
  const services = demoServices
    .filter((one) => one.caseSystem === "inbox")
    .map((one) => {
      const { id, name } = one.service;
      const receiptPublicKeyFile =
        kept.get(id)?.receiptPublicKeyFile ?? serviceFiles(layout, one).receiptPublicKey;
      return { id, name, receiptPublicKeyFile };
    });
  mkdirSync(dirname(layout.inboxConfig), { recursive: true, mode: 0o700 });
  writeSecret(layout.inboxConfig, JSON.stringify({ id: "municipal", services }, null, 2));
}
