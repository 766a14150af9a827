// Whether the hub holds a receiver's word that was not shown to be true: a `stored` or `registered` without the answer
// that the sender wrote down for that very question when it sealed the report.

import type postgres from "postgres";
import { pairFor, pairIn } from "../src/core/proof.ts";
import type { Receipt } from "../src/core/receipt.ts";

type Row = { readonly body: string; readonly pairs: Buffer | null };

/** Each receipt at the hub that carries no proof, or another than the right one. */
export async function unshownReceipts(hub: postgres.Sql): Promise<string[]> {
  const rows = await hub<Row[]>`
    select receipt.body, package.pairs from receipt join package on package.report = receipt.report
    where receipt.kind in ('stored', 'registered')`;
  return rows.flatMap(({ body, pairs }) => {
    const { reportId, kind, proof } = JSON.parse(body) as Receipt;
    const n = pairFor[kind as "stored" | "registered"];
    const isShown = pairs !== null && proof?.n === n && proof.mac === pairIn(pairs, n).mac;
    return isShown ? [] : [`stored-is-shown: ${reportId} is said to be ${kind} without the right proof`];
  });
}
