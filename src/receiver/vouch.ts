// Says `stored` of a report that was read back. To the hub it is said with an answer to its question, made from the
// content of the very bytes that came back, so a report is opened before it can be said to be stored: what nobody here
// can open is held, but not vouched for.

import { answerTo, type Proof } from "../core/proof.ts";
import { refuse } from "../core/problem.ts";
import type { Receipt } from "../core/receipt.ts";
import { canonicalContent } from "../core/report.ts";
import { nextOfferAt } from "../core/schedule.ts";
import { onSolidGround } from "../pg/ground.ts";
import { togetherFor } from "../pg/together.ts";
import type { OpenedReport } from "./case-system/case-system.ts";
import type { Held } from "./holding.ts";
import { open } from "./open.ts";
import type { Room, ServedService } from "./room.ts";
import { canBeShown, type SealedReport } from "./sealed-report.ts";
import { storedReceipt } from "./sign.ts";
import * as store from "./store.ts";
import { mostTogether } from "./take.ts";

/** Opens what must be opened to answer; null where nothing can be asked. Refuses as `open` does. */
export async function openToAnswer(
  room: Room,
  service: ServedService,
  held: Held,
): Promise<OpenedReport | null> {
  return canBeShown(held.report) ? open(room, service, held.report) : null;
}

type ToVouch = {
  readonly service: ServedService;
  readonly held: Held;
  readonly proof: Proof | null;
};

const vouchTogether = togetherFor(vouchAll, { most: mostTogether });

/**
 * Issues the `stored` receipt of a report that was read back, or gives the one that stands. `opened` comes from
 * `openToAnswer`. Refuses with `proof.awaited` while the hub has not asked.
 */
export async function vouch(
  room: Room,
  service: ServedService,
  held: Held,
  opened: OpenedReport | null,
): Promise<Receipt> {
  return vouchTogether(room, { service, held, proof: opened ? answerOf(held, opened) : null });
}

function answerOf({ question }: Held, { files }: OpenedReport): Proof {
  const { n, nonce } = question ?? refuse("proof.awaited");
  return { n, mac: answerTo(nonce, canonicalContent(files)) };
}

async function vouchAll(room: Room, batch: readonly ToVouch[]): Promise<Receipt[]> {
  const issued = batch.map(({ service, held, proof }) =>
    issuedFor(storedReceipt(room, service, held, proof), held.report),
  );
  const turn = { over: "prove", next: "register", nextAt: nextOfferAt(1, room.clock()) } as const;
  const kept = await room.db.begin((tx) => onSolidGround(tx, () => store.keepReceipts(tx, issued, turn)));
  return kept.map(({ receipt }) => receipt);
}

/** A receipt and whether it goes back to where the report came from. SvarInn has no word for `stored`. */
export function issuedFor(receipt: Receipt, { envelope }: Pick<SealedReport, "envelope">): store.Issued {
  return { receipt, isToReport: envelope.source === "hub" || receipt.kind !== "stored" };
}
