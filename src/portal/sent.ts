// What a session remembers of what was sent from it. Ids, and whom to call; nothing of what was written.

import type { Channel } from "../core/area.ts";

/** One delivery: a report to one service. */
export type SentDelivery = {
  /** The report's id, and the package's. */
  readonly id: string;
  readonly service: string;
  readonly name: string;
  readonly phone: string | null;
  readonly channel: Channel;
  readonly municipality: string;
};

/** What one press on «Send» became: one report to each service, under one tracking code. */
export type SentReport = {
  /** The tracking code is derived from it. */
  readonly draftId: string;
  /** The report that was made when the answers were changed after this one was sealed. */
  readonly replacedBy?: string;
  /** Of the answers that it was made from. */
  readonly hash: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly deliveries: readonly SentDelivery[];
};
