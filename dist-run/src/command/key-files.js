// Keys on disk: a private key is written once, readable by its owner only, flushed, and never written over. Its
// public half goes beside it, with a proposal (change) to publish it that others can countersign.
import { createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { countersign, } from "../core/key-change.js";
import { refuse } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { makeCertificate } from "../wire/certificate.js";
import { jsonOrNull } from "../wire/foreign.js";
import { privateKeyIn } from "./hub.js";
/** Makes a key pair, writes both halves, and gives the change that would publish it. */
export async function makeKey(wish, now) {
    const isEncryption = wish.use === "encryption";
    const { privateKeyPem, publicPem } = await (isEncryption ? encryptionPair(wish) : signingPair());
    const name = (end) => join(wish.folder, `${wish.stem ? `${wish.stem}.` : ""}${end}`);
    const privateKeyFile = name("key.pem");
    const publicFile = name(isEncryption ? "certificate.pem" : "public.pem");
    await mkdir(wish.folder, { recursive: true, mode: 0o700 });
    await writeOnce(privateKeyFile, privateKeyPem, 0o600);
    await writeOnce(publicFile, publicPem, 0o644);
    const change = {
        v: 1,
        owner: wish.owner,
        use: wish.use,
        keyId: keyIdOf(createPublicKey(publicPem)),
        pem: publicPem,
        previous: wish.previous,
        validFrom: new Date(wish.validFrom).toISOString(),
        validTo: new Date(wish.validTo).toISOString(),
        at: new Date(now).toISOString(),
    };
    return { privateKeyFile, publicFile, change };
}
async function encryptionPair(wish) {
    const { commonName, organisationNumber, validFrom, validTo } = wish;
    const made = await makeCertificate({
        commonName,
        ...(organisationNumber ? { organisationNumber } : {}),
        validFrom,
        validTo,
    });
    return { privateKeyPem: made.privateKeyPem, publicPem: made.certificatePem };
}
async function signingPair() {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    return {
        privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }),
        publicPem: publicKey.export({ type: "spki", format: "pem" }),
    };
}
/** Writes the sender's own secret: 256 random bits, which its tracking codes and batch names come from. */
export async function makeSecret(path) {
    await writeOnce(path, `${randomBytes(32).toString("base64")}\n`, 0o600);
}
/** Writes a file that must not exist yet, and flushes it and its folder: a lost private key opens nothing. */
export async function writeOnce(path, text, mode) {
    const file = await open(path, "wx", mode);
    await file.writeFile(text);
    await file.sync();
    await file.close();
    const folder = await open(dirname(path), "r");
    await folder.sync();
    await folder.close();
}
/** Reads a proposal; refuses with `request.bad-shape` and the file's name. */
export async function readProposal(path) {
    const read = jsonOrNull(await readFile(path));
    if (read?.change?.v !== 1 || !read.change.keyId || !Array.isArray(read.countersignatures))
        return refuse("request.bad-shape", `${path} is not a change of key written by \`framme keys\``);
    return read;
}
/** Writes a proposal beside what was there, so that a crash leaves one of them whole. */
export async function writeProposal(path, proposal) {
    const file = await open(`${path}.part`, "w", 0o644);
    await file.writeFile(`${JSON.stringify(proposal, null, 2)}\n`);
    await file.sync();
    await file.close();
    await rename(`${path}.part`, path);
}
/** Adds a person's countersignature; a second one of the same person replaces the first. */
export async function signedBy(proposal, person) {
    const privateKey = await privateKeyIn(person.keyFile);
    if (privateKey.asymmetricKeyType !== "ed25519")
        refuse("key.not-usable", person.keyFile);
    return withSignature(proposal, {
        by: person.id,
        value: countersign(proposal.change, privateKey),
    });
}
/** Adds the countersignature of the key that is being replaced. Refuses any other key. */
export async function signedByPrevious(proposal, keyFile) {
    const privateKey = await privateKeyIn(keyFile);
    if (keyIdOf(privateKey) !== proposal.change.previous)
        refuse("key.not-usable", `${keyFile} is not the previous key`);
    return withSignature(proposal, { by: "previous", value: countersign(proposal.change, privateKey) });
}
function withSignature(proposal, added) {
    const others = proposal.countersignatures.filter(({ by }) => by !== added.by);
    return { change: proposal.change, countersignatures: [...others, added] };
}
//# sourceMappingURL=key-files.js.map