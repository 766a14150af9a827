// What the portal remembers of a person between two requests, beside the draft: a login under way, and the one that
// was made, so that it can be ended at the provider too.

import type { PendingLogin } from "../http/login.ts";
import type { Language } from "../web/language.ts";

export type PortalSession = {
  readonly v: 1;
  readonly pending: PendingLogin | null;
  /** The language of the page that led to the login. */
  readonly language: Language;
  readonly idToken: string | null;
  /** The reminder that was asked for, so that the page says so when it is loaded again. */
  readonly reminded: { readonly draftId: string; readonly dueAt: number } | null;
};

export const newSession: PortalSession = {
  v: 1,
  pending: null,
  language: "nb",
  idToken: null,
  reminded: null,
};

/** How long a session lasts without being used, and in all, in milliseconds. */
export const sessionAges = { idleMs: 24 * 3_600_000, mostMs: 14 * 24 * 3_600_000 };
