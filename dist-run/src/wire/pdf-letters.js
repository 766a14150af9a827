// Sets a text's letters quickly. The font's own rules take most of the time of a page, and for ordinary letters
// come to one thing: how close two of them stand. That is asked of the font once a pair and remembered; a pair
// of letters tells nothing of what was written. Anything but ordinary letters goes the whole way.
const ordinary = /^[0-9A-Za-zÆØÅæøåÁČĐŊŠŦŽáčđŋšŧžÄÖäöÉéÈèÊêÓóÒòÔôÜü.,:;!?()'" /-]+$/;
/** The font again, with a layout that remembers pairs. */
export function withPairs(font) {
    const whole = font.layout.bind(font);
    const pairs = new Map();
    /** The first letter of a pair; null where the font makes something else of the two. */
    const firstOf = (pair) => {
        const known = pairs.get(pair);
        if (known !== undefined)
            return known;
        const { glyphs, positions } = whole(pair);
        const isPlain = glyphs.length === pair.length;
        const found = isPlain ? { glyph: glyphs[0], advance: positions[0].xAdvance } : null;
        pairs.set(pair, found);
        return found;
    };
    font.layout = (text, features) => {
        if (features !== undefined || !ordinary.test(text))
            return whole(text, features);
        const letters = Array.from(text, (_, at) => firstOf(text.slice(at, at + 2)));
        return letters.every((letter) => letter !== null) ? runOf(letters) : whole(text);
    };
    return font;
}
function runOf(letters) {
    const positions = letters.map(({ advance }) => ({
        xAdvance: advance,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
    }));
    return {
        glyphs: letters.map(({ glyph }) => glyph),
        positions,
        /** Asked for after pdfkit has scaled the positions, so it is summed up then. */
        get advanceWidth() {
            return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
        },
    };
}
//# sourceMappingURL=pdf-letters.js.map