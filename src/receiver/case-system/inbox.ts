// The built-in inbox as a case system, over HTTP: the service proves itself with its receipt key, and sees its
// own reports only.

import { refuse } from "../../core/problem.ts";
import { jsonName, pdfName, type ReportFiles } from "../../core/report.ts";
import { assertionFor, type Identity } from "../../http/assertion.ts";
import { type Answer, ask, type Fetch, jsonOf } from "../../http/client.ts";
import type { CaseSystem, OpenedReport } from "./case-system.ts";

export type InboxSettings = {
  readonly url: string;
  readonly identity: Identity;
  readonly fetch: Fetch;
  readonly clock: () => number;
};

/** A case system that is the inbox at this address. */
export function inboxAt(settings: InboxSettings): CaseSystem {
  return {
    givesBytesBack: true,
    put: (report) => put(settings, report),
    readBack: (id) => readBack(settings, id),
  };
}

async function put(settings: InboxSettings, { id, files, ...facts }: OpenedReport): Promise<void> {
  const body = JSON.stringify({
    ...facts,
    files: [asSent(jsonName, files.json), asSent(pdfName, files.pdf)],
  });
  const answer = await call(settings, "PUT", id, body);
  jsonOf(answer, "case-system.refused");
}

async function readBack(settings: InboxSettings, id: string) {
  const answer = await call(settings, "GET", id);
  if (answer.status === 404) return null;
  const { reference, files } = jsonOf(answer, "case-system.refused") as {
    reference?: unknown;
    files?: unknown;
  };
  if (typeof reference !== "string") return refuse("case-system.refused", "no reference");
  return { reference, files: filesIn(files) };
}

function filesIn(value: unknown): ReportFiles {
  const files = Array.isArray(value) ? (value as { name?: unknown; bytes?: unknown }[]) : [];
  const bytesOf = (name: string) => {
    const bytes = files.find((file) => file?.name === name)?.bytes;
    return typeof bytes === "string" ? Buffer.from(bytes, "base64") : refuse("report.not-in-case-system");
  };
  return { json: bytesOf(jsonName), pdf: bytesOf(pdfName) };
}

function asSent(name: string, bytes: Uint8Array): { name: string; bytes: string } {
  return { name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64") };
}

async function call(settings: InboxSettings, method: string, id: string, body?: string): Promise<Answer> {
  const url = new URL(`${settings.url}/reports/${id}`);
  const request = { method, path: url.pathname, ...(body === undefined ? {} : { body }) };
  const assertion = await assertionFor(settings.identity, url.origin, request, settings.clock());
  const headers = { authorization: `Bearer ${assertion}`, "content-type": "application/json" };
  const init = { method, headers, ...(body === undefined ? {} : { body }) };
  return ask(settings.fetch, url.href, init, "case-system.not-reached");
}
