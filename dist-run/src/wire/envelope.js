// Reads the form of a CMS envelope: who it is sealed to and the sealed content, without opening it. Takes DER
// and the streamed BER that other senders write. Throws on anything else, so call it inside `valueOrNull`;
// sizes are bounded, because the bytes may come from anybody.
import * as asn1js from "asn1js";
import { assert } from "../core/problem.js";
const bytesMax = 64 * 1024 * 1024;
const recipientsMax = 16;
const oid = {
    envelopedData: "1.2.840.113549.1.7.3",
    data: "1.2.840.113549.1.7.1",
    oaep: "1.2.840.113549.1.1.7",
    mgf1: "1.2.840.113549.1.1.8",
    sha256: "2.16.840.1.101.3.4.2.1",
    aes256Cbc: "2.16.840.1.101.3.4.1.42",
};
/** Reads an envelope sealed with RSAES-OAEP-SHA-256 and AES-256-CBC. Throws when it is not one. */
export function readEnvelope(bytes) {
    const [type, wrapped] = childrenOf(parsed(bytes));
    assert(isObjectId(type, oid.envelopedData), "the content type is enveloped data");
    const [body] = childrenOf(wrapped);
    const fields = childrenOf(body).filter((field) => field.idBlock.tagClass === 1);
    const [, recipientSet, contentInfo] = fields;
    assert(recipientSet instanceof asn1js.Set, "the recipients are a set");
    const recipients = childrenOf(recipientSet).flatMap(recipientOf);
    assert(recipients.length > 0 && recipients.length <= recipientsMax, "there is a recipient with a key");
    return { recipients, ...sealedContentOf(contentInfo) };
}
function parsed(bytes) {
    assert(bytes.length <= bytesMax, "the envelope is not too large");
    // Streamed content comes in pieces, commonly of 1000 bytes; each is a node.
    const limits = { maxNodes: 1000 + Math.ceil(bytes.length / 100), maxContentLength: bytesMax, maxDepth: 32 };
    const { offset, result } = asn1js.fromBER(bytes, limits);
    assert(offset === bytes.length && result.error === "", "the bytes are one BER value");
    return result;
}
/** A recipient whose key is encrypted as ours is; none for any other kind of recipient. */
function recipientOf(info) {
    if (!(info instanceof asn1js.Sequence))
        return [];
    const [, issuerAndSerial, algorithm, encryptedKey] = childrenOf(info);
    if (!(issuerAndSerial instanceof asn1js.Sequence) || !isOaepSha256(algorithm))
        return [];
    assert(encryptedKey instanceof asn1js.OctetString, "the encrypted key is octets");
    return [{ issuerAndSerial: encoded(issuerAndSerial), encryptedKey: octetsOf(encryptedKey) }];
}
function isOaepSha256(algorithm) {
    const [id, parameters] = childrenOf(algorithm);
    if (!isObjectId(id, oid.oaep))
        return false;
    const [hash, mask] = [0, 1].map((tag) => childrenOf(parameters).find((part) => part.idBlock.tagClass === 3 && part.idBlock.tagNumber === tag));
    const [maskId, maskHash] = childrenOf(childrenOf(mask)[0]);
    return (isObjectId(childrenOf(childrenOf(hash)[0])[0], oid.sha256) &&
        isObjectId(maskId, oid.mgf1) &&
        isObjectId(childrenOf(maskHash)[0], oid.sha256));
}
function sealedContentOf(contentInfo) {
    const [type, algorithm, content] = childrenOf(contentInfo);
    assert(isObjectId(type, oid.data), "what is sealed is plain data");
    const [cipher, iv] = childrenOf(algorithm);
    assert(isObjectId(cipher, oid.aes256Cbc), "the cipher is AES-256-CBC");
    assert(iv instanceof asn1js.OctetString && content !== undefined, "there is an IV and a content");
    return { iv: octetsOf(iv), content: octetsOf(content) };
}
/** Issuer and serial number of a certificate (DER), in the form in which an envelope names a recipient. */
export function issuerAndSerialOf(certificateDer) {
    const [body] = childrenOf(asn1js.fromBER(certificateDer).result);
    const [serial, , issuer] = childrenOf(body).filter((field) => field.idBlock.tagClass === 1);
    assert(serial && issuer, "a certificate has a serial number and an issuer");
    return encoded(new asn1js.Sequence({ value: [issuer, serial] }));
}
function childrenOf(value) {
    const children = value?.valueBlock?.value;
    return Array.isArray(children) ? children : [];
}
function isObjectId(value, dotted) {
    return value instanceof asn1js.ObjectIdentifier && value.valueBlock.toString() === dotted;
}
/**
 * The octets of a string, in one piece or in many, at any depth. Only the encoding says which: octets in one
 * piece that happen to look like a BER value are given children by the parser, and are octets all the same.
 */
function octetsOf(value) {
    if (value.idBlock.isConstructed)
        return Buffer.concat(childrenOf(value).map(octetsOf));
    return Buffer.from(value.valueBlock.valueHexView ?? []);
}
function encoded(value) {
    return Buffer.from(value.toBER());
}
//# sourceMappingURL=envelope.js.map