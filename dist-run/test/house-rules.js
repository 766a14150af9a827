// The rules of the house that a machine can keep, each a function from files to findings. The first half is
// about where things stand and what they import; test/house-words.ts has those about what is written in them.
import { dirname, posix } from "node:path";
import { importsOf, mask } from "./source-text.js";
const rooms = ["portal", "hub", "receiver", "inbox", "control", "oversight"];
const ground = ["http", "pg", "wire", "core"];
/** Which part of src may import which. `config` is src/config.ts; `main` is src/main.ts. */
const mayImport = {
    core: [],
    wire: ["core"],
    pg: ["wire", "core"],
    http: ["wire", "core"],
    web: ["http", "pg", "wire", "core"],
    config: ["http", "wire", "core"],
    outbox: [...ground, "config"],
    ...Object.fromEntries(rooms.map((room) => [room, [...ground, "config", "web", "outbox"]])),
    "stand-in": [...ground, "config", "web"],
    command: [...ground, "config", "outbox", "stand-in"],
    main: [...ground, "config", "command", "stand-in", ...rooms],
};
export function isTest(path) {
    return /\.test\.tsx?$/.test(path) || path.startsWith("test/");
}
export function isCode(path) {
    return /^(src|test|bench)\/.*\.tsx?$/.test(path);
}
/** `src/hub/channel/svarinn.ts` is part of `hub`. */
export function partOf(path) {
    const [, second = ""] = path.split("/");
    return second.replace(/\.tsx?$/, "");
}
/** The path that a relative import means, from the root of the repository; null for a package. */
function targetOf(path, specifier) {
    return specifier.startsWith(".") ? posix.normalize(`${dirname(path)}/${specifier}`) : null;
}
/** Imports point one way: rooms to the ground to wire to core, and never from one room to another. */
export function importDirections(sources) {
    return codeIn(sources, "src/").flatMap((source) => importsOf(source).flatMap((specifier) => {
        const target = targetOf(source.path, specifier);
        const wrong = target === null ? wrongPackage(source.path, specifier) : wrongTarget(source.path, target);
        return wrong ? [`${source.path}: ${wrong}`] : [];
    }));
}
function wrongTarget(path, target) {
    if (target.startsWith("test/"))
        return isTest(path) ? null : `imports ${target}, which is for tests`;
    const [from, to] = [partOf(path), partOf(target)];
    // A test may set its part up with what a demo stands on. It may not reach into another room.
    const isAllowed = from === to || mayImport[from]?.includes(to) || (isTest(path) && to === "stand-in");
    if (!isAllowed)
        return `${from} may not import ${to} (${target})`;
    const isDoor = /(^|\/)(routes|worker|start)\.tsx?$/.test(target);
    const opens = /(^|\/)(routes|worker|start|main)\.tsx?$/.test(path) || path === "src/command/room.ts";
    return isDoor && !opens && !isTest(path) ? `a step imports ${target}` : null;
}
function wrongPackage(path, specifier) {
    if (isTest(path))
        return null;
    const part = partOf(path);
    if (part === "core" && specifier !== "node:crypto")
        return `core imports ${specifier}`;
    if (specifier === "postgres" && !["pg", "stand-in"].includes(part))
        return "only src/pg/ opens the database";
    const speaksHttp = ["http", "web", "stand-in"].includes(part) || /routes|caller\.ts|channel\/|pages\/|start\.ts/.test(path);
    if (/^hono\b|^@hono\//.test(specifier) && !speaksHttp)
        return `imports ${specifier} outside http/ and routes`;
    return null;
}
/** No module needs itself, by whatever way round. */
export function importCircles(sources) {
    const imports = new Map(sources
        .filter(({ path }) => isCode(path))
        .map((source) => [source.path, importsOf(source).map((specifier) => targetOf(source.path, specifier))]));
    const done = new Set();
    const findings = [];
    function visit(path, way) {
        if (way.includes(path))
            findings.push(`${path}: import circle ${[...way.slice(way.indexOf(path)), path].join(" → ")}`);
        if (way.includes(path) || done.has(path))
            return;
        for (const target of imports.get(path) ?? [])
            if (target !== null)
                visit(target, [...way, path]);
        done.add(path);
    }
    for (const path of imports.keys())
        visit(path, []);
    return findings;
}
/** An import names the file it means, with its extension. Nothing collects other files to hand them on. */
export function namedImports(sources) {
    return codeIn(sources, "").flatMap((source) => {
        const unnamed = importsOf(source)
            .filter((specifier) => specifier.startsWith(".") && !/\.(tsx?|json|css)$/.test(specifier))
            .map((specifier) => `${source.path}: import of ${specifier} does not name the file`);
        const isBarrel = /\bexport\s*\*/.test(mask(source.text).code);
        return isBarrel ? [...unnamed, `${source.path}: hands on what others export`] : unnamed;
    });
}
const nameless = /^(index|utils?|helpers?|common|types|constants|manager|service)\.[jt]sx?$/;
/** A file is named after what it is. */
export function fileNames(sources) {
    /** Without what says what kind of file it is: `area.test.ts` is named after `area.ts`. */
    const named = (path) => posix.basename(path).replace(/\.(test|examples)\./, ".");
    return sources
        .filter(({ path }) => isCode(path))
        .flatMap(({ path }) => [
        ...(nameless.test(named(path)) ? [`${path}: a name that says nothing of what is in it`] : []),
        ...(/^[a-z0-9-]+\.tsx?$/.test(named(path)) ? [] : [`${path}: file names are kebab-case`]),
    ]);
}
const longest = 300;
/** No file is too long to be read in one go. */
export function fileLengths(sources) {
    return sources.flatMap(({ path, text }) => {
        const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
        const counts = isCode(path) || path.endsWith(".sql");
        return counts && lines > longest ? [`${path}: ${lines} lines, at most ${longest}`] : [];
    });
}
/** The first lines of a file say what it is. */
export function fileHeads(sources) {
    return sources.flatMap(({ path, text }) => {
        const head = path.endsWith(".sql") ? /^-- \S/ : isCode(path) ? /^(\/\/ \S|\/\*\*?\s)/ : null;
        return head && !head.test(text) ? [`${path}: does not begin by saying what it is`] : [];
    });
}
/** Every path that the documentation names in backticks exists. `*` stands for any name. */
export function documentedPaths(sources, paths) {
    const existing = new Set(paths.flatMap((path) => [path, ...foldersAbove(path)]));
    return sources
        .filter(({ path }) => /^(docs\/.*|README)\.md$/.test(path))
        .flatMap(({ path, text }) => [...text.matchAll(/`((?:src|test|docs|bench)\/[^`\s]*)`/g)]
        .map((found) => found[1].replace(/(#.*|:\d+)$/, "").replace(/\/$/, ""))
        .filter((named) => !isThere(named, existing))
        .map((named) => `${path}: names ${named}, which does not exist`));
}
function foldersAbove(path) {
    const steps = path.split("/");
    return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("/"));
}
function isThere(named, existing) {
    if (!named.includes("*"))
        return existing.has(named);
    const literal = named.split("*").map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`^${literal.join("[^/]*")}$`);
    return [...existing].some((path) => pattern.test(path));
}
function codeIn(sources, folder) {
    return sources.filter(({ path }) => isCode(path) && path.startsWith(folder));
}
//# sourceMappingURL=house-rules.js.map