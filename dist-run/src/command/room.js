// `framme start`, and each room alone. A room stays up until it is told to stop (Ctrl-C, SIGTERM), or until the
// process that started it is gone: a starter that was killed must not leave rooms behind on its ports.
import { resolve } from "node:path";
import { note, printResult, WrongUsage } from "./output.js";
const server = "HOST, PORT, PUBLIC_ORIGIN, TLS_CERT_FILE, TLS_KEY_FILE";
const login = "OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_KEY_FILE, OIDC_PAGES_ORIGIN";
const rooms = {
    hub: {
        what: "the national hub: takes over reports, delivers them, keeps the receipts",
        settings: `DATABASE_URL, HUB_KEY_FILE, HUB_PEOPLE_FILE, ${server}`,
    },
    receiver: {
        what: "the municipality's receiver: fetches, stores, registers, and sends receipts back",
        settings: "DATABASE_URL, RECEIVER_CONFIG",
    },
    inbox: {
        what: "the built-in case system: an inbox of the service's own",
        settings: `DATABASE_URL, INBOX_CONFIG, ${server}
For people to log in: ${login}`,
    },
    identity: {
        what: "a stand-in for ID-porten and Ansattporten, in a demonstration only",
        settings: "FRAMME_DEMO=1, IDENTITY_CONFIG, HOST, PORT, PUBLIC_ORIGIN",
    },
    postbox: {
        what: "a stand-in for the reporter's phone and mailbox, in a demonstration only",
        settings: "FRAMME_DEMO=1, SMTP_PORT, HOST, PORT, PUBLIC_ORIGIN",
    },
    portal: {
        what: "the pages for everybody: report a concern, which service covers a place, where a report is",
        settings: `DATABASE_URL, OUTBOX_DATABASE_URL, ${server}
As a sender: HUB_URL, HUB_PUBLIC_KEY_FILE, SUBMITTER_ID, SUBMITTER_KEY_FILE, SENDER_SECRET_FILE
For people to log in: ${login}
Reminders: SMTP_URL, MAIL_FROM, SMS_URL
Limits: RATE_FOLLOW_PER_MINUTE`,
    },
};
/** Adds `start`, `hub`, `receiver`, `inbox`, `portal`, `identity` and `postbox`. */
export function addRooms(program, doors) {
    program
        .command("start")
        .description("everything on this machine, with two embedded databases, for trying out and testing")
        .option("--port-base <n>", "first port to use; give another for a second instance", "7400")
        .option("--data-dir <dir>", "where the databases, keys and demo.json are kept", "./var")
        .option("--json", "say in JSON, on a line of its own, when everything is up")
        .addHelpText("after", "\nExample:\n  framme start --port-base 7500 --data-dir /tmp/framme-2")
        .action(async (options) => {
        const portBase = Number(options.portBase);
        if (!Number.isInteger(portBase) || portBase < 1 || portBase > 65_000)
            throw new WrongUsage("--port-base must be a number from 1 to 65000, such as 7400.");
        const { startDemo } = await import("../stand-in/start.js");
        const { dataDir, json } = options;
        const ready = { ready: "start", demo: resolve(dataDir, "demo.json") };
        await stayUp(() => startDemo({ portBase, dataDir, env: process.env }), json ? ready : null);
    });
    for (const name of ["hub", "receiver", "inbox", "portal", "identity", "postbox"])
        program
            .command(name)
            .description(rooms[name].what)
            .option("--json", "say in JSON when it is ready; the log is JSON always")
            .addHelpText("after", `\nSettings (environment): ${rooms[name].settings}\nSee docs/operations.md.`)
            .action(async ({ json }) => {
            const start = await doors[name]();
            await stayUp(() => start(process.env), json ? { ready: name } : null);
        });
}
/** Starts, waits until told to stop, and closes. A second signal does not wait for the closing. */
async function stayUp(start, ready) {
    const stopped = untilStopped();
    const running = await start();
    // A starter waits for this word before it starts what depends on us.
    process.send?.("ready");
    if (ready)
        printResult(true, ready, "");
    await stopped;
    await running.close();
    process.exit(0);
}
/** Ctrl-C under npm comes twice, from the terminal and from npm: only one that comes later is meant as a second. */
const sameSignalMs = 1_000;
function untilStopped() {
    const { promise, resolve } = Promise.withResolvers();
    let toldAt = null;
    const stop = (why) => {
        if (toldAt !== null && performance.now() - toldAt < sameSignalMs)
            return;
        if (toldAt !== null)
            process.exit(130);
        toldAt = performance.now();
        if (process.stderr.isTTY)
            note(`framme: stopping (${why})`);
        resolve();
    };
    process.on("SIGINT", () => stop("SIGINT"));
    process.on("SIGTERM", () => stop("SIGTERM"));
    process.on("SIGHUP", () => stop("the terminal was closed"));
    if (process.channel) {
        process.once("disconnect", () => stop("the starter is gone"));
        process.channel.unref?.();
    }
    return promise;
}
//# sourceMappingURL=room.js.map