// Reads a report as a receiver puts it: what is known of it, and the two files as they are.

import { refuse } from "../core/problem.ts";
import { jsonName, pdfName, type ReportFiles } from "../core/report.ts";
import { jsonOrNull } from "../wire/foreign.ts";

export type ReportToKeep = {
  readonly id: string;
  readonly service: string;
  readonly serial: number;
  readonly acceptedAt: Date | null;
  readonly kind: "private" | "professional" | "unknown";
  /** Where the receiver got it. A receiver that does not say gives `unknown`. */
  readonly channel: "hub" | "svarinn" | "unknown";
  readonly flags: readonly string[];
  readonly files: ReportFiles;
};

const kinds = ["private", "professional", "unknown"];
const channels = ["hub", "svarinn", "unknown"];

/** Reads the body of `PUT /reports/{id}`. Refuses with `request.not-json` or `request.bad-shape`. */
export function readReportToKeep(id: string, body: Uint8Array): ReportToKeep {
  const value = jsonOrNull(body) ?? refuse("request.not-json");
  const {
    service,
    serial,
    acceptedAt,
    kind,
    channel = "unknown",
    flags,
    files,
  } = value as Record<string, unknown>;
  const isRight =
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) &&
    typeof service === "string" &&
    Number.isSafeInteger(serial) &&
    (serial as number) >= 0 &&
    (acceptedAt === null || isTime(acceptedAt)) &&
    kinds.includes(kind as string) &&
    channels.includes(channel as string) &&
    isListOfCodes(flags);
  if (!isRight) return refuse("request.bad-shape");
  return {
    id,
    service,
    serial: serial as number,
    acceptedAt: acceptedAt === null ? null : new Date(acceptedAt as string),
    kind: kind as ReportToKeep["kind"],
    channel: channel as ReportToKeep["channel"],
    flags: flags as string[],
    files: filesIn(files),
  };
}

function isTime(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
}

function isListOfCodes(value: unknown): boolean {
  const isCode = (one: unknown) => typeof one === "string" && /^[a-z0-9-]{1,60}$/.test(one);
  return Array.isArray(value) && value.length <= 20 && value.every(isCode);
}

function filesIn(value: unknown): ReportFiles {
  if (!Array.isArray(value) || value.length !== 2) return refuse("request.bad-shape", "files");
  const bytesOf = (name: string) => {
    const bytes = (value as { name?: unknown; bytes?: unknown }[]).find((file) => file?.name === name)?.bytes;
    const isBase64 =
      typeof bytes === "string" && bytes.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(bytes);
    return isBase64 ? Buffer.from(bytes, "base64") : refuse("request.bad-shape", "files");
  };
  return { json: bytesOf(jsonName), pdf: bytesOf(pdfName) };
}
