// Searching a service's own reports: by number, by reference, or by words that stand in them. The words are kept
// nowhere; the reports are looked through where they lie, so that no second copy of their content is needed.

import type { Read } from "../pg/db.ts";
import { jsonOrNull } from "../wire/foreign.ts";
import * as people from "./people-store.ts";

const atATime = 20;

/** Ids of all of a service's reports that fit, in no order. */
export async function findReports(read: Read, service: string, sought: string): Promise<string[]> {
  const text = plain(sought).trim();
  const serial = Number(/^(?:nr\.?\s*)?(\d{1,15})$/.exec(text)?.[1] ?? 0);
  const byNumber = await people.idsByNumber(read, service, serial, text);
  const words = text.split(/\s+/).filter((word) => word !== "");
  const byWords = await idsByWords(read, service, words);
  return [...new Set([...byNumber, ...byWords])];
}

/** Reports in which each of the words stands somewhere. */
async function idsByWords(read: Read, service: string, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const found: string[] = [];
  for (let below: people.Place | null = null; ; ) {
    const texts: people.Text[] = await people.textsBelow(read, service, below, atATime);
    for (const { id, json } of texts) {
      const content = contentOf(json);
      if (words.every((word) => content.includes(word))) found.push(id);
    }
    if (texts.length < atATime) return found;
    below = texts.at(-1)!;
  }
}

/** The report's values as one text; of what is no JSON, the whole. */
function contentOf(json: Buffer): string {
  const value = jsonOrNull(json);
  if (typeof value !== "object" || value === null) return plain(json.toString("utf8"));
  const { framme: _salt, ...document } = value as Record<string, unknown>;
  const parts: string[] = [];
  const left: unknown[] = [document];
  while (left.length > 0) {
    const item = left.pop();
    if (typeof item === "object" && item !== null)
      for (const inside of Object.values(item)) left.push(inside);
    else if (typeof item === "string" || typeof item === "number") parts.push(String(item));
  }
  return plain(parts.join("\n"));
}

/** Letters compare whatever their case, and however their accents are written. */
function plain(text: string): string {
  return text.normalize("NFC").toLocaleLowerCase("nb");
}
