// Goal: keys can be made, countersigned, published and rotated from the command line, and no private key is lost or
// laid open on the way. Method: the built command against a real hub, with two people who sign apart.
import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { keyIdOf } from "../src/core/signature.js";
import { commandLine, linesOf } from "./at-the-command-line.js";
import { edited, keeping } from "./keeping.js";
const here = commandLine(async () => {
    await done([
        "services",
        "add",
        "voss",
        "--name",
        "Barneverntjenesten i Voss",
        "--area",
        "4621",
        ...as("kari"),
    ]);
});
const { run } = here;
const { path, as, by, done, refused, shown, changedBook } = keeping(here);
test("private keys are their owner's only, and are never written over", async () => {
    const folder = path("voss-keys");
    await done(["keys", "new", "service", "voss", "--to", folder]);
    for (const name of ["encryption.key.pem", "receipt.key.pem"])
        assert.equal(statSync(`${folder}/${name}`).mode & 0o777, 0o600, name);
    const before = readFileSync(`${folder}/receipt.key.pem`);
    await refused(["keys", "new", "service", "voss", "--to", folder], /exists already/);
    assert.deepEqual(readFileSync(`${folder}/receipt.key.pem`), before);
});
test("a new key takes two people, who sign apart", async () => {
    const change = path("voss-keys/encryption.change.json");
    await refused(["keys", "publish", change], /countersigned by the previous key, or by two/);
    await done(["keys", "sign", change, ...by("kari")]);
    await refused(["keys", "publish", change], /two named people/);
    const signed = await done(["keys", "sign", change, ...by("ola"), "--json"]);
    assert.deepEqual(linesOf(signed.stdout)[0].by, ["person:kari", "person:ola"]);
    await done(["keys", "publish", change]);
    const own = keyIdOf(createPrivateKey(readFileSync(path("voss-keys/encryption.key.pem"))));
    assert.equal((await shown("voss")).keys.encryption?.keyId, own);
});
test("an import brings a service's key, on two people's word", async () => {
    const pem = readFileSync(path("voss-keys/receipt.public.pem"), "utf8");
    const { change } = JSON.parse(readFileSync(path("voss-keys/receipt.change.json"), "utf8"));
    const { owner, use, keyId, validFrom, validTo } = change;
    const file = await changedBook("with-key.json", edited((book) => book.keys.push({ owner, use, keyId, pem, validFrom, validTo })));
    await refused(["services", "import", file, ...as("kari")], /two people/);
    await done(["services", "import", file, ...as("kari", "ola")]);
    assert.equal((await shown("voss")).keys.receipt?.keyId, keyId);
});
test("a rotation keeps the old key, is signed with it, and says what comes next", async () => {
    const folder = path("voss-keys");
    const before = readdirSync(folder);
    const old = (await shown("voss")).keys.encryption.keyId;
    const { stdout } = await done(["keys", "rotate", "service:voss", "--dir", folder, "--json"]);
    const [made] = linesOf(stdout);
    assert.equal(made.previous, old);
    for (const name of before)
        assert.ok(readdirSync(folder).includes(name), name);
    assert.match(made.next[0], /"encryption" list/);
    assert.equal((await shown("voss")).keys.encryption?.keyId, old, "nothing is published yet");
    await done(["keys", "publish", made.changeFile]);
    assert.equal((await shown("voss")).keys.encryption?.keyId, made.keyId);
    const listed = linesOf((await done(["keys", "list", "--json", "--dir", folder])).stdout);
    const current = listed.find((key) => key.keyId === made.keyId && key.use === "encryption");
    assert.equal(current?.state, "valid");
    const file = listed.find((key) => key.file === `${folder}/encryption.key.pem`);
    assert.equal(file?.owner, null, "the old private key is not the published one any more");
});
test("a key that is about to expire is warned of, and the limit that has passed is named", async () => {
    const folder = path("short-keys");
    for (const [id, days, limit] of [
        ["s-60", "59", 60],
        ["s-7", "6", 7],
        ["s-1", "1", 1],
    ]) {
        await done([
            "keys",
            "new",
            "submitter",
            id,
            "--to",
            `${folder}/${id}`,
            "--days",
            days,
            "--publish",
            ...by("kari"),
            ...by("ola"),
        ]);
        const { stderr } = await done(["keys", "list"]);
        assert.match(stderr, new RegExp(`submitter:${id}'s submitter key \\w+ expires within ${limit} day`));
    }
});
test("a submitter made and published here can send", async () => {
    const folder = path("sender-2");
    await done([
        "keys",
        "new",
        "submitter",
        "second",
        "--to",
        folder,
        "--publish",
        ...by("kari"),
        ...by("ola"),
    ]);
    assert.ok(createPublicKey(readFileSync(`${folder}/public.pem`)));
    const { code, stdout, stderr } = await run(["send", "--json", here.newReport()], {
        SUBMITTER_ID: "second",
        SUBMITTER_KEY_FILE: `${folder}/key.pem`,
        SENDER_SECRET_FILE: `${folder}/secret`,
    });
    // The service of this place has its certificate from before; the sender is new.
    assert.equal(code, 0, stderr);
    assert.equal(linesOf(stdout).length, 1);
});
//# sourceMappingURL=command-keys.test.js.map