// What `framme doctor` finds: one line each, and what to do about it when it is not as it should be.
import { isOpenToOthers } from "./hub.js";
import { tellable } from "./output.js";
export const ok = (check, message) => ({ state: "OK", check, message });
export const warn = (check, message, todo) => ({
    state: "WARN",
    check,
    message,
    todo,
});
export const wrong = (check, message, todo) => ({
    state: "WRONG",
    check,
    message,
    todo,
});
/** Runs a check; one that fails is itself a finding, and the others go on. */
export async function findingsOf(check, look, todo = "Mend that first: what comes after it could not be looked at.") {
    try {
        return await look();
    }
    catch (error) {
        return [wrong(check, tellable(error).message, todo)];
    }
}
/** `3 hours`, for people. */
export function agoText(ms) {
    const minutes = Math.round(ms / 60_000);
    if (minutes < 120)
        return `${minutes} minutes`;
    return minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}
/** A finding when others on the machine can read a secret file; none when they cannot. */
export async function openFinding(check, file) {
    if (!(await isOpenToOthers(file)))
        return [];
    return [warn(check, `others on this machine can read ${file}`, `Run: chmod 600 ${file}`)];
}
//# sourceMappingURL=finding.js.map