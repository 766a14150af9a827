// The addresses of the hub's pages for people. They hold a service's or a report's id at most, never a reference or a
// name; and only they can be come back to after a login.

import { isReportId } from "./confirmation-routes.ts";

export const paths = {
  start: "/",
  login: "/login",
  callback: "/login/callback",
  logout: "/logout",
  loggedOut: "/logged-out",
  claims: "/ikke-kontrollert",
  confirm: "/ikke-kontrollert/bekreft",
  list: "/ikke-kontrollert/liste",
} as const;

/** Of which service (null: all that one may see), which part of the rows, and which report was just confirmed. */
export type ClaimsWish = {
  readonly service: string | null;
  readonly page: number;
  readonly confirmed: string | null;
};

export function claimsPath({ service, page = 1, confirmed = null }: Partial<ClaimsWish>): string {
  const query = new URLSearchParams();
  if (service) query.set("tjeneste", service);
  if (page > 1) query.set("side", String(page));
  if (confirmed) query.set("bekreftet", confirmed);
  return query.size > 0 ? `${paths.claims}?${query}` : paths.claims;
}

/** What the address asks for; what it does not say rightly is as if it said nothing. */
export function claimsWishIn(query: URLSearchParams): ClaimsWish {
  const service = query.get("tjeneste") ?? "";
  const page = query.get("side") ?? "";
  const confirmed = query.get("bekreftet");
  return {
    service: /^[a-z0-9-]{1,60}$/.test(service) ? service : null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    confirmed: isReportId(confirmed) ? confirmed : null,
  };
}

/** The page to come back to after a login. Anything but a page of ours becomes the list. */
export function returnPath(asked: string | undefined): string {
  const [path, query = ""] = (asked ?? "").split("?");
  return path === paths.claims ? claimsPath(claimsWishIn(new URLSearchParams(query))) : paths.claims;
}

/** Where to log in, to come back to this page. */
export function loginPath(to: string): string {
  return to === paths.claims ? paths.login : `${paths.login}?til=${encodeURIComponent(to)}`;
}
