// The services reports can be sent to. A change of one is written beside the earlier ones, and two services
// never cover one place at the same time.
import { randomBytes } from "node:crypto";
import { overlappingAreas } from "../core/area.js";
import { canonicalText } from "../core/canonical.js";
import { sha256 } from "../core/hash.js";
import { refuse } from "../core/problem.js";
import { addressChanges, insertAddressChange, lockAddressBook, setSvarinnAccount } from "./address-store.js";
import { currentKey } from "./known.js";
import { setChannel } from "./store.js";
/** A service with the keys that are current now. */
export function publishedService(known, service, now) {
    const keyFor = (use) => currentKey(known, `service:${service.id}`, use, now)?.published ?? null;
    return { ...service, keys: { encryption: keyFor("encryption"), receipt: keyFor("receipt") } };
}
/** Adds a service, or changes it from now on. What waits for it goes by its new channel. */
export async function putService(hub, service, by) {
    const now = new Date(hub.clock());
    const put = await hub.db.begin(async (tx) => {
        await lockAddressBook(tx);
        const services = new Map();
        for (const { kind, id, body } of await addressChanges(tx, 0))
            if (kind === "service")
                services.set(id, JSON.parse(body));
        const before = services.get(service.id);
        if (before && canonicalText(before) === canonicalText(service))
            return { isNew: false };
        const other = overlappingAreas([...services.values()], service);
        if (other !== null)
            refuse("service.bad-areas", other);
        // Before the change is written: who accepts for this service now gets the old channel and is moved with the rest.
        await setChannel(tx, service.id, service.channel);
        await insertAddressChange(tx, { kind: "service", id: service.id, body: JSON.stringify(service), by }, now);
        return { isNew: !before };
    });
    hub.known.forget();
    return put;
}
/** Adds an emergency service, or changes it from now on. */
export async function putEmergencyService(hub, service, by) {
    const now = new Date(hub.clock());
    const put = await hub.db.begin(async (tx) => {
        await lockAddressBook(tx);
        const changes = await addressChanges(tx, 0);
        const before = changes.filter(({ kind, id }) => kind === "emergency-service" && id === service.id);
        const body = JSON.stringify(service);
        if (before.at(-1)?.body !== body)
            await insertAddressChange(tx, { kind: "emergency-service", id: service.id, body, by }, now);
        return { isNew: before.length === 0 };
    });
    hub.known.forget();
    return put;
}
/**
 * Gives a service a SvarInn account with a generated password, in place of the one it had. Only a hash is kept:
 * a password of 256 random bits cannot be guessed from it, so the hash need not be slow.
 */
export async function makeSvarinnAccount(hub, service, by) {
    const known = await hub.known.read();
    if (!known.services.has(service))
        refuse("service.unknown");
    const user = `svarinn-${service}`;
    const password = randomBytes(32).toString("base64url");
    const account = { service, user, passwordHash: sha256(password), by };
    await hub.db.begin((tx) => setSvarinnAccount(tx, account, new Date(hub.clock())));
    return { user, password };
}
//# sourceMappingURL=address-book.js.map