// The paper under a report: a tagged A4 document with its fonts, and text made fit to print. The font files are
// read and parsed once; parsing them for each document would take longer than writing it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import { withPairs } from "./pdf-letters.js";
const fontFile = (name) => readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${name}.ttf`)));
function parsedFont(name) {
    const doc = new PDFDocument({ autoFirstPage: false, font: null });
    doc.font(fontFile(name));
    // pdfkit's types do not know that it takes its own parsed fonts back.
    return withPairs(doc._font.font);
}
const fonts = {
    regular: parsedFont("400Regular/Inter_400Regular"),
    bold: parsedFont("600SemiBold/Inter_600SemiBold"),
};
/** Begins a document. The caller ends `root`, then `doc`. */
export function pageFor(facts) {
    const doc = new PDFDocument({
        size: "A4",
        margins: facts.margins,
        pdfVersion: "1.7",
        subset: "PDF/UA",
        tagged: true,
        lang: facts.language ?? "nb-NO",
        displayTitle: true,
        bufferPages: true,
        font: fonts.regular,
        info: {
            Title: facts.title,
            Keywords: facts.keywords,
            Creator: "Framme",
            Producer: "Framme",
            CreationDate: facts.madeAt,
        },
    });
    const root = doc.struct("Document");
    doc.addStructure(root);
    const { left, right, bottom } = facts.margins;
    return {
        doc,
        root,
        regular: fonts.regular,
        bold: fonts.bold,
        add: (tag, draw) => void root.add(doc.struct(tag, {}, () => void draw())),
        branch: (tag) => {
            const element = doc.struct(tag);
            root.add(element);
            return element;
        },
        keepTogether: (height) => {
            if (doc.y + height > doc.page.height - bottom)
                doc.addPage();
        },
        rule: (color) => {
            doc.moveDown(1);
            doc.markContent("Artifact", { type: "Layout" });
            doc
                .moveTo(left, doc.y)
                .lineTo(doc.page.width - right, doc.y)
                .lineWidth(0.7)
                .stroke(color);
            doc.endMarkedContent();
            doc.moveDown(0.8);
        },
    };
}
const unbrokenMax = 70;
const missingMark = "□";
const graphemes = new Intl.Segmenter("nb", { granularity: "grapheme" });
/**
 * Text that the fonts can show: a letter they lack becomes a box, a control character a space, and very long
 * words are broken. `isChanged` when a letter is not shown as it is.
 */
export function printable(text) {
    const even = text
        .toWellFormed()
        .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
        .replaceAll("\t", "    ")
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
        .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, " ");
    const shown = isShown(even) ? even : withBoxes(even);
    const broken = shown.replace(new RegExp(`\\S{${unbrokenMax}}(?=\\S)`, "gu"), "$&\n");
    return { text: broken, isChanged: shown !== even };
}
function withBoxes(text) {
    return Array.from(graphemes.segment(text), ({ segment }) => isShown(segment) ? segment : missingMark).join("");
}
const known = new Map([[0x0a, true]]);
function isShown(text) {
    for (const letter of text) {
        const point = letter.codePointAt(0);
        if (!known.has(point))
            known.set(point, fonts.regular.hasGlyphForCodePoint(point));
        if (!known.get(point))
            return false;
    }
    return true;
}
//# sourceMappingURL=pdf-page.js.map