// Goal: the quick way sets letters as the font itself would. Method: a font of our own with kerning, a ligature
// and a count of how often it is asked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPairs } from "./pdf-letters.js";
let asked = [];
/** Letters are 100 wide, A before V 40 less, and "fi" is one glyph. */
function font() {
    asked = [];
    return {
        hasGlyphForCodePoint: () => true,
        layout: (text) => {
            asked.push(text);
            const letters = text.match(/fi|[\s\S]/g) ?? [];
            const glyphs = letters.map((letter) => ({ id: letter.codePointAt(0), advanceWidth: 100 }));
            const advances = letters.map((letter, at) => (letter === "A" && letters[at + 1] === "V" ? 60 : 100));
            const positions = advances.map((xAdvance) => ({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 }));
            return { glyphs, positions, advanceWidth: advances.reduce((sum, one) => sum + one, 0) };
        },
    };
}
test("glyphs, places and widths are the font's own, ligatures and kerning too", () => {
    const [quick, slow] = [withPairs(font()), font()];
    for (const text of ["AVA", "barn", "fin", "å", "melding fra skolen: 12.30", "Đuoddar"]) {
        const { glyphs, positions, advanceWidth } = quick.layout(text);
        assert.deepEqual({ glyphs, positions, advanceWidth }, slow.layout(text), text);
    }
});
test("a pair is asked for once, and anything unusual goes the whole way", () => {
    const quick = withPairs(font());
    quick.layout("barnebarn");
    quick.layout("barn");
    assert.equal(new Set(asked).size, asked.length);
    for (const text of ["e\u0301", "мама", "→"]) {
        quick.layout(text);
        assert.equal(asked.at(-1), text);
    }
});
test("the width follows when the places are scaled afterwards", () => {
    const run = withPairs(font()).layout("AV");
    for (const position of run.positions)
        position.xAdvance *= 2;
    assert.equal(run.advanceWidth, 320);
});
//# sourceMappingURL=pdf-letters.test.js.map