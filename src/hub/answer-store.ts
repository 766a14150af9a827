// Answers to challenges as their receivers signed them, and the pairs they are held against. An outcome is written
// once: the statement that closes a challenge closes only one that is open.

import type { Read, Tx } from "../pg/db.ts";
import type { LaterPurpose } from "./challenge-store.ts";

export type Outcome = "right" | "wrong" | "missing";

export type Asked = {
  readonly report: string;
  readonly n: number;
  readonly purpose: LaterPurpose;
  readonly revealedAt: Date;
  /** The right answer, as the submitter stated it. */
  readonly mac: Buffer;
  readonly outcome: Outcome | null;
  /** The answer that was given; null: none yet. */
  readonly body: string | null;
};

/** The revealed challenges of these reports, locked. */
export async function lockAsked(tx: Tx, ids: readonly string[]): Promise<Asked[]> {
  return tx<Asked[]>`
    select challenge.report, challenge.n, challenge.purpose, challenge.revealed_at,
           substring(package.pairs from challenge.n * 64 + 33 for 32) as mac, challenge.outcome, challenge_answer.body
    from challenge
    join package on package.report = challenge.report
    left join challenge_answer on challenge_answer.report = challenge.report and challenge_answer.n = challenge.n
    where challenge.report = any(${ids as string[]}::uuid[])
    order by challenge.report, challenge.n
    for update of challenge`;
}

export type Judgement = {
  readonly report: string;
  readonly n: number;
  readonly outcome: Outcome;
  readonly body: string;
};

/** Closes these challenges, and keeps what was answered. */
export async function closeChallenges(tx: Tx, rows: readonly Judgement[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    with judged as (
      select report, n, outcome, body
      from unnest(${rows.map((row) => row.report)}::uuid[], ${rows.map((row) => row.n)}::smallint[],
                  ${rows.map((row) => row.outcome)}::text[], ${rows.map((row) => row.body)}::text[])
        as t (report, n, outcome, body)
    ), closed as (
      update challenge set answered_at = ${now}, outcome = judged.outcome from judged
      where challenge.report = judged.report and challenge.n = judged.n and answered_at is null
    )
    insert into challenge_answer (report, n, body, outcome, at)
    select report, n, body, outcome, ${now} from judged`;
}

/** Whether this is the right answer to an open challenge of another of the service's reports, among the next few. */
export async function isOfAnother(
  read: Read,
  service: string,
  { reportId, mac }: { reportId: string; mac: string },
): Promise<boolean> {
  const rows = await read`
    select from (
      select report, n from challenge
      where service = ${service} and answered_at is null and report <> ${reportId}
      order by next_ask_at limit 200
    ) as open
    join package on package.report = open.report
    where substring(package.pairs from open.n * 64 + 33 for 32) = ${Buffer.from(mac, "base64url")}`;
  return rows.length > 0;
}
