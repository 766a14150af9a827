// Goal: no `stored` on a database that can lose what it says it has. Method: a real server, started with each
// durable setting off, in recovery, and with a log that is written but not flushed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import postgres from "postgres";
import { newOffer, newSigner, playHub } from "../../test/offering-hub.js";
import { newEncryption, playCaseSystem, servedService } from "../../test/receiver-room.js";
import { shakyCluster } from "../../test/shaky-cluster.js";
import { Problem } from "../core/problem.js";
import { connect } from "../pg/db.js";
import { holding } from "./holding.js";
import { readOffer, withBytes } from "./source/hub.js";
import { take } from "./take.js";
const hub = playHub();
let cluster;
let report;
let room;
before(async () => {
    cluster = await shakyCluster("receiver");
    const encryption = await newEncryption();
    const service = servedService("bergenhus", hub, encryption, newSigner(), playCaseSystem());
    const to = { service: "bergenhus", serial: 1, certificatePem: encryption.certificatePem };
    const offer = await newOffer(hub.signer, to);
    report = withBytes(readOffer(offer, "bergenhus", new Map([[hub.signer.keyId, hub.signer.publicKey]])));
    room = {
        db: connect(cluster.url, { max: 2 }),
        readBack: connect(cluster.url, { max: 1 }),
        clock: Date.now,
        services: [service],
        software: "framme test",
        flushWaitMs: 300,
        contentMax: 1_000_000,
    };
});
after(async () => {
    await Promise.all([room.db.close(), room.readBack.close()]);
    await cluster.remove();
});
const refusedWith = (code, detail) => (error) => error instanceof Problem && error.code === code && (detail === undefined || error.detail === detail);
const counts = async () => {
    const sql = postgres(cluster.adminUrl, { max: 1 });
    const [row] = await sql `
    select (select count(*)::int from held_report) as held, (select count(*)::int from receipt) as receipts`;
    await sql.end();
    return row;
};
for (const name of ["fsync", "full_page_writes", "synchronous_commit"]) {
    test(`with ${name} off nothing is stored and nothing is said`, async () => {
        await cluster.restart({ [name]: "off" });
        await assert.rejects(take(room, report), refusedWith("database.not-durable", `${name} is off`));
        assert.deepEqual(await counts(), { held: 0, receipts: 0 });
    });
}
test("in recovery nothing is stored and nothing is said", async () => {
    // Made from a stopped cluster, so it is a standby of nobody: it answers reads, and stays in recovery.
    const standby = await shakyCluster("receiver");
    const [db, readBack] = [connect(standby.url, { max: 1 }), connect(standby.url, { max: 1 })];
    try {
        await standby.restart({}, true);
        await assert.rejects(take({ ...room, db, readBack }, report), refusedWith("database.in-recovery"));
    }
    finally {
        await Promise.all([db.close(), readBack.close()]);
        await standby.remove();
    }
});
test("what is written but not flushed is not said to be stored; once it is flushed, it is", async () => {
    await cluster.restart({ wal_writer_delay: "10s", autovacuum: "off" });
    await take(room, report);
    const admin = postgres(cluster.adminUrl, { max: 1, onnotice: () => undefined });
    try {
        await admin `create table noise (at timestamptz)`;
        // The log writer has just been awake, and sleeps for ten seconds: another session's commit stays in memory.
        const lag = async () => {
            await admin.begin(async (tx) => {
                await tx `set local synchronous_commit = off`;
                await tx `insert into noise select now() from generate_series(1, 100)`;
            });
            const [row] = await admin `
        select pg_current_wal_insert_lsn() > pg_current_wal_flush_lsn() as lag`;
            return row.lag;
        };
        assert.ok((await lag()) || (await lag()), "the log is ahead of the disk");
        await assert.rejects(holding(room, [report.id]), refusedWith("database.not-flushed"));
        await admin `insert into noise values (now())`;
        const held = await holding({ ...room, flushWaitMs: 5000 }, [report.id]);
        assert.equal(held.get(report.id).hashReadBack, report.sealedHash);
    }
    finally {
        await admin.end();
    }
});
test("a report read back from a server in recovery is not said to be stored", async () => {
    const primary = await shakyCluster("receiver");
    await primary.restart({});
    const db = connect(primary.url, { max: 1 });
    try {
        await cluster.restart({}, true);
        await assert.rejects(holding({ ...room, db }, [report.id]), refusedWith("database.in-recovery"));
    }
    finally {
        await db.close();
        await primary.remove();
    }
});
//# sourceMappingURL=ground.test.js.map