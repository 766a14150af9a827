// SvarInn V1 REST as KS documents it, for clients that nobody here wrote: the addresses, types and statuses are
// theirs. The body of a failure is read as far as it can be, and its words go no further: they may quote a report.
import { Hono } from "hono";
import { log } from "../http/log.js";
import { bodyOf } from "../http/body.js";
import { jsonOrNull } from "../wire/foreign.js";
import { isPermanentFailure } from "../wire/svarinn-v1.js";
import { acknowledge, download, fail, newForsendelser, serviceOfAccount } from "./channel/svarinn.js";
const mostBytes = 100_000;
/** Adds SvarInn's addresses under `/tjenester`. */
export function svarinnRoutes(app, hub) {
    const svarinn = new Hono();
    const service = (c) => serviceOfAccount(hub, c.req.header("authorization"));
    svarinn.get("/mottaker/hentNyeForsendelser", async (c) => c.json(await newForsendelser(hub, await service(c))));
    svarinn.get("/forsendelse/:id", async (c) => {
        const sealed = await download(hub, await service(c), c.req.param("id"));
        return c.body(new Uint8Array(sealed), 200, {
            "Content-Type": "application/zip",
            "Content-Disposition": 'attachment; filename="dokumenter.zip"',
            "Content-Length": String(sealed.length),
        });
    });
    svarinn.post("/kvitterMottak/forsendelse/:id", async (c) => {
        await acknowledge(hub, await service(c), c.req.param("id"));
        return c.body("", 200);
    });
    svarinn.post("/mottakFeilet/forsendelse/:id", async (c) => {
        const name = await service(c);
        const body = await bodyOf(c, mostBytes);
        const lasting = isPermanentFailure(jsonOrNull(body));
        await fail(hub, name, c.req.param("id"), lasting);
        log.warn({ event: "svarinn failure", service: name, lasting, bytes: body.length });
        return c.body("", 200);
    });
    app.route("/tjenester/svarinn", svarinn);
}
//# sourceMappingURL=svarinn-routes.js.map