// Who changes the address book: one person signs a change of a service, two vouch for a new public key.
import { createPublicKey, X509Certificate } from "node:crypto";
import { refuse } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { valueOrNull } from "../wire/foreign.js";
import { identityOf, postKey } from "./hub.js";
import { signedBy } from "./key-files.js";
import { peopleOf } from "./settings.js";
/** The people who sign: those named, else PERSON_ID with PERSON_KEY_FILE, else the demonstration's. */
export async function signersOf(options) {
    const { PERSON_ID: id, PERSON_KEY_FILE: keyFile } = process.env;
    if (options.as.length === 0 && options.dataDir === undefined && id && keyFile)
        return peopleOf([id], [keyFile], options, process.env);
    return peopleOf(options.as, options.key, options, process.env);
}
/** The one who makes the change. Refuses when nobody was named. */
export async function signer(options) {
    const [first] = await signersOf(options);
    return identityOf(first ?? refuse("config.bad", "say who makes the change: --as person:ID --key FILE"));
}
/** The public key in a certificate or a public key file; null when it is neither. */
export function publicKeyIn(key) {
    if (key.use === "encryption")
        return valueOrNull(() => new X509Certificate(key.pem).publicKey);
    return valueOrNull(() => createPublicKey(key.pem));
}
/** Publishes a service's key on the word of these people. `previous` is the key it takes over from. */
export async function publishOffered(hub, key, previous, people) {
    const change = { v: 1, ...key, previous, at: new Date().toISOString() };
    const countersignatures = [];
    let proposal = { change, countersignatures };
    for (const person of people.slice(0, 2))
        proposal = await signedBy(proposal, person);
    return postKey(hub, change, proposal.countersignatures);
}
/** Whether a key is what it says it is. Refuses with `key.not-usable` or `key.expired`. */
export function checkOffered(key, place, now) {
    const publicKey = publicKeyIn(key);
    const wanted = key.use === "encryption" ? "rsa" : "ed25519";
    if (publicKey?.asymmetricKeyType !== wanted || keyIdOf(publicKey) !== key.keyId)
        refuse("key.not-usable", place);
    if (!(Date.parse(key.validFrom) < Date.parse(key.validTo)))
        refuse("key.not-usable", place);
    if (Date.parse(key.validTo) <= now)
        refuse("key.expired", place);
}
/** Refuses before anything is changed when there are keys to publish and too few to vouch for them. */
export function needTwo(people, keys) {
    if (keys.length === 0 || new Set(people.map(({ id }) => id)).size >= 2)
        return;
    const [first] = keys;
    refuse("key.not-countersigned", `${first?.owner} has a new key: give --as and --key of two people`);
}
//# sourceMappingURL=services-sign.js.map