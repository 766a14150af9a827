// Reading a request's body with a limit that also holds when no length was given, and reading JSON out of it.
// A body that is too large is refused before it is kept in memory.
import { refuse } from "../core/problem.js";
import { jsonOrNull } from "../wire/foreign.js";
/** The body's bytes, at most `mostBytes`; refuses with `tooLarge` otherwise. */
export async function bodyOf(c, mostBytes, tooLarge = "request.too-large") {
    const stated = c.req.header("content-length");
    if (stated === undefined || c.req.header("transfer-encoding") !== undefined)
        return countedBody(c, mostBytes, tooLarge);
    if (!/^\d+$/.test(stated) || Number(stated) > mostBytes)
        refuse(tooLarge, `at most ${mostBytes} bytes`);
    // The server itself never reads more than the length that was stated.
    return Buffer.from(await c.req.arrayBuffer());
}
async function countedBody(c, mostBytes, tooLarge) {
    const parts = [];
    let size = 0;
    for await (const part of c.req.raw.body ?? []) {
        size += part.length;
        if (size > mostBytes)
            refuse(tooLarge, `at most ${mostBytes} bytes`);
        parts.push(part);
    }
    return Buffer.concat(parts);
}
/** Refuses anything that is not said to be JSON: a browser's form cannot be made to post here. */
export function refuseOtherThanJson(c) {
    const type = c.req.header("content-type") ?? "";
    if (!/^application\/json(\s*;.*)?$/i.test(type))
        refuse("request.wrong-type");
}
/** The body parsed as JSON, and its exact bytes. Refuses what is not JSON. */
export async function jsonBodyOf(c, mostBytes) {
    refuseOtherThanJson(c);
    const bytes = await bodyOf(c, mostBytes);
    return { value: jsonOrNull(bytes) ?? refuse("request.not-json"), bytes };
}
//# sourceMappingURL=body.js.map