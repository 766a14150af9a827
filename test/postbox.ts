// A mail server and a text message gateway as peers: a real SMTP server and a real HTTP server on this machine, which
// keep what they took. Each can be told to say no.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Mail = { readonly to: string; readonly from: string; readonly raw: string };
export type Sms = { readonly body: unknown; readonly key: string };

export class Postbox {
  readonly mails: Mail[] = [];
  readonly sms: Sms[] = [];
  isRefusing = false;
  /** Called when a message has been taken, before it is answered. */
  onTaken: () => void = () => undefined;
  private readonly smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo: (_, __, answer) => answer(this.isRefusing ? new Error("not now") : null),
    onData: (stream, session, answer) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address).join(",");
        this.mails.push({ to, from: mailFrom ? mailFrom.address : "", raw: Buffer.concat(parts).toString() });
        this.onTaken();
        answer();
      });
    },
  });
  private readonly http = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      if (this.isRefusing) return response.writeHead(503).end();
      const key = String(request.headers["idempotency-key"]);
      this.sms.push({ body: JSON.parse(Buffer.concat(parts).toString()), key });
      this.onTaken();
      return response.writeHead(202).end("{}");
    });
  });
  smtpUrl = "";
  smsUrl = "";

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.smtp.listen(0, "127.0.0.1", resolve));
    await new Promise<void>((resolve) => this.http.listen(0, "127.0.0.1", resolve));
    this.smtpUrl = `smtp://127.0.0.1:${(this.smtp.server.address() as AddressInfo).port}`;
    this.smsUrl = `http://127.0.0.1:${(this.http.address() as AddressInfo).port}/send`;
    return this;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.smtp.close(resolve));
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }
}
