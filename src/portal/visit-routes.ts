// Who is at the door of the report form: the session of a request, what has been written in it, and the notices that
// several pages show. A request without a session is a person too: what they posted must not be lost.

import type { Context } from "hono";
import { refuse } from "../core/problem.ts";
import { bodyOf } from "../http/body.ts";
import type { Login } from "../http/login.ts";
import type { Rate } from "../http/rate.ts";
import type { Language } from "../web/language.ts";
import type { Tint } from "../web/parts.tsx";
import type { Session, Sessions } from "../web/session.ts";
import type { ContactKinds } from "./contact.ts";
import type { Notice } from "./form/pages/step-form.tsx";
import { type Desk, deskOf } from "./keep-draft.ts";
import { type BeginView, beginPage } from "./pages/begin.tsx";
import type { PageWish } from "./pages/page.tsx";
import { stateOf } from "./receipts.ts";
import type { HubLog } from "./hub-log.ts";
import type { Sending } from "./sending.ts";
import type { PortalSession } from "./session.ts";
import { sendingTexts } from "./texts-sending.ts";

/** What the form stands on. */
export type Writing = {
  readonly sending: Sending;
  /** The hub's log, where receipts stand. */
  readonly log: HubLog;
  readonly sessions: Sessions<PortalSession>;
  /** Null: nobody can log in here, and so nobody can report in their work. */
  readonly login: Login | null;
  readonly publicOrigin: string;
  readonly demo: boolean;
  /** How many drafts one network may begin. */
  readonly begins: Rate;
  /** How a reminder can leave from here. */
  readonly kinds: ContactKinds;
};

/** `desk.sent` has what was sealed, and nothing else. */
export type Visit = { readonly session: Session<PortalSession>; readonly desk: Desk };

/** The session of this request and what was written in it; null when there is none. */
export async function visitOf(c: Context, { sessions, sending }: Writing): Promise<Visit | null> {
  const session = await sessions.read(c);
  return session && { session, desk: await sealedDesk(sending, session) };
}

/** Ids are drawn before anything is sealed: what could not be sealed is not what anybody has sent. */
async function sealedDesk({ db, sender, clock }: Sending, session: Visit["session"]): Promise<Desk> {
  const { draft, sent } = await deskOf(db.read, session, clock());
  const states = await Promise.all(sent.map((report) => stateOf(sender, report, clock())));
  return { draft, sent: sent.filter((_, index) => states[index] !== null) };
}

/** One page of answers: longer than the longest that is taken, so that too long is said beside the field. */
const mostBytes = 2_000_000;

/** The fields of a form. Refuses what is not one, and what is longer than any answer. */
export async function answersIn(c: Context): Promise<URLSearchParams> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) refuse("request.wrong-type");
  return new URLSearchParams((await bodyOf(c, mostBytes)).toString());
}

type NoticeName = keyof (typeof sendingTexts)["nb"]["notices"];

const tintOf: Record<NoticeName, Tint> = {
  expired: "warning",
  sentBefore: "warning",
  changedElsewhere: "warning",
  notSealed: "warning",
  cannotSeal: "warning",
  tooLarge: "warning",
  sealedAlready: "info",
  changedAfter: "warning",
  tooManyDrafts: "warning",
};

/** A notice on top of a page. */
export function notice(language: Language, name: NoticeName): Notice {
  return { tint: tintOf[name], ...sendingTexts[language].notices[name] };
}

/** What somebody looked for is not here: it was sent, or it has gone, or this is another browser. */
export function gonePage(c: Context, wish: PageWish, desk: Desk | null): Response | Promise<Response> {
  const view: BeginView = {
    running: null,
    hasSent: (desk?.sent.length ?? 0) > 0,
    isGone: true,
    waitUntil: null,
  };
  return c.html(beginPage(wish, view), 410);
}
