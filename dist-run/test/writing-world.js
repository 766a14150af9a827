// The portal with its form, on its two real databases and before a real hub: what the tests of its pages stand on. The
// clock is played, and the road to the hub, which can be gone or let through only so many reports.
import { createPublicKey, randomBytes } from "node:crypto";
import { loginSettings } from "../src/config.js";
import { openLogin } from "../src/http/login.js";
import { rateOf } from "../src/http/rate.js";
import { listen } from "../src/http/server.js";
import { hubAt } from "../src/portal/hub.js";
import { forgetReminder } from "../src/portal/reminder.js";
import { portalApp } from "../src/portal/routes.js";
import { sessionAges } from "../src/portal/session.js";
import { cookieOf, openSessions } from "../src/web/session.js";
import { certificateKeyId, makeCertificate } from "../src/wire/certificate.js";
import { freePort, freshDatabase } from "./database.js";
import { expectStatus, openHub, origin as hubOrigin } from "./hub-room.js";
import { startTestIdentity } from "./room-login.js";
const year = 365 * 24 * 3_600_000;
const places = [
    { id: "bergen-bergenhus", name: "Barnevernstjenesten Bergenhus", in: "4601", districts: ["02", "07"] },
    { id: "bergen-fana", name: "Barnevernstjenesten Fana", in: "4601", districts: ["03"] },
    { id: "alver", name: "Barnevernstjenesten i Alver", in: "4631", districts: [null] },
];
export class WritingWorld {
    origin = "https://framme.example";
    app;
    room;
    portal;
    outbox;
    /** The road to the hub: gone, or how many more reports come through. */
    isHubGone = false;
    mayPost = Number.POSITIVE_INFINITY;
    secret = randomBytes(32);
    /** How many drafts a network may begin. Emptied by taking them. */
    begins = rateOf(1000);
    identity = null;
    listening = null;
    get now() {
        return this.room.now;
    }
    set now(to) {
        this.room.now = to;
    }
    async open({ isListening = false, draftsPerMinute = 1000, followsPerMinute = 1000 } = {}) {
        this.room = await openHub();
        await furnish(this.room);
        [this.portal, this.outbox] = await Promise.all([freshDatabase("portal"), freshDatabase("outbox")]);
        this.begins = rateOf(draftsPerMinute);
        const port = isListening ? await freePort() : 0;
        if (isListening) {
            this.origin = `http://127.0.0.1:${port}`;
            this.identity = await startTestIdentity({ portal: port });
        }
        this.app = this.newApp(followsPerMinute);
        const server = { host: "127.0.0.1", port, publicOrigin: this.origin, tls: null };
        if (isListening)
            this.listening = await listen(this.app, server);
        return this;
    }
    async close() {
        await this.listening?.close();
        await this.closeIdentity();
        await Promise.all([this.room.close(), this.portal.drop(), this.outbox.drop()]);
    }
    /** Nobody can log in from here on. */
    async closeIdentity() {
        await this.identity?.close();
        this.identity = null;
    }
    /** The hub's public key, as it is pinned. */
    get hubKey() {
        return createPublicKey(this.room.hub.key.privateKey);
    }
    /** Every report that the hub has accepted, and how many packages the portal has sealed. */
    async counts() {
        const [accepted] = await this.room.database.db.read `select count(*)::int as count from delivery`;
        const [sealed] = await this.outbox.db.read `select count(*)::int as count from package`;
        return { accepted: accepted?.count, sealed: sealed?.count };
    }
    newApp(followsPerMinute) {
        const { room, secret, origin: publicOrigin } = this;
        const db = this.portal.db;
        const clock = () => this.now;
        const fetch = this.road;
        const identity = room.asSubmitter();
        const at = { url: hubOrigin, keys: [this.hubKey] };
        const hub = hubAt({ url: at.url, fetch, clock, pinned: at.keys, identity });
        const sender = { db: this.outbox.db, fetch, clock, hub: at, identity };
        const { login, targets } = this.login();
        return portalApp({
            hub,
            clock,
            publicOrigin,
            demo: true,
            followsPerMinute,
            forgetReminder: (trackingHash) => forgetReminder({ db, secret }, trackingHash),
            formTargets: targets,
            writing: {
                sending: { db, sender, secret, hub, clock, patienceMs: 5_000 },
                sessions: openSessions({
                    db,
                    ...cookieOf("portal", publicOrigin),
                    ...sessionAges,
                    clock,
                }),
                login,
                publicOrigin,
                demo: true,
                begins: { take: (key, now) => this.begins.take(key, now), waitFor: () => 0 },
                kinds: { mail: true, sms: true },
            },
        });
    }
    login() {
        if (!this.identity)
            return { login: null, targets: ["https://login.example"] };
        const env = {
            OIDC_ISSUER: this.identity.issuer,
            OIDC_CLIENT_ID: "portal",
            OIDC_KEY_FILE: this.identity.layout.portal.oidcKey,
        };
        const settings = loginSettings(env, this.origin);
        return { login: openLogin({ ...settings, clock: () => this.now }), targets: settings.origins };
    }
    road = async (url, init) => {
        const { pathname } = new URL(url);
        if (this.isHubGone)
            throw new TypeError("fetch failed");
        if (pathname === "/reports") {
            this.mayPost -= 1;
            if (this.mayPost < 0)
                throw new TypeError("fetch failed");
        }
        return this.room.app.request(pathname, init);
    };
}
/** The services, the emergency service, and the key that paper copies are sealed to. */
async function furnish(room) {
    for (const { id, name, in: municipality, districts } of places) {
        const areas = districts.map((district) => ({ municipality, district, from: "2020-01-01", to: null }));
        await room.addService(id, "receiver", municipality, { name, areas });
    }
    const vakt = { id: "vakt-bergen", name: "Barnevernsvakten i Bergen", phone: "55 36 70 80" };
    const emergency = { ...vakt, municipalities: ["4601"], hours: "always" };
    expectStatus(await room.ask("PUT", "/emergency-services/vakt-bergen", emergency, room.asPerson()), 201);
    const validity = { validFrom: room.now - year, validTo: room.now + year, bits: 2048 };
    const { certificatePem: pem } = await makeCertificate({ commonName: "print", ...validity });
    expectStatus(await room.publish(room.change("print", "encryption", { keyId: certificateKeyId(pem), pem })), 201);
}
//# sourceMappingURL=writing-world.js.map