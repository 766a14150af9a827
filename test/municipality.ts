// A municipality's own rooms: a receiver and an inbox as processes, with the configuration files that say whose
// reports they take and where these go.

import { writeFileSync } from "node:fs";
import type { ServiceKeys } from "./country.ts";
import { freePort } from "./database.ts";
import { type RoomProcess, roomProcess } from "./rooms.ts";

type Source =
  | { readonly kind: "hub" }
  | {
      readonly kind: "svarinn";
      readonly baseUrl: string;
      readonly user: string;
      readonly passwordFile: string;
      readonly pollSeconds: number;
    };

type CaseSystem =
  | { readonly kind: "inbox"; readonly url: string }
  | { readonly kind: "folder"; readonly path: string };

/** A service as its receiver knows it. */
export type Served = {
  readonly id: string;
  readonly keys: ServiceKeys;
  readonly source: Source;
  readonly caseSystem: CaseSystem;
};

/** A receiver for these services, not started yet. `hub` is who is asked, and the key that is pinned for it. */
export async function receiverRoom(
  folder: string,
  databaseUrl: string,
  services: readonly Served[],
  hub: { readonly url: string; readonly publicKeyFile: string } | null,
): Promise<RoomProcess> {
  const config = `${folder}/receiver.json`;
  const served = services.map(({ id, keys, source, caseSystem }) => ({
    id,
    name: id,
    encryption: [{ privateKeyFile: keys.encryptionKeyFile, certificateFile: keys.certificateFile }],
    receiptKeyFile: keys.receiptKeyFile,
    source,
    caseSystem,
  }));
  writeFileSync(config, JSON.stringify({ id: "receiver", ...(hub ? { hub } : {}), services: served }));
  const env = { RECEIVER_CONFIG: config, DATABASE_URL: databaseUrl };
  return roomProcess("receiver", "receiver", await freePort(), env, `${folder}/receiver.log`);
}

/** An inbox for these services, not started yet. */
export async function inboxRoom(
  folder: string,
  databaseUrl: string,
  services: readonly { readonly id: string; readonly keys: ServiceKeys }[],
): Promise<RoomProcess> {
  const config = `${folder}/inbox.json`;
  const known = services.map(({ id, keys }) => ({
    id,
    name: id,
    receiptPublicKeyFile: keys.receiptPublicKeyFile,
  }));
  writeFileSync(config, JSON.stringify({ id: "inbox", services: known }));
  const env = { INBOX_CONFIG: config, DATABASE_URL: databaseUrl };
  return roomProcess("inbox", "inbox", await freePort(), env, `${folder}/inbox.log`);
}
