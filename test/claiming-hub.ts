// A hub with two services behind SvarInn and one with a receiver, and somebody at each who speaks for it: reports are
// claimed over HTTP as a case system claims them, and confirmed over HTTP as people do.

import type { Receipt } from "../src/core/receipt.ts";
import type { Identity } from "../src/http/assertion.ts";
import { deviations } from "../src/hub/receipt-store.ts";
import { type Answer, expectStatus, type HubRoom, openHub } from "./hub-room.ts";
import { type Key, newKey, pemOf } from "./sealed-package.ts";

export type Sent = Awaited<ReturnType<HubRoom["accepted"]>>;

export class ClaimingHub {
  readonly room: HubRoom;
  private readonly accounts = new Map<string, string>();
  readonly keys = new Map<string, Key>();

  constructor(room: HubRoom) {
    this.room = room;
  }

  /** Those behind SvarInn, and where they are. */
  async add(id: string, place: string): Promise<void> {
    const { room } = this;
    await room.addService(id, "svarinn", place, { organisationNumber: "123456785" });
    const made = await room.ask("POST", `/services/${id}/svarinn`, undefined, room.asPerson());
    const { user, password } = made.json<{ user: string; password: string }>();
    this.accounts.set(id, `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`);
    await this.addPersonOf(id, `person:leder-${id}`);
  }

  private async addPersonOf(service: string, person: `person:${string}`): Promise<void> {
    const { room } = this;
    expectStatus(await room.ask("PUT", `/services/${service}/people/${person}`, "", room.asPerson()), 201);
    const key = newKey();
    this.keys.set(person, key);
    const change = room.change(person, "person", { keyId: key.keyId, pem: pemOf(key) });
    expectStatus(await room.publish(change), 201);
  }

  leaderOf(service: string): Identity {
    const caller = `person:leder-${service}`;
    return { caller, ...this.keys.get(caller)! };
  }

  /** A report that the service's case system has said it has. */
  async claimed(service = "alver"): Promise<Sent> {
    const report = await this.room.accepted(service);
    const path = `/tjenester/svarinn/kvitterMottak/forsendelse/${report.id}`;
    const headers = { authorization: this.accounts.get(service)! };
    expectStatus(await this.room.ask("POST", path, undefined, undefined, headers), 200);
    return report;
  }

  confirm(
    report: { readonly id: string },
    reference: string,
    who = this.leaderOf("alver"),
    reason?: string,
  ): Promise<Answer> {
    const value = { reportId: report.id, reference, ...(reason ? { reason } : {}) };
    return this.room.ask("POST", "/confirmations", value, who);
  }

  /** Today, by UTC: the tests keep to the middle of the day. */
  today(): string {
    return new Date(this.room.now).toISOString().slice(0, 10);
  }

  upload(text: string, more: Record<string, string> = {}, who = this.leaderOf("alver")): Promise<Answer> {
    const [from, to] = [this.today(), this.today()];
    const file = Buffer.from(text).toString("base64");
    return this.room.ask("POST", "/confirmations/lists", { service: "alver", from, to, file, ...more }, who);
  }

  /** Kinds of a report's receipts, sorted: of one millisecond, they come in any order. */
  async kindsOf({ id }: { readonly id: string }): Promise<string[]> {
    const { room } = this;
    const answer = await room.ask("GET", `/reports/${id}/receipts`, undefined, room.asSubmitter());
    return answer
      .json<{ receipts: Receipt[] }>()
      .receipts.map(({ kind }) => kind)
      .sort();
  }

  /** What stands against a report, with owner and detail. */
  async noted(id: string): Promise<string[]> {
    return (await deviations(this.room.database.db.read, 0, 5000))
      .filter(({ report }) => report === id)
      .map(({ kind, owner, detail }) => `${kind} ${owner} ${detail}`.trim());
  }
}

/** Opens it, with `alver` and `tysnes` behind SvarInn and `bergen` with a receiver. `at`: its origin. */
export async function openClaimingHub(at?: string): Promise<ClaimingHub> {
  const hub = new ClaimingHub(await openHub({}, undefined, at ? { reachedAt: at } : {}));
  await hub.add("alver", "4631");
  await hub.add("tysnes", "4616");
  await hub.room.addService("bergen", "receiver", "4601");
  return hub;
}
