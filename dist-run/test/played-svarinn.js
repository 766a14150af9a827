// A SvarInn server for tests of the receiver: the V1 REST calls as KS describes them, with the faults that real
// servers and roads have. Nothing is kept on disk.
import { Hono } from "hono";
import { basicAuth } from "hono/basic-auth";
/** Starts a played SvarInn server. */
export function playSvarInn() {
    const app = new Hono();
    const server = {
        baseUrl: "http://svarinn.test/tjenester",
        user: "municipality",
        password: "pass:word æ",
        fetch: async (url, init) => app.request(url, init),
        waiting: new Map(),
        downloads: new Map(),
        acknowledged: [],
        failed: [],
        onAcknowledge: () => null,
    };
    app.use("*", basicAuth({ username: server.user, password: server.password }));
    app.get("/tjenester/svarinn/mottaker/hentNyeForsendelser", (c) => c.json([...server.waiting.values()].map((one) => one.entry).slice(0, 200)));
    app.get("/tjenester/svarinn/forsendelse/:id", (c) => {
        const id = c.req.param("id");
        const count = (server.downloads.get(id) ?? 0) + 1;
        server.downloads.set(id, count);
        const given = server.waiting.get(id)?.bytes(count) ?? 404;
        if (typeof given === "number")
            return c.body(null, given);
        return c.body(new Uint8Array(given), 200, { "content-type": "application/zip" });
    });
    app.post("/tjenester/svarinn/kvitterMottak/forsendelse/:id", (c) => {
        const id = c.req.param("id");
        const instead = server.onAcknowledge(id);
        const isThere = server.waiting.has(id);
        if (isThere && (instead === null || instead.takesEffect)) {
            server.waiting.delete(id);
            server.acknowledged.push(id);
        }
        return c.body(null, (instead?.status ?? (isThere ? 200 : 404)));
    });
    app.post("/tjenester/svarinn/mottakFeilet/forsendelse/:id", async (c) => {
        server.failed.push({ id: c.req.param("id"), body: await c.req.json() });
        return c.body(null, server.waiting.has(c.req.param("id")) ? 200 : 404);
    });
    return server;
}
//# sourceMappingURL=played-svarinn.js.map