// A mail server and a text message gateway as peers: a real SMTP server and a real HTTP server on this machine, which
// keep what they took. Each can be told to say no.
import { createServer } from "node:http";
import { openMailServer } from "../src/stand-in/mail-server.js";
export class Postbox {
    mails = [];
    sms = [];
    isRefusing = false;
    /** Called when a message has been taken, before it is answered. */
    onTaken = () => undefined;
    smtp = null;
    http = createServer((request, response) => {
        const parts = [];
        request.on("data", (part) => parts.push(part));
        request.on("end", () => {
            if (this.isRefusing)
                return response.writeHead(503).end();
            const key = String(request.headers["idempotency-key"]);
            this.sms.push({ body: JSON.parse(Buffer.concat(parts).toString()), key });
            this.onTaken();
            return response.writeHead(202).end("{}");
        });
    });
    smtpUrl = "";
    smsUrl = "";
    async open() {
        this.smtp = await openMailServer(0, {
            taken: (mail) => {
                this.mails.push(mail);
                this.onTaken();
            },
            isRefusing: () => this.isRefusing,
        });
        await new Promise((resolve) => this.http.listen(0, "127.0.0.1", resolve));
        this.smtpUrl = `smtp://127.0.0.1:${this.smtp.port}`;
        this.smsUrl = `http://127.0.0.1:${this.http.address().port}/send`;
        return this;
    }
    async close() {
        await this.smtp?.close();
        this.http.closeAllConnections();
        await new Promise((resolve) => this.http.close(resolve));
    }
}
//# sourceMappingURL=postbox.js.map