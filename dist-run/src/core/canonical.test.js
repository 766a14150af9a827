// Goal: one value has one sequence of bytes, the same here, in ten years and in another language. Method: the
// examples of RFC 8785, and properties against JSON itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalBytes, canonicalText } from "./canonical.js";
/** JSON without the numbers that are not signed: fractions and integers beyond 2^53. */
const anyJson = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: "small" }, fc.constant(null), fc.boolean(), fc.maxSafeInteger().map((number) => number || 0), // JSON has no -0.
    fc.string({ unit: "grapheme" }), fc.array(tie("value"), { maxLength: 4 }), fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: true })),
})).value;
test("keys are sorted by UTF-16 code unit, as in RFC 8785 section 3.2.3", () => {
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const text = canonicalText(Object.fromEntries(keys.map((key, index) => [key, index])));
    assert.equal(text, '{"\\r":1,"1":3,"\u0080":5,"\u00f6":6,"\u20ac":0,"\ud83d\ude00":4,"\ufb33":2}', "the emoji is beyond \ufb33 as a code point, but before it as code units");
});
test("strings and literals are written as in RFC 8785 section 3.2.2", () => {
    const value = {
        string: '\u20ac$\u000f\nA\'B"\\\\"/',
        literals: [null, true, false],
    };
    assert.equal(canonicalText(value), '{"literals":[null,true,false],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
});
test("nested objects are sorted too, lists keep their order, and there is no white space", () => {
    assert.equal(canonicalText({ b: [{ d: 1, c: 2 }, 3, 1], a: {} }), '{"a":{},"b":[{"c":2,"d":1},3,1]}');
});
test("the order in which keys were set makes no difference", () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), anyJson, { noNullPrototype: true }), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        assert.equal(canonicalText(turned), canonicalText(value));
    }));
});
test("it is JSON, says the same, and different values have different texts", () => {
    fc.assert(fc.property(anyJson, anyJson, (one, other) => {
        assert.deepEqual(JSON.parse(canonicalText(one)), JSON.parse(JSON.stringify(one)));
        assert.equal(canonicalText(JSON.parse(canonicalText(one))), canonicalText(one));
        const same = JSON.stringify(one) === JSON.stringify(other);
        if (!same && canonicalText(one) === canonicalText(other))
            assert.deepEqual(one, other);
    }));
});
test("a key whose value is undefined is left out", () => {
    assert.equal(canonicalText({ a: undefined, b: 1 }), '{"b":1}');
});
test("what could be written in two ways, or is not JSON, is not signed", () => {
    for (const value of [
        1.5,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        2 ** 53,
        undefined,
        () => 1,
        Symbol.iterator,
        1n,
    ])
        assert.throws(() => canonicalText(value), /should be so/);
    for (const value of [new Date(), Buffer.from("x"), new Map([[1, 2]]), new Set([1]), [undefined]])
        assert.throws(() => canonicalText({ value }), /should be so/);
});
test("the label comes first, so that bytes signed as one thing are never another", () => {
    assert.equal(canonicalBytes("framme x v1", { å: 1 }).toString("hex"), Buffer.from('framme x v1\n{"å":1}').toString("hex"));
});
//# sourceMappingURL=canonical.test.js.map