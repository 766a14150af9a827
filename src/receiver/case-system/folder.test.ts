// Goal: a folder holds each report whole, once, as the exact bytes, or not at all. Method: real folders, one of
// them on a disk that is full, and what a death half-way leaves behind.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { contentHashOf, jsonName, pdfName } from "../../core/report.ts";
import { reasonOf } from "../decline.ts";
import type { OpenedReport } from "./case-system.ts";
import { folderAt } from "./folder.ts";

let path: string;
before(() => {
  path = mkdtempSync(join(tmpdir(), "framme-folder-"));
});
after(() => rmSync(path, { recursive: true, force: true }));

function newReport(size = 1000): OpenedReport {
  const files = { json: randomBytes(size), pdf: randomBytes(size) };
  const facts = {
    service: "bergenhus",
    serial: 7,
    channel: "hub" as const,
    acceptedAt: "2026-11-23T12:03:00.000Z",
  };
  return { id: randomUUID(), ...facts, kind: "private", flags: [], files };
}

test("a report put comes back byte for byte, under its id, for its owner's eyes only", async () => {
  const report = newReport();
  const folder = folderAt(path);
  await folder.put(report);
  const back = await folder.readBack(report.id);
  assert.equal(contentHashOf(back!.files!), contentHashOf(report.files));
  assert.equal(back!.reference, report.id);
  const names = readdirSync(join(path, report.id)).sort();
  assert.deepEqual(names, [jsonName, pdfName, "reference.json"].sort());
  const facts = JSON.parse(readFileSync(join(path, report.id, "reference.json"), "utf8"));
  assert.deepEqual([facts.reference, facts.service, facts.serial], [report.id, "bergenhus", 7]);
  assert.equal(statSync(join(path, report.id)).mode & 0o077, 0);
});

test("a file that somebody has taken out of a report's folder comes back when it is put again", async () => {
  const report = newReport();
  const folder = folderAt(path);
  for (const name of [pdfName, jsonName, "reference.json"]) {
    await folder.put(report);
    rmSync(join(path, report.id, name));
    assert.equal(await folder.readBack(report.id), null);
    await folder.put(report);
    const back = await folder.readBack(report.id);
    assert.equal(contentHashOf(back!.files!), contentHashOf(report.files));
  }
  assert.deepEqual(
    readdirSync(path).filter((name) => name.includes(report.id)),
    [report.id],
  );
});

test("a report put twice is there once, as it was the first time", async () => {
  const report = newReport();
  const folder = folderAt(path);
  await folder.put(report);
  await folder.put({ ...report, files: newReport().files });
  assert.equal(contentHashOf((await folder.readBack(report.id))!.files!), contentHashOf(report.files));
});

test("what was never put is not there", async () => {
  assert.equal(await folderAt(path).readBack(randomUUID()), null);
});

test("what a death left half-written is not taken for a report, and the next attempt is whole", async () => {
  const report = newReport();
  const part = join(path, `.${report.id}.part`);
  mkdirSync(part);
  writeFileSync(join(part, jsonName), randomBytes(5000));
  const folder = folderAt(path);
  assert.equal(await folder.readBack(report.id), null);
  await folder.put(report);
  assert.equal(contentHashOf((await folder.readBack(report.id))!.files!), contentHashOf(report.files));
  assert.equal(readdirSync(path).includes(`.${report.id}.part`), false);
});

test("a folder that cannot be written refuses, and one that is gone is not reached, which is no loss", async () => {
  const file = join(path, "a-file");
  writeFileSync(file, "");
  const folder = folderAt(join(file, "below"));
  const report = newReport();
  await assert.rejects(folder.put(report), { code: "ENOTDIR" });
  await assert.rejects(folder.readBack(report.id), { code: "case-system.not-reached" });
});

test("on a full disk nothing is half there, the reason is told, and with room again it goes in", async () => {
  const report = newReport(100_000);
  const disk = fullDisk(report);
  try {
    const folder = folderAt(disk.path);
    const error = await folder.put(report).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    assert.equal(reasonOf(error), "storage-full");
    assert.equal(await folder.readBack(report.id), null);
    disk.makeRoom();
    await folder.put(report);
    assert.equal(contentHashOf((await folder.readBack(report.id))!.files!), contentHashOf(report.files));
  } finally {
    disk.remove();
  }
});

/** A small disk that is full: mounted for the test where that is allowed, else the device that is always full. */
function fullDisk(report: OpenedReport): { path: string; makeRoom(): void; remove(): void } {
  const at = join(path, "disk");
  mkdirSync(at);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", at]).status === 0)
    return {
      path: at,
      makeRoom: () => void execFileSync("mount", ["-o", "remount,size=4m", at]),
      remove: () => void execFileSync("umount", [at]),
    };
  const pdf = join(at, `.${report.id}.part`, pdfName);
  mkdirSync(dirname(pdf));
  symlinkSync("/dev/full", pdf);
  return { path: at, makeRoom: () => rmSync(pdf), remove: () => undefined };
}
