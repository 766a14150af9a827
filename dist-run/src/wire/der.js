// Writes the few DER forms (ITU-T X.690) that an envelope needs. Written out here, because a general library
// cuts long contents into pieces that others then refuse, and is slower.
/** One value: its tag, the length of its parts together, and the parts. */
export function der(tag, ...parts) {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    return Buffer.concat([Buffer.from([tag, ...lengthOctets(length)]), ...parts]);
}
function lengthOctets(length) {
    if (length < 0x80)
        return [length];
    const octets = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256))
        octets.unshift(rest % 256);
    return [0x80 | octets.length, ...octets];
}
/** SEQUENCE. */
export function sequence(...parts) {
    return der(0x30, ...parts);
}
/** OCTET STRING. */
export function octetString(bytes) {
    return der(0x04, bytes);
}
/** INTEGER from 0 to 127. */
export function integer(value) {
    return der(0x02, Buffer.from([value]));
}
/** NULL. */
export const nullValue = der(0x05);
/** OBJECT IDENTIFIER from its dotted form. */
export function objectId(dotted) {
    const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
    return der(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}
function base128(value) {
    const octets = [value % 128];
    for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
        octets.unshift((rest % 128) | 0x80);
    return octets;
}
//# sourceMappingURL=der.js.map