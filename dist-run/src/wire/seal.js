// Seals bytes so that only the holder of one private key can read them: CMS EnvelopedData (RFC 5652) as KS
// makes it, RSAES-OAEP with SHA-256 and AES-256-CBC. CBC has no integrity check of its own, so whoever opens
// must compare hashes afterwards; and "wrong key" is never told apart from "bad padding".
import { constants, createCipheriv, createDecipheriv, createPrivateKey, privateDecrypt, publicEncrypt, randomBytes, } from "node:crypto";
import { readCertificate } from "./certificate.js";
import { der, integer, octetString, sequence } from "./der.js";
import { aes256Cbc, data, envelopedData, hasEnvelopeForm, oaep } from "./envelope-form.js";
import { issuerAndSerialOf, readEnvelope } from "./envelope.js";
import { valueOrNull } from "./foreign.js";
const oaepSha256 = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" };
/** Seals to one certificate's key; gives DER. Refuses with `key.not-usable`. */
export async function seal(content, certificatePem) {
    const key = randomBytes(32);
    const iv = randomBytes(16);
    const cipher = createCipheriv("aes-256-cbc", key, iv);
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    const contentInfo = sequence(data, sequence(aes256Cbc, octetString(iv)), der(0x80, sealed));
    const recipients = der(0x31, recipientOf(readCertificate(certificatePem), key));
    return sequence(envelopedData, der(0xa0, sequence(integer(0), recipients, contentInfo)));
}
function recipientOf(certificate, key) {
    const encryptedKey = publicEncrypt({ key: certificate.publicKey, ...oaepSha256 }, key);
    return sequence(integer(0), issuerAndSerialOf(certificate.raw), oaep, octetString(encryptedKey));
}
/**
 * Opens an envelope with whichever of the keys fits; null when none does, or when the bytes are not an
 * envelope. DER and streamed BER are read. The answer is the same whatever was wrong.
 */
export function openSealed(sealed, keys) {
    const envelope = valueOrNull(() => readEnvelope(sealed));
    if (!envelope)
        return null;
    for (const [recipient, privateKey] of candidates(envelope, keys)) {
        const opened = valueOrNull(() => open(envelope, recipient, privateKey));
        if (opened)
            return opened;
    }
    return null;
}
/** Keys named by a recipient first; then all, because a certificate may have been renewed for the same key. */
function candidates(envelope, keys) {
    const pairs = envelope.recipients.flatMap((recipient) => keys.map(parsedKey).map(({ name, privateKey }) => {
        return { recipient, privateKey, isNamed: name.equals(recipient.issuerAndSerial) };
    }));
    return [...pairs.filter((pair) => pair.isNamed), ...pairs.filter((pair) => !pair.isNamed)].map(({ recipient, privateKey }) => [recipient, privateKey]);
}
/** Parsing a key and its certificate takes longer than opening an envelope with them: it is done once for each. */
const parsedKeys = new WeakMap();
function parsedKey(key) {
    const known = parsedKeys.get(key);
    if (known)
        return known;
    const name = issuerAndSerialOf(readCertificate(key.certificatePem).raw);
    const parsed = { name, privateKey: createPrivateKey(key.privateKeyPem) };
    parsedKeys.set(key, parsed);
    return parsed;
}
function open(envelope, recipient, privateKey) {
    const key = privateDecrypt({ key: privateKey, ...oaepSha256 }, recipient.encryptedKey);
    const decipher = createDecipheriv("aes-256-cbc", key, envelope.iv);
    return Buffer.concat([decipher.update(envelope.content), decipher.final()]);
}
/** Whether the bytes have the form of an envelope as above. Says nothing about who can open it. */
export function looksSealed(sealed) {
    // Others write the same in other forms; only those are worth taking apart.
    return hasEnvelopeForm(sealed) || valueOrNull(() => readEnvelope(sealed)) !== null;
}
//# sourceMappingURL=seal.js.map