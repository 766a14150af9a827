// What an edge writes in the log about something that failed there: a problem's code, or the places an error
// passed. Never its message, which may quote what it choked on.
import { Problem } from "../core/problem.js";
import { log } from "./log.js";
/** Logs a failure under the name of what was being done. */
export function logFailure(event, error) {
    if (error instanceof Problem)
        log.warn({ event, code: error.code });
    else
        log.error({ event, code: systemCodeOf(error), stack: placesOf(error) });
}
/** The code that Node or PostgreSQL gave the error, such as ECONNREFUSED or 53100. */
function systemCodeOf(error) {
    const code = error?.code;
    return typeof code === "string" && /^[A-Z0-9_]{3,40}$/.test(code) ? code : undefined;
}
/** The places an error passed. */
export function placesOf(error) {
    return (error?.stack ?? "")
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 12);
}
//# sourceMappingURL=failure.js.map