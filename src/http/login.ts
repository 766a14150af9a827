// Logging people in at an OpenID provider (ID-porten, Ansattporten, or the demonstration's stand-in): authorization
// code with PKCE, and the room proves itself with its own key. What the provider asserts is checked here, the level
// of assurance too, because no library does that.

/** Who has logged in. */
export type LoggedIn = {
  readonly sub: string;
  readonly name: string;
  readonly level: string;
  readonly locale: string | null;
  /** On whose behalf: a child welfare service, or another organisation. Null: for themselves. */
  readonly actsFor: {
    readonly role: string;
    readonly service: string | null;
    readonly organisationNumber: string | null;
    readonly name: string;
  } | null;
  /** When the person proved who they are, epoch milliseconds. */
  readonly at: number;
};

/** What a login under way must be remembered by, in the person's session. */
export type PendingLogin = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly at: number;
};

export type LoginOutcome =
  | { readonly is: "in"; readonly person: LoggedIn; readonly idToken: string }
  /** The person turned back. */
  | { readonly is: "refused" }
  /** Logged in, at a lower level than this room asks for. */
  | { readonly is: "too-low" }
  /** Nothing was pending, it was begun too long ago or in another browser, or the provider's answer does not fit it. */
  | { readonly is: "expired" }
  | { readonly is: "not-reached" };

export type Login = {
  /** Where to send the person, and what to remember. Refuses with `login.not-reached`. */
  begin(): Promise<{ readonly url: string; readonly pending: PendingLogin }>;
  /** What came of it. `callback` is the whole address that the person came back to. */
  finish(pending: PendingLogin | null, callback: string): Promise<LoginOutcome>;
  /** Where to send the person to log out at the provider too; null when it has no such address. */
  endUrl(idToken: string, returnTo: string): Promise<string | null>;
};
