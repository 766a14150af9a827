// Goal: whoever reads a code aloud or types it from paper gets to the right report, and a slip leads to none.
// Method: properties over all codes, and codes written as people write them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { trackingCodeOf, trackingHashOf } from "./tracking.js";
const anyBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const plain = (code) => code.replaceAll("-", "");
test("a code has 26 characters in groups of four and five, none easily mistaken", () => {
    fc.assert(fc.property(anyBytes, (bytes) => {
        const code = trackingCodeOf(bytes);
        assert.match(code, /^[0-7][\dA-HJKMNP-TV-Z]{3}(-[\dA-HJKMNP-TV-Z]{4}){3}(-[\dA-HJKMNP-TV-Z]{5}){2}$/);
    }));
    assert.equal(trackingCodeOf(Buffer.alloc(16)), "0000-0000-0000-0000-00000-00000");
    assert.equal(trackingCodeOf(Buffer.alloc(16, 255)), "7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZZ-ZZZZZ");
    assert.equal(trackingCodeOf(Buffer.from("0123456789abcdef0123456789abcdef", "hex")), "014D-2PF2-DBSQ-QG28-T5CY4-TQKFF");
    assert.throws(() => trackingCodeOf(Buffer.alloc(15)));
});
test("the hash is that of the code's 26 characters", () => {
    const code = trackingCodeOf(Buffer.alloc(16, 1));
    assert.equal(trackingHashOf(code), createHash("sha256").update(plain(code)).digest("hex"));
});
test("different bytes give different codes, and a code gives one hash", () => {
    fc.assert(fc.property(anyBytes, anyBytes, (one, other) => {
        const same = Buffer.from(one).equals(Buffer.from(other));
        assert.equal(trackingCodeOf(one) === trackingCodeOf(other), same);
        assert.equal(trackingHashOf(trackingCodeOf(one)) === trackingHashOf(trackingCodeOf(other)), same);
    }));
});
test("case, spaces, hyphens and look-alikes make no difference", () => {
    fc.assert(fc.property(anyBytes, fc.array(fc.constantFrom("", " ", "-", "\u00a0", "\u2013", "\n")), (bytes, gaps) => {
        const code = trackingCodeOf(bytes);
        const typed = [...plain(code)]
            .map((letter, place) => {
            const looksLike = { "0": "o", "1": place % 2 ? "l" : "I" }[letter] ?? letter.toLowerCase();
            return looksLike + (gaps[place] ?? "");
        })
            .join("");
        assert.equal(trackingHashOf(typed), trackingHashOf(code));
    }));
});
test("one character changed leads to another hash or to none, never to the same", () => {
    const letters = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZU!Å*"];
    fc.assert(fc.property(anyBytes, fc.nat(25), fc.constantFrom(...letters), (bytes, place, letter) => {
        const code = plain(trackingCodeOf(bytes));
        fc.pre(code[place] !== letter);
        const changed = code.slice(0, place) + letter + code.slice(place + 1);
        assert.notEqual(trackingHashOf(changed), trackingHashOf(code));
    }));
});
test("what is not a code has no hash", () => {
    const code = plain(trackingCodeOf(Buffer.alloc(16, 255)));
    for (const wrong of [
        "",
        "-",
        code.slice(1),
        `${code}0`,
        `8${code.slice(1)}`,
        code.replace("7", "U"),
        "ß".repeat(26),
    ])
        assert.equal(trackingHashOf(wrong), null, wrong);
});
//# sourceMappingURL=tracking.test.js.map