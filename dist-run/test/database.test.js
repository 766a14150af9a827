// The ground the other tests stand on: databases are apart from each other, durable, and the room's role in
// them is not their owner.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyDatabase } from "./database.js";
test("two databases do not see each other's tables, and the room's role makes none", async () => {
    const [one, other] = await Promise.all([emptyDatabase(), emptyDatabase()]);
    const { default: postgres } = await import("postgres");
    const owner = postgres(one.ownerUrl, { max: 1 });
    await owner `create table note (body text)`;
    await assert.rejects(one.db.begin((tx) => tx `create table more (body text)`), /permission denied/);
    const [there] = await one.db.read `select to_regclass('note') is not null as found`;
    const [elsewhere] = await other.db.read `select to_regclass('note') is not null as found`;
    assert.deepEqual([there?.found, elsewhere?.found], [true, false]);
    await owner.end();
    await Promise.all([one.drop(), other.drop()]);
});
test("what a test database says it has stored, it has stored", async () => {
    const fresh = await emptyDatabase();
    const rows = await fresh.db.read `
    select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') order by name`;
    assert.deepEqual(rows.map((row) => `${row.name} ${row.setting}`), ["data_checksums on", "fsync on", "full_page_writes on", "synchronous_commit on"]);
    await fresh.drop();
});
//# sourceMappingURL=database.test.js.map