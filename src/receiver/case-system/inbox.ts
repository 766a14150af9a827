// The built-in inbox as a case system, over HTTP: the service proves itself with its receipt key, and sees its
// own reports only. It says what has been opened, and hears which receipts the hub has recorded.

import { refuse } from "../../core/problem.ts";
import type { Receipt } from "../../core/receipt.ts";
import { jsonName, pdfName, type ReportFiles } from "../../core/report.ts";
import { assertionFor, type Identity } from "../../http/assertion.ts";
import { type Answer, ask, type Fetch, jsonOf } from "../../http/client.ts";
import { jsonOrNull } from "../../wire/foreign.ts";
import { type CaseSystem, type OpenedReport, openingsMax, type StatedOpening } from "./case-system.ts";

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
    ids: () => ids(settings),
    tellHighest: (_service, highest) => tellHighest(settings, highest),
    openings: (after) => openings(settings, after),
    tell: (id, receipts) => tell(settings, id, receipts),
  };
}

async function put(settings: InboxSettings, { id, files, ...facts }: OpenedReport): Promise<void> {
  const body = JSON.stringify({
    ...facts,
    files: [asSent(jsonName, files.json), asSent(pdfName, files.pdf)],
  });
  const answer = await call(settings, "PUT", `/reports/${id}`, body);
  jsonOf(answer, "case-system.refused");
}

async function readBack(settings: InboxSettings, id: string) {
  const answer = await call(settings, "GET", `/reports/${id}`);
  // Something else than the inbox may answer 404 to everything: that is no word for what the inbox holds.
  if (answer.status === 404 && isUnknown(answer)) return null;
  const { reference, files } = jsonOf(answer, "case-system.refused") as {
    reference?: unknown;
    files?: unknown;
  };
  if (typeof reference !== "string") return refuse("case-system.refused", "no reference");
  return { reference, files: filesIn(files) };
}

function isUnknown({ bytes }: Answer): boolean {
  return (jsonOrNull(bytes) as { error?: unknown } | null)?.error === "report.unknown";
}

const idsMost = 1000;

async function ids(settings: InboxSettings): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    const query = new URLSearchParams({ after: all.at(-1) ?? "", limit: String(idsMost) });
    const answer = await call(settings, "GET", `/reports?${query}`);
    const { ids: listed } = jsonOf(answer, "case-system.refused") as { ids?: unknown };
    if (!Array.isArray(listed) || !listed.every((id) => typeof id === "string"))
      return refuse("case-system.refused", "no list of ids");
    all.push(...(listed as string[]));
    if (listed.length < idsMost) return all;
  }
}

async function tellHighest(settings: InboxSettings, highest: number): Promise<void> {
  const answer = await call(settings, "PUT", "/serials", JSON.stringify({ highest }));
  jsonOf(answer, "case-system.refused");
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

async function openings(settings: InboxSettings, after: string | null): Promise<StatedOpening[]> {
  const query = new URLSearchParams({ ...(after === null ? {} : { after }), limit: String(openingsMax) });
  const answer = await call(settings, "GET", `/openings?${query}`);
  const { openings: listed } = jsonOf(answer, "case-system.refused") as { openings?: unknown };
  const read = Array.isArray(listed) ? listed.map(statedOpening) : [null];
  // Without its cursor an opening could not be passed by: nothing is heard, and what is wrong shows.
  return read.every((one) => one !== null) ? read : refuse("case-system.refused", "openings");
}

const isToken = /^[\x21-\x7e]{1,200}$/;

function statedOpening(value: unknown): StatedOpening | null {
  const { cursor, id, at } = (value ?? {}) as Record<string, unknown>;
  const isCursor =
    (typeof cursor === "string" || Number.isSafeInteger(cursor)) && isToken.test(String(cursor));
  return isCursor ? { cursor: String(cursor), id: String(id), at: String(at) } : null;
}

async function tell(settings: InboxSettings, id: string, receipts: readonly Receipt[]): Promise<void> {
  const answer = await call(settings, "PUT", `/reports/${id}/receipts`, JSON.stringify({ receipts }));
  if (answer.status < 200 || answer.status >= 300) jsonOf(answer, "case-system.refused");
}

async function call(settings: InboxSettings, method: string, path: string, body?: string): Promise<Answer> {
  const url = new URL(settings.url + path);
  const request = { method, path: url.pathname, ...(body === undefined ? {} : { body }) };
  const assertion = await assertionFor(settings.identity, url.origin, request, settings.clock());
  const headers = { authorization: `Bearer ${assertion}`, "content-type": "application/json" };
  const init = { method, headers, ...(body === undefined ? {} : { body }) };
  return ask(settings.fetch, url.href, init, "case-system.not-reached");
}
