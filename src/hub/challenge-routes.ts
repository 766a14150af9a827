// Where receivers are asked to prove what they have, and answer; and where a named person asks for one report now.

import type { Context, Hono } from "hono";
import { type Ground, isPosition } from "../core/ground.ts";
import { problems, refuse } from "../core/problem.ts";
import { statusOf } from "../http/answer.ts";
import { bodyOf, jsonBodyOf } from "../http/body.ts";
import { type Judged, judge } from "./answer.ts";
import { provenCaller } from "./caller.ts";
import { challengesFor, type Question } from "./challenge-poll.ts";
import { challengeNow } from "./challenge-now.ts";
import type { Hub } from "./hub.ts";

const mostAnswers = 200;
const smallBody = 10_000;
const answersBody = 300_000;

/** Adds /challenges, /answers and /reports/:id/challenge. */
export function challengeRoutes(app: Hono, hub: Hub): void {
  app.post("/challenges", async (c) => {
    const { value, bytes } = await jsonBodyOf(c, smallBody);
    const service = await callingService(hub, c, bytes);
    return c.json({ challenges: await challengesFor(hub, service, questionIn(value), c.req.raw.signal) });
  });

  app.post("/answers", async (c) => {
    const { value, bytes } = await jsonBodyOf(c, answersBody);
    const service = await callingService(hub, c, bytes);
    const { answers } = value as { answers?: unknown };
    if (!Array.isArray(answers) || answers.length > mostAnswers)
      return refuse("request.bad-shape", `answers: a list of at most ${mostAnswers}`);
    return answerJudged(c, await judge(hub, service, answers));
  });

  app.post("/reports/:id/challenge", async (c) => {
    const bytes = await bodyOf(c, smallBody);
    await provenCaller(hub, c, bytes, "person");
    const id = c.req.param("id");
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) refuse("report.unknown");
    return c.json(await challengeNow(hub, id), 201);
  });
}

async function callingService(hub: Hub, c: Context, bytes: Buffer): Promise<string> {
  return (await provenCaller(hub, c, bytes, "service")).slice("service:".length);
}

function questionIn(value: unknown): Question {
  const { wait, limit, ground } = value as Record<string, unknown>;
  if (typeof wait !== "number" || !(wait >= 0 && wait <= 25))
    return refuse("request.bad-shape", "wait: 0 to 25");
  if (!Number.isInteger(limit) || (limit as number) < 1 || (limit as number) > mostAnswers)
    return refuse("request.bad-shape", `limit: 1 to ${mostAnswers}`);
  return { waitMs: wait * 1000, limit: limit as number, ground: ground === null ? null : groundIn(ground) };
}

function groundIn(value: unknown): Ground {
  const { systemId, timeline, flushedTo } = (value ?? {}) as Record<string, unknown>;
  if (typeof systemId !== "string" || !/^\d{1,20}$/.test(systemId))
    return refuse("request.bad-shape", "ground.systemId: digits");
  if (!Number.isInteger(timeline) || (timeline as number) < 1 || (timeline as number) > 2 ** 31 - 1)
    return refuse("request.bad-shape", "ground.timeline: 1 or more");
  if (typeof flushedTo !== "string" || !isPosition(flushedTo))
    return refuse("request.bad-shape", "ground.flushedTo: a position in the log");
  return { systemId, timeline: timeline as number, flushedTo };
}

/** 200 if any answer was one to a question; otherwise the first refusal, with what came of each. */
function answerJudged(c: Context, judged: readonly Judged[]): Response {
  const results = judged.map(({ id, n, verdict }) => {
    if (verdict === "right") return { id, n, outcome: "proven" };
    if (verdict === "wrong" || verdict === "missing" || verdict === "already")
      return { id, n, outcome: verdict };
    return { id, n, outcome: "refused", error: verdict, message: problems[verdict] };
  });
  const refused = results.map((result) => ("error" in result ? result.error : null));
  const [first] = refused;
  if (!first || refused.some((error) => error === null)) return c.json({ results });
  return c.json({ error: first, message: problems[first], results }, statusOf[first]);
}
