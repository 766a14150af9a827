// A source file as the house rules look at it: where comments are, where literals are, and what it imports.
// There is no compiler to ask (TypeScript 7 has no such interface), so this reads tokens, not grammar: enough
// to tell code from text, and to get back on its feet at the end of a line where it is wrong.
const mayPrecedeRegex = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|else|void|await))\s*$/;
/** Tells code from comments and literals. */
export function mask(text) {
    const code = [...text].length === text.length ? [...text] : text.split("");
    const uncommented = [...code];
    const blank = (from, to, isComment) => {
        for (let at = from; at < to; at += 1) {
            if (text[at] === "\n")
                continue;
            code[at] = " ";
            if (isComment)
                uncommented[at] = " ";
        }
    };
    /** For each `${` we are inside of: how many braces are open in it. */
    const templates = [];
    let at = 0;
    let lineStart = 0;
    const literal = (end) => {
        blank(at + 1, end - 1, false);
        at = end;
    };
    while (at < text.length) {
        const char = text[at];
        const two = text.slice(at, at + 2);
        if (two === "//" || two === "/*") {
            const end = text.indexOf(two === "//" ? "\n" : "*/", at);
            const stop = end < 0 ? text.length : two === "//" ? end : end + 2;
            blank(at, stop, true);
            at = stop;
        }
        else if (char === '"' || char === "'")
            literal(endOfLine(text, at, char));
        else if (char === "`" || (char === "}" && templates.at(-1) === 0)) {
            if (char === "}")
                templates.pop();
            const end = endOfTemplatePart(text, at + 1);
            if (text[end - 1] === "{")
                templates.push(0);
            literal(end);
        }
        else if (char === "/" && mayPrecedeRegex.test(code.slice(lineStart, at).join("")))
            literal(endOfLine(text, at, "/"));
        else {
            if (char === "{" && templates.length > 0)
                templates[templates.length - 1] += 1;
            if (char === "}" && templates.length > 0)
                templates[templates.length - 1] -= 1;
            at += 1;
            if (char === "\n")
                lineStart = at;
        }
    }
    return { code: code.join(""), uncommented: uncommented.join("") };
}
/** Just past the closing quote or slash; at the end of the line if there is none. */
function endOfLine(text, from, close) {
    let inClass = false;
    for (let at = from + 1; at < text.length; at += 1) {
        const char = text[at];
        if (char === "\n")
            return at;
        if (char === "\\")
            at += 1;
        else if (close === "/" && char === "[")
            inClass = true;
        else if (close === "/" && char === "]")
            inClass = false;
        else if (char === close && !inClass)
            return at + 1;
    }
    return text.length;
}
/** Just past the closing backtick, or past the `${` that opens code. */
function endOfTemplatePart(text, from) {
    for (let at = from; at < text.length; at += 1) {
        if (text[at] === "\\")
            at += 1;
        else if (text[at] === "`")
            return at + 1;
        else if (text[at] === "$" && text[at + 1] === "{")
            return at + 2;
    }
    return text.length;
}
/** Every module a file imports, exports from, or imports when it runs. */
export function importsOf({ text }) {
    const { code, uncommented } = mask(text);
    const starts = code.matchAll(/\b(?:from|import)\s*\(?\s*(?=["'])/g);
    return [...starts].map((start) => {
        const quote = start.index + start[0].length;
        return uncommented.slice(quote + 1, uncommented.indexOf(uncommented[quote], quote + 1));
    });
}
//# sourceMappingURL=source-text.js.map