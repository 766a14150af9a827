// A hub in 2024 for tests of the hold, with one service and reports whose past lets their content go: this server's own
// clock is later than anything that is played here, as it must be for the database to agree that it is time.

import { connect, type Db } from "../src/pg/db.ts";
import { dayMs, type Past, wholePast, writePast } from "./held-report.ts";
import { type HubRoom, openHub } from "./hub-room.ts";
import type { Key, Sealed } from "./sealed-package.ts";
import type { Receipt } from "../src/core/receipt.ts";

const opened = Date.parse("2024-03-04T09:00:00.000Z");
export const copiesKept = { walDays: 14, backupDays: 60 };

export type HoldingRoom = {
  readonly room: HubRoom;
  /** As the owner of the tables. */
  readonly owner: Db;
  /** A report of the service, and the receipts its erasure is to rest on. The hub's clock is 121 days on after it. */
  held(change?: (past: Past) => Partial<Past>, service?: string): Promise<Held>;
  close(): Promise<void>;
};

export type Held = Sealed & { readonly receipt: Receipt; readonly placed: readonly Receipt[] };

export async function openHoldingRoom(services: readonly string[] = ["alver"]): Promise<HoldingRoom> {
  const room = await openHub({}, undefined, { at: opened, copiesKept });
  const municipalities = ["4631", "4601", "4626"];
  for (const [index, id] of services.entries()) await room.addService(id, "receiver", municipalities[index]!);
  const owner = connect(room.database.ownerUrl);
  let days = 0;
  const held: HoldingRoom["held"] = async (change = () => ({}), service = services[0]!) => {
    // Each on a day of its own: days are what is compared.
    days += 1;
    room.now = opened + days * dayMs;
    const report = await room.accepted(service);
    const { id, receipt } = report;
    const past = wholePast(room.now);
    const signers = { hub: hubKeyOf(room), service: room.receiptKeys.get(service)! };
    const accepted = { id, service, serial: receipt.serial };
    const placed = await writePast(owner, accepted, { ...past, ...change(past) }, signers);
    room.now += 121 * dayMs;
    return { ...report, placed };
  };
  return {
    room,
    owner,
    held,
    close: async () => {
      await owner.close();
      await room.close();
    },
  };
}

function hubKeyOf(room: HubRoom): Key {
  return { ...room.hub.key, publicKey: room.hub.key.privateKey };
}

/** How many bytes of content the hub has of a report, and of its pairs. */
export async function sizesOf(read: Db["read"], id: string) {
  const [row] = await read<{ sealed: number; paper: number; pairs: number }[]>`
    select octet_length(sealed) as sealed, octet_length(paper) as paper, octet_length(pairs) as pairs
    from package where report = ${id}`;
  return row!;
}

/** Attempts to erase a report, as they were noted. */
export async function attemptsOn(read: Db["read"], id: string): Promise<string[]> {
  const rows = await read<{ outcome: string }[]>`
    select outcome from erase_attempt where report = ${id} order by number`;
  return rows.map(({ outcome }) => outcome);
}
