// The portal as a sender, for tests of its steps: its two databases, the real hub and the road between them, with what
// the hub was sent opened again by the services' own keys. Only the road and the clock are played.
import { createPublicKey, randomBytes, randomUUID } from "node:crypto";
import { answersHash } from "../src/portal/form/deliveries.js";
import { newDraft } from "../src/portal/form/read.js";
import { hubAt } from "../src/portal/hub.js";
import { changeDesk, deskOf } from "../src/portal/keep-draft.js";
import { insertSession } from "../src/web/session-store.js";
import { certificateKeyId, makeCertificate } from "../src/wire/certificate.js";
import { unpackContainer } from "../src/wire/container.js";
import { openSealed } from "../src/wire/seal.js";
import { freshDatabase } from "./database.js";
import { expectStatus, openHub, origin } from "./hub-room.js";
import { newKey, pemOf } from "./sealed-package.js";
const year = 365 * 24 * 3_600_000;
export class PortalSender {
    room;
    portal;
    outbox;
    secret = randomBytes(32);
    sealKeys = [];
    /** Set to break the road: it gets every request instead of the hub. */
    road = null;
    /** Every body that was posted, whether it came through or not. */
    posted = [];
    constructor(room, portal, outbox) {
        this.room = room;
        this.hubKey = createPublicKey(room.hub.key.privateKey);
        this.portal = portal;
        this.outbox = outbox;
    }
    clock = () => this.room.now;
    /** The hub's public key, as it is pinned. */
    hubKey;
    /** The road to the hub as it really is. */
    direct = async (url, init) => this.room.app.request(url, init);
    fetch = async (url, init) => {
        if (init.method === "POST" && url.endsWith("/reports"))
            this.posted.push(Buffer.from(init.body));
        return (this.road ?? this.direct)(url, init);
    };
    /** What the portal sends by, as if it had just been started. `wrap` may break a database or the road. */
    sending(wrap = {}) {
        const { db = (one) => one, road = (one) => one } = wrap;
        const pinned = [this.hubKey];
        const fetch = road(this.fetch);
        const sender = {
            db: db(this.outbox.db, "outbox"),
            fetch,
            clock: this.clock,
            hub: { url: origin, keys: pinned },
            identity: this.room.asSubmitter(),
        };
        const hub = hubAt({ url: origin, fetch, clock: this.clock, pinned });
        const { secret, clock } = this;
        return { db: db(this.portal.db, "portal"), sender, secret, hub, clock, patienceMs: 5_000 };
    }
    /** A person's session, with nothing in it. */
    async holder() {
        const holder = { id: randomBytes(32).toString("hex"), key: randomBytes(32) };
        await this.portal.db.begin((tx) => insertSession(tx, { id: holder.id, sealed: Buffer.alloc(1), now: this.room.now }));
        return holder;
    }
    /** Puts a draft in the session, as if all its pages had been answered; gives the hash that the check page shows. */
    async write(holder, draft) {
        await changeDesk(this.portal.db, holder, this.room.now, (desk) => ({
            desk: { ...desk, draft },
            answer: null,
        }));
        return answersHash({ ...draft, id: "" });
    }
    async draftOf(holder) {
        return (await deskOf(this.portal.db.read, holder, this.room.now)).draft;
    }
    /** A service with keys that this world can open with. */
    async addService(id, municipality, more = {}, keyMore = {}) {
        await this.putService(id, municipality, more);
        const key = newKey();
        this.room.receiptKeys.set(id, key);
        const receipt = this.room.change(`service:${id}`, "receipt", { keyId: key.keyId, pem: pemOf(key) });
        expectStatus(await this.room.publish(receipt), 201);
        await this.publishSealing(`service:${id}`, keyMore);
    }
    /** Writes a service into the hub's address book, new or changed. */
    async putService(id, municipality, more = {}) {
        const service = {
            id,
            name: `Barnevernstjenesten ${id}`,
            aliases: [],
            organisationNumber: null,
            areas: [{ municipality, district: null, from: "2024-01-01", to: null }],
            phone: "55 00 00 00",
            contacts: [],
            channel: "receiver",
            protocol: "V2",
            caseSystems: [],
            active: true,
            ...more,
        };
        const answer = await this.room.ask("PUT", `/services/${id}`, service, this.room.asPerson());
        if (answer.status !== 200)
            expectStatus(answer, 201);
    }
    /** Publishes a certificate that this world can open with. */
    async publishSealing(owner, more = {}) {
        const validity = { validFrom: this.room.now - year, validTo: this.room.now + 5 * year, bits: 2048 };
        const made = await makeCertificate({ commonName: owner, ...validity });
        const { certificatePem } = made;
        this.sealKeys.push(made);
        const key = { keyId: certificateKeyId(certificatePem), pem: certificatePem };
        expectStatus(await this.room.publish(this.room.change(owner, "encryption", key, more)), 201);
    }
    /** Every report that the hub has taken over, in its order, opened by whichever service it is for. */
    async arrived() {
        const rows = await this.room.database.db.read `
      select id, service, encode(tracking_hash, 'hex') as tracking_hash, sealed
      from report join package on package.report = report.id order by accepted_at, service, serial`;
        return Promise.all(rows.map(async ({ sealed, ...row }) => ({ ...row, text: await this.opened(sealed) })));
    }
    async opened(sealed) {
        const content = openSealed(sealed, this.sealKeys);
        if (!content)
            throw new Error("no service can open it");
        return (await unpackContainer(content, 10_000_000)).json.toString();
    }
    async close() {
        await Promise.all([this.room.close(), this.portal.drop(), this.outbox.drop()]);
    }
}
/** Where the services of this world are: two with receivers, and one on SvarInn. */
export const places = { alver: "4631", askoy: "4627", molde: "1506" };
/** A hub with three services, and a portal that has not asked it for anything yet. */
export async function openPortalSender() {
    const [room, portal, outbox] = await Promise.all([
        openHub(),
        freshDatabase("portal"),
        freshDatabase("outbox"),
    ]);
    const world = new PortalSender(room, portal, outbox);
    await world.publishSealing("print");
    await world.addService("alver", places.alver);
    await world.addService("askoy", places.askoy);
    await world.addService("molde", places.molde, { channel: "svarinn" });
    return world;
}
/** A private report that has everything it needs, about one child in each place. */
export function wholeDraft(now, concern, ...places) {
    return {
        ...newDraft(randomUUID(), now),
        who: "private",
        answers: { concern, "own-name": "Turid Vitne", "own-phone": "900 00 000", "more-children": "nei" },
        children: places.map((municipality, index) => ({
            place: municipality,
            municipality,
            district: "",
            name: `Barn ${index + 1}`,
            age: "7",
            relation: "Nabo",
            "home-street-unknown": "ja",
        })),
    };
}
//# sourceMappingURL=portal-sender.js.map