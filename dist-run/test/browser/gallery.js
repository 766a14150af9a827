// The pictures as the README shows them: every page in every state, phone beside desktop, room by room. The part
// between the two marks is written anew whenever the pictures are made, so that none is missing and none is left over.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
const [begin, end] = ["<!-- pictures -->", "<!-- /pictures -->"];
const rooms = [
    ["portal-", "The portal"],
    ["inbox-", "The inbox"],
    ["demo-", "The demonstration"],
];
/** Puts every picture of a folder into a README between its marks. `from`: the folder as the README names it. */
export function writeGallery(readme, folder, from) {
    const names = readdirSync(folder)
        .filter((name) => name.endsWith("-telefon.png"))
        .map((name) => name.replace(/-telefon\.png$/, ""))
        .sort();
    const parts = rooms.map(([prefix, heading]) => {
        const rows = names.filter((name) => name.startsWith(prefix)).map((name) => rowOf(name, from));
        return `<details>\n<summary>${heading}: ${rows.length} pages and states</summary>\n\n| page | phone | desktop |\n|---|---|---|\n${rows.join("\n")}\n\n</details>`;
    });
    const text = readFileSync(readme, "utf8");
    const [before, rest] = text.split(begin);
    const after = rest?.split(end)[1];
    if (before === undefined || after === undefined)
        throw new Error(`${readme} has no place for the pictures`);
    writeFileSync(readme, `${before}${begin}\n${parts.join("\n")}\n${end}${after}`);
}
function rowOf(name, from) {
    const picture = (kind, width) => `<img src="${from}/${name}-${kind}.png" alt="${name}, ${kind}" width="${width}">`;
    return `| ${name} | ${picture("telefon", 160)} | ${picture("desktop", 420)} |`;
}
//# sourceMappingURL=gallery.js.map