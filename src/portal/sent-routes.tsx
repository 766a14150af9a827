// Sending, and what comes after it: the page that is drawn from the hub's receipts, the one reminder, and the ways to be rid of what lies here. Every one of them can be pressed twice.

import type { Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { emergencyServiceFor } from "../core/area.ts";
import { Problem } from "../core/problem.ts";
import { isOfficeHours } from "../core/schedule.ts";
import { trackingHashOf } from "../core/tracking.ts";
import type { Language } from "../web/language.ts";
import { shownField } from "./form/pages/check.tsx";
import { formPaths } from "./form/steps.ts";
import { firstMissing } from "./form/way.ts";
import { eraseIfAccepted } from "./forget.ts";
import { changeDesk, sentFrom } from "./keep-draft.ts";
import { erasedPage } from "./pages/begin.tsx";
import type { PageWish } from "./pages/page.tsx";
import { contactErrors, contactField, ReminderForm, ReminderIsKept } from "./pages/reminder.tsx";
import { sentPage } from "./pages/sent.tsx";
import { postPaths } from "./paths.ts";
import { receiptRoutes } from "./receipt-routes.ts";
import { isAccepted } from "./receipts.ts";
import { keepReminder } from "./reminder.ts";
import { needsLogin, showAnswers } from "./report-routes.ts";
import { sendPaths } from "./send-paths.ts";
import { postSoon } from "./sending.ts";
import { type Shown, shownNow, shownOf } from "./shown-reports.ts";
import { submit } from "./submit.ts";
import { answersIn, gonePage, type Visit, visitOf, type Writing } from "./visit-routes.ts";

/** Adds the addresses of sending in one language. */
export function sentRoutes(app: Hono, writing: Writing, language: Language): void {
  const wish = { language, demo: writing.demo };
  app.post(formPaths.send[language], (c) => send(c, writing, wish));
  app.get(sendPaths.sent[language], (c) => sent(c, writing, wish));
  app.post(sendPaths.sent[language], (c) => tryNow(c, writing, wish));
  receiptRoutes(app, writing, wish);
  app.post(postPaths.reminder[language], (c) => remind(c, writing, wish));
  app.post(formPaths.erase[language], (c) => erase(c, writing, wish));
  app.get(sendPaths.erased[language], async (c) => {
    const visit = await visitOf(c, writing);
    return c.html(erasedPage(wish, (visit?.desk.sent.length ?? 0) > 0));
  });
  // Whoever reloads or writes the address of what is only posted to.
  for (const path of [formPaths.send, formPaths.erase, postPaths.reminder])
    app.get(path[language], (c) => c.redirect(formPaths.before[language], 303));
}

async function send(c: Context, writing: Writing, wish: PageWish): Promise<Response> {
  const { sending } = writing;
  const toSent = sendPaths.sent[wish.language];
  const shown = (await answersIn(c)).get(shownField) ?? "";
  const visit = await visitOf(c, writing);
  if (!visit) return gonePage(c, wish, null);
  const { session, desk } = visit;
  // Pressed once more after the receipt has come: the answers are erased, and the page is there.
  if (!desk.draft) return desk.sent.length > 0 ? c.redirect(toSent, 303) : gonePage(c, wish, desk);
  if (desk.draft.who === null || needsLogin(desk.draft) || firstMissing(desk.draft))
    return showAnswers(c, writing, wish, desk, null);
  const submitted = await submit(sending, session, shown);
  if (submitted.is === "kept") return c.redirect(toSent, 303);
  const now = await visitOf(c, writing);
  if (!now?.desk.draft) return now?.desk.sent.length ? c.redirect(toSent, 303) : gonePage(c, wish, desk);
  const why =
    submitted.is === "changed"
      ? ({ name: "changedElsewhere", status: 409 } as const)
      : ({ name: "notSealed", status: 503 } as const);
  return showAnswers(c, writing, wish, now.desk, why);
}

/** What can be said when a report could not be sealed; null: it was something else. The answers are all there. */
export async function notSealedPage(
  c: Context,
  writing: Writing,
  language: Language,
  error: Error,
): Promise<Response | null> {
  if (!(error instanceof Problem) || c.req.path !== formPaths.send[language]) return null;
  const isLong = error.code === "report.too-large";
  if (!isLong && !/^(key|service)\./.test(error.code)) return null;
  const visit = await visitOf(c, writing);
  if (!visit) return null;
  const why = isLong
    ? ({ name: "tooLarge", status: 413 } as const)
    : ({ name: "cannotSeal", status: 503 } as const);
  return showAnswers(c, writing, { language, demo: writing.demo }, visit.desk, why);
}

async function sent(c: Context, writing: Writing, wish: PageWish): Promise<Response> {
  const visit = await visitOf(c, writing);
  if (!visit) return gonePage(c, wish, null);
  const report = sentFrom(visit.desk);
  if (report)
    await eraseIfAccepted(
      writing.sending,
      visit.session.id,
      report.deliveries.map(({ id }) => id),
    );
  return showSent(c, writing, wish, visit, null);
}

type Typed = { readonly text: string; readonly errors: ReturnType<typeof contactErrors> };

async function showSent(
  c: Context,
  writing: Writing,
  wish: PageWish,
  visit: Visit,
  typed: Typed | null,
): Promise<Response> {
  const { sending } = writing;
  const reports = await shownNow(writing, visit);
  const book = await sending.hub.addressBook();
  const now = sending.clock();
  const page = sentPage(wish, {
    reports,
    now,
    isClosed: !isOfficeHours(now),
    emergencyFor: (municipality) => book && emergencyServiceFor(book, municipality, now),
    reminder: reports[0] ? reminderPart(writing, wish, visit, reports[0], typed) : null,
    errors: typed?.errors ?? [],
  });
  return c.html(page, typed ? 400 : 200);
}

function reminderPart(
  { kinds }: Writing,
  { language }: PageWish,
  { session }: Visit,
  { report }: Shown,
  typed: Typed | null,
): Child {
  const { reminded } = session.data;
  if (reminded?.draftId === report.draftId)
    return <ReminderIsKept language={language} dueAt={reminded.dueAt} />;
  const errors = typed?.errors ?? [];
  return <ReminderForm language={language} kinds={kinds} errors={errors} typed={typed?.text ?? ""} />;
}

/** Posts what the hub has not taken yet, while the person waits. */
async function tryNow(c: Context, writing: Writing, wish: PageWish): Promise<Response> {
  const visit = await visitOf(c, writing);
  if (!visit) return gonePage(c, wish, null);
  const waiting = (await shownOf(writing, visit)).flatMap(({ deliveries }) =>
    deliveries.flatMap(({ is, delivery }) => (is === "kept" ? [delivery.id] : [])),
  );
  await postSoon(writing.sending, waiting);
  return c.redirect(sendPaths.sent[wish.language], 303);
}

async function remind(c: Context, writing: Writing, wish: PageWish): Promise<Response> {
  const { sending, sessions, kinds } = writing;
  const contact = (await answersIn(c)).get(contactField) ?? "";
  const visit = await visitOf(c, writing);
  if (!visit) return gonePage(c, wish, null);
  const newest = (await shownOf(writing, visit))[0];
  const trackingHash = newest && isAccepted(newest) ? trackingHashOf(newest.code) : null;
  if (!newest || !trackingHash) return c.redirect(sendPaths.sent[wish.language], 303);
  const { draftId, at: sentAt } = newest.report;
  const { db, secret } = sending;
  const language = wish.language;
  const kept = await keepReminder({ db, secret, kinds }, { trackingHash, contact, language, sentAt });
  if (kept.is === "wrong")
    return showSent(c, writing, wish, visit, { text: contact, errors: contactErrors(language, kept.error) });
  await sessions.write(visit.session, { ...visit.session.data, reminded: { draftId, dueAt: kept.dueAt } });
  return c.redirect(sendPaths.sent[language], 303);
}

async function erase(c: Context, writing: Writing, wish: PageWish): Promise<Response> {
  const { sending } = writing;
  const visit = await visitOf(c, writing);
  if (visit)
    await changeDesk(sending.db, visit.session, sending.clock(), (desk) => ({
      desk: { ...desk, draft: null },
      answer: null,
    }));
  return c.redirect(sendPaths.erased[wish.language], 303);
}
