// The text of a JSON object, taken apart without parsing its values: so that a document can be given a field,
// or lose one, and everything else in it stays letter for letter as it came. Repeated names, numbers too long
// for JavaScript and any depth survive that. Only for text that JSON.parse has accepted.
const quote = 0x22;
const backslash = 0x5c;
/** The members of an object, in order, with the text of their values. Repeated names are all there. */
export function membersOf(object) {
    const members = [];
    let [from, colon, depth] = [object.indexOf("{") + 1, -1, 0];
    const end = object.lastIndexOf("}");
    for (let at = from; at <= end; at += 1) {
        const char = object[at];
        if (char === '"')
            at = endOfString(object, at);
        else if (char === ":" && depth === 0 && colon < 0)
            colon = at;
        else if ((char === "," && depth === 0) || at === end) {
            if (colon > 0)
                members.push(member(object.slice(from, colon), object.slice(colon + 1, at)));
            [from, colon] = [at + 1, -1];
        }
        else if (char === "{" || char === "[")
            depth += 1;
        else if (char === "}" || char === "]")
            depth -= 1;
    }
    return members;
}
function member(name, value) {
    return { name: JSON.parse(name), value: value.trim() };
}
/** The index of the closing quote of the string that opens at `from`. */
function endOfString(text, from) {
    for (let at = from + 1; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === quote)
            return at;
        if (code === backslash)
            at += 1;
    }
    return text.length;
}
/** The text of an object with these members. */
export function objectText(members) {
    return `{${members.map(({ name, value }) => `${JSON.stringify(name)}:${value}`).join(",")}}`;
}
/** Whether some object in the text has the same name twice, so that parsing has lost a value. */
export function hasRepeatedName(text, parsed) {
    let colons = 0;
    for (let at = 0; at < text.length; at += 1) {
        if (text[at] === '"')
            at = endOfString(text, at);
        else if (text[at] === ":")
            colons += 1;
    }
    return colons !== namesIn(parsed);
}
function namesIn(value) {
    let names = 0;
    const waiting = [value];
    while (waiting.length > 0) {
        const next = waiting.pop();
        if (typeof next !== "object" || next === null)
            continue;
        const inside = Object.values(next);
        if (!Array.isArray(next))
            names += inside.length;
        for (const item of inside)
            waiting.push(item);
    }
    return names;
}
//# sourceMappingURL=json-text.js.map