// A delivery's way so far in the words a reporter is told. Only professionals learn that a caseworker has opened the
// report. The hub tells a private reporter neither that nor who owes it, so once the report is registered the page goes
// by the Act's own limits alone, and is the same before and after.
import { weekAfter } from "../core/schedule.js";
import { dayIn, momentIn } from "../web/language.js";
import { texts } from "./texts.js";
/** Says where one delivery is, what is owed next, and what has happened. */
export function tell(language, followed, now) {
    const { sentences, follow } = texts[language];
    const receipts = followed.receipts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const history = receipts.flatMap(({ kind, at }) => {
        const sentence = kind === "proven" ? null : sentences[kind];
        return sentence ? [{ at, when: momentIn(language, Date.parse(at)), sentence }] : [];
    });
    const proven = receipts.findLast(({ kind }) => kind === "proven");
    return {
        now: nowSentences(language, followed.reached, receipts),
        next: nextFor(language, { ...followed, receipts }, now),
        history,
        checked: proven ? follow.checked(momentIn(language, Date.parse(proven.at))) : null,
    };
}
function nowSentences(language, reached, receipts) {
    const { sentences } = texts[language];
    // What has no words of its own is told as what it goes beyond.
    const stage = sentences[reached] ?? sentences.registered ?? "";
    const last = receipts.findLast(({ kind }) => kind !== "proven" && sentences[kind] !== null);
    const isBeside = last?.kind === "declined" || last?.kind === "printed";
    return isBeside ? [stage, sentences[last.kind] ?? ""] : [stage];
}
const atTheService = ["registered", "confirmed", "opened"];
function nextFor(language, { reached, receipts, owes }, now) {
    const { follow, owed } = texts[language];
    if (atTheService.includes(reached))
        return lawfulNext(language, { reached, receipts, owes }, now);
    const words = owes && owed[owes.owed];
    if (!words)
        return { isLate: false, sentences: [follow.nothingOwed] };
    const when = momentIn(language, Date.parse(owes.due));
    return owes.overdue
        ? { isLate: true, sentences: [follow.due(words.late, when), follow.lateWhatToDo] }
        : { isLate: false, sentences: [follow.due(words.due, when)] };
}
/**
 * A week to look through it (§ 2-1), three to confirm to whoever reported (§ 13-3), from when the hub had it. That
 * nobody has opened it yet is told where the hub says that somebody owes it.
 */
function lawfulNext(language, { reached, receipts, owes }, now) {
    const { follow } = texts[language];
    const first = receipts.find(({ kind }) => kind === "accepted") ?? receipts[0];
    if (!first)
        return { isLate: false, sentences: [follow.nothingOwed] };
    const week = weekAfter(Date.parse(first.at));
    const threeWeeks = weekAfter(weekAfter(week));
    const confirmation = follow.confirmation(dayIn(language, threeWeeks));
    if (reached === "opened")
        return { isLate: false, sentences: [confirmation] };
    const review = (week < now ? follow.reviewPast : follow.review)(momentIn(language, week));
    const isShown = owes?.owed === "opened";
    return { isLate: false, sentences: [isShown ? review : `${review} ${follow.notShown}`, confirmation] };
}
//# sourceMappingURL=tell.js.map