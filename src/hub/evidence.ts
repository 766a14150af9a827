// Which receipts and answers count as proof that a case system has a report, signatures and all. The database cannot check
// a signature; this is where a row that somebody only wrote there is told from what a receiver has said.

import type { HoldFacts } from "../core/hold.ts";
import type { KeyUse } from "../core/key-change.ts";
import { pairIn } from "../core/proof.ts";
import { answerSignatureFits } from "../core/proof-answer.ts";
import { type Receipt, receiptSignatureFits } from "../core/receipt.ts";
import { readAnswer } from "../wire/answer-v1.ts";
import { valueOrNull } from "../wire/foreign.ts";
import { readReceipt } from "../wire/receipt-v1.ts";
import type { AnswerRow, HeldReport } from "./hold-store.ts";
import type { Key, Known } from "./known.ts";

/** When the report was registered, and asked about and answered right, by what its issuers have signed. */
export function signedFacts(
  known: Known,
  held: HeldReport,
  receipts: readonly { readonly body: string; readonly at: Date }[],
  answers: readonly AnswerRow[],
): Pick<HoldFacts, "registeredAt" | "proofs"> {
  const signed = receipts.flatMap(({ body, at }) => {
    const receipt = receiptIn(known, held, body);
    return receipt ? [{ receipt, at: at.getTime() }] : [];
  });
  const right = new Map(answers.flatMap((answer) => rightAnswer(known, held, answer)));
  return {
    registeredAt: signed.filter(({ receipt }) => receipt.kind === "registered").map(({ at }) => at),
    proofs: signed.flatMap(({ receipt: { kind, proof }, at }) => {
      const answer = kind === "proven" && proof ? right.get(proof.n) : undefined;
      return answer && answer.mac === proof?.mac ? [{ at, step: answer.step }] : [];
    }),
  };
}

/** The receipt, if it is of this report and signed by the only one who may say it. */
function receiptIn(known: Known, held: HeldReport, body: string): Receipt | null {
  const receipt = valueOrNull(() => readReceipt(JSON.parse(body)));
  if (receipt?.reportId !== held.report) return null;
  const isHubs = receipt.kind === "proven" && receipt.by.role === "hub";
  const isTheirs = receipt.kind === "registered" && receipt.by.role === "receiver";
  const key = isHubs
    ? keyOf(known, receipt.key, "hub", "hub")
    : isTheirs && keyOf(known, receipt.key, `service:${held.service}`, "receipt");
  return key && receiptSignatureFits(receipt, key.publicKey) ? receipt : null;
}

type Right = readonly [n: number, { readonly mac: string; readonly step: number | null }];

/** A right answer: the HMAC that the sender left with the hub, in an answer that the service has signed. */
function rightAnswer(known: Known, held: HeldReport, { n, step, outcome, body }: AnswerRow): Right[] {
  if (outcome !== "right" || body === null || held.pairs === null) return [];
  const answer = valueOrNull(() => readAnswer(JSON.parse(body)));
  if (answer?.reportId !== held.report || answer.service !== held.service || answer.n !== n) return [];
  const key = keyOf(known, answer.key, `service:${held.service}`, "receipt");
  const isRight = answer.mac === pairIn(held.pairs, n).mac;
  return key && isRight && answerSignatureFits(answer, key.publicKey)
    ? [[n, { mac: answer.mac!, step }]]
    : [];
}

function keyOf(known: Known, keyId: string, owner: string, use: KeyUse): Key | null {
  const key = known.keys.get(keyId);
  return key?.change.owner === owner && key.change.use === use ? key : null;
}
