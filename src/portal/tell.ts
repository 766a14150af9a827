// A delivery's way so far in the words a reporter is told. Only professionals learn that a caseworker has opened the
// report. The hub tells a private reporter neither that nor who owes it, so once the report is registered the page goes
// by the Act's own limits alone, and is the same before and after.

import type { ReceiptKind } from "../core/receipt.ts";
import { weekAfter } from "../core/schedule.ts";
import { dayIn, type Language, momentIn } from "../web/language.ts";
import type { Followed } from "./hub.ts";
import { tellCheck } from "./tell-check.ts";
import { texts } from "./texts.ts";

export type Told = {
  /** Where it is now; a second sentence where something has happened since that did not bring it further. */
  readonly now: readonly string[];
  readonly next: { readonly isLate: boolean; readonly sentences: readonly string[] };
  /** What has happened, by time. */
  readonly history: readonly { readonly at: string; readonly when: string; readonly sentence: string }[];
  /** Whether the last control did not find it: then `now` says that, and not how far it had come. */
  readonly isLost: boolean;
  /** Where it was found the last time somebody looked, and when; or why that is not known. */
  readonly checked: readonly string[];
};

/** Says where one delivery is, what is owed next, and what has happened. */
export function tell(language: Language, followed: Followed, now: number): Told {
  const { sentences } = texts[language];
  const receipts = followed.receipts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const { instead, checked } = tellCheck(language, { ...followed, receipts });
  const history = receipts.flatMap(({ kind, at }) => {
    const sentence = kind === "proven" ? null : sentences[kind];
    return sentence ? [{ at, when: momentIn(language, Date.parse(at)), sentence }] : [];
  });
  return {
    now: instead ?? nowSentences(language, followed.reached, receipts),
    isLost: instead !== null,
    next: nextFor(language, { ...followed, receipts }, now, instead !== null),
    history,
    checked,
  };
}

function nowSentences(language: Language, reached: ReceiptKind, receipts: Followed["receipts"]): string[] {
  const { sentences } = texts[language];
  // What has no words of its own is told as what it goes beyond.
  const stage = sentences[reached] ?? sentences.registered ?? "";
  const last = receipts.findLast(({ kind }) => kind !== "proven" && sentences[kind] !== null);
  const isBeside = last?.kind === "declined" || last?.kind === "printed";
  return isBeside ? [stage, sentences[last.kind] ?? ""] : [stage];
}

const atTheService: readonly ReceiptKind[] = ["registered", "confirmed", "opened"];

function nextFor(
  language: Language,
  { reached, receipts, owes }: Followed,
  now: number,
  isLost: boolean,
): Told["next"] {
  const { follow, owed } = texts[language];
  if (atTheService.includes(reached)) return lawfulNext(language, { reached, receipts, owes }, now);
  const words = owes && owed[owes.owed as keyof typeof owed];
  if (!words) return { isLate: false, sentences: [follow.nothingOwed] };
  const when = momentIn(language, Date.parse(owes.due));
  return owes.overdue
    ? // What to do about a loss is said already, and that it is not lost would be false.
      { isLate: true, sentences: [follow.due(words.late, when), ...(isLost ? [] : [follow.lateWhatToDo])] }
    : { isLate: false, sentences: [follow.due(words.due, when)] };
}

/**
 * A week to look through it (§ 2-1), three to confirm to whoever reported (§ 13-3), from when the hub had it. That
 * nobody has opened it yet is told where the hub says that somebody owes it.
 */
function lawfulNext(
  language: Language,
  { reached, receipts, owes }: Omit<Followed, "check">,
  now: number,
): Told["next"] {
  const { follow } = texts[language];
  const first = receipts.find(({ kind }) => kind === "accepted") ?? receipts[0];
  if (!first) return { isLate: false, sentences: [follow.nothingOwed] };
  const week = weekAfter(Date.parse(first.at));
  const threeWeeks = weekAfter(weekAfter(week));
  const confirmation = follow.confirmation(dayIn(language, threeWeeks));
  if (reached === "opened") return { isLate: false, sentences: [confirmation] };
  const review = (week < now ? follow.reviewPast : follow.review)(momentIn(language, week));
  const isShown = owes?.owed === "opened";
  return { isLate: false, sentences: [isShown ? review : `${review} ${follow.notShown}`, confirmation] };
}
