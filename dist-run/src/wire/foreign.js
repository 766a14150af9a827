// The one place outside the edges that catches: a parser of foreign bytes throws on bad input, and here that
// becomes null. Only for synchronous parsing and decoding; the type refuses a promise, so that no statement,
// request or commit can ever fail silently in here (docs/decisions/0004-where-errors-are-caught.md).
/** What `parse` returns, or null when it throws. `parse` must only read bytes it was given. */
export function valueOrNull(parse) {
    try {
        return parse();
    }
    catch {
        return null; // The parser's own message may quote what it read, so it goes no further.
    }
}
/** Parses UTF-8 JSON; null when it is not that. (JSON `null` is null as well: neither is ever wanted.) */
export function jsonOrNull(bytes) {
    return valueOrNull(() => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
}
//# sourceMappingURL=foreign.js.map