// Goal: two heads that a witness has put its name to always continue each other, and it starts from a head only on its
// operator's word. Method: the real app and the real commands; every lie a log could tell, each followed by a look at
// the state on disk; and a witness process killed with -9 again and again while two stories are told to it at once.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, test } from "node:test";
import { addCheckpointBody, headPath } from "../src/core/add-checkpoint.ts";
import { checkpointFrom, cosignedAt } from "../src/core/checkpoint.ts";
import { noteAlgorithms, noteKeyFrom, noteLineFrom, witnessedAt } from "../src/core/note.ts";
import { initWitness } from "../src/witness/init.ts";
import { framme } from "./rooms.ts";
import { makeWitnessFiles, ShownLog, type WitnessFiles, witnessIn, witnessProcess } from "./witnesses.ts";

const root = mkdtempSync(`${tmpdir()}/framme-witness-`);
after(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;

async function witnessOf(log: ShownLog, isInit = true): Promise<WitnessFiles> {
  folders += 1;
  const files = makeWitnessFiles(`${root}/${folders}`, "witness.test", log.origin, log.vkey);
  if (isInit) await initWitness({ config: files.config, origin: log.origin, headFile: null }, Date.now());
  return files;
}

type App = ReturnType<typeof witnessIn>;

async function post(app: App, body: string): Promise<{ status: number; text: string }> {
  const answer = await app.request("/add-checkpoint", { method: "POST", body });
  return { status: answer.status, text: await answer.text() };
}

async function head(app: App, log: ShownLog): Promise<{ status: number; text: string }> {
  const answer = await app.request(headPath(log.origin));
  return { status: answer.status, text: await answer.text() };
}

/** Everything in the state folder, by name. */
function stateOf({ stateDir }: WitnessFiles): Record<string, string> {
  return Object.fromEntries(
    readdirSync(stateDir).map((name) => [name, readFileSync(`${stateDir}/${name}`, "utf8")]),
  );
}

test("a head that continues the last one is signed, and told again to whoever asks", async () => {
  const log = new ShownLog();
  const files = await witnessOf(log);
  const app = witnessIn(files, () => Date.parse("2026-11-24T12:00:00.900Z"));
  assert.equal((await head(app, log)).status, 404, "nothing has been signed");
  let old = 0;
  for (const size of [1, 2, 2, 7, 8, 300]) {
    log.grow(size - log.leaves.length);
    const { status, text } = await post(app, log.body(old));
    assert.equal(status, 200, text);
    const key = noteKeyFrom(files.key, noteAlgorithms.witness)!;
    const noted = checkpointFrom(log.checkpoint())!.note.text;
    assert.equal(
      witnessedAt(noted, noteLineFrom(text.trim())!, key),
      Date.parse("2026-11-24T12:00:00Z") / 1000,
    );
    const told = checkpointFrom((await head(app, log)).text)!;
    assert.equal(told.size, size);
    assert.ok(cosignedAt(told, key));
    old = size;
  }
  assert.equal(readdirSync(files.stateDir).length, 1, "older heads are cleared away");
  const [name] = readdirSync(files.stateDir);
  assert.equal(statSync(`${files.stateDir}/${name}`).mode & 0o077, 0);
});

test("a forked, rolled back, replayed, truncated or foreign checkpoint is refused, and nothing changes", async () => {
  const log = new ShownLog().grow(10);
  const files = await witnessOf(log);
  const app = witnessIn(files);
  assert.equal((await post(app, log.body(0))).status, 200);
  log.grow(10);
  assert.equal((await post(app, log.body(10))).status, 200);
  const before = stateOf(files);

  const stranger = new ShownLog(log.origin).grow(30);
  const unknown = new ShownLog("other.test/log").grow(30);
  const path = (body: string) => body.slice(0, body.indexOf("\n\n")).split("\n").slice(1);
  const longer = log.fork(20, 20).grow(5);
  const good = longer.body(20);
  const cut = `${good.replace(`${path(good)[0]}\n`, "")}`;
  const lies: [string, string, number][] = [
    ["another root at the same size", log.fork(12, 20).body(20), 409],
    ["a fork that is longer", log.fork(12, 40).body(20), 422],
    ["rolled back", log.body(10, 15), 409],
    ["rolled back, and it says so", log.body(20, 20).replace(log.checkpoint(), log.checkpoint(15)), 400],
    ["replayed", log.body(0, 10), 409],
    ["an old size that it is not at", longer.body(19), 409],
    ["as if nothing had been seen", longer.body(0), 409],
    ["a hash left out", cut, 422],
    ["a hash too many", good.replace("\n\n", `\n${path(good)[0]}\n\n`), 422],
    ["signed by another key", stranger.body(20), 403],
    ["not signed", good.replace(/— .*\n$/, ""), 400],
    ["another log", unknown.body(0), 404],
    ["no path", addCheckpointBody(20, [], longer.checkpoint()), 422],
    ["an extra line", good.replace(/\n\n— /, "\nextra\n\n— "), 400],
  ];
  // A signature that was made for another size.
  const [text] = longer.checkpoint().split("\n\n");
  const [, line] = longer.checkpoint(21).split("\n\n");
  lies.push(["another head's signature", good.replace(longer.checkpoint(), `${text}\n\n${line}`), 403]);
  for (let length = 0; length < good.length; length += 7) {
    const { status } = await post(app, good.slice(0, length));
    assert.ok(status >= 400 && status < 500, `cut at ${length}: ${status}`);
  }
  for (const [what, body, expected] of lies) {
    const { status, text: said } = await post(app, body);
    assert.equal(status, expected, `${what}: ${said}`);
    if (status === 409) assert.equal(said, "20\n", what);
    else assert.match(JSON.parse(said).message, /^[A-Z].*\.$/, what);
    assert.deepEqual(stateOf(files), before, what);
  }
  assert.equal((await post(app, good)).status, 200, "and the truth is still signed");
});

test("many heads at once, and two processes on one folder, never part ways", async () => {
  for (let round = 0; round < 15; round += 1) {
    const log = new ShownLog().grow(5);
    const files = await witnessOf(log);
    const apps = [witnessIn(files), witnessIn(files)];
    const stories = [log.fork(5, 30), log.fork(5, 31)];
    assert.equal((await post(apps[0]!, log.body(0))).status, 200);
    // Each app hears another story first.
    const storyOf = (n: number) => (n + (n >> 1)) % 2;
    const asked = Array.from({ length: 8 }, (_, n) => post(apps[n % 2]!, stories[storyOf(n)]!.body(5)));
    const answers = await Promise.all(asked);
    const signed = new Set(answers.flatMap(({ status }, n) => (status === 200 ? [storyOf(n)] : [])));
    assert.equal(signed.size, 1, "one of the stories was signed, and only that one");
  }
});

test("a witness without its state signs nothing, and says what to do", async () => {
  const log = new ShownLog().grow(5);
  const files = await witnessOf(log);
  const app = witnessIn(files);
  assert.equal((await post(app, log.body(0))).status, 200);
  const last = await head(app, log);
  rmSync(files.stateDir, { recursive: true });
  for (const body of [log.body(0), log.body(5), log.grow(3).body(5)]) {
    const { status, text } = await post(app, body);
    assert.equal(status, 403);
    assert.match(JSON.parse(text).message, /framme witness init/);
  }
  assert.equal((await head(app, log)).status, 403);

  writeFileSync(`${root}/last.txt`, last.text);
  writeFileSync(`${root}/false.txt`, new ShownLog(log.origin).grow(5).checkpoint());
  const init = (...args: string[]) =>
    framme(["witness", "init", "--config", files.config, "--origin", log.origin, ...args], {}).done;
  assert.match((await init("--head", `${root}/false.txt`)).stderr, /not a checkpoint of that log/);
  assert.equal((await init("--head", `${root}/last.txt`, "--empty")).code, 2);
  assert.equal((await init("--head", `${root}/last.txt`)).code, 0);
  const told = checkpointFrom((await head(app, log)).text)!;
  assert.ok(
    cosignedAt(told, noteKeyFrom(files.key, noteAlgorithms.witness)!),
    "it stands by what it was given",
  );
  const before = stateOf(files);
  for (const again of [["--head", `${root}/last.txt`], ["--empty"]]) {
    const { code, stderr } = await init(...again);
    assert.equal(code, 1);
    assert.match(stderr, /never written over/);
  }
  assert.deepEqual(stateOf(files), before);
  assert.equal((await post(app, log.fork(4, 9).body(5))).status, 422, "a fork of what it was given");
  assert.equal((await post(app, log.body(5))).status, 200);
});

test("a head that cannot be read is not replaced by an older one", async () => {
  const log = new ShownLog().grow(5);
  const files = await witnessOf(log);
  const app = witnessIn(files);
  await post(app, log.body(0));
  const [name] = readdirSync(files.stateDir);
  const whole = readFileSync(`${files.stateDir}/${name}`, "utf8");
  for (const broken of ["", whole.slice(0, -20), whole.replace('"size": 5', '"size": 4')]) {
    writeFileSync(`${files.stateDir}/${name}`, broken);
    const { status, text } = await post(app, log.body(5));
    assert.equal(status, 503);
    assert.match(JSON.parse(text).message, /cannot be read/);
  }
});

test("killed with -9 at any point, a witness never signs two stories", async () => {
  const log = new ShownLog().grow(1);
  const files = await witnessOf(log);
  const room = await witnessProcess(files, `${root}/process.log`);
  const key = noteKeyFrom(files.key, noteAlgorithms.witness)!;
  const signed: { size: number; leaves: readonly Buffer[] }[] = [];
  let truth: ShownLog = log;
  let old = 0;
  await room.start();
  for (let life = 0; life < 12; life += 1) {
    let isOver = false;
    const telling = (async () => {
      while (!isOver) {
        // Two stories from where it stands, told at once; it may only take one of them.
        const size = truth.leaves.length + 1;
        const stories = [
          truth.fork(truth.leaves.length, size),
          truth.fork(truth.leaves.length, size).grow(1),
        ];
        const answers = await Promise.all(
          stories.map(async (story) => {
            const init = { method: "POST", body: story.body(old) };
            return fetch(`${room.origin}/add-checkpoint`, init).then(
              async (answer) => ({ story, status: answer.status, text: await answer.text() }),
              () => null, // Killed before it answered: it may or may not have kept the head.
            );
          }),
        );
        const taken = answers.filter((answer) => answer?.status === 200);
        assert.ok(taken.length <= 1, "two stories were signed");
        for (const answer of taken) {
          signed.push({ size: answer!.story.leaves.length, leaves: answer!.story.leaves });
          truth = answer!.story;
          old = truth.leaves.length;
        }
        if (taken.length === 0) return stories;
      }
      return [];
    })();
    await new Promise((resolve) => setTimeout(resolve, 20 + life * 9));
    await room.kill();
    isOver = true;
    const open = await telling;
    await room.start();
    const answer = await fetch(room.origin + headPath(log.origin));
    const kept = answer.status === 200 ? checkpointFrom(await answer.text())! : null;
    if (kept === null) assert.equal(signed.length, 0, "what was signed is kept");
    if (kept !== null) {
      assert.ok(cosignedAt(kept, key) !== null);
      const known = [truth, ...open].find(
        (story) => story.checkpoint(kept.size) && story.leaves.length === kept.size,
      );
      assert.ok(known, "it stands at the last head it signed, or at one it was about to");
      assert.ok(Buffer.from(checkpointFrom(known.checkpoint())!.root).equals(Buffer.from(kept.root)));
      truth = known;
      old = kept.size;
    }
  }
  await room.stop();
  assert.ok(signed.length > 12, `only ${signed.length} heads were signed`);
  for (const [index, one] of signed.entries())
    for (const later of signed.slice(index + 1))
      assert.deepEqual(
        later.leaves.slice(0, one.size),
        one.leaves,
        "a later head continues every earlier one",
      );
  assert.equal(readdirSync(files.stateDir).filter((name) => name.endsWith(".head")).length <= 2, true);
});
