// What `framme doctor` looks at in a database: can it be trusted, is the role no more than the room's own, and
// does anything lie there that should have gone on.
import { journeyOf } from "../core/journey.js";
import { connect } from "../pg/db.js";
import { hubOpen, hubWaiting, inspectServer, outboxKept, receiverWork, recentDeviations, } from "../pg/inspect.js";
import { versionOf } from "../pg/migrate.js";
import { agoText, findingsOf, ok, warn, wrong } from "./finding.js";
/** What the portal's store of sealed packages is called, here and in demo.json. */
export const portalOutbox = "outbox:portal";
/** Looks at one database of a room. `name` is what demo.json calls it, such as `receiver:bergen`. */
export async function databaseFindings(name, room, url, now) {
    const check = `database of ${name}`;
    const db = connect(url, { max: 1, name: "framme-doctor" });
    const look = async () => {
        const server = await inspectServer(db.read);
        const ground = [...groundFindings(check, server), ...roleFindings(check, server, room)];
        const version = await versionOf(room);
        if (server.migrated === null || server.migrated < version)
            return [
                ...ground,
                wrong(check, `at migration ${server.migrated ?? "none"}, this version needs ${version}`, `Run \`framme migrate ${room}\` as the owner.`),
            ];
        return [
            ...ground,
            ok(check, `at migration ${server.migrated}`),
            ...(await waiting[room](check, db.read, now)),
        ];
    };
    return findingsOf(check, look).finally(() => db.close());
}
function groundFindings(check, server) {
    if (server.version < 150_000)
        return [wrong(check, `PostgreSQL ${server.versionText}`, "Use PostgreSQL 15 or newer.")];
    if (server.inRecovery)
        return [wrong(check, "in recovery: it cannot be written", "Point DATABASE_URL to the primary server.")];
    if (server.shaky.length > 0)
        return [
            wrong(check, `${server.shaky.join(", ")} off: it can lose what it has stored`, "Set them on, and reload PostgreSQL."),
        ];
    const durable = ok(check, `PostgreSQL ${server.versionText}, durable`);
    const blind = warn(check, "no data checksums: a spoilt disk is not noticed", "Run pg_checksums --enable while the server is stopped.");
    return server.checksums ? [durable] : [durable, blind];
}
function roleFindings(check, server, room) {
    const todo = `Run the room as a role of its own (framme migrate ${room} --role NAME), not as the owner.`;
    if (server.isSuperuser)
        return [wrong(check, `${server.role} is a superuser`, todo)];
    if (server.owns > 0)
        return [wrong(check, `${server.role} owns ${server.owns} tables and could change anything`, todo)];
    const tooMuch = server.mayDelete.filter((table) => !forgotten[room]?.includes(table));
    if (tooMuch.length > 0)
        return [wrong(check, `${server.role} may delete from ${tooMuch.join(", ")}`, todo)];
    return [ok(check, `${server.role} owns nothing and can delete nothing that must be kept`)];
}
/** What a room is to forget: sessions with their drafts, and where a reminder goes. Never a report or a receipt. */
const forgotten = {
    portal: ["session", "reminder"],
    inbox: ["session"],
};
const mostOpen = 50_000;
/** What lies waiting in each room's database. */
const waiting = {
    hub: async (check, read, now) => {
        const { count, oldest } = await hubWaiting(read);
        const since = oldest ? `, the oldest for ${agoText(now - oldest.getTime())}` : "";
        const open = await hubOpen(read, mostOpen);
        const late = open.map((one) => journeyOf(one, now).owes).filter((owes) => owes?.overdue);
        const by = [...new Set(late.map((owes) => `${owes?.owed} by ${owes?.from}`))].sort().join(", ");
        const overdue = late.length > 0
            ? wrong(check, `${late.length}${open.length === mostOpen ? " or more" : ""} reports are overdue: ${by}`, "Each has an owner who must follow it up: see docs/operations.md, what to watch.")
            : ok(check, "nothing is overdue");
        return [
            ok(check, `${count} reports wait for their service${since}`),
            overdue,
            ...(await deviations(check, read)),
        ];
    },
    receiver: async (check, read) => {
        const work = await receiverWork(read);
        const stuck = work.filter(({ attempts }) => attempts > 3);
        const text = work.map(({ step, count }) => `${count} to ${step}`).join(", ");
        const lines = stuck.map(({ step, count, attempts }) => warn(check, `${count} to ${step}, tried up to ${attempts} times`, "See the receiver's log for why, and mend that."));
        return [ok(check, text || "nothing left to do"), ...lines, ...(await deviations(check, read))];
    },
    inbox: async () => [],
    portal: async () => [],
    outbox: async (check, read, now) => {
        const { unsent, oldest, kept, refusals } = await outboxKept(read);
        const sent = unsentFinding(check, unsent, oldest === null ? 0 : now - oldest.getTime());
        const refused = refusals.map(({ kind, count }) => wrong(check, `the hub refuses ${count} with ${kind}`, "They will not get through by themselves: mend the cause, or send the files with --again."));
        return [
            sent,
            ...refused,
            ok(check, `${kept} sealed packages are kept until others have proved to hold them`),
        ];
    },
};
const hour = 3_600_000;
/** The portal posts again by itself, so what waits there is only wrong when it has waited long. */
function unsentFinding(check, unsent, waitedMs) {
    if (unsent === 0)
        return ok(check, "every report has the hub's receipt");
    const text = `${unsent} reports have no receipt from the hub, the oldest for ${agoText(waitedMs)}`;
    if (!check.endsWith(portalOutbox))
        return warn(check, text, "Run `framme send --resume`.");
    if (waitedMs < hour)
        return ok(check, `${text}; the portal sends them again by itself`);
    return wrong(check, text, "See that the portal runs and reaches the hub (its log): it sends them by itself. They are kept until then.");
}
async function deviations(check, read) {
    const found = await recentDeviations(read);
    if (found.length === 0)
        return [ok(check, "no deviations in the last 7 days")];
    const text = found.map(({ kind, count }) => `${count} ${kind}`).join(", ");
    return [
        warn(check, `deviations in the last 7 days: ${text}`, "Each row of the table `deviation` says what, and whose it is."),
    ];
}
//# sourceMappingURL=doctor-database.js.map