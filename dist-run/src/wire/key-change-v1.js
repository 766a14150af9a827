// Reads a change of key that came over the wire, and the key in it. Only form is checked here; whether it may
// take effect is core/key-change.ts's to say. Unknown fields are refused: they would not be countersigned.
import { createPublicKey } from "node:crypto";
import { refuse } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { readCertificate } from "./certificate.js";
import { valueOrNull } from "./foreign.js";
const matches = (pattern) => (value) => typeof value === "string" && pattern.test(value);
const isKeyId = matches(/^[0-9a-f]{32}$/);
const isTime = (value) => matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)(value) && !Number.isNaN(Date.parse(value));
/** Whose keys may be for what. */
const ownerOf = {
    encryption: /^(print|service:[a-z0-9-]{1,60})$/,
    receipt: /^service:[a-z0-9-]{1,60}$/,
    submitter: /^submitter:[a-z0-9-]{1,60}$/,
    person: /^person:[a-z0-9-]{1,60}$/,
    hub: /^hub$/,
};
const changeShape = {
    v: (value) => value === 1,
    owner: (value) => typeof value === "string",
    use: (value) => typeof value === "string" && Object.hasOwn(ownerOf, value),
    keyId: isKeyId,
    pem: (value) => typeof value === "string" && value.length <= 10_000,
    previous: (value) => value === null || isKeyId(value),
    validFrom: isTime,
    validTo: isTime,
    at: isTime,
};
const countersignatureShape = {
    by: matches(/^(previous|person:[a-z0-9-]{1,60})$/),
    value: matches(/^[\w-]{20,2000}$/),
};
function fits(value, shape) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return false;
    const fields = value;
    const names = Object.keys(shape);
    return (Object.keys(fields).length === names.length &&
        names.every((name) => Object.hasOwn(fields, name) && shape[name](fields[name])));
}
/** Reads `{change, countersignatures}`, or refuses with `request.bad-shape`. */
export function readKeyPublication(value) {
    const { change, countersignatures } = (value ?? {});
    if (!fits(change, changeShape))
        refuse("request.bad-shape", "change");
    const read = change;
    if (!ownerOf[read.use].test(read.owner))
        refuse("request.bad-shape", "owner and use");
    const isList = Array.isArray(countersignatures) && countersignatures.length <= 20;
    if (!isList || !countersignatures.every((one) => fits(one, countersignatureShape)))
        refuse("request.bad-shape", "countersignatures");
    return { change: read, countersignatures: countersignatures };
}
/**
 * The public key that is published: out of an RSA certificate for encryption, an Ed25519 public key for the
 * rest. Refuses with `key.not-usable`, also when the id is not the key's.
 */
export function publicKeyIn(change) {
    const key = change.use === "encryption" ? certified(change.pem) : plain(change.pem);
    if (keyIdOf(key) !== change.keyId)
        refuse("key.not-usable", "keyId is not this key's");
    return key;
}
function certified(pem) {
    if (!isOneBlock(pem, "CERTIFICATE"))
        refuse("key.not-usable", "not one PEM certificate");
    const key = readCertificate(pem).publicKey;
    if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
        refuse("key.not-usable", "RSA below 2048 bits");
    return key;
}
function plain(pem) {
    // createPublicKey would take a private key as well: one that was sent here by mistake must not be kept.
    if (!isOneBlock(pem, "PUBLIC KEY"))
        refuse("key.not-usable", "not one PEM public key");
    const key = valueOrNull(() => createPublicKey(pem)) ?? refuse("key.not-usable");
    return key.asymmetricKeyType === "ed25519" ? key : refuse("key.not-usable", "not an Ed25519 key");
}
function isOneBlock(pem, label) {
    return new RegExp(`^-----BEGIN ${label}-----[A-Za-z0-9+/=\\s]+-----END ${label}-----\\s*$`).test(pem);
}
//# sourceMappingURL=key-change-v1.js.map