// The receipt as a PDF to keep: the code, when the hub stored what was sent, how far it had come, where the receipt stands
// in the log, and what that means and does not mean. No child, no service, nothing that was written; whoever finds it on a shared machine learns that something was sent.

import { buffer } from "node:stream/consumers";
import { countOf, type Language, momentIn } from "../web/language.ts";
import { type Page, pageFor } from "../wire/pdf-page.ts";
import type { Followed } from "./hub.ts";
import type { LogProof } from "./hub-log.ts";
import { paper } from "./texts-paper.ts";
import { sendingTexts } from "./texts-sending.ts";

export type ReceiptPdf = {
  readonly language: Language;
  readonly code: string;
  /** Where the code is used. */
  readonly followAddress: string;
  /** Where it is told how a receipt is checked. */
  readonly verifyAddress: string;
  readonly madeAt: number;
  /** How many deliveries there are in all; and those that the hub has, with their time. */
  readonly all: number;
  readonly stored: readonly StoredDelivery[];
};

type StoredDelivery = {
  readonly id: string;
  readonly at: number;
  /** How far it had come, with what the hub told of it just now. */
  readonly followed: Followed;
  /** Where its receipt stands in the log, where that could be shown. */
  readonly proof: LogProof | null;
};

const ink = { text: "#1e2b3c", quiet: "#4d5b6c", line: "#c3cad3" };

/** Writes the receipt. */
export async function receiptPdf(facts: ReceiptPdf): Promise<Buffer> {
  const { language, all, stored } = facts;
  const { pdf } = sendingTexts[language];
  const page = pageFor({
    title: pdf.title,
    keywords: "",
    madeAt: new Date(facts.madeAt),
    margins: { top: 56, bottom: 64, left: 56, right: 56 },
    language: language === "nn" ? "nn-NO" : "nb-NO",
  });
  const bytes = buffer(page.doc);
  heading(page, "H1", pdf.title, 20);
  heading(page, "H2", pdf.code, 14);
  line(page, facts.code, 17);
  line(page, pdf.codeText);
  line(page, pdf.where(facts.followAddress));
  page.rule(ink.line);
  for (const [index, one] of stored.entries()) {
    const nth = all > 1 ? `${pdf.nth(index + 1, all)}: ` : "";
    line(page, `${nth}${pdf.at(momentIn(language, one.at))}`);
    line(page, pdf.reference(one.id), 9.5);
    for (const text of [...stageLines(language, one.followed), ...logLines(language, one.proof)])
      line(page, text);
  }
  if (stored.length < all) line(page, pdf.missing(all - stored.length, all));
  heading(page, "H2", pdf.meansHeading, 14);
  for (const text of [pdf.means, pdf.meansNot, pdf.urgent]) line(page, text);
  heading(page, "H2", paper[language].verifyHeading, 14);
  const { verify, command, verifyText, keysAt } = paper[language];
  for (const text of [verify, command, verifyText, keysAt(facts.verifyAddress)]) line(page, text);
  page.root.end();
  page.doc.end();
  return bytes;
}

/** How far, and what the last look found; on paper as it was when the paper was made. */
function stageLines(language: Language, { reached, receipts, check }: Followed): string[] {
  const words = paper[language];
  if (check === null) return [words.notAsked];
  const isInSystem = receipts.some(({ kind }) => kind === "registered");
  const stage = check.state === "lost" ? words.lost : (words.stages[reached] ?? null);
  const usual = isInSystem ? words.inSystem : words.atReceiver;
  const found = check.state === "lost" ? words.lastFound : usual;
  const last = check.lastProvenAt === null ? [] : [found(momentIn(language, Date.parse(check.lastProvenAt)))];
  return [...(stage ? [stage] : []), ...last];
}

function logLines(language: Language, proof: LogProof | null): string[] {
  const words = paper[language];
  if (!proof) return [words.later];
  const signed = proof.signed.flatMap(({ name, at }) => (at === null ? [] : [{ name, at }]));
  const names = new Intl.ListFormat(language).format(signed.map(({ name }) => name));
  const latest = Math.max(...signed.map(({ at }) => at));
  return [
    words.entry(countOf(proof.place + 1), countOf(proof.size)),
    words.head(proof.root),
    signed.length === 0 ? words.noWitness : words.witnesses(names, momentIn(language, latest)),
  ];
}

function heading(page: Page, tag: "H1" | "H2", text: string, size: number): void {
  page.doc.moveDown(0.6);
  page.add(tag, () => page.doc.font(page.bold).fontSize(size).fillColor(ink.text).text(text));
}

function line(page: Page, text: string, size = 11): void {
  page.doc.moveDown(0.4);
  page.add("P", () =>
    page.doc.font(page.regular).fontSize(size).fillColor(ink.text).text(text, { lineGap: 2 }),
  );
}
