// `framme erasure`: the hub's certificate that it has let go of a report's content, for the one who sent it. The signature
// is checked against the hub's pinned key before anything of it is believed.

import { createPublicKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { type Erasure, erasureFits } from "../core/erasure.ts";
import { refuse } from "../core/problem.ts";
import { keyIdOf } from "../core/signature.ts";
import { getErasure, privateKeyIn } from "./hub.ts";
import { printResult } from "./output.ts";
import { senderSettings, type Where } from "./settings.ts";

/** Adds `erasure`. */
export function addErasure(program: Command): void {
  program
    .command("erasure")
    .description("the certificate that the hub has erased a report's content, checked")
    .argument("<report-id>", "a report that this sender has sent")
    .option("--data-dir <dir>", "use the demonstration in this folder")
    .option("--json", "print the certificate itself")
    .addHelpText("after", help)
    .action(async (report: string, options: Where & { json?: boolean }) => {
      const certificate = await fetched(report, options);
      printResult(Boolean(options.json), certificate, told(certificate));
    });
}

const help = `
Settings (environment): HUB_URL, HUB_PUBLIC_KEY_FILE, SUBMITTER_ID, SUBMITTER_KEY_FILE and the sender's others; without
them a demonstration's.

Example:
  framme erasure 0b7f1f6e-0000-4000-8000-000000000000 --json > erasure.json`;

async function fetched(report: string, options: Where): Promise<Erasure> {
  const { hubUrl, hubPublicKeyFile, submitter, keyFile } = await senderSettings(options, process.env);
  const privateKey = await privateKeyIn(keyFile);
  const who = { caller: submitter, keyId: keyIdOf(privateKey), privateKey };
  const certificate = await getErasure(hubUrl, report, who);
  const pinned = createPublicKey(await readFile(hubPublicKeyFile));
  const fits = erasureFits(certificate, pinned) && certificate.reportId === report;
  return fits
    ? certificate
    : refuse("receipt.bad-signature", "not signed with the hub's pinned key, or not of this report");
}

function told({ reportId, service, serial, erasedAt, restsOn, copiesGone }: Erasure): string {
  const { registered, proofs, comparison } = restsOn;
  return [
    `${reportId} (${service}, number ${serial}): the hub erased its copy at ${erasedAt}`,
    `  registered: ${registered.join(", ")}`,
    ...proofs.map(({ receipt, at }) => `  proven ${at}: ${receipt}`),
    `  compared: ${comparison.day} as of ${comparison.asOf}, statement ${comparison.statement}`,
    `  gone from the write-ahead log by ${copiesGone.wal}, from backups by ${copiesGone.backups}`,
  ].join("\n");
}
