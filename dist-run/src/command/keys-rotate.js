// `framme keys rotate`: a new key beside the old one, countersigned by the old one when it is at hand. It does
// not publish by itself: the new private key must be where it is needed before anybody seals to it.
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { refuse } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { overTheNetwork } from "../http/client.js";
import { fetchKeys } from "../outbox/published.js";
import { fetchKey, fetchService, privateKeyIn } from "./hub.js";
import { makeKey, signedByPrevious, writeProposal } from "./key-files.js";
import { publishAll, validityOf } from "./keys-publish.js";
import { printResult, WrongUsage } from "./output.js";
import { hubUrl } from "./settings.js";
/** Makes the new key and its change, and says what to do next. */
export async function rotateKey(given, options) {
    const { owner, use } = ownerAndUse(given, options.use);
    const now = Date.now();
    const old = await publishedKeyOf(await hubUrl(options, process.env), owner, use, options.dir);
    const { validFrom, validTo } = validityOf(options.days, now);
    const stem = freeStem(options.dir, use, new Date(now).toISOString().slice(0, 10));
    const commonName = owner.split(":")[1] ?? owner;
    const wish = { owner, use, folder: options.dir, stem, commonName, validFrom, validTo, previous: old.keyId };
    const { change, privateKeyFile, publicFile } = await makeKey(wish, now);
    const changeFile = join(options.dir, `${stem}.change.json`);
    const oldFile = await fileOfKey(options.dir, old.keyId);
    let proposal = { change, countersignatures: [] };
    if (oldFile)
        proposal = await signedByPrevious(proposal, oldFile);
    await writeProposal(changeFile, proposal);
    if (options.publish)
        await publishAll([changeFile], options);
    const isPublished = Boolean(options.publish);
    const next = nextSteps(use, { privateKeyFile, publicFile, changeFile, oldFile, isPublished, old });
    const { keyId } = change;
    const result = {
        owner,
        use,
        keyId,
        previous: old.keyId,
        privateKeyFile,
        publicFile,
        changeFile,
        published: isPublished,
    };
    const text = [
        `${owner} ${use} key ${keyId}, to take over from ${old.keyId}`,
        oldFile
            ? `countersigned with the previous key (${oldFile}), which stays where it is`
            : `the previous private key is not in ${options.dir}: two people must countersign`,
        ...next.map((step, index) => `${index + 1}. ${step}`),
    ];
    printResult(Boolean(options.json), { ...result, next }, text.join("\n"));
}
function ownerAndUse(given, use) {
    const kind = /^(service|submitter|person):[a-z0-9][a-z0-9-]{0,59}$/.exec(given)?.[1];
    if (given === "print")
        return { owner: "print", use: "encryption" };
    if (given === "hub")
        return { owner: "hub", use: "hub" };
    if (kind === "submitter" || kind === "person")
        return { owner: given, use: kind };
    if (kind !== "service")
        throw new WrongUsage("Say whose key: service:ID, submitter:ID, person:ID, print or hub.");
    if (use !== "encryption" && use !== "receipt")
        throw new WrongUsage("--use must be encryption or receipt.");
    return { owner: given, use };
}
/** The key that is to be replaced. A person's is not in any list, so it is found by the file in the folder. */
async function publishedKeyOf(hub, owner, use, folder) {
    const [kind, id = ""] = owner.split(":");
    if (kind === "service") {
        const { keys } = await fetchService(hub, id);
        return (use === "encryption" ? keys.encryption : keys.receipt) ?? none(owner);
    }
    if (kind === "person")
        return personsKey(hub, owner, folder);
    const published = await fetchKeys(overTheNetwork, hub);
    if (kind === "print")
        return published.print ?? none(owner);
    const own = published[kind === "hub" ? "hub" : "submitters"].filter((key) => key.owner === owner);
    return own.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0] ?? none(owner);
}
async function personsKey(hub, owner, folder) {
    for (const file of await keyFilesIn(folder)) {
        const key = await fetchKey(hub, keyIdOf(await privateKeyIn(file)));
        if (key.owner === owner)
            return key;
    }
    return none(owner);
}
function none(owner) {
    return refuse("key.unknown", `${owner} has no published key: make the first one with \`framme keys new\``);
}
/** The private keys in a folder. */
export async function keyFilesIn(folder) {
    const names = await readdir(folder);
    return names.filter((name) => /(^|\.)key\.pem$/.test(name)).map((name) => join(folder, name));
}
async function fileOfKey(folder, keyId) {
    for (const file of await keyFilesIn(folder))
        if (keyIdOf(await privateKeyIn(file)) === keyId)
            return file;
    return null;
}
/** A name for today's key that no file has yet. */
function freeStem(folder, use, day) {
    for (let count = 1;; count += 1) {
        const stem = `${use}-${day}${count === 1 ? "" : `-${count}`}`;
        if (!existsSync(join(folder, `${stem}.key.pem`)))
            return stem;
    }
}
function nextSteps(use, facts) {
    const { changeFile, isPublished } = facts;
    const sign = facts.oldFile ? [] : [`Two people sign it: framme keys sign ${changeFile}`];
    const publish = isPublished ? [] : [...sign, `Publish it: framme keys publish ${changeFile}`];
    const [privateKey, publicPart] = [resolve(facts.privateKeyFile), resolve(facts.publicFile)];
    if (use === "encryption")
        return [
            `In the receiver's configuration, add to the service's "encryption" list, after the old entry: ` +
                JSON.stringify({ privateKeyFile: privateKey, certificateFile: publicPart }),
            "Restart the receiver. (A SvarInn client: install the new private key beside the old one there.)",
            ...publish,
            `Keep the old entry at least until ${facts.old.validTo.slice(0, 10)}, and the old key as long as backups need it.`,
        ];
    if (use === "receipt")
        return [
            ...publish,
            `Then set "receiptKeyFile" of the service to ${privateKey} and restart the receiver.`,
            `Give the inbox the new public key: "receiptPublicKeyFile": ${publicPart}, and restart it.`,
        ];
    if (use === "hub")
        return [
            `Add ${publicPart} to the file that each receiver and sender pins the hub's keys in, and restart them.`,
            ...publish,
            `Then set HUB_KEY_FILE=${privateKey} and restart the hub. Old receipts need the old public key: leave it pinned.`,
        ];
    const setting = use === "submitter" ? `set SUBMITTER_KEY_FILE=${privateKey}` : `sign with --key ${privateKey}`;
    return [...publish, `Then ${setting}. The old key is valid until ${facts.old.validTo.slice(0, 10)}.`];
}
//# sourceMappingURL=keys-rotate.js.map