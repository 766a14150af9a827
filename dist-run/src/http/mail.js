// Handing a mail to a mail server over SMTP. Like the HTTP client's answers, a failure is a value: whether the server
// has taken the mail. Nothing in it says what program or machine it came from.
import { createTransport } from "nodemailer";
import { isLoopback } from "./server.js";
/** The mail server at `smtp://` or `smtps://`, perhaps with user and password. Outside this machine only over TLS. */
export function mailServerAt(url, from, limitMs = 20_000) {
    const { protocol, hostname, port, username, password } = new URL(url);
    const isSecure = protocol === "smtps:";
    const domain = from.slice(from.lastIndexOf("@") + 1);
    const transport = createTransport({
        host: hostname.replace(/^\[|\]$/g, ""),
        port: Number(port) || (isSecure ? 465 : 587),
        secure: isSecure,
        requireTLS: !isSecure && !isLoopback(hostname),
        ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
        name: domain,
        connectionTimeout: limitMs,
        greetingTimeout: limitMs,
        socketTimeout: limitMs,
        disableFileAccess: true,
        disableUrlAccess: true,
    });
    return {
        send: async ({ id, to, subject, text }) => {
            try {
                await transport.sendMail({
                    from,
                    to: { name: "", address: to },
                    subject,
                    text,
                    messageId: `<${id}@${domain}>`,
                    xMailer: false,
                    headers: { "Auto-Submitted": "auto-generated" },
                });
                return true;
            }
            catch {
                return false; // The server's own words quote the address, so they go no further.
            }
        },
        close: () => transport.close(),
    };
}
//# sourceMappingURL=mail.js.map