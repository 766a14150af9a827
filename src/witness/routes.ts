// A witness's door. Logs bring their new heads here (C2SP tlog-witness); anybody may ask which head was signed last.

import { Hono } from "hono";
import { addCheckpointFrom, headPath } from "../core/add-checkpoint.ts";
import { problems, refuse } from "../core/problem.ts";
import { answerError } from "../http/answer.ts";
import { bodyOf } from "../http/body.ts";
import { coSign } from "./co-sign.ts";
import { headOf } from "./heads.ts";
import type { Witness } from "./room.ts";

/** 63 hashes and a checkpoint with many signatures fit many times over. */
const mostBytes = 100_000;

/** The witness as an HTTP app. */
export function witnessApp(witness: Witness): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.get("/health", (c) => c.json({ ok: true }));
  app.post("/add-checkpoint", async (c) => {
    const bytes = await bodyOf(c, mostBytes);
    const asked = addCheckpointFrom(bytes.toString("utf8")) ?? refuse("witness.bad-request");
    const weighed = await coSign(witness, asked);
    if ("line" in weighed) return c.text(`${weighed.line}\n`);
    return c.body(`${weighed.size}\n`, 409, { "content-type": "text/x.tlog.size" });
  });
  app.get("/heads/:log", async (c) => {
    const log = witness.logs.find(({ origin }) => headPath(origin) === `/heads/${c.req.param("log")}`);
    if (!log) return refuse("witness.log-unknown");
    const head = (await headOf(witness.stateDir, log.origin)) ?? refuse("witness.no-head", log.origin);
    return c.text(head.note ?? refuse("witness.nothing-signed"));
  });
  app.notFound((c) =>
    c.json({ error: "request.unknown-path", message: problems["request.unknown-path"] }, 404),
  );
  return app;
}
