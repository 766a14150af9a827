// What the command line says, and where: results on standard output, everything else on standard error. With
// --json a result is one JSON object a line, and so is an error. Never a word out of a report.
import { CommanderError } from "commander";
import { Problem, problems } from "../core/problem.js";
/** Prints one result: as JSON on a line, or as `text` for people. */
export function printResult(json, value, text) {
    process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`);
}
/** Says something to whoever sits there, without touching the result. */
export function note(text) {
    process.stderr.write(`${text}\n`);
}
/** Says what went wrong, and gives the exit code for it. */
export function exitCodeFor(error, json) {
    if (error instanceof CommanderError)
        return exitCodeOfUsage(error);
    const told = tellable(error);
    note(json ? JSON.stringify(told) : `framme: ${told.message}`);
    if (told.error === "internal")
        note(placesOf(error).join("\n"));
    return told.error === "usage" ? 2 : 1;
}
/** Commander has said it already; help and version that were asked for are no error. */
function exitCodeOfUsage(error) {
    return error.exitCode === 0 ? 0 : 2;
}
/** Wrong usage that commander cannot see by itself. */
export class WrongUsage extends Error {
}
/** What may be shown of an error: our own sentences; of files the path; of a database only who said no. */
export function tellable(error) {
    if (error instanceof WrongUsage)
        return { error: "usage", message: error.message };
    if (error instanceof Problem)
        return { error: error.code, message: error.message };
    return fileError(error) ?? databaseError(error) ?? internal;
}
const internal = {
    error: "internal",
    message: "Something failed here that should not. Nothing was lost; the places it passed follow.",
};
const fileSentences = {
    ENOENT: "There is no such file or folder",
    EACCES: "This user may not read or write it",
    EPERM: "This user may not change it",
    EISDIR: "It is a folder, not a file",
    ENOTDIR: "A part of the path is not a folder",
    EEXIST: "It exists already and is not overwritten",
    ENOSPC: "The disk is full",
    EROFS: "The disk is read-only",
};
function fileError(error) {
    const { code, path } = error;
    const sentence = fileSentences[code ?? ""];
    if (!sentence || !path)
        return null;
    return { error: "config.bad", message: `${sentence}: ${path}` };
}
/** Connection and access errors of PostgreSQL (classes 08, 28, 3D, 57) and of the network below it. */
function databaseError(error) {
    const { code = "", message = "" } = error;
    const refused = /^(08|28|3D|57P)/.test(code) || code === "CONNECT_TIMEOUT";
    const network = ["ECONNREFUSED", "ENOTFOUND", "ECONNRESET", "EHOSTUNREACH", "CONNECTION_CLOSED"].includes(code);
    if (refused || network)
        return { error: "database.not-reached", message: `${problems["database.not-reached"]} (${message})` };
    if (code === "42501")
        return {
            error: "database.not-reached",
            message: `This database role may not do that: use the owner's or an administrator's DATABASE_URL. (${message})`,
        };
    return null;
}
function placesOf(error) {
    const stack = error instanceof Error ? (error.stack ?? "") : "";
    return stack
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 12);
}
//# sourceMappingURL=output.js.map