// Where in a JSON text a field stands, as line and column: whoever wrote the file by hand must find it.
/** `line 12, column 5` of the value at a path such as `services[3].areas[0].from`; null when it is not there. */
export function placeOf(text, path) {
    const wanted = path.split(/[.[\]]+/).filter((part) => part !== "");
    const at = offsetOf(text, wanted);
    if (at === null)
        return null;
    const before = text.slice(0, at).split("\n");
    return `line ${before.length}, column ${before.at(-1).length + 1}`;
}
/** Walks down one step of the path at a time; each step skips the values that are not on the way. */
function offsetOf(text, wanted) {
    let at = skipSpace(text, 0);
    for (const part of wanted) {
        const found = text[at] === "[" ? itemAt(text, at, Number(part)) : memberAt(text, at, part);
        if (found === null)
            return null;
        at = found;
    }
    return at;
}
function itemAt(text, open, index) {
    let at = skipSpace(text, open + 1);
    for (let count = 0; text[at] !== "]" && at < text.length; count += 1) {
        if (count === index)
            return at;
        at = afterComma(text, skipValue(text, at));
    }
    return null;
}
function memberAt(text, open, name) {
    if (text[open] !== "{")
        return null;
    let at = skipSpace(text, open + 1);
    while (text[at] === '"') {
        const end = skipValue(text, at);
        const value = skipSpace(text, skipSpace(text, end) + 1);
        if (JSON.parse(text.slice(at, end)) === name)
            return value;
        at = afterComma(text, skipValue(text, value));
    }
    return null;
}
function afterComma(text, end) {
    const at = skipSpace(text, end);
    return text[at] === "," ? skipSpace(text, at + 1) : at;
}
function skipSpace(text, from) {
    let at = from;
    while (/\s/.test(text[at] ?? ""))
        at += 1;
    return at;
}
/** The offset after the value that begins here. The text is known to be JSON. */
function skipValue(text, from) {
    let depth = 0;
    for (let at = from; at < text.length; at += 1) {
        const char = text[at];
        if (char === '"')
            at = endOfString(text, at);
        else if (char === "{" || char === "[")
            depth += 1;
        else if (char === "}" || char === "]")
            depth -= 1;
        else if (depth > 0 || !/[,\s]/.test(char))
            continue;
        else
            return at;
        if (depth < 0)
            return at;
        if (depth === 0)
            return at + 1;
    }
    return text.length;
}
function endOfString(text, from) {
    let at = from + 1;
    while (at < text.length && text[at] !== '"')
        at += text[at] === "\\" ? 2 : 1;
    return at;
}
//# sourceMappingURL=json-place.js.map