// Searching a service's own reports: by number, by reference, or by words that stand in them. The words are kept
// nowhere; the reports are looked through where they lie, so that no second copy of their content is needed.
import { jsonOrNull } from "../wire/foreign.js";
import * as people from "./people-store.js";
const atATime = 20;
/** Ids of all of a service's reports that fit, in no order. */
export async function findReports(read, service, sought) {
    const text = plain(sought).trim();
    const serial = Number(/^(?:nr\.?\s*)?(\d{1,15})$/.exec(text)?.[1] ?? 0);
    const byNumber = await people.idsByNumber(read, service, serial, text);
    const words = text.split(/\s+/).filter((word) => word !== "");
    const byWords = await idsByWords(read, service, words);
    return [...new Set([...byNumber, ...byWords])];
}
/** Reports in which each of the words stands somewhere. */
async function idsByWords(read, service, words) {
    if (words.length === 0)
        return [];
    const found = [];
    for (let below = null;;) {
        const texts = await people.textsBelow(read, service, below, atATime);
        for (const { id, json } of texts) {
            const content = contentOf(json);
            if (words.every((word) => content.includes(word)))
                found.push(id);
        }
        if (texts.length < atATime)
            return found;
        below = texts.at(-1);
    }
}
/** The report's values as one text; of what is no JSON, the whole. */
function contentOf(json) {
    const value = jsonOrNull(json);
    if (typeof value !== "object" || value === null)
        return plain(json.toString("utf8"));
    const { framme: _salt, ...document } = value;
    const parts = [];
    const left = [document];
    while (left.length > 0) {
        const item = left.pop();
        if (typeof item === "object" && item !== null)
            for (const inside of Object.values(item))
                left.push(inside);
        else if (typeof item === "string" || typeof item === "number")
            parts.push(String(item));
    }
    return plain(parts.join("\n"));
}
/** Letters compare whatever their case, and however their accents are written. */
function plain(text) {
    return text.normalize("NFC").toLocaleLowerCase("nb");
}
//# sourceMappingURL=find-reports.js.map