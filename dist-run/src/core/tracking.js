// The code a reporter follows a report by: 128 random bits in Crockford's base32, made to be read aloud and
// typed from paper. The chain keeps its hash only; who has the hash cannot get at the code.
import { sha256Hex } from "./hash.js";
import { assert } from "./problem.js";
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 26;
const codeBits = 128n;
/** Writes 16 random bytes as 26 characters, such as `1A2B-3C4D-5E6F-7G8H-9JKMN-PQRST`. */
export function trackingCodeOf(bytes) {
    assert(bytes.length === 16, "a tracking code has 16 bytes");
    let rest = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
    let code = "";
    for (let place = 0; place < codeLength; place += 1) {
        code = alphabet[Number(rest % 32n)] + code;
        rest /= 32n;
    }
    return code.replace(/^(.{4})(.{4})(.{4})(.{4})(.{5})(.{5})$/, "$1-$2-$3-$4-$5-$6");
}
/**
 * SHA-256 in hex of the code's 26 characters, as the header's `trackingHash`; null when it is not a code.
 * Case, spaces and hyphens do not matter, and O is read as 0, I and L as 1.
 */
export function trackingHashOf(code) {
    const plain = code
        .replace(/[\s\-\u2010-\u2015]/g, "")
        .toUpperCase()
        .replaceAll("O", "0")
        .replace(/[IL]/g, "1");
    if (plain.length !== codeLength || ![...plain].every((letter) => alphabet.includes(letter)))
        return null;
    return numberOf(plain) >> codeBits === 0n ? sha256Hex(plain) : null;
}
function numberOf(plain) {
    return [...plain].reduce((value, letter) => value * 32n + BigInt(alphabet.indexOf(letter)), 0n);
}
//# sourceMappingURL=tracking.js.map