// `framme keys`: new keys, the countersigning of their publication, rotation, and what is about to expire. A key
// becomes the published one only on the word of the key before it, or of two named people; each of them can
// sign on a machine of her own, the change travelling between them as a file.
import { join } from "node:path";
import { makeKey, makeSecret, readProposal, writeProposal } from "./key-files.js";
import { listKeys } from "./keys-list.js";
import { publishAll, signedByAll, signers, validityOf } from "./keys-publish.js";
import { rotateKey } from "./keys-rotate.js";
import { printResult, WrongUsage } from "./output.js";
const kinds = ["service", "submitter", "person", "print", "hub"];
/** Adds `keys` and what is under it. */
export function addKeys(program) {
    const keys = program
        .command("keys")
        .description("make, countersign, publish, rotate and list keys")
        .addHelpText("after", help);
    withSigners(keys.command("new"))
        .description("make the keys of a service, submitter, person, the print service or a hub")
        .argument("<kind>", kinds.join(", "))
        .argument("[id]", "its id, such as bergen-vest; not for print and hub")
        .requiredOption("--to <dir>", "folder for the files; nothing in it is written over")
        .option("--name <name>", "name in the certificate (default: the id)")
        .option("--organisation-number <n>", "organisation number in the certificate")
        .option("--days <n>", "how long the keys are valid", "730")
        .option("--publish", "publish at once, with the countersignatures given")
        .option("--json", "print the keys as JSON")
        .action(newKeys);
    withSigners(keys.command("sign"))
        .description("add your countersignature to a change of key, in its file")
        .argument("<change...>", "a .change.json file")
        .option("--json", "print who has signed as JSON")
        .action(sign);
    withSigners(keys.command("publish"))
        .description("publish a countersigned change of key at the hub")
        .argument("<change...>", "a .change.json file")
        .option("--json", "print the published keys as JSON")
        .action(publish);
    withSigners(keys.command("rotate"))
        .description("make a new key to take over from the published one; the old one stays for the overlap")
        .argument("<owner>", "service:ID, submitter:ID, person:ID, print or hub")
        .requiredOption("--dir <dir>", "folder with the owner's keys; the new files go beside the old")
        .option("--use <use>", "for a service: encryption or receipt", "encryption")
        .option("--days <n>", "how long the new key is valid", "730")
        .option("--publish", "publish at once; only when the new private key is in use already")
        .option("--json", "print the key as JSON")
        .action(rotateKey);
    keys
        .command("list")
        .description("published keys with their validity; warns 60, 30, 7 and 1 days before one expires")
        .option("--dir <dir>", "also list the private keys in this folder, and whether they are published")
        .option("--data-dir <dir>", "use the demonstration in this folder")
        .option("--json", "print one key a line as JSON")
        .action(listKeys);
}
function withSigners(command) {
    const collect = (value, before) => [...before, value];
    return command
        .option("--countersign-by <person>", "who countersigns, such as person:kari; repeat for two", collect, [])
        .option("--key <file>", "that person's private key; as many as people", collect, [])
        .option("--previous-key <file>", "countersign with the key that is being replaced")
        .option("--data-dir <dir>", "use the hub and people of the demonstration in this folder");
}
const help = `
A new key is published when its change file carries the countersignature of the previous key, or of two people.

Examples:
  framme keys new service bergen-vest --to keys/bergen-vest --name "Barnevernstjenesten Bergen vest"
  framme keys sign keys/bergen-vest/encryption.change.json --countersign-by person:kari --key kari.key.pem
  framme keys sign keys/bergen-vest/encryption.change.json --countersign-by person:ola --key ola.key.pem
  framme keys publish keys/bergen-vest/*.change.json
  framme keys rotate service:bergen-vest --dir keys/bergen-vest
  framme keys list`;
/** Which keys each kind has: their use, and how their files' names begin. */
function keysOf(kind, id) {
    switch (kind) {
        case "service":
            return ["encryption", "receipt"].map((use) => ({ owner: `service:${id}`, use, stem: use }));
        case "submitter":
            return [{ owner: `submitter:${id}`, use: "submitter", stem: "" }];
        case "person":
            return [{ owner: `person:${id}`, use: "person", stem: id }];
        case "print":
            return [{ owner: "print", use: "encryption", stem: "" }];
        case "hub":
            return [{ owner: "hub", use: "hub", stem: "" }];
    }
}
async function newKeys(given, id, options) {
    const kind = kinds.find((each) => each === given);
    if (!kind)
        throw new WrongUsage(`"${given}" has no keys. Use ${kinds.join(", ")}.`);
    const isOnlyOne = kind === "print" || kind === "hub";
    if (isOnlyOne === (id !== undefined))
        throw new WrongUsage(isOnlyOne ? `${kind} has no id.` : `Give the ${kind}'s id.`);
    if (id !== undefined && !/^[a-z0-9][a-z0-9-]{0,59}$/.test(id))
        throw new WrongUsage("An id is lower-case letters, digits and hyphens.");
    const now = Date.now();
    const made = [];
    for (const key of keysOf(kind, id ?? "")) {
        const commonName = options.name ?? id ?? kind;
        const { organisationNumber } = options;
        const validity = validityOf(options.days, now);
        const wish = { ...key, ...validity, folder: options.to, commonName, organisationNumber, previous: null };
        const { change, ...files } = await makeKey(wish, now);
        made.push({ ...files, change, changeFile: await writeFirst(options.to, key.stem, change) });
    }
    if (kind === "submitter")
        await makeSecret(join(options.to, "secret"));
    const published = options.publish
        ? await publishAll(made.map((each) => each.changeFile), options)
        : [];
    tellMade(made, published.length > 0, options);
}
async function writeFirst(folder, stem, change) {
    const path = join(folder, `${stem ? `${stem}.` : ""}change.json`);
    await writeProposal(path, { change, countersignatures: [] });
    return path;
}
function tellMade(made, isPublished, options) {
    for (const { change, ...files } of made) {
        const { owner, use, keyId, validFrom, validTo } = change;
        const text = [
            `${owner} ${use} key ${keyId}, valid to ${validTo.slice(0, 10)}`,
            `  private key (keep it, and a copy of it, secret): ${files.privateKeyFile}`,
            `  ${use === "encryption" ? "certificate" : "public key"}: ${files.publicFile}`,
            isPublished
                ? "  published"
                : `  next: have ${files.changeFile} signed (framme keys sign), then framme keys publish`,
        ];
        const result = { owner, use, keyId, validFrom, validTo, ...files, published: isPublished };
        printResult(Boolean(options.json), result, text.join("\n"));
    }
}
async function sign(files, options) {
    const people = await signers(options);
    if (people.length === 0 && !options.previousKey)
        throw new WrongUsage("Say who signs: --countersign-by person:ID --key FILE, or --previous-key FILE.");
    for (const file of files) {
        const proposal = await signedByAll(await readProposal(file), options);
        await writeProposal(file, proposal);
        const by = proposal.countersignatures.map((each) => each.by);
        printResult(Boolean(options.json), { file, by }, `${file}: signed by ${by.join(" and ")}`);
    }
}
async function publish(files, options) {
    for (const key of await publishAll(files, options))
        printResult(Boolean(options.json), key, `published: ${key.owner} ${key.use} ${key.keyId}, valid to ${key.validTo}`);
}
//# sourceMappingURL=keys.js.map