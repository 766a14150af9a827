// Reading a browser's form. Only the plain kind is taken: what our own pages send.

import type { Context } from "hono";
import { refuse } from "../core/problem.ts";
import { bodyOf } from "./body.ts";

/** The fields that were posted. Refuses with `request.wrong-type`, or `request.too-large` above so many bytes. */
export async function formOf(c: Context, mostBytes: number): Promise<URLSearchParams> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) refuse("request.wrong-type");
  return new URLSearchParams((await bodyOf(c, mostBytes)).toString());
}
