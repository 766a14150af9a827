// PostgreSQL refuses to run as root. Then its processes run as the machine's `postgres` user, else as `nobody`,
// who owns the data folder. Under a closed home folder such as /root that user cannot reach the programs or the
// data; it is then given the one right to pass closed folders, and nothing else of root's.
import { spawnSync } from "node:child_process";
import { chownSync, readFileSync } from "node:fs";
import { refuse } from "../core/problem.js";
/** Chooses how to run `program` on files under `folder` (which exists). Refuses with what to do when it cannot be. */
export function runAsFor(program, folder) {
    if (process.getuid?.() !== 0)
        return asOurselves;
    const user = unprivilegedUser();
    const ways = [asUser(user), withCapability(user, "dac_read_search"), withCapability(user, "dac_override")];
    return (ways.find((way) => canRun(way, program, folder)) ??
        refuse("config.bad", `--data-dir: started as root, PostgreSQL runs as the user ${user.name}, who reaches either not ${program} or not ${folder}. Put the checkout and the data folder where others may pass, such as /opt and /var/lib, or start as an ordinary user`));
}
const asOurselves = {
    command: (program, args) => [program, [...args]],
    options: { cwd: "/" },
    own: () => undefined,
};
function asUser({ uid, gid }) {
    return { ...asOurselves, options: { cwd: "/", uid, gid }, own: (path) => chownSync(path, uid, gid) };
}
function withCapability({ uid, gid }, capability) {
    // Without no_setuid_fixup, access(2), which initdb asks before it runs the server, would not count the right.
    const rights = [
        "--securebits=+no_setuid_fixup",
        `--inh-caps=-all,+${capability}`,
        `--ambient-caps=+${capability}`,
        `--bounding-set=-all,+${capability}`,
    ];
    const who = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
    return {
        command: (program, args) => ["setpriv", [...who, ...rights, "--", program, ...args]],
        options: { cwd: "/" },
        own: (path) => chownSync(path, uid, gid),
    };
}
/** Whether the program runs and a shell run the same way can go into the folder. */
function canRun(way, program, folder) {
    return [way.command(program, ["--version"]), way.command("/bin/sh", ["-c", 'cd "$1"', "sh", folder])].every(([command, args]) => spawnSync(command, args, { ...way.options, stdio: "ignore" }).status === 0);
}
function unprivilegedUser() {
    const users = readFileSync("/etc/passwd", "utf8")
        .split("\n")
        .map((line) => line.split(":"))
        .map(([name, , uid, gid]) => ({ name: name ?? "", uid: Number(uid), gid: Number(gid) }));
    return (users.find((user) => user.name === "postgres") ??
        users.find((user) => user.name === "nobody") ??
        refuse("config.bad", "started as root, PostgreSQL needs a user `postgres` or `nobody` to run as: add one"));
}
//# sourceMappingURL=postgres-user.js.map