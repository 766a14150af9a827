// The inbox's two doors at one address: case-system traffic, where a service proves itself with its key and everything
// is JSON; and the pages, where people log in. Neither's rules hold for the other.
import { Hono } from "hono";
import { answerError } from "../http/answer.js";
import { caseApp } from "./case-routes.js";
import { peopleApp } from "./people-routes.js";
/** The inbox as an HTTP app. */
export function inboxApp(deps) {
    const { people, ...rest } = deps;
    const app = new Hono();
    app.onError(answerError);
    app.get("/health", (c) => c.json({ ok: true }));
    const cases = caseApp(rest);
    for (const path of ["/reports/*", "/openings"])
        app.all(path, (c) => cases.fetch(c.req.raw, c.env));
    const others = people ? peopleApp({ ...people, ...rest }) : cases;
    app.all("*", (c) => others.fetch(c.req.raw, c.env));
    return app;
}
//# sourceMappingURL=routes.js.map