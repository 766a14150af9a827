// A person's session with a room. The cookie holds 256 random bits and nothing else; what the room knows of the session
// lies in its database, sealed under a key that is derived from the cookie and kept nowhere. So a stolen database
// opens no session and reads no draft, and a session that is ended cannot be read again.
import { hkdfSync, randomBytes } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
import { sha256Hex } from "../core/hash.js";
import { refuse } from "../core/problem.js";
import { jsonOrNull } from "../wire/foreign.js";
import { openUnder, sealUnder } from "./sealed.js";
import * as store from "./session-store.js";
const minute = 60_000;
/** The cookie of a room: bound to its host where it is https; on plain http rooms on one host differ by port. */
export function cookieOf(room, publicOrigin) {
    const { protocol, port } = new URL(publicOrigin);
    return protocol === "https:"
        ? { cookieName: `__Host-framme-${room}`, secure: true }
        : { cookieName: `framme-${room}-${port || "80"}`, secure: false };
}
/** Deletes the sessions that are over; how many. For a room's worker, with the ages that its sessions have. */
export async function sweepSessions(db, { idleMs, mostMs }, now) {
    return db.begin((tx) => store.deleteSessions(tx, now - mostMs, now - idleMs));
}
/** The sessions of a room. `T` is kept as JSON: plain values, lists and objects. */
export function openSessions(options) {
    const { db, clock, cookieName, secure } = options;
    const attributes = { httpOnly: true, sameSite: "Lax", path: "/", secure };
    // A request that begins a session still carries the cookie it came with; here is the one it leaves with.
    const given = new WeakMap();
    function tokenOf(c) {
        const token = given.get(c);
        if (token !== undefined)
            return token;
        const sent = getCookie(c, cookieName);
        return sent !== undefined && /^[A-Za-z0-9_-]{43}$/.test(sent) ? sent : null;
    }
    function give(c, token) {
        setCookie(c, cookieName, token, attributes);
        given.set(c, token);
    }
    return {
        read: async (c) => {
            const token = tokenOf(c);
            if (token === null)
                return null;
            const { id, key } = derivedFrom(token);
            const row = await store.sessionOf(db.read, id);
            const now = clock();
            if (row === null || isOver(row, options, now))
                return null;
            const opened = openUnder(key, labelOf(id), row.sealed);
            if (opened === null)
                return null;
            if (now - row.usedAt.getTime() >= minute)
                await db.begin((tx) => store.touchSession(tx, id, now));
            return { id, key, data: jsonOrNull(opened) };
        },
        begin: async (c, data) => {
            const earlier = tokenOf(c);
            const token = newToken();
            const session = { ...derivedFrom(token), data };
            await db.begin(async (tx) => {
                if (earlier !== null)
                    await store.deleteSession(tx, derivedFrom(earlier).id);
                await store.insertSession(tx, { id: session.id, sealed: sealed(session), now: clock() });
            });
            give(c, token);
            return session;
        },
        write: async (session, data) => {
            const next = { ...session, data };
            const isThere = await db.begin((tx) => store.writeSession(tx, next.id, sealed(next)));
            return isThere ? next : refuse("session.over");
        },
        renew: async (c, session, data, also) => {
            const token = newToken();
            const next = { ...derivedFrom(token), data };
            const row = { id: next.id, sealed: sealed(next), now: clock() };
            const isThere = await db.begin(async (tx) => {
                const isMoved = await store.moveSession(tx, session.id, row);
                if (isMoved)
                    await also?.(tx, next);
                return isMoved;
            });
            if (!isThere)
                return refuse("session.over");
            give(c, token);
            return next;
        },
        end: async (c) => {
            const token = tokenOf(c);
            if (token !== null)
                await db.begin((tx) => store.deleteSession(tx, derivedFrom(token).id));
            setCookie(c, cookieName, "", { ...attributes, maxAge: 0, expires: new Date(0) });
            given.set(c, null);
        },
    };
}
function newToken() {
    return randomBytes(32).toString("base64url");
}
/** Two things that say nothing of each other, nor of the token. */
function derivedFrom(token) {
    return {
        id: sha256Hex("framme session id\n", token),
        key: Buffer.from(hkdfSync("sha256", token, "", "framme session key", 32)),
    };
}
/** A row that has been put in another's place does not open. */
function labelOf(id) {
    return `framme session ${id}`;
}
function sealed({ id, key, data }) {
    return sealUnder(key, labelOf(id), Buffer.from(JSON.stringify(data)));
}
function isOver({ begunAt, usedAt }, { idleMs, mostMs }, now) {
    return now - begunAt.getTime() >= mostMs || now - usedAt.getTime() >= idleMs;
}
//# sourceMappingURL=session.js.map