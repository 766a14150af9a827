// What is known of where a report is now, in words. A report that the last control did not find is never told by its
// strongest receipt: that says what was so before. Nothing here goes by whether somebody has opened it.

import { type Language, momentIn } from "../web/language.ts";
import type { Followed } from "./hub.ts";
import { checkTexts } from "./texts-check.ts";

export type ToldCheck = {
  /** In place of how far the report has come; null where that still holds. */
  readonly instead: readonly string[] | null;
  /** Which place it was found in the last time, and when; or why that is not known. */
  readonly checked: readonly string[];
};

/** Words for what the last look found; none before the municipality has the report. */
export function tellCheck(language: Language, { reached, receipts, check }: Followed): ToldCheck {
  const words = checkTexts[language];
  const has = (kind: string) => receipts.some((receipt) => receipt.kind === kind);
  const isInCaseSystem = has("registered") || has("proven");
  const provenAt = check
    ? check.lastProvenAt
    : (receipts.findLast(({ kind }) => kind === "proven")?.at ?? null);
  const isLost = check?.state === "lost";
  const found = isInCaseSystem
    ? words[isLost ? "foundInCaseSystem" : "inCaseSystem"]
    : words[isLost ? "foundAtMunicipality" : "atMunicipality"];
  const last = provenAt === null ? [] : [found(momentIn(language, Date.parse(provenAt)))];
  if (isLost) {
    const instead = check.sentAgain
      ? [words.lost, words.lostAgain, words.lostAgainWhatToDo]
      : [words.lost, words.lostForGood, words.lostForGoodWhatToDo];
    return { instead, checked: last };
  }
  const isThere = reached !== "accepted" && reached !== "claimed";
  return {
    instead: null,
    checked: [...last, ...whyNot(words, check, { isThere, isFound: last.length > 0, has })],
  };
}

type Circumstances = {
  readonly isThere: boolean;
  readonly isFound: boolean;
  readonly has: (kind: string) => boolean;
};

function whyNot(
  words: (typeof checkTexts)[Language],
  check: Followed["check"],
  { isThere, isFound, has }: Circumstances,
): string[] {
  // Not asked, or told by the last time alone.
  if (check === null || check.state === "proven" || check.state === "lost") return [];
  if (check.state === "silent") return [words.silent];
  if (check.state === "not-controlled") return [words.notControlled];
  if (!isThere) return [];
  if (check.state === "not-checked-yet") return [words.notYet];
  if (has("confirmed")) return [words.confirmed];
  return [isFound ? words.cannotAgain : words.cannot];
}
