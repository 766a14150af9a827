// `framme follow`: where a report is, by its tracking code, in the words a reporter is told. The code is as good
// as a password for that, so it can come on standard input and never stands in an address.

import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { refuse } from "../core/problem.ts";
import type { CheckState } from "../core/checked.ts";
import type { ReceiptKind } from "../core/receipt.ts";
import { postFollow, postFollowClose } from "./hub.ts";
import { printResult } from "./output.ts";
import { hubUrl, type Where } from "./settings.ts";

export type Followed = {
  readonly reached: ReceiptKind;
  readonly receipts: readonly { kind: ReceiptKind; at: string; by: string }[];
  readonly owes: { from: string; owed: ReceiptKind; due: string; overdue: boolean } | null;
  /** What the last look found; null from a hub that does not tell. */
  readonly check: { state: CheckState; lastProvenAt: string | null; sentAgain: boolean | null } | null;
};

/** Adds `follow`. */
export function addFollow(program: Command): void {
  program
    .command("follow")
    .description("where a report is now, by its tracking code")
    .argument("<code>", "the tracking code; - reads it from standard input, where no process list shows it")
    .option("--close", "close the code for good: from now on it answers as one that never was")
    .option("--data-dir <dir>", "use the demonstration in this folder")
    .option(
      "--json",
      'print {"reached","receipts":[{"kind","at","by"}],"owes":{"from","owed","due","overdue"},"check":{"state","lastProvenAt","sentAgain"}}',
    )
    .addHelpText("after", help)
    .action(async (given: string, options: Where & { json?: boolean; close?: boolean }) => {
      const code = given === "-" ? (await text(process.stdin)).trim() : given;
      if (options.close) {
        await postFollowClose(await hubUrl(options, process.env), code);
        printResult(Boolean(options.json), { closed: true }, "Koden er avsluttet. Meldingen er ikke berørt.");
        return;
      }
      const followed = read(await postFollow(await hubUrl(options, process.env), code));
      printResult(Boolean(options.json), followed, told(followed));
    });
}

const help = `
Setting (environment): HUB_URL; without it a demonstration's (--data-dir, or ./var).

Examples:
  framme follow 1A2B-3C4D-5E6F-7G8H-9JKMN-PQRST
  framme follow --json - < code.txt
  framme follow --close - < code.txt`;

function read(value: unknown): Followed {
  const followed = value as Partial<Followed>;
  if (!followed.reached || !Array.isArray(followed.receipts)) refuse("hub.refused", "/follow");
  const { reached, receipts, owes = null, check = null } = followed;
  return { reached, receipts, owes, check };
}

/** What a reporter is told of each receipt; null: nothing. */
const sentences: Record<ReceiptKind, string | null> = {
  accepted: "Lagret i den nasjonale tjenesten. Ikke hos barnevernstjenesten ennå.",
  claimed:
    "Kommunens system har meldt at det har tatt imot meldingen. Vi har ikke kontrollert det ennå. Du trenger ikke gjøre noe.",
  stored: "Lagret hos kommunen, men ennå ikke registrert i fagsystemet.",
  confirmed: "Meldingen er registrert hos barnevernstjenesten. Det betyr ikke at noen har lest den.",
  registered: "Meldingen er registrert hos barnevernstjenesten. Det betyr ikke at noen har lest den.",
  opened: "En saksbehandler hos barnevernstjenesten har åpnet meldingen.",
  declined: "Tjenesten kunne ikke ta imot ennå. Vi følger det opp.",
  returned: null,
  printed: "Sendt på papir fordi den ikke kom fram elektronisk i tide.",
  proven: "Kontrollert: tjenesten har meldingen.",
  erased: "Innholdet er slettet i den nasjonale tjenesten. Barnevernstjenesten har det.",
  reviewed: null,
};

const parties: Record<string, string> = {
  hub: "den nasjonale tjenesten",
  receiver: "kommunens mottak",
  channel: "kommunens system",
  service: "barnevernstjenesten",
  caseworker: "barnevernstjenesten",
  person: "en navngitt person",
};

const owedWords: Partial<Record<ReceiptKind, string>> = {
  claimed: "melde at meldingen er tatt imot",
  confirmed: "bekrefte at meldingen finnes i fagsystemet",
  stored: "bekrefte at meldingen er lagret i kommunen",
  registered: "bekrefte at meldingen er registrert i fagsystemet",
  opened: "gå gjennom meldingen",
};

const osloTime = new Intl.DateTimeFormat("nb-NO", {
  timeZone: "Europe/Oslo",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** An instant as people in Norway say it. */
export function osloTimeOf(at: string): string {
  return osloTime.format(new Date(at));
}

/** The way so far in Norwegian, for a person. */
export function told({ reached, receipts, owes, check }: Followed): string {
  const lines = receipts.flatMap(({ kind, at, by }) => {
    const sentence = sentences[kind];
    return sentence ? [`  ${osloTimeOf(at)} (${parties[by] ?? by}): ${sentence}`] : [];
  });
  const isInCaseSystem = receipts.some(({ kind }) => kind === "registered");
  const stage = check?.state === "lost" ? lostWords(check.sentAgain) : (sentences[reached] ?? "");
  const looked = check && reached !== "accepted" ? checkedWords(check, isInCaseSystem) : [];
  return [stage, ...looked, "", ...lines, ...(owes ? ["", debt(owes)] : [])].join("\n");
}

/** Never the strongest receipt: that says what was so before. */
function lostWords(sentAgain: boolean | null): string {
  const found = "Ved den siste kontrollen ble meldingen ikke funnet slik den ble sendt.";
  return sentAgain
    ? `${found} Den er sendt på nytt, og det følges opp.`
    : `${found} Innholdet er ikke lenger i den nasjonale tjenesten, og kan ikke sendes på nytt: ring barnevernstjenesten.`;
}

const stateWords: Partial<Record<CheckState, string>> = {
  silent: "Systemet i kommunen har ikke svart på den siste kontrollen. Det blir spurt igjen.",
  "cannot-be-checked": "Meldingen kan ikke kontrolleres videre herfra.",
  "not-controlled": "Ikke kontrollert i fagsystemet: det kan ikke selv vise at det har meldingen.",
};

function checkedWords({ state, lastProvenAt }: NonNullable<Followed["check"]>, isInCaseSystem: boolean) {
  const where = isInCaseSystem ? "i fagsystemet" : "hos kommunen";
  const when = lastProvenAt && osloTimeOf(lastProvenAt);
  const said =
    state === "lost" ? `Sist funnet ${where} ${when}.` : `Sist kontrollert ${when}: meldingen lå ${where}.`;
  const last = when ? [said] : [];
  const word = stateWords[state];
  return [...last, ...(word ? [word] : [])];
}

function debt({ from, owed, due, overdue }: NonNullable<Followed["owes"]>): string {
  const who = parties[from] ?? from;
  const what = owedWords[owed] ?? owed;
  const start = who.charAt(0).toUpperCase() + who.slice(1);
  if (overdue) return `Forsinket: ${who} skulle ${what} innen ${osloTimeOf(due)}. Det følges opp.`;
  return `${start} skal ${what} innen ${osloTimeOf(due)}.`;
}
