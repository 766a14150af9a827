// The receiver's only door: whether it is alive. A municipality opens nothing inwards for it.

import { Hono } from "hono";
import { answerError } from "../http/answer.ts";

/** Answers `GET /health`. */
export function receiverApp(): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.get("/health", (c) => c.json({ ok: true }));
  return app;
}
