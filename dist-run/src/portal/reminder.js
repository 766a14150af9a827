// The one reminder that a reporter may ask for: kept sealed, apart from the report, under a key that is derived from
// the code. Whoever has the code can have it erased; who reads the database learns neither whom it goes to nor which
// report it belongs to.
import { hkdfSync, randomUUID } from "node:crypto";
import { hmacSha256 } from "../core/hash.js";
import { assert } from "../core/problem.js";
import { reminderAt } from "../core/schedule.js";
import { openUnder, sealUnder } from "../web/sealed.js";
import { jsonOrNull } from "../wire/foreign.js";
import { readContact } from "./contact.js";
import * as store from "./reminder-store.js";
/** Keeps the reminder for a code. A second one for the same code replaces whom it goes to; there is never more than one. */
export async function keepReminder(deps, wish) {
    const read = readContact(wish.contact, deps.kinds);
    if ("error" in read)
        return { is: "wrong", error: read.error };
    const codeKey = codeKeyOf(deps.secret, wish.trackingHash);
    const sealed = sealAddressee(deps.secret, codeKey, { ...read.contact, language: wish.language });
    const made = { id: randomUUID(), codeKey, dueAt: new Date(reminderAt(wish.sentAt)), sealed };
    const dueAt = await deps.db.begin((tx) => store.putReminder(tx, made));
    return { is: "kept", dueAt: dueAt.getTime() };
}
/** Erases what is kept for a code; nothing when there is nothing. */
export async function forgetReminder({ db, secret }, trackingHash) {
    await db.begin((tx) => store.eraseReminderOf(tx, codeKeyOf(secret, trackingHash)));
}
function codeKeyOf(secret, trackingHash) {
    return hmacSha256(secret, `reminder ${trackingHash}`);
}
/** All are sealed at one length, so that its length does not tell an address from a number. */
const sealedBytes = 512;
function sealAddressee(secret, codeKey, addressee) {
    const text = Buffer.from(JSON.stringify(addressee));
    assert(text.length <= sealedBytes, "an address fits into what is sealed");
    const padded = Buffer.concat([text, Buffer.alloc(sealedBytes - text.length, " ")]);
    return sealUnder(sealingKey(secret), labelOf(codeKey), padded);
}
/** Whom a kept reminder is for; null when it was sealed under another secret, or for another code. */
export function openAddressee(secret, { codeKey, sealed }) {
    const opened = openUnder(sealingKey(secret), labelOf(codeKey), sealed);
    return opened && jsonOrNull(opened);
}
function sealingKey(secret) {
    return Buffer.from(hkdfSync("sha256", secret, "", "framme reminder addressee", 32));
}
function labelOf(codeKey) {
    return `framme reminder ${codeKey.toString("hex")}`;
}
//# sourceMappingURL=reminder.js.map