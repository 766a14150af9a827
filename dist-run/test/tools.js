// What the tests need beyond npm: the openssl command, as the second opinion on every seal and signature. On
// Debian as root it is installed when it is missing; elsewhere the run says what to do and does not begin.
import { spawnSync } from "node:child_process";
/** Makes sure that `openssl` can be run. Throws with what to do when it cannot be brought. */
export function bringOpenssl() {
    if (runs("openssl", ["version"]))
        return;
    if (process.getuid?.() === 0 && runs("apt-get", ["--version"])) {
        console.log("openssl is missing: installing it with apt-get");
        spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
        spawnSync("apt-get", ["install", "-y", "-qq", "openssl"], { stdio: "inherit" });
        if (runs("openssl", ["version"]))
            return;
    }
    throw new Error("the tests check our seals with the `openssl` command: install it (apt-get install openssl) and run again");
}
function runs(command, args) {
    return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
//# sourceMappingURL=tools.js.map