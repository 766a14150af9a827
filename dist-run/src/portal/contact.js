// Where a reminder goes, as the reporter typed it: an e-mail address that mail systems take, or a Norwegian mobile
// number however it is written. What is neither, or cannot be reached from here, is told apart for the page to say.
import { domainToASCII } from "node:url";
/** What was typed, or what is wrong with it. */
export function readContact(typed, kinds) {
    // Letters that cannot be seen come along when an address is copied.
    const text = typed
        .normalize("NFC")
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
        .trim();
    if (text === "")
        return { error: "empty" };
    const isMail = text.includes("@");
    if (isMail && !kinds.mail)
        return { error: "only-sms" };
    const to = isMail ? mailIn(text) : phoneIn(text);
    if (to !== null)
        return isMail || kinds.sms ? { contact: { kind: isMail ? "mail" : "sms", to } } : { error: "only-mail" };
    if (isMail)
        return { error: "not-mail" };
    if (!kinds.sms)
        return { error: "not-mail" };
    return { error: /\d/.test(text) || !kinds.mail ? "not-phone" : "neither" };
}
/** Mobile numbers begin with 4 or 9; what begins otherwise cannot be written to. */
function phoneIn(text) {
    const digits = text.replace(/[\s.()/\-\u2010-\u2015]/g, "");
    const [, number] = /^(?:\+47|0047|47(?=\d{8}$))?([49]\d{7})$/.exec(digits) ?? [];
    return number === undefined ? null : `+47${number}`;
}
/**
 * By the lengths of RFC 5321 and the unquoted form of RFC 5322, letters beyond ASCII allowed (RFC 6531). One address
 * only: nothing that a mail program reads as a list, a name or a group.
 */
function mailIn(text) {
    const [, local = "", domain = ""] = /^([^@]*)@([^@]*)$/.exec(text) ?? [];
    const isLocal = /^[^\s.,;:<>()[\]\\"\p{Cc}]+(\.[^\s.,;:<>()[\]\\"\p{Cc}]+)*$/u.test(local);
    if (!isLocal || Buffer.byteLength(local) > 64 || Buffer.byteLength(text) > 254)
        return null;
    const labels = domainToASCII(domain).split(".");
    const isDomain = !/[\s,;:<>()[\]\\"/?#%]/.test(domain) &&
        labels.length >= 2 &&
        labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
        !/^\d+$/.test(labels.at(-1));
    return isDomain ? text : null;
}
//# sourceMappingURL=contact.js.map