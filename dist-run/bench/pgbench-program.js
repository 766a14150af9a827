// Where pgbench is on this machine; on Debian as root it is fetched for the bench alone, into bench/.peers. When
// it is not to be had, the answer says exactly what is missing and how to get it, and Framme runs alone.
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
const peers = fileURLToPath(new URL("../../bench/.peers", import.meta.url));
/** Finds or fetches pgbench; a string is why there is none and what to do about it. */
export function findPgbench(say) {
    const found = installed() ?? fetched();
    if (found)
        return found;
    const cannot = whyNotFetch();
    if (cannot)
        return missing(cannot);
    say(`pgbench is not installed: fetching Debian's package into ${peers}`);
    const problem = fetchIt();
    return fetched() ?? missing(problem ?? "the fetched program does not run here");
}
function installed() {
    const inPath = (process.env.PATH ?? "").split(":").map((folder) => `${folder}/pgbench`);
    const candidates = [...inPath, ...newestFirst("/usr/lib/postgresql/*/bin/pgbench")];
    return firstThatRuns(candidates, {});
}
function fetched() {
    const libraries = globSync(`${peers}/root/usr/lib/*-linux-gnu*`).join(":");
    const env = libraries ? { LD_LIBRARY_PATH: libraries } : {};
    return firstThatRuns(newestFirst(`${peers}/root/usr/lib/postgresql/*/bin/pgbench`), env);
}
function newestFirst(pattern) {
    const version = (path) => Number(/postgresql\/(\d+)/.exec(path)?.[1] ?? 0);
    return globSync(pattern).sort((a, b) => version(b) - version(a));
}
function firstThatRuns(candidates, env) {
    for (const program of candidates.filter((path) => existsSync(path))) {
        const run = spawnSync(program, ["--version"], { env: { ...process.env, ...env }, encoding: "utf8" });
        if (run.status === 0)
            return { program, env, version: run.stdout.trim() };
    }
    return null;
}
function whyNotFetch() {
    if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get"))
        return "this is not a Debian system";
    return process.getuid?.() === 0 ? null : "only root can ask apt for it";
}
function missing(why) {
    return `pgbench is missing (${why}). Install PostgreSQL's programs (Debian and Ubuntu: apt-get install postgresql-contrib; macOS: brew install postgresql@18), or put a pgbench of version 15 or newer in PATH, and run again.`;
}
/** Downloads PostgreSQL's own package and what libpq needs that is not here, and unpacks them. Null when it worked. */
function fetchIt() {
    const downloads = `${peers}/downloads`;
    mkdirSync(downloads, { recursive: true });
    if (serverPackage() === null)
        spawnSync("apt-get", ["update"], { stdio: "ignore" });
    const name = serverPackage();
    if (name === null)
        return "apt knows no PostgreSQL server package";
    const download = spawnSync("apt-get", ["download", name, ...libraryPackages()], {
        cwd: downloads,
        encoding: "utf8",
    });
    if (download.status !== 0)
        return `apt-get download ${name} failed: ${lastLine(download.stderr)}`;
    for (const file of globSync(`${downloads}/*.deb`)) {
        const unpack = spawnSync("dpkg", ["-x", file, `${peers}/root`], { encoding: "utf8" });
        if (unpack.status !== 0)
            return `dpkg -x ${file} failed: ${lastLine(unpack.stderr)}`;
    }
    return null;
}
function serverPackage() {
    const search = spawnSync("apt-cache", ["search", "--names-only", "^postgresql-[0-9]+$"], {
        encoding: "utf8",
    });
    const names = search.stdout.split("\n").flatMap((line) => /^postgresql-\d+/.exec(line)?.[0] ?? []);
    return names.sort((a, b) => Number(b.slice(11)) - Number(a.slice(11)))[0] ?? null;
}
/** What apt would install for libpq on this machine; nothing when it is here already. */
function libraryPackages() {
    const plan = spawnSync("apt-get", ["-s", "install", "--no-install-recommends", "libpq5"], {
        encoding: "utf8",
    });
    return plan.stdout.split("\n").flatMap((line) => /^Inst (\S+)/.exec(line)?.[1] ?? []);
}
function lastLine(text) {
    return text.trim().split("\n").at(-1) ?? "";
}
//# sourceMappingURL=pgbench-program.js.map