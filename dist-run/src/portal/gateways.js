// The ways a reminder can leave: a mail server, and a gateway for text messages. Each is there when its setting is;
// without any the portal does not offer reminders.
import { refusePlainHttp, refuseSetting, setting } from "../config.js";
import { answerOrNull } from "../http/client.js";
import { mailServerAt } from "../http/mail.js";
import { valueOrNull } from "../wire/foreign.js";
const smsLimitMs = 20_000;
/** A sender's name is read by whoever sees the phone. */
const telling = /barnev|bekymr|melding|framme|child|welfare|concern|report/i;
/** By SMTP_URL (with MAIL_FROM) and SMS_URL. Refuses with `config.bad` what cannot be used, or would tell too much. */
export function gatewaysOf(env, fetchIt) {
    return { mail: mailGateway(env), sms: smsGateway(env, fetchIt) };
}
/** What reporters can be offered. */
export function kindsOf({ mail, sms }) {
    return { mail: mail !== null, sms: sms !== null };
}
function mailGateway(env) {
    if (!env.SMTP_URL)
        return null;
    const url = valueOrNull(() => new URL(env.SMTP_URL));
    if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname)
        return refuseSetting("SMTP_URL", "it must be like smtps://user:password@mail.example.no:465");
    const from = setting(env, "MAIL_FROM");
    if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(from))
        refuseSetting("MAIL_FROM", "it must be an address alone, such as paminnelse@example.no");
    if (telling.test(from))
        refuseSetting("MAIL_FROM", "whoever sees the phone reads it: choose an address that does not tell what it is about");
    return mailServerAt(env.SMTP_URL, from).send;
}
/** Posts `{ to, text }` as JSON; a 2xx status says that it was taken. A repeated one has the same Idempotency-Key. */
function smsGateway(env, fetchIt) {
    if (!env.SMS_URL)
        return null;
    const { href } = refusePlainHttp(env.SMS_URL, "SMS_URL");
    return async ({ id, to, text }) => {
        const answer = await answerOrNull(fetchIt, href, {
            method: "POST",
            headers: { "Content-Type": "application/json", "Idempotency-Key": id },
            body: JSON.stringify({ to, text }),
            limitMs: smsLimitMs,
        });
        return answer !== null && answer.status >= 200 && answer.status < 300;
    };
}
//# sourceMappingURL=gateways.js.map