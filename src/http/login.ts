// Logging people in at an OpenID provider (ID-porten, Ansattporten, or the demonstration's stand-in): authorization
// code with PKCE, and the room proves itself with its own key. What the provider asserts is checked here, the level
// of assurance too, because no library does that.

import * as oidc from "openid-client";
import { overTheNetwork } from "./client.ts";
import { failureOf, type ProviderOptions, providerAt } from "./login-provider.ts";

/** The level of assurance that both rooms ask for, as ID-porten names it. */
export const highLevel = "idporten-loa-high";

/** Who has logged in. */
export type LoggedIn = {
  readonly sub: string;
  /** Empty when the provider does not tell it. */
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

export type LoginOptions = Omit<ProviderOptions, "fetchIt"> & {
  /** Where the provider sends the person back to: `/login/callback` at the room's public origin. */
  readonly redirectUri: string;
  /** Asked for, and required. `highLevel` unless said otherwise. */
  readonly level?: string;
  readonly clock: () => number;
  /** How long a login may take; 10 minutes unless said otherwise. */
  readonly maxAgeMs?: number;
  readonly fetchIt?: ProviderOptions["fetchIt"];
};

/** Makes the login. It asks the provider nothing before somebody logs in, so it does not matter which starts first. */
export function openLogin(options: LoginOptions): Login {
  const { redirectUri, level = highLevel, clock, maxAgeMs = 600_000, fetchIt = overTheNetwork } = options;
  const provider = providerAt({ ...options, fetchIt });

  /** Everything but the level and who it is, which are not the library's to judge. */
  async function tokensFor({ state, nonce, verifier }: PendingLogin, callback: string) {
    // Our own address with what came back on it: behind a TLS proxy the request's own looks like plain http.
    const came = new URL(redirectUri);
    came.search = new URL(callback, redirectUri).search;
    return oidc.authorizationCodeGrant(await provider(), came, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
  }

  return {
    begin: async () => {
      const config = await provider();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const verifier = oidc.randomPKCECodeVerifier();
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: "openid profile",
        state,
        nonce,
        acr_values: level,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return { url: url.href, pending: { state, nonce, verifier, at: clock() } };
    },
    finish: async (pending, callback) => {
      if (pending === null || clock() - pending.at > maxAgeMs) return { is: "expired" };
      try {
        const tokens = await tokensFor(pending, callback);
        const person = personIn(tokens.claims());
        if (person === null || tokens.id_token === undefined) return { is: "expired" };
        return person.level === level ? { is: "in", person, idToken: tokens.id_token } : { is: "too-low" };
      } catch (error) {
        return { is: failureOf(error) };
      }
    },
    endUrl: async (idToken, returnTo) => {
      try {
        const config = await provider();
        if (config.serverMetadata().end_session_endpoint === undefined) return null;
        const asked = { id_token_hint: idToken, post_logout_redirect_uri: returnTo };
        return oidc.buildEndSessionUrl(config, asked).href;
      } catch (error) {
        failureOf(error); // Logged; whoever is logged out here stays so, provider or not.
        return null;
      }
    },
  };
}

/** Who the token says it is; null where a claim has another form than agreed, as nothing may be guessed here. */
function personIn(claims: oidc.IDToken | undefined): LoggedIn | null {
  if (claims === undefined) return null;
  const { sub, acr, name = "", locale = null, iat, auth_time: at = iat } = claims;
  const actsFor = claims.acts_for === undefined ? null : actsForIn(claims.acts_for);
  if (typeof acr !== "string" || typeof name !== "string" || actsFor === undefined) return null;
  return {
    sub,
    name,
    level: acr,
    locale: typeof locale === "string" ? locale : null,
    actsFor,
    at: at * 1000,
  };
}

/** Undefined when it has not the form agreed. */
function actsForIn(claim: unknown): LoggedIn["actsFor"] | undefined {
  const { role, service = null, organisationNumber = null, name } = (claim ?? {}) as Record<string, unknown>;
  if (typeof role !== "string" || typeof name !== "string") return undefined;
  if (!isTextOrNull(service) || !isTextOrNull(organisationNumber)) return undefined;
  return { role, service, organisationNumber, name };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}
