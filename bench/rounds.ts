// The rounds: in each, the pgbench chain and Framme one after the other on the same cluster, every other round
// the other way about, each from a fresh checkpoint. After Framme's run the case system is read out and every
// byte hashed again: what was confirmed and is not there is lost.

import { mkdirSync } from "node:fs";
import { type Chain, chainIn } from "./chain.ts";
import { contentsAfter, makeCaseSystem } from "./case-system.ts";
import { type Cost, costOfEach, costSoFar } from "./cost.ts";
import { figuresOf, type RunFigures, tallyOf } from "./figures.ts";
import { type Ground, layGround } from "./ground.ts";
import { type Installation, install } from "./installation.ts";
import { openStore } from "./keep.ts";
import { type LossResult, runLosses } from "./loss.ts";
import type { Options } from "./options.ts";
import { findPgbench } from "./pgbench-program.ts";
import type { Progress } from "./progress.ts";
import { sealMany } from "./sealed-report.ts";
import { type Sealing, sealingRate } from "./sealing-rate.ts";
import { type Sender, senderAt } from "./sender.ts";

export type FrammeRound = RunFigures & {
  readonly lost: number;
  readonly duplicates: number;
  /** Rows in the case system that nobody sent. */
  readonly strange: number;
  /** Processor milliseconds for each report, by who used them. */
  readonly cost: Cost;
};

/** `bare` is Framme without storage proofs and without the log. */
export type Round = {
  readonly framme: FrammeRound;
  readonly bare: FrammeRound;
  readonly chain: RunFigures | null;
};

export type Result = {
  readonly settings: Readonly<Record<string, string>>;
  /** The version of pgbench, or why there is none. */
  readonly pgbench: string;
  readonly sealing: Sealing;
  readonly rounds: readonly Round[];
  readonly warnings: Readonly<Record<string, number>>;
  /** Workload W5; null when it was left out. */
  readonly losses: LossResult | null;
};

type Bench = {
  readonly options: Options;
  readonly progress: Progress;
  readonly ground: Ground;
  readonly full: Side;
  readonly bare: Side;
  readonly chain: Chain | null;
};

/** One installation with its sender and its case system; `lastRow` is how far that has been read. */
type Side = {
  readonly framme: Installation;
  readonly sender: Sender;
  readonly caseSystemUrl: string;
  lastRow: number;
};

/** Sets everything up, runs all rounds, and takes everything down again. */
export async function runBench(options: Options, progress: Progress): Promise<Result> {
  await using things = new AsyncDisposableStack();
  const pgbench = findPgbench(progress.say);
  if (typeof pgbench === "string") progress.say(pgbench);
  progress.say("starting PostgreSQL, hub and receiver");
  const ground = await layGround(options.dir ?? undefined);
  things.defer(() => ground.stop());
  if (options.profile) mkdirSync(options.profile, { recursive: true });
  const chain = typeof pgbench === "string" ? null : await chainIn(ground, pgbench);
  const full = await sideOf(ground, things, "full", options.profile);
  const bare = await sideOf(ground, things, "bare", null);
  const bench: Bench = { options, progress, ground, full, bare, chain };

  const sealing = await sealingRate(full.framme);
  const rounds = await runRounds(bench);
  const losses = options.losses > 0 ? await runLosses(ground, options.losses, progress) : null;
  return {
    settings: ground.settings,
    pgbench: typeof pgbench === "string" ? pgbench : pgbench.version,
    sealing,
    rounds,
    warnings: { ...full.framme.hub.warnings(), ...full.framme.receiver.warnings() },
    losses,
  };
}

async function sideOf(
  ground: Ground,
  things: AsyncDisposableStack,
  kind: "full" | "bare",
  profile: string | null,
): Promise<Side> {
  const caseSystemUrl = await ground.plainDatabase(`bench_${kind}_case`);
  await makeCaseSystem(caseSystemUrl);
  const databases = {
    hub: await ground.roomDatabase("hub", `bench_${kind}_hub`),
    receiver: await ground.roomDatabase("receiver", `bench_${kind}_receiver`),
    caseSystem: caseSystemUrl,
  };
  const framme = await install(`${ground.folder}/${kind}`, databases, profile, kind);
  things.defer(() => framme.stop());
  const store = openStore(await ground.roomDatabase("outbox", `bench_${kind}_outbox`));
  things.defer(() => store.close());
  const sender = senderAt(framme, store);
  things.defer(() => sender.stop());
  return { framme, sender, caseSystemUrl, lastRow: 0 };
}

async function runRounds(bench: Bench): Promise<Round[]> {
  const { options, progress, full, bare } = bench;
  if (options.warmUp > 0)
    for (const side of [full, bare])
      await runFramme(bench, side, options.warmUp, `warm-up, ${side.framme.kind}`);
  const rounds: Round[] = [];
  while (rounds.length < options.rounds) {
    const name = `round ${rounds.length + 1} of ${options.rounds}`;
    const run = (side: Side) => runFramme(bench, side, options.count, `${name}, ${side.framme.kind}`);
    const isEven = rounds.length % 2 === 0;
    const before = isEven ? await runChain(bench) : null;
    const first = await run(isEven ? full : bare);
    const second = await run(isEven ? bare : full);
    const chain = isEven ? before : await runChain(bench);
    const [framme, without] = isEven ? [first, second] : [second, first];
    const beside = chain ? `, pgbench chain ${Math.round(chain.perSecond)}/s` : "";
    const rates = [framme, without].map(({ perSecond }) => Math.round(perSecond));
    progress.say(`${name}: Framme ${rates[0]} confirmed/s, without proofs and log ${rates[1]}/s${beside}`);
    rounds.push({ framme, bare: without, chain });
  }
  return rounds;
}

async function runChain({ chain, ground, options }: Bench): Promise<RunFigures | null> {
  if (!chain) return null;
  await ground.checkpoint();
  return figuresOf(await chain.run(options.count));
}

async function runFramme(bench: Bench, side: Side, count: number, name: string): Promise<FrammeRound> {
  const { ground, progress } = bench;
  const { framme, sender } = side;
  const reports = await sealMany(framme, count, (made) => progress.done(`${name}: sealed`, made, count));
  const processes = { hub: framme.hub.pid, receiver: framme.receiver.pid };
  const soFar = () => costSoFar(processes, `${ground.folder}/postgres`);
  await ground.checkpoint();
  const before = soFar();
  const run = await sender.run(reports, (done) => progress.done(`${name}: confirmed`, done, reports.length));
  const cost = costOfEach(before, soFar(), reports.length);
  const { held, last } = await contentsAfter(side.caseSystemUrl, side.lastRow);
  side.lastRow = last;
  const sent = new Map(reports.map(({ id, contentHash }) => [id, contentHash]));
  return { ...figuresOf(run), ...tallyOf(sent, held), cost };
}
