// `framme start`, as whoever tries it meets it: real processes on real ports, killed and started again.
// One demonstration lives through most of the file; what each test leaves behind, the next one finds.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, test } from "node:test";
import postgres from "postgres";
import { isAlive } from "../src/stand-in/process.ts";
import { professionalExample } from "../src/wire/ks-report.examples.ts";
import {
  asRole,
  bareEnvironment,
  demoFileIn,
  framme,
  freePortBase,
  isFree,
  processesAbout,
  processOf,
  run,
  type Starter,
  startDemoProcess,
  until,
  watched,
} from "./demo.ts";

const root = mkdtempSync(`${tmpdir()}/framme-start-`);
const data = `${root}/var`;
const other = `${root}/other`;
const base = await freePortBase();
let starter: Starter;
let trackingCode = "";

const isUp = "Framme is up";

after(async () => {
  for (const pid of processesAbout(root)) process.kill(pid, "SIGKILL");
  await until(() => processesAbout(root).length === 0, "nothing of the test is left");
  rmSync(root, { recursive: true, force: true });
});

function reached(): string {
  const told = run(["follow", trackingCode, "--json", "--data-dir", data]);
  return told.status === 0 ? (JSON.parse(told.stdout) as { reached: string }).reached : `? ${told.stderr}`;
}

test("the first start brings everything up, and demo.json leads the way", async () => {
  starter = startDemoProcess(data, base);
  await starter.says(isUp);
  const demo = demoFileIn(data);
  assert.equal(statSync(`${data}/demo.json`).mode & 0o777, 0o600);
  assert.deepEqual(
    [demo.hub, demo.inbox, demo.identity, demo.start, demo.postbox],
    [base + 1, base + 2, base + 3, base + 4, base + 5].map((port) => `http://127.0.0.1:${port}`),
  );
  assert.match(starter.said(), new RegExp(`hub +${demo.hub}\n`));
  for (const room of [demo.start, demo.portal, demo.hub, demo.inbox, demo.identity, demo.postbox])
    assert.equal((await fetch(`${room}/health`)).status, 200);

  assert.deepEqual(
    demo.witnesses.map(({ url }) => url),
    [base + 7, base + 8].map((port) => `http://127.0.0.1:${port}`),
  );
  for (const { url } of demo.witnesses) assert.equal((await fetch(`${url}/health`)).status, 200);

  const names = [
    "hub",
    "outbox",
    "portal",
    "outbox:portal",
    "receiver:bergen",
    "receiver:oslo",
    "receiver:vestland",
    "inbox:municipal",
    "case_system",
  ];
  assert.deepEqual(Object.keys(demo.databases), names);
  assert.equal(new Set(Object.values(demo.databases)).size, names.length);
  const published = (await (await fetch(`${demo.hub}/services`)).json()) as { services: Published[] };
  assert.deepEqual(published.services.map(({ id }) => id).sort(), demo.services.map(({ id }) => id).sort());
  for (const { id, keys, channel } of published.services) {
    assert.ok(keys.encryption, id);
    assert.equal(keys.receipt !== null, channel === "receiver", id);
  }
});

type Published = { id: string; channel: string; keys: { encryption: unknown; receipt: unknown } };

test("demo.json names somebody in every role who can log in, and the key each room asks with", async () => {
  const { users, identity, services } = demoFileIn(data);
  assert.ok(users.every(({ username, password }) => username && password));
  const roles = [...new Set(users.map(({ role }) => role))].sort();
  assert.deepEqual(roles, ["caseworker", "leader", "operator", "private", "professional"]);
  const atDesks = users.filter(({ role }) => role === "caseworker").map(({ service }) => service);
  const wanted = services.filter(({ municipalities }) => municipalities.includes("4601")).map(({ id }) => id);
  for (const id of [...wanted, "oslo-grunerlokka", "alver"]) assert.ok(atDesks.includes(id), id);
  assert.equal((await fetch(`${identity}/.well-known/openid-configuration`)).status, 200);
  const rooms = ["national/portal", "national/hub", "municipal/inbox"];
  for (const file of rooms.map((room) => `${room}/oidc.key.pem`))
    assert.equal(statSync(`${data}/${file}`).mode & 0o777, 0o600, file);
});

test("a SvarInn service's entry has all that a client needs", async () => {
  const withSvarInn = demoFileIn(data).services.filter((service) => service.channel === "svarinn");
  assert.ok(withSvarInn.length >= 2);
  for (const { svarinn } of withSvarInn) {
    assert.ok(svarinn);
    const basic = Buffer.from(`${svarinn.user}:${svarinn.password}`).toString("base64");
    const list = await fetch(`${svarinn.baseUrl}/svarinn/mottaker/hentNyeForsendelser`, {
      headers: { Authorization: `Basic ${basic}` },
    });
    assert.deepEqual([list.status, await list.json()], [200, []]);
    assert.match(readFileSync(svarinn.certificateFile, "utf8"), /BEGIN CERTIFICATE/);
    assert.match(readFileSync(svarinn.privateKeyFile, "utf8"), /BEGIN PRIVATE KEY/);
    assert.equal(statSync(svarinn.privateKeyFile).mode & 0o777, 0o600);
  }
});

test("both clusters keep what they say they have stored", async () => {
  const { databases } = demoFileIn(data);
  for (const url of [databases.hub!, databases["receiver:bergen"]!, databases.case_system!]) {
    const rows = await asRole(
      url,
      (sql) => sql<{ name: string; setting: string }[]>`
      select name, setting from pg_settings where name in
        ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding', 'listen_addresses')
      order by name`,
    );
    const settings = rows.map((row) => row.setting);
    assert.deepEqual(settings, ["on", "on", "on", "127.0.0.1", "UTF8", "on"]);
  }
  const serverOf = (name: string) => new URL(databases[name]!).host;
  assert.notEqual(serverOf("hub"), serverOf("receiver:bergen"));
});

test("a report goes all the way", async () => {
  writeFileSync(`${root}/report.json`, JSON.stringify(professionalExample));
  const sent = run(["send", `${root}/report.json`, "--json", "--data-dir", data]);
  assert.equal(sent.status, 0, sent.stderr);
  trackingCode = (JSON.parse(sent.stdout) as { trackingCode: string }).trackingCode;
  await until(() => reached() === "registered", "the report is registered");
});

test("a second start on the same folder is refused, and says what to do", async () => {
  const second = startDemoProcess(data, await freePortBase());
  assert.equal(await second.ended(), 1);
  assert.match(
    second.said(),
    new RegExp(`process ${starter.process.pid} runs on this data folder already.*kill`),
  );
});

test("kill -9 of a room or of a database server: it comes back, with what it had", async () => {
  const { hub } = demoFileIn(data);
  for (const name of ["hub", "receiver", "inbox"]) {
    const pid = processOf(data, name);
    assert.ok(pid > 1, name);
    process.kill(pid, "SIGKILL");
    await until(() => !isAlive(pid), `${name} is gone`);
  }
  for (const name of ["hub", "receiver-", "inbox"]) await starter.says(`framme: ${name}`);
  await until(() => (starter.said().match(/is up again/g) ?? []).length >= 3, "all three are up again");
  const server = Number.parseInt(readFileSync(`${data}/national/postgres/postmaster.pid`, "utf8"), 10);
  process.kill(server, "SIGKILL");
  await starter.says("the national PostgreSQL is up again");
  await until(
    async () => (await fetch(`${hub}/health`).catch(() => null))?.status === 200,
    "the hub answers",
  );
  await until(() => reached() === "registered", "the hub knows the report still");
});

test("kill -9 of the starter: its rooms go, and the next start finds all data again", async () => {
  const before = demoFileIn(data);
  const rooms = ["hub", "inbox", "receiver"].map((name) => processOf(data, name));
  starter.process.kill("SIGKILL");
  await until(() => rooms.every((pid) => !isAlive(pid)), "the rooms have followed their starter");
  starter = startDemoProcess(data, base);
  await starter.says(isUp);
  assert.deepEqual(demoFileIn(data), before);
  assert.equal(reached(), "registered");
});

test("an npm that is killed takes its start with it, and another can begin at once", async () => {
  await stop(starter);
  // Plays npm: a process whose child is the starter.
  const args = [framme, "start", "--data-dir", data, "--port-base", String(base)];
  const script = `require("node:child_process").spawn(process.execPath, ${JSON.stringify(args)}, { stdio: "inherit" })`;
  const npm = watched(
    spawn(process.execPath, ["-e", script], { env: bareEnvironment(), stdio: ["ignore", "pipe", "pipe"] }),
  );
  await npm.says(isUp);
  npm.process.kill("SIGKILL");
  await npm.ended();
  starter = startDemoProcess(data, base);
  await starter.says(isUp);
  assert.equal(reached(), "registered");
});

test("two demonstrations run side by side, and SIGTERM ends one of them without a trace", async () => {
  const otherBase = await freePortBase();
  copyKeys(data, other);
  const second = startDemoProcess(other, otherBase);
  await second.says(isUp);
  assert.notEqual(demoFileIn(other).hub, demoFileIn(data).hub);
  assert.equal(await stop(second), 0);
  assert.deepEqual(processesAbout(other), []);
  for (const offset of [0, 1, 2, 3, 4, 7, 8, 20, 21]) assert.ok(await isFree(otherBase + offset));
  assert.equal(existsSync(`${other}/lock.json`), false);
  assert.equal(reached(), "registered");
});

test("SIGTERM in the middle of a start ends it as well", async () => {
  const early = startDemoProcess(other, await freePortBase());
  await early.says("preparing the databases");
  assert.equal(await stop(early), 0);
  assert.doesNotMatch(early.said(), new RegExp(isUp));
  assert.deepEqual(processesAbout(other), []);
});

test("a PostgreSQL that is named is used instead of the embedded ones", async () => {
  const { startTestCluster } = await import("./database.ts");
  const server = await startTestCluster();
  const given = `${root}/given`;
  copyKeys(data, given);
  const admin = postgres(server.adminUrl, { max: 1, onnotice: () => undefined });
  await admin`create role maker login createdb createrole password 'only-for-tests'`;
  const maker = Object.assign(new URL(server.adminUrl), { username: "maker", password: "only-for-tests" });
  const started = startDemoProcess(given, await freePortBase(), { DATABASE_URL: maker.href });
  await started.says(isUp);
  assert.equal(existsSync(`${given}/national/postgres`), false);
  for (const url of Object.values(demoFileIn(given).databases)) assert.equal(new URL(url).host, maker.host);
  const login = await admin`select 1 from pg_roles where rolname like '%\_owner' and rolcanlogin`;
  assert.equal(login.length, 0);
  assert.equal(await stop(started), 0);
  await admin.end();
  await server.stop();
});

/** Making certificates takes long; what a demonstration has made, another one finds. Logins and databases are its own. */
function copyKeys(from: string, to: string): void {
  const isKey = (path: string) =>
    !/\/(postgres|secret|log|witnesses|witnesses\.json|lock\.json|demo\.json)(\/|$)/.test(
      path.slice(from.length),
    );
  cpSync(from, to, { recursive: true, filter: isKey });
}

async function stop(one: Starter): Promise<number | null> {
  one.process.kill("SIGTERM");
  return one.ended();
}
