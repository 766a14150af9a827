// A browser without one: cookies by host and path, and redirects followed one at a time, so that a test of a login
// can look at each step of it.
export class BrowserByHand {
    cookies = [];
    /** One request, without following what it answers. A form comes from `origin`. */
    async visit(url, form, origin = new URL(url).origin) {
        const cookie = this.cookieFor(new URL(url).pathname);
        const sent = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
        const headers = { cookie, ...(form === undefined ? {} : { origin }) };
        const answer = await fetch(url, { ...sent, redirect: "manual", headers });
        for (const line of answer.headers.getSetCookie())
            this.keep(line);
        const location = answer.headers.get("location");
        return {
            url,
            status: answer.status,
            location: location === null ? null : new URL(location, url).href,
            headers: answer.headers,
            page: await answer.text(),
        };
    }
    /** What it sends as `Cookie` to this path. */
    cookieFor(pathname) {
        return this.cookies
            .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith("/") ? path : `${path}/`))
            .map(({ name, value }) => `${name}=${value}`)
            .join("; ");
    }
    /** Follows redirects for as long as they stay at this origin; gives the last answer. */
    async follow(first) {
        const { origin } = new URL(first.url);
        let step = first;
        while (step.location !== null && new URL(step.location).origin === origin)
            step = await this.visit(step.location);
        return step;
    }
    /** Goes somewhere and stays where it is led to. */
    async arrive(url) {
        return this.follow(await this.visit(url));
    }
    /** Fills in a login page and sends it. */
    async typeIn(page, username, password) {
        return this.visit(page.url, { username, password, choice: "login" });
    }
    keep(line) {
        const [pair = "", ...rest] = line.split(/;\s*/);
        const [name = "", ...value] = pair.split("=");
        const told = new Map(rest.map((part) => part.toLowerCase().split("=")));
        const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? "/";
        this.cookies = this.cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
        const isOver = new Date(told.get("expires") ?? "9999-01-01") < new Date();
        if (!isOver)
            this.cookies.push({ name, value: value.join("="), path });
    }
}
//# sourceMappingURL=browser-by-hand.js.map