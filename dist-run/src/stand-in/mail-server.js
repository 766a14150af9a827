// A mail server for demonstrations and tests: takes whatever comes from this machine, sends it nowhere, and hands it
// to whoever opened it.
import { SMTPServer } from "smtp-server";
const mostBytes = 100_000;
/** Opens it on this machine. Port 0 chooses one. */
export async function openMailServer(port, { taken, isRefusing = () => false }) {
    const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ["STARTTLS", "AUTH"],
        logger: false,
        size: mostBytes,
        onRcptTo: (_, __, answer) => answer(isRefusing() ? new Error("not now") : null),
        onData: (stream, { envelope }, answer) => {
            const parts = [];
            stream.on("data", (part) => parts.push(part));
            stream.on("end", () => {
                if (stream.sizeExceeded)
                    return answer(new Error("too large"));
                const from = envelope.mailFrom ? envelope.mailFrom.address : "";
                const to = envelope.rcptTo.map(({ address }) => address).join(", ");
                taken({ from, to, raw: Buffer.concat(parts).toString("latin1") });
                return answer();
            });
        },
    });
    server.on("error", () => undefined); // A connection that breaks is the sender's to notice.
    await new Promise((resolve, reject) => {
        server.server.once("error", reject);
        server.listen(port, "127.0.0.1", resolve);
    });
    return {
        port: server.server.address().port,
        close: () => new Promise((resolve) => server.close(() => resolve())),
    };
}
/** Subject and text of a mail of one part, decoded. */
export function saidIn(raw) {
    const end = raw.indexOf("\r\n\r\n");
    const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, " ");
    const body = raw.slice(end + 4);
    const header = (name) => new RegExp(`^${name}: *(.*)$`, "im").exec(head)?.[1]?.trim() ?? "";
    const subject = header("Subject")
        .replace(/\?=\s+=\?/g, "?==?")
        .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, how, text) => bytesOf(how.toUpperCase() === "B" ? "base64" : "quoted-printable", text.replaceAll("_", " ")).toString());
    return { subject, text: bytesOf(header("Content-Transfer-Encoding"), body).toString().trim() };
}
function bytesOf(encoding, text) {
    if (encoding === "base64")
        return Buffer.from(text, "base64");
    if (encoding !== "quoted-printable")
        return Buffer.from(text, "latin1");
    const plain = text
        .replace(/=\r\n/g, "")
        .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(plain, "latin1");
}
//# sourceMappingURL=mail-server.js.map