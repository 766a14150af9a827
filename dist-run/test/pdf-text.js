// Reads the text of a PDF back, as somebody who copies it would get it: the letters are looked up in the maps that the
// fonts carry for that. Enough for the files that are made here; lines are joined with a space.
import { inflateSync } from "node:zlib";
/** The text of a PDF made here, in the order it is drawn. */
export function textIn(pdf) {
    const file = pdf.toString("latin1");
    const objects = file.split("\nendobj").flatMap((part) => [...part.matchAll(/\n(\d+) 0 obj\n([\s\S]*)$/g)]);
    const bodies = new Map(objects.map(([, number, body]) => [number, body]));
    const streams = new Map([...bodies].map(([number, body]) => [number, plain(body)]));
    const letters = new Map();
    for (const [, name, font] of file.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        const map = bodies.get(font)?.match(/\/ToUnicode (\d+) 0 R/)?.[1];
        letters.set(name, lettersOf(streams.get(map ?? "") ?? ""));
    }
    return [...streams.values()].flatMap((stream) => linesOf(stream, letters)).join(" ");
}
/** What an object's stream says; "" when it has none. */
function plain(body) {
    const [, stream = ""] = body.match(/\nstream\n([\s\S]*)\nendstream/) ?? [];
    const bytes = Buffer.from(stream, "latin1");
    return bytes[0] === 0x78 ? inflateSync(bytes).toString("latin1") : "";
}
/** From the code of each letter, four hex digits, to the letter. */
function lettersOf(map) {
    const letters = new Map();
    for (const [, first, list] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
        for (const [index, [, hex]] of [...list.matchAll(/<([0-9a-f]+)>/g)].entries())
            letters.set((Number.parseInt(first, 16) + index).toString(16).padStart(4, "0"), Buffer.from(hex, "hex").swap16().toString("utf16le"));
    return letters;
}
function linesOf(stream, letters) {
    return [...stream.matchAll(/\/(F\d+) [\d.]+ Tf\n\[([^\]]*)\] TJ/g)].map(([, font, shown]) => [...shown.matchAll(/<([0-9a-f]+)>/g)]
        .flatMap(([, codes]) => codes.match(/.{4}/g) ?? [])
        .map((code) => letters.get(font)?.get(code) ?? "�")
        .join(""));
}
//# sourceMappingURL=pdf-text.js.map