// From what a person types to the places it may mean: a municipality in any of its languages, or a district. Nobody
// is turned away for a slip of the finger, but nothing is guessed either: what is near is proposed, and chosen.
import { districts, municipalities } from "../core/area.js";
const mostSuggestions = 5;
const entries = [...municipalities.map(municipalityEntry), ...districts.map(districtEntry)];
/** What a person may pick from while typing: every municipality once, in alphabetical order. */
export const proposals = entries
    .filter(({ district }) => district === null)
    .map(({ label }) => label)
    .toSorted(new Intl.Collator("nb").compare);
/** The place with these numbers, or null when there is none. */
export function placeOf(municipality, district) {
    return entries.find((one) => one.municipality === municipality && one.district === district) ?? null;
}
/** Every place that is called exactly this. Case, spaces and «kommune» do not matter. */
export function placesCalled(text) {
    const wanted = plain(text);
    return entries.filter(({ names }) => names.includes(wanted));
}
/** Places that are spelled nearly like this, the nearest first. */
export function placesLike(text) {
    const wanted = bare(plain(text));
    if (wanted.length < 2 || wanted.length > 60)
        return [];
    const allowed = wanted.length <= 4 ? 1 : wanted.length <= 8 ? 2 : 3;
    return entries
        .map((entry) => ({
        entry,
        distance: Math.min(...entry.names.map((name) => nearness(wanted, bare(name)))),
    }))
        .filter(({ distance }) => distance <= allowed)
        .toSorted((a, b) => a.distance - b.distance)
        .slice(0, mostSuggestions)
        .map(({ entry }) => entry);
}
function municipalityEntry({ number, name, county }) {
    const isOnly = municipalities.filter((other) => other.name === name).length === 1;
    const label = isOnly ? name : `${name} (${county.split(" - ")[0]})`;
    // «Porsanger - Porsáŋgu - Porsanki» is called by each of its names.
    const names = [label, name, ...name.split(" - ")].map(plain);
    return { municipality: number, district: null, label, names };
}
function districtEntry({ municipality, number, name }) {
    const above = municipalities.find((one) => one.number === municipality)?.name.split(" - ")[0] ?? "";
    const label = `${name} i ${above}`;
    return { municipality, district: number, label, names: [label, name].map(plain) };
}
function plain(text) {
    return text
        .normalize("NFC")
        .toLowerCase()
        .replace(/\s+/g, " ")
        .replace(/^ | $/g, "")
        .replace(/ (kommune|bydel)$/, "")
        .replace(/^bydel /, "");
}
/** Without what a foreign or hurried keyboard leaves out: å, aa and a are near, so are ø, ö and o. */
function bare(text) {
    return text
        .replaceAll("aa", "a")
        .replaceAll("ø", "o")
        .replaceAll("æ", "ae")
        .normalize("NFD")
        .replace(/[^a-z0-9]/g, "");
}
function nearness(wanted, name) {
    // Who has typed the beginning is near whatever is left of the name.
    return wanted.length >= 3 && name.startsWith(wanted) ? 1 : editDistance(wanted, name);
}
/** How many letters must be put in, taken out, changed, or swapped with their neighbour. */
export function editDistance(a, b) {
    const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
    for (let row = 1; row <= a.length; row += 1) {
        const above = rows[row - 1];
        const line = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const change = a[row - 1] === b[column - 1] ? 0 : 1;
            const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            const swapped = isSwap ? rows[row - 2][column - 2] + 1 : Number.POSITIVE_INFINITY;
            line.push(Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + change, swapped));
        }
        rows.push(line);
    }
    return rows[a.length][b.length];
}
//# sourceMappingURL=place.js.map