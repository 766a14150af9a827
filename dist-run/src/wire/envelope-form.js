// Whether bytes have exactly the form in which we write envelopes, told by their headers alone: one recipient
// after another by tag and length, nothing parsed into objects. For whoever must check thousands and opens none.
import { der, nullValue, objectId, sequence } from "./der.js";
const sha256Algorithm = sequence(objectId("2.16.840.1.101.3.4.2.1"), nullValue);
const oaepParameters = sequence(der(0xa0, sha256Algorithm), der(0xa1, sequence(objectId("1.2.840.113549.1.1.8"), sha256Algorithm)));
/** RSAES-OAEP with SHA-256 and MGF1-SHA-256, as an algorithm identifier. */
export const oaep = sequence(objectId("1.2.840.113549.1.1.7"), oaepParameters);
export const aes256Cbc = objectId("2.16.840.1.101.3.4.1.42");
export const data = objectId("1.2.840.113549.1.7.1");
export const envelopedData = objectId("1.2.840.113549.1.7.3");
const tag = { integer: 0x02, octets: 0x04, sequence: 0x30, set: 0x31, wrapped: 0xa0, content: 0x80 };
const recipientsMax = 16;
/** DER, one value to the last byte, each recipient with RSAES-OAEP-SHA-256, content in AES-256-CBC. */
export function hasEnvelopeForm(bytes) {
    const [outer, ...beside] = partsOf(bytes, 0, bytes.length, 2) ?? [];
    const [type, wrapped, ...other] = within(bytes, outer, tag.sequence, 3);
    const [body, ...more] = within(bytes, wrapped, tag.wrapped, 2);
    const [version, recipients, content, ...rest] = within(bytes, body, tag.sequence, 4);
    return ([beside, other, more, rest].every((extra) => extra.length === 0) &&
        isSame(bytes, type, envelopedData) &&
        version?.tag === tag.integer &&
        areRecipients(bytes, recipients) &&
        isContent(bytes, content));
}
function areRecipients(bytes, set) {
    const recipients = within(bytes, set, tag.set, recipientsMax + 1);
    const isRecipient = (recipient) => {
        const [version, issuer, algorithm, key, ...rest] = within(bytes, recipient, tag.sequence, 5);
        return (rest.length === 0 &&
            version?.tag === tag.integer &&
            issuer?.tag === tag.sequence &&
            isSame(bytes, algorithm, oaep) &&
            key?.tag === tag.octets);
    };
    return recipients.length > 0 && recipients.length <= recipientsMax && recipients.every(isRecipient);
}
function isContent(bytes, place) {
    const [type, algorithm, content, ...rest] = within(bytes, place, tag.sequence, 4);
    const [cipher, iv, ...parameters] = within(bytes, algorithm, tag.sequence, 3);
    const length = content ? content.to - content.from : 0;
    return (rest.length + parameters.length === 0 &&
        isSame(bytes, type, data) &&
        isSame(bytes, cipher, aes256Cbc) &&
        iv?.tag === tag.octets &&
        iv.to - iv.from === 16 &&
        content?.tag === tag.content &&
        length > 0 &&
        length % 16 === 0);
}
/** The parts of a value that must have this tag; none if it has not, or if they do not fill it. */
function within(bytes, place, wanted, most) {
    return place?.tag === wanted ? (partsOf(bytes, place.from, place.to, most) ?? []) : [];
}
/** The values that fill the bytes from `from` to `to`, at most so many; null when they do not fill them. */
function partsOf(bytes, from, to, most) {
    const parts = [];
    for (let at = from; at < to; at = parts.at(-1).to) {
        const part = placeAt(bytes, at, to);
        if (part === null || parts.length === most)
            return null;
        parts.push(part);
    }
    return parts;
}
function placeAt(bytes, at, end) {
    const [kind, first] = [bytes[at], bytes[at + 1]];
    if (kind === undefined || first === undefined || first === 0x80 || first > 0x84)
        return null;
    const octets = first < 0x80 ? 0 : first - 0x80;
    const from = at + 2 + octets;
    let length = octets === 0 ? first : 0;
    for (let index = at + 2; index < from; index += 1)
        length = length * 256 + (bytes[index] ?? 0);
    return from + length <= end ? { tag: kind, at, from, to: from + length } : null;
}
function isSame(bytes, place, wanted) {
    return place !== undefined && wanted.equals(bytes.subarray(place.at, place.to));
}
//# sourceMappingURL=envelope-form.js.map