// The address book and the keys over HTTP. Anyone may read them, for receipts and packages are checked with
// them; a named person changes services, and a change of key carries its own countersignatures.
import { refuse } from "../core/problem.js";
import { bodyOf, jsonBodyOf } from "../http/body.js";
import { readEmergencyService, readService } from "../wire/address-book.js";
import { makeSvarinnAccount, publishedService, putEmergencyService, putService } from "./address-book.js";
import { provenCaller } from "./caller.js";
import { addressBook, currentKey } from "./known.js";
import { publishKey } from "./publish-key.js";
const mostBytes = 200_000;
/** Adds the addresses of the address book and the keys. */
export function addressRoutes(app, hub) {
    serviceRoutes(app, hub);
    keyRoutes(app, hub);
}
function serviceRoutes(app, hub) {
    app.get("/services", async (c) => {
        const known = await hub.known.read();
        const { services, emergencyServices } = addressBook(known);
        const now = hub.clock();
        return c.json({ services: services.map((one) => publishedService(known, one, now)), emergencyServices });
    });
    app.get("/services/:id", async (c) => {
        const known = await hub.known.read();
        const service = known.services.get(c.req.param("id")) ?? refuse("service.unknown");
        return c.json(publishedService(known, service, hub.clock()));
    });
    app.put("/services/:id", async (c) => {
        const { value, bytes } = await jsonBodyOf(c, mostBytes);
        const by = await provenCaller(hub, c, bytes, "person");
        const service = readService(value);
        if (service.id !== c.req.param("id"))
            refuse("request.bad-shape", "id: not the one in the address");
        const { isNew } = await putService(hub, service, by);
        return c.json(publishedService(await hub.known.read(), service, hub.clock()), isNew ? 201 : 200);
    });
    app.put("/emergency-services/:id", async (c) => {
        const { value, bytes } = await jsonBodyOf(c, mostBytes);
        const by = await provenCaller(hub, c, bytes, "person");
        const service = readEmergencyService(value);
        if (service.id !== c.req.param("id"))
            refuse("request.bad-shape", "id: not the one in the address");
        const { isNew } = await putEmergencyService(hub, service, by);
        return c.json(service, isNew ? 201 : 200);
    });
    app.post("/services/:id/svarinn", async (c) => {
        // The body says nothing, but what was sent is what was signed.
        const by = await provenCaller(hub, c, await bodyOf(c, mostBytes), "person");
        return c.json(await makeSvarinnAccount(hub, c.req.param("id"), by), 201);
    });
}
function keyRoutes(app, hub) {
    app.get("/keys", async (c) => {
        const known = await hub.known.read();
        const published = [...known.keys.values()].map((key) => key.published);
        return c.json({
            hub: published.filter(({ use }) => use === "hub"),
            print: currentKey(known, "print", "encryption", hub.clock())?.published ?? null,
            submitters: published.filter(({ use }) => use === "submitter"),
        });
    });
    app.get("/keys/:keyId", async (c) => {
        const known = await hub.known.read();
        return c.json((known.keys.get(c.req.param("keyId")) ?? refuse("key.unknown")).published);
    });
    app.post("/keys", async (c) => {
        const { value } = await jsonBodyOf(c, mostBytes);
        const { key, isRepeat } = await publishKey(hub, value);
        return c.json(key, isRepeat ? 200 : 201);
    });
}
//# sourceMappingURL=address-routes.js.map