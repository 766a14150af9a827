// The addresses of the inbox's pages. They hold a report's id at most, never a name or a word that was searched for; and
// only they can be come back to after a login.
import { isReportId } from "./report-id.js";
export const paths = {
    start: "/",
    login: "/login",
    callback: "/login/callback",
    logout: "/logout",
    loggedOut: "/logged-out",
    list: "/meldinger",
    search: "/meldinger/sok",
};
export const filterNames = {
    all: "alle",
    unopened: "ikke-apnet",
    missing: "mangler",
};
export const reportPath = (id) => `${paths.list}/${id}`;
export const openPath = (id) => `${paths.list}/${id}/apne`;
export const pdfPath = (id) => `${paths.list}/${id}/bekymringsmelding.pdf`;
export function listPath({ filter, page }) {
    const query = new URLSearchParams();
    if (filter !== "all")
        query.set("vis", filterNames[filter]);
    if (page > 1)
        query.set("side", String(page));
    return query.size > 0 ? `${paths.list}?${query}` : paths.list;
}
/** What the list's address asks for; what it does not say rightly is as if it said nothing. */
export function listWishIn(query) {
    const named = Object.keys(filterNames).find((one) => filterNames[one] === query.get("vis"));
    const page = query.get("side") ?? "";
    return { filter: named ?? "all", page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1 };
}
/** The page to come back to after a login. Anything but a page of ours becomes the list. */
export function returnPath(asked) {
    const [path = "", query = ""] = (asked ?? "").split("?");
    if (path === paths.list)
        return listPath(listWishIn(new URLSearchParams(query)));
    const id = path.slice(paths.list.length + 1, paths.list.length + 37);
    return isReportId(id) && [reportPath(id), pdfPath(id)].includes(path) ? path : paths.list;
}
/** Where to log in, to come back to this page. */
export function loginPath(to) {
    return to === paths.list ? paths.login : `${paths.login}?til=${encodeURIComponent(to)}`;
}
//# sourceMappingURL=paths.js.map