// Reading a browser's form: the plain kind, and the kind that brings a file. Only what our own pages send is taken.

import type { Context } from "hono";
import { refuse } from "../core/problem.ts";
import { bodyOf } from "./body.ts";

/** The fields that were posted. Refuses with `request.wrong-type`, or `request.too-large` above so many bytes. */
export async function formOf(c: Context, mostBytes: number): Promise<URLSearchParams> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) refuse("request.wrong-type");
  return new URLSearchParams((await bodyOf(c, mostBytes)).toString());
}

/** The fields and files that were posted. Refuses as `formOf`, and with `request.bad-shape` what is no such form. */
export async function fileFormOf(c: Context, mostBytes: number): Promise<FormData> {
  const type = c.req.header("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) refuse("request.wrong-type");
  const bytes = await bodyOf(c, mostBytes);
  const sent = new Response(Uint8Array.from(bytes), { headers: { "content-type": type } });
  try {
    return await sent.formData();
  } catch {
    return refuse("request.bad-shape", "the form"); // Why is of no use to whoever sent it.
  }
}
