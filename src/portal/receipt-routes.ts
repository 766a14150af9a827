// The receipts to take home: the signed one with the proof that it stands in the log, and one on paper. The receipt holds
// from the moment it was given; the proof is asked for when somebody downloads it, and what is not there in time is said
// to come later.

import type { Context, Hono } from "hono";
import type { LogProof } from "./hub-log.ts";
import type { PageWish } from "./pages/page.tsx";
import { paths } from "./paths.ts";
import { receiptPdf } from "./receipt-pdf.ts";
import type { DeliveryState } from "./receipts.ts";
import { sendPaths } from "./send-paths.ts";
import { type Shown, shownNow, shownOf } from "./shown-reports.ts";
import { gonePage, visitOf, type Writing } from "./visit-routes.ts";

/** How long a download waits for a proof. */
const patienceMs = 1_500;

/** Adds the downloads in one language. */
export function receiptRoutes(app: Hono, writing: Writing, wish: PageWish): void {
  app.get(sendPaths.receiptPdf[wish.language], (c) => asPdf(c, writing, wish));
  app.get(sendPaths.receiptJson[wish.language], (c) => asJson(c, writing, wish));
}

type Accepted = Extract<DeliveryState, { is: "accepted" }>;

/** The report that was asked for by its number, counted from the oldest; the newest without one. */
async function asked(c: Context, writing: Writing, shown: typeof shownOf): Promise<Shown | null> {
  const visit = await visitOf(c, writing);
  const reports = visit ? (await shown(writing, visit)).toReversed() : [];
  const number = Number(c.req.query("nr") ?? reports.length);
  return reports[number - 1] ?? null;
}

/** Nobody else's page may hold what comes here, and a browser saves it under a name that tells nothing. */
function download(c: Context, name: string, type: string): void {
  c.header("Content-Type", type);
  c.header("Content-Disposition", `attachment; filename="${name}"`);
}

async function asPdf(c: Context, writing: Writing, wish: PageWish): Promise<Response> {
  const [report, proofs] = await Promise.all([
    asked(c, writing, shownNow),
    asked(c, writing, shownOf).then((known) => proofsOf(writing, acceptedIn(known))),
  ]);
  const accepted = acceptedIn(report);
  if (!report || accepted.length === 0) return gonePage(c, wish, null);
  const bytes = await receiptPdf({
    language: wish.language,
    code: report.code,
    followAddress: writing.publicOrigin + paths.follow[wish.language],
    verifyAddress: writing.publicOrigin + paths.verify[wish.language],
    madeAt: writing.sending.clock(),
    all: report.deliveries.length,
    stored: accepted.map(({ receipt, followed }) => ({
      id: receipt.reportId,
      at: Date.parse(receipt.at),
      followed,
      proof: proofs.get(receipt.reportId) ?? null,
    })),
  });
  download(c, "kvittering.pdf", "application/pdf");
  return c.body(new Uint8Array(bytes));
}

/** One receipt a file, so that a file is one thing to check: `del` says which, where there are several. */
async function asJson(c: Context, writing: Writing, wish: PageWish): Promise<Response> {
  const report = await asked(c, writing, shownOf);
  const found = acceptedIn(report)[Number(c.req.query("del") ?? 1) - 1];
  if (!report || !found) return gonePage(c, wish, null);
  const { receipt } = found;
  const proof = await writing.log.proofOf(receipt, patienceMs);
  download(c, "kvittering.json", "application/json");
  return c.body(
    JSON.stringify(
      {
        // As it was signed: a check of the signature takes these very fields.
        receipt,
        proof: proof?.raw ?? null,
        ...(proof ? {} : { proofLater }),
        trackingCode: report.code,
        followAt: writing.publicOrigin + paths.follow[wish.language],
        howToCheck,
      },
      null,
      2,
    ),
  );
}

async function proofsOf({ log }: Writing, states: readonly Accepted[]): Promise<Map<string, LogProof>> {
  const found = await Promise.all(
    states.map(async ({ receipt }) => [receipt.reportId, await log.proofOf(receipt, patienceMs)] as const),
  );
  return new Map(found.flatMap(([id, proof]) => (proof ? [[id, proof] as const] : [])));
}

/** For whoever wants to check a receipt without us. */
const howToCheck =
  "framme verify kvittering.json. The receipt is signed with Ed25519 by the key of the hub that its field key names; docs/protocol.md in Framme says which bytes are signed, where the hub publishes its keys, and how the proof leads from the receipt to the log's signed head.";

const proofLater =
  "The receipt holds as it is. The proof that it stands in the log was not ready: download the receipt again in a while.";

function acceptedIn(report: Shown | null): Accepted[] {
  return (report?.deliveries ?? []).filter((state): state is Accepted => state.is === "accepted");
}
