// A witness's door. Logs bring their new heads here (C2SP tlog-witness); anybody may ask which head was signed last.

import { Hono } from "hono";
import { addCheckpointFrom, headPath } from "../core/add-checkpoint.ts";
import { Problem, problems, refuse } from "../core/problem.ts";
import { answerError } from "../http/answer.ts";
import { bodyOf } from "../http/body.ts";
import { log } from "../http/log.ts";
import { coSign } from "./co-sign.ts";
import { headOf } from "./heads.ts";
import type { Witness } from "./room.ts";

/** 63 hashes and a checkpoint with many signatures fit many times over. */
const mostBytes = 100_000;

/** The witness as an HTTP app. */
export function witnessApp(witness: Witness): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    // What a witness is there for: its own people must be able to see it.
    if (error instanceof Problem && error.code === "witness.not-consistent")
      log.error({ event: "witness.refused", problem: error.code });
    return answerError(error, c);
  });
  app.get("/health", (c) => c.json({ ok: true }));
  app.post("/add-checkpoint", async (c) => {
    const bytes = await bodyOf(c, mostBytes);
    const asked = addCheckpointFrom(bytes.toString("utf8")) ?? refuse("witness.bad-request");
    const weighed = await coSign(witness, asked);
    if ("line" in weighed) return c.text(`${weighed.line}\n`);
    const { oldSize, checkpoint } = asked;
    if (weighed.size === oldSize && weighed.size === checkpoint.size)
      log.error({ event: "witness.refused", problem: "another root at the same size", size: oldSize });
    return c.body(`${weighed.size}\n`, 409, { "content-type": "text/x.tlog.size" });
  });
  app.get("/heads/:log", async (c) => {
    const watched = witness.logs.find(({ origin }) => headPath(origin) === `/heads/${c.req.param("log")}`);
    if (!watched) return refuse("witness.log-unknown");
    const head =
      (await headOf(witness.stateDir, watched.origin)) ?? refuse("witness.no-head", watched.origin);
    return c.text(head.note ?? refuse("witness.nothing-signed"));
  });
  app.notFound((c) =>
    c.json({ error: "request.unknown-path", message: problems["request.unknown-path"] }, 404),
  );
  return app;
}
