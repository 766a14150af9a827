// The reporter's phone and mailbox in a demonstration: takes the mails and text messages that the portal sends, and
// shows them on a page. It runs on this machine only, sends nothing on, and forgets everything when it stops.

import { Hono } from "hono";
import {
  type Environment,
  numberSetting,
  refuseOutsideDemo,
  refuseSetting,
  serverSettings,
} from "../config.ts";
import { answerError } from "../http/answer.ts";
import { jsonBodyOf } from "../http/body.ts";
import { log } from "../http/log.ts";
import { isLoopback, listen } from "../http/server.ts";
import { refuse } from "../core/problem.ts";
import { serveAssets } from "../web/assets.ts";
import { protectPages } from "../web/protect.ts";
import { openMailServer, saidIn } from "./mail-server.ts";
import { type Arrived, postboxPage } from "./postbox-page.tsx";

const mostKept = 200;
const mostBytes = 10_000;

/** Its pages and the gateway for text messages (POST /sms `{ to, text }`), over what has arrived, newest first. */
export function postboxApp(arrived: Arrived[], publicOrigin: string, clock: () => number): Hono {
  const app = new Hono();
  protectPages(app, { publicOrigin, isSecretive: () => false });
  app.onError(answerError);
  serveAssets(app);
  app.get("/health", (c) => c.json({ ok: true }));
  app.get("/", (c) => c.html(postboxPage(arrived)));
  app.post("/sms", async (c) => {
    const { to, text } = (await jsonBodyOf(c, mostBytes)).value as { to?: unknown; text?: unknown };
    if (typeof to !== "string" || typeof text !== "string") return refuse("request.bad-shape");
    put(arrived, { kind: "sms", at: clock(), from: "", to, subject: "", text });
    return c.json({}, 202);
  });
  return app;
}

function put(arrived: Arrived[], one: Arrived): void {
  arrived.unshift(one);
  arrived.length = Math.min(arrived.length, mostKept);
}

/** Starts it from its environment: HOST, PORT, PUBLIC_ORIGIN and SMTP_PORT. */
export async function startPostbox(env: Environment): Promise<{ close(): Promise<void> }> {
  refuseOutsideDemo(env, "the postbox");
  const server = serverSettings(env);
  if (!isLoopback(server.host)) refuseSetting("HOST", "the postbox listens on this machine only (127.0.0.1)");
  const arrived: Arrived[] = [];
  const mail = await openMailServer(numberSetting(env, "SMTP_PORT", { least: 0, most: 65_535 }), {
    taken: ({ from, to, raw }) => put(arrived, { kind: "mail", at: Date.now(), from, to, ...saidIn(raw) }),
  });
  const pages = await listen(postboxApp(arrived, server.publicOrigin, Date.now), server);
  log.info({ event: "postbox.started" });
  return {
    close: async () => {
      await pages.close();
      await mail.close();
    },
  };
}
