// The addresses of the inbox's pages. They hold a report's id at most, never a name or a word that was searched for; and
// only they can be come back to after a login.

import type { Filter } from "./people-store.ts";
import { isReportId } from "./report-id.ts";

export const paths = {
  start: "/",
  login: "/login",
  callback: "/login/callback",
  logout: "/logout",
  loggedOut: "/logged-out",
  list: "/meldinger",
  search: "/meldinger/sok",
} as const;

export const filterNames: Readonly<Record<Filter, string>> = {
  all: "alle",
  unopened: "ikke-apnet",
  missing: "mangler",
};

export const reportPath = (id: string) => `${paths.list}/${id}`;
export const openPath = (id: string) => `${paths.list}/${id}/apne`;
export const pdfPath = (id: string) => `${paths.list}/${id}/bekymringsmelding.pdf`;

/** Which rows of the list, and which part of them, counted from 1. */
export type ListWish = { readonly filter: Filter; readonly page: number };

export function listPath({ filter, page }: ListWish): string {
  const query = new URLSearchParams();
  if (filter !== "all") query.set("vis", filterNames[filter]);
  if (page > 1) query.set("side", String(page));
  return query.size > 0 ? `${paths.list}?${query}` : paths.list;
}

/** What the list's address asks for; what it does not say rightly is as if it said nothing. */
export function listWishIn(query: URLSearchParams): ListWish {
  const named = (Object.keys(filterNames) as Filter[]).find((one) => filterNames[one] === query.get("vis"));
  const page = query.get("side") ?? "";
  return { filter: named ?? "all", page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1 };
}

/** The page to come back to after a login. Anything but a page of ours becomes the list. */
export function returnPath(asked: string | undefined): string {
  const [path = "", query = ""] = (asked ?? "").split("?");
  if (path === paths.list) return listPath(listWishIn(new URLSearchParams(query)));
  const id = path.slice(paths.list.length + 1, paths.list.length + 37);
  return isReportId(id) && [reportPath(id), pdfPath(id)].includes(path) ? path : paths.list;
}

/** Where to log in, to come back to this page. */
export function loginPath(to: string): string {
  return to === paths.list ? paths.login : `${paths.login}?til=${encodeURIComponent(to)}`;
}
