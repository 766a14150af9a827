// The rules of the house about what is written in a file: where errors are caught, where SQL stands, what the
// core must not know of, and words that are not used.
import { isCode, isTest, partOf } from "./house-rules.js";
import { mask } from "./source-text.js";
/** Product code with its comments and literals masked, by path. */
function product(sources) {
    return sources
        .filter(({ path }) => path.startsWith("src/") && isCode(path) && !isTest(path))
        .map((source) => ({ path: source.path, ...mask(source.text) }));
}
function lineOf(text, index) {
    return text.slice(0, index).split("\n").length;
}
/** Where errors may be caught: docs/decisions/0004-where-errors-are-caught.md. */
const edges = [
    /^src\/main\.ts$/,
    /^src\/(http|command|stand-in)\//,
    /^src\/[^/]+\/worker\.ts$/,
    /^src\/wire\/foreign\.ts$/,
];
/** Errors are caught at the edges only. One catch elsewhere was the fault of 2023. */
export function catches(sources) {
    return product(sources).flatMap(({ path, code }) => {
        const caught = [...code.matchAll(/\bcatch\b/g)];
        return caught.flatMap((found) => {
            const where = `${path}:${lineOf(code, found.index)}`;
            if (/\.\s*$/.test(code.slice(0, found.index)))
                return [`${where}: .catch() is not used anywhere`];
            return edges.some((edge) => edge.test(path)) ? [] : [`${where}: catch outside the edges`];
        });
    });
}
const statement = /["'`]\s*(select\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s|(create|alter|drop)\s+(table|index|role|database|function|schema|system)\b|truncate\s|grant\s+\w+|lock\s+table\s|notify\s|listen\s)/gi;
/** SQL stands in a room's store, in pg/, or in stand-in/ (which sets up clusters), nowhere else. */
export function sqlPlaces(sources) {
    return product(sources)
        .filter(({ path }) => !/(^|[/-])store\.ts$/.test(path) && !["pg", "stand-in"].includes(partOf(path)))
        .flatMap(({ path, code, uncommented }) => {
        const isLiteral = (index) => /["'`]/.test(code[index]);
        const statements = [...uncommented.matchAll(statement)].filter(({ index }) => isLiteral(index));
        const raw = [...code.matchAll(/\.unsafe\s*\(/g)];
        return [...statements, ...raw].map((found) => `${path}:${lineOf(code, found.index)}: SQL outside a store`);
    });
}
/** What may take away, because it keeps nothing for anybody else: docs/decisions/0009-sessions-under-the-cookie.md. */
const forgets = ["src/web/session-store.ts", "src/portal/reminder-store.ts"];
/** In a store a statement that writes takes a transaction, and none takes anything away. */
export function storeWrites(sources) {
    return product(sources)
        .filter(({ path }) => /(^|[/-])store\.ts$/.test(path))
        .flatMap(({ path, uncommented }) => [
        ...[...uncommented.matchAll(/([\w.]+)(?:<(?:[^<>`]|<[^<>`]*>)*>)?`\s*(insert|update|delete)\s/gi)]
            .filter((found) => found[1] !== "tx")
            .map((found) => `${path}:${lineOf(uncommented, found.index)}: ${found[2]} outside a transaction`),
        ...[...uncommented.matchAll(/`\s*(delete\s+from|truncate)\s/gi)]
            .filter(() => !forgets.includes(path))
            .map((found) => `${path}:${lineOf(uncommented, found.index)}: nothing is deleted`),
    ]);
}
const notInCore = [
    [/\b(await|async)\b/g, "waits"],
    [/\b(Date\.now|Temporal\.Now|performance)\b|\bnew Date\(\s*\)|(?<!new )\bDate\(/g, "asks for the time"],
    [/\bMath\.random\b|\brandom(Bytes|UUID|Int|FillSync)\b|\bgetRandomValues\b/g, "draws something random"],
    [/\bprocess\s*[.[]|\bglobalThis\b/g, "looks at the process"],
    [/\bconsole\b/g, "prints"],
    [/\b(setTimeout|setInterval|setImmediate|queueMicrotask)\b/g, "sets a timer"],
    [/\bfetch\s*\(/g, "calls out"],
];
/** The core thinks: it waits for nothing, and what time it is and what is random are handed in. */
export function corePurity(sources) {
    return product(sources)
        .filter(({ path }) => partOf(path) === "core")
        .flatMap(({ path, code }) => notInCore.flatMap(([pattern, deed]) => [...code.matchAll(pattern)].map((found) => `${path}:${lineOf(code, found.index)}: the core ${deed}`)));
}
/** A wall-clock time that becomes an instant says which one is meant when there are two, or none. */
export function wallClocks(sources) {
    return product(sources).flatMap(({ path, code }) => [...code.matchAll(/\.toZonedDateTime\(|\bZonedDateTime\.from\(/g)]
        .filter(({ index }) => !/disambiguation/.test(code.slice(index, index + 200)))
        .map((found) => `${path}:${lineOf(code, found.index)}: does not say which instant is meant`));
}
const emptyVerb = /\bexport\s+(?:async\s+)?(?:function\*?|const|let)\s+((?:process|handle|manage|execute|perform|do)(?![a-z])\w*)/g;
/** Words that are not used: a verb that says nothing, and the Norwegian word that hid who had what. */
export function forbiddenWords(sources) {
    return product(sources).flatMap(({ path, code }) => {
        const speaksNorwegian = /^src\/wire\/ks-[a-z-]+\.ts$/.test(path);
        const words = speaksNorwegian ? [] : [...code.matchAll(/[\w$]*mottatt[\w$]*/gi)].map((found) => found[0]);
        const verbs = [...code.matchAll(emptyVerb)].map((found) => found[1]);
        return [...words, ...verbs].map((word) => `${path}: ${word} is a word that is not used`);
    });
}
//# sourceMappingURL=house-words.js.map