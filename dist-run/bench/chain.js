// The pgbench chain: what the same disk and server do when there is nothing but SQL. It runs in the same rounds
// as Framme, on the same cluster, and gives the measure that survives a noisy machine.
import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { assert } from "../src/core/problem.js";
import { payloadBytes } from "./sealed-report.js";
const script = fileURLToPath(new URL("./chain.sql", import.meta.url));
export const chainClients = 32;
/** The chain on this cluster, in a database of its own. */
export async function chainIn(ground, pgbench) {
    const url = await ground.plainDatabase("bench_chain");
    await makeTables(url);
    return { run: (count) => run(pgbench, url, `${ground.folder}/pgbench`, count) };
}
async function makeTables(url) {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    const made = sql.unsafe(`
    create table chain_submitted (id text primary key, body bytea not null);
    create table chain_received (id text primary key, body bytea not null);
    create table chain_event (id text not null, kind text not null, primary key (id, kind));
    alter table chain_submitted alter column body set storage external;
    alter table chain_received alter column body set storage external`);
    await made.then(() => undefined).finally(() => sql.end({ timeout: 5 }));
}
/** Runs it at least `count` times over 32 connections; pgbench logs how long each took. */
async function run(pgbench, url, logs, count) {
    rmSync(logs, { recursive: true, force: true });
    mkdirSync(logs);
    const perClient = Math.ceil(count / chainClients);
    const child = spawn(pgbench.program, argumentsFor(url, logs, perClient), {
        env: { ...process.env, ...pgbench.env, PGPASSWORD: new URL(url).password },
        stdio: ["ignore", "pipe", "pipe"],
    });
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exitOf(child)]);
    assert(code === 0, `pgbench runs the chain: ${err.trim().slice(-300)}`);
    const perSecond = Number(/tps = ([\d.]+) \(without initial connection time\)/.exec(out)?.[1]);
    assert(perSecond > 0, "pgbench says how many transactions a second it ran");
    const latenciesMs = latenciesIn(logs);
    assert(latenciesMs.length === perClient * chainClients, "every transaction is in pgbench's log");
    return { latenciesMs, seconds: latenciesMs.length / perSecond };
}
function argumentsFor(url, logs, perClient) {
    const { hostname, port, username, pathname } = new URL(url);
    return [
        ...["--no-vacuum", "--protocol=prepared", `--client=${chainClients}`, "--jobs=2"],
        ...[`--transactions=${perClient}`, "--log", `--log-prefix=${logs}/run`, `--file=${script}`],
        `--define=body=${randomBytes(payloadBytes).toString("hex")}`,
        ...[`--host=${hostname}`, `--port=${port}`, `--username=${username}`, pathname.slice(1)],
    ];
}
function exitOf(child) {
    const { promise, resolve, reject } = Promise.withResolvers();
    child.once("error", reject);
    child.once("exit", (code) => resolve(code));
    return promise;
}
/** A line of the log: client, transaction, microseconds, script, time. */
function latenciesIn(logs) {
    return readdirSync(logs).flatMap((name) => readFileSync(`${logs}/${name}`, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => Number(line.split(" ")[2]) / 1000));
}
//# sourceMappingURL=chain.js.map