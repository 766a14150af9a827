// A mail server and a text message gateway as peers: a real SMTP server and a real HTTP server on this machine, which
// keep what they took. Each can be told to say no.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openMailServer, type TakenMail } from "../src/stand-in/mail-server.ts";

export type Sms = { readonly body: unknown; readonly key: string };

export class Postbox {
  readonly mails: TakenMail[] = [];
  readonly sms: Sms[] = [];
  isRefusing = false;
  /** Called when a message has been taken, before it is answered. */
  onTaken: () => void = () => undefined;
  private smtp: Awaited<ReturnType<typeof openMailServer>> | null = null;
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
    this.smtp = await openMailServer(0, {
      taken: (mail) => {
        this.mails.push(mail);
        this.onTaken();
      },
      isRefusing: () => this.isRefusing,
    });
    await new Promise<void>((resolve) => this.http.listen(0, "127.0.0.1", resolve));
    this.smtpUrl = `smtp://127.0.0.1:${this.smtp.port}`;
    this.smsUrl = `http://127.0.0.1:${(this.http.address() as AddressInfo).port}/send`;
    return this;
  }

  async close(): Promise<void> {
    await this.smtp?.close();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }
}
