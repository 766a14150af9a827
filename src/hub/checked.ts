// Where reports are, as far as the hub has looked: receipts, challenges and losses of each, added up. It is told to
// whoever sent a report and whoever has its code, so it rests on nothing that a private reporter may not learn.

import { type Check, checkedOf } from "../core/checked.ts";
import type { Receipt, ReceiptKind } from "../core/receipt.ts";
import type { Read } from "../pg/db.ts";
import { type AskedRow, askedOf, type FoundRow, foundOf, withPairs } from "./checked-store.ts";
import { receiptsOf } from "./receipt-store.ts";

export type Told = Check & {
  /** With `lost`: whether the hub still has the content, and so has sent it again. Null otherwise. */
  readonly sentAgain: boolean | null;
};

export type Checked = { readonly receipts: readonly Receipt[]; readonly check: Told };

/** Returned or opened, or not: the same is told. */
const hidden: readonly ReceiptKind[] = ["returned", "opened"];

/** The receipts of these reports, in the order they were recorded, and what is known of where each is now. */
export async function checksOf(
  read: Read,
  ids: readonly string[],
  now: number,
): Promise<Map<string, Checked>> {
  const [receipts, asked, found, pairs] = await Promise.all([
    receiptsOf(read, ids),
    askedOf(read, ids),
    foundOf(read, ids),
    withPairs(read, ids),
  ]);
  const of = <T extends { readonly report: string }>(rows: readonly T[], id: string) =>
    rows.filter(({ report }) => report === id);
  return new Map(
    ids.map((id) => {
      const recorded = of(receipts, id).map(({ body, recordedAt }) => ({
        receipt: JSON.parse(body) as Receipt,
        recordedAt: recordedAt.toISOString(),
      }));
      const facts = {
        receipts: recorded,
        asked: of(asked, id),
        found: of(found, id),
        hasPairs: pairs.has(id),
      };
      return [id, { receipts: recorded.map(({ receipt }) => receipt), check: told(facts, now) }];
    }),
  );
}

type Facts = {
  readonly receipts: readonly { readonly receipt: Receipt; readonly recordedAt: string }[];
  readonly asked: readonly AskedRow[];
  readonly found: readonly FoundRow[];
  readonly hasPairs: boolean;
};

function told({ receipts, asked, found, hasPairs }: Facts, now: number): Told {
  const has = (kind: string) => found.some((one) => one.kind === kind);
  const check = checkedOf(
    {
      receipts: receipts.filter(({ receipt }) => !hidden.includes(receipt.kind)),
      challenges: asked.map((one) => ({
        ...one,
        revealedAt: one.revealedAt.toISOString(),
        answeredAt: one.answeredAt?.toISOString() ?? null,
      })),
      losses: found.filter(({ kind }) => kind === "loss").map(({ at }) => at.toISOString()),
      nonces: !hasPairs ? "none" : has("proof.run-out") ? "run-out" : "left",
    },
    now,
  );
  return { ...check, sentAgain: check.state === "lost" ? !has("report.lost") : null };
}
