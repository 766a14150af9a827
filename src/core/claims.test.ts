// Goal: a list settles only what it says for certain, and what it covers and lacks is never passed over. Method: lines
// and reports against each other, each difference by itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compareList, daysCovered, type ListedReport, type ListLine } from "./claims.ts";
import { addWorkingDays, firstNotPast, hourMs } from "./schedule.ts";

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const hashOf = (n: number) => String(n).repeat(64);
const report = (n: number, more: Partial<ListedReport> = {}): ListedReport => ({
  id: id(n),
  contentHash: hashOf(n),
  reference: null,
  isFound: false,
  isClaimable: true,
  isCovered: true,
  ...more,
});
const line = (n: number, number: number, reference: string, more: Partial<ListLine> = {}): ListLine => ({
  line: number,
  id: id(n),
  contentHash: null,
  reference,
  ...more,
});
const outcomes = (lines: readonly ListLine[], reports: readonly ListedReport[]) =>
  compareList(lines, reports).lines.map(({ outcome }) => outcome);

test("a line finds its report by id or by hash of content, and nothing else", () => {
  const byHash = line(2, 2, "R-2", { id: null, contentHash: hashOf(2) });
  assert.deepEqual(outcomes([line(1, 1, "R-1"), byHash], [report(1), report(2)]), ["confirmed", "confirmed"]);
  assert.deepEqual(outcomes([line(3, 1, "R-1")], [report(1)]), ["unknown"]);
});

test("what is covered and not named is missing; what is not covered is not", () => {
  const reports = [report(1), report(2), report(3, { isCovered: false }), report(4, { isFound: true })];
  assert.deepEqual(compareList([line(1, 1, "R-1")], reports).missing, [id(2), id(4)]);
  assert.deepEqual(compareList([], []).missing, []);
});

test("found before under the same reference it is so already; under another it is a conflict", () => {
  const found = report(1, { isFound: true, reference: "R-1" });
  assert.deepEqual(outcomes([line(1, 1, "R-1")], [found]), ["already"]);
  assert.deepEqual(outcomes([line(1, 1, "R-9")], [found]), ["conflict"]);
});

test("two lines of one report with two references are a conflict; with one, it is confirmed once", () => {
  assert.deepEqual(outcomes([line(1, 1, "R-1"), line(1, 2, "R-2")], [report(1)]), ["conflict", "conflict"]);
  assert.deepEqual(outcomes([line(1, 1, "R-1"), line(1, 2, "R-1")], [report(1)]), ["confirmed", "already"]);
});

test("other content is altered, whatever the reference says, and is not missing", () => {
  const other = line(1, 1, "R-1", { contentHash: hashOf(9) });
  for (const one of [report(1), report(1, { isFound: true, reference: "R-1" })]) {
    assert.deepEqual(outcomes([other], [one]), ["altered"]);
    assert.deepEqual(compareList([other], [one]).missing, []);
  }
});

test("a report that its own receiver answers for is not confirmed by a list", () => {
  assert.deepEqual(outcomes([line(1, 1, "R-1")], [report(1, { isClaimable: false })]), ["unclaimed"]);
});

test("days are Oslo's, both counted, also where they have 23 or 25 hours", () => {
  const day = (date: string) => daysCovered(date, date)!;
  assert.equal(day("2026-11-23").from, Date.parse("2026-11-22T23:00:00Z"));
  assert.equal(day("2026-10-25").until - day("2026-10-25").from, 25 * hourMs);
  assert.equal(day("2026-03-29").until - day("2026-03-29").from, 23 * hourMs);
  assert.equal(daysCovered("2026-11-24", "2026-11-23"), null);
});

test("what is late is told by one instant: everything before it is, nothing after it is", () => {
  const start = Date.parse("2026-03-20T00:00:00Z");
  for (let hours = 0; hours < 24 * 30; hours += 7) {
    const now = start + hours * hourMs;
    const first = firstNotPast(now, 1);
    assert.ok(addWorkingDays(first, 1) >= now, new Date(now).toISOString());
    assert.ok(addWorkingDays(first - 1, 1) < now, new Date(now).toISOString());
  }
});
