// X.509 certificates for encryption keys: what a service publishes so that reports can be sealed to it. They
// are self-signed; trust comes from who countersigned the key, not from the certificate's own signature.
import { generateKeyPair, randomBytes, X509Certificate } from "node:crypto";
import { promisify } from "node:util";
import * as asn1js from "asn1js";
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, Time, TimeType } from "pkijs";
import { refuse } from "../core/problem.js";
import { keyIdOf } from "../core/signature.js";
import { valueOrNull } from "./foreign.js";
const oid = {
    commonName: "2.5.4.3",
    organisationIdentifier: "2.5.4.97",
    basicConstraints: "2.5.29.19",
    keyUsage: "2.5.29.15",
};
/** Makes a new RSA key (PKCS#8) and a self-signed certificate for encryption with it. */
export async function makeCertificate(wish) {
    const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: wish.bits ?? 3072 });
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const signingKey = privateKey.toCryptoKey(algorithm, true, ["sign"]);
    const { n, e } = privateKey.export({ format: "jwk" });
    const verifyingKey = await crypto.subtle.importKey("jwk", { kty: "RSA", n: n, e: e }, algorithm, true, [
        "verify",
    ]);
    const certificate = unsigned(wish);
    await certificate.subjectPublicKeyInfo.importKey(verifyingKey);
    await certificate.sign(signingKey, "SHA-256");
    return {
        privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }),
        certificatePem: new X509Certificate(Buffer.from(certificate.toSchema(true).toBER())).toString(),
    };
}
function unsigned(wish) {
    const certificate = new Certificate({
        version: 2,
        serialNumber: new asn1js.Integer({ valueHex: serial() }),
    });
    for (const name of [certificate.issuer, certificate.subject])
        name.typesAndValues.push(...namesOf(wish));
    certificate.notBefore = timeOf(wish.validFrom);
    certificate.notAfter = timeOf(wish.validTo);
    const constraints = new BasicConstraints({ cA: false });
    certificate.extensions = [
        extension(oid.basicConstraints, constraints.toSchema().toBER()),
        // keyEncipherment and dataEncipherment: bits 2 and 3, so that four bits of the octet are unused.
        extension(oid.keyUsage, new asn1js.BitString({ valueHex: octets([0x30]), unusedBits: 4 }).toBER()),
    ];
    return certificate;
}
/** RFC 5280: years up to 2049 in the short form, later ones in the long. */
function timeOf(at) {
    const value = new Date(at);
    return new Time({
        value,
        type: value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime,
    });
}
function namesOf(wish) {
    const name = (type, text) => new AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value: text }) });
    const organisation = wish.organisationNumber
        ? [name(oid.organisationIdentifier, `NTRNO-${wish.organisationNumber}`)]
        : [];
    return [name(oid.commonName, wish.commonName), ...organisation];
}
function extension(extnID, value) {
    return new Extension({ extnID, critical: true, extnValue: value });
}
/** 127 random bits, never negative and never zero: a recipient is found by issuer and serial number. */
function serial() {
    const bytes = randomBytes(16);
    bytes[0] = (bytes[0] & 0x7f) | 0x40;
    return octets([...bytes]);
}
function octets(values) {
    return new Uint8Array(values).buffer;
}
/** Reads a certificate (PEM), or refuses with `key.not-usable`. */
export function readCertificate(pem) {
    const certificate = valueOrNull(() => new X509Certificate(pem)) ?? refuse("key.not-usable");
    if (certificate.publicKey.asymmetricKeyType !== "rsa")
        refuse("key.not-usable", "not an RSA certificate");
    return certificate;
}
/** The id of a certificate's public key. */
export function certificateKeyId(pem) {
    return keyIdOf(readCertificate(pem).publicKey);
}
/** From when to when a certificate is valid, in epoch milliseconds. */
export function certificateValidity(pem) {
    const certificate = readCertificate(pem);
    return { validFrom: certificate.validFromDate.getTime(), validTo: certificate.validToDate.getTime() };
}
//# sourceMappingURL=certificate.js.map