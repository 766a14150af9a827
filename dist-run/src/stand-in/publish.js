// Puts the demonstration's services and keys where they belong: with the hub, over HTTP, signed for by two named
// people, as an operator would. What is there already is left alone, so that a change made by whoever tries the
// demo (a rotated key, a changed service) is still there after the next start.
import { existsSync, readFileSync } from "node:fs";
import { assert } from "../core/problem.js";
import { ask, jsonOf, overTheNetwork } from "../http/client.js";
import { isLoopback } from "../http/server.js";
import { demoPeople, demoSubmitters, identityFrom, personFiles, publicPem, serviceFiles, } from "./demo-keys.js";
import { demoEmergencyServices, demoServices } from "./demo-places.js";
import { publishCertificate, publishKey, send } from "./publish-key.js";
import { writeSecret } from "./secret-file.js";
/** Publishes what the hub does not have yet. `hub` is its origin on this machine. */
export async function publishDemo(layout, hub) {
    assert(isLoopback(new URL(hub).hostname), "demo people sign for a hub on this machine only");
    const people = demoPeople.map(({ id }) => identityFrom(id, personFiles(layout, id).key));
    const there = await directoryOf(hub);
    for (const one of demoEmergencyServices)
        if (!there.emergencyServices.has(one.id))
            await send(hub, people[0], "PUT", `/emergency-services/${one.id}`, one);
    for (const one of demoServices) {
        const published = there.services.get(one.service.id);
        if (!published)
            await send(hub, people[0], "PUT", `/services/${one.service.id}`, one.service);
        await publishServiceKeys(layout, hub, people, one, published);
    }
    if (!there.hasPrint)
        await publishCertificate(hub, people, "print", layout.print.certificate);
    for (const { id, key } of demoSubmitters(layout))
        if (!there.submitters.has(id))
            await publishKey(hub, people, id, "submitter", publicPem(key));
}
/** The SvarInn login of a service: the one kept if the hub still takes it, else a new one. */
export async function svarInnLogin(layout, hub, one) {
    const file = serviceFiles(layout, one).svarinn;
    if (existsSync(file)) {
        const kept = JSON.parse(readFileSync(file, "utf8"));
        const basic = Buffer.from(`${kept.user}:${kept.password}`).toString("base64");
        const address = `${hub}/tjenester/svarinn/mottaker/hentNyeForsendelser`;
        const answer = await ask(overTheNetwork, address, { headers: { Authorization: `Basic ${basic}` } });
        if (answer.status !== 401)
            return kept;
    }
    const person = identityFrom(demoPeople[0].id, personFiles(layout, demoPeople[0].id).key);
    const login = (await send(hub, person, "POST", `/services/${one.service.id}/svarinn`, {}));
    writeSecret(file, JSON.stringify(login));
    return login;
}
async function directoryOf(hub) {
    const get = async (path) => jsonOf(await ask(overTheNetwork, `${hub}${path}`, {}), "hub.refused");
    const book = (await get("/services"));
    const keys = (await get("/keys"));
    return {
        services: new Map(book.services.map((one) => [one.id, one])),
        emergencyServices: new Set(book.emergencyServices.map((one) => one.id)),
        hasPrint: keys.print !== null,
        submitters: new Set(keys.submitters.map((one) => one.owner)),
    };
}
async function publishServiceKeys(layout, hub, people, one, published) {
    const files = serviceFiles(layout, one);
    const owner = `service:${one.service.id}`;
    if (!published?.keys.encryption)
        await publishCertificate(hub, people, owner, files.certificate);
    if (one.receiver !== null && !published?.keys.receipt)
        await publishKey(hub, people, owner, "receipt", publicPem(files.receiptKey));
}
//# sourceMappingURL=publish.js.map