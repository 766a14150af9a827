// The log of every room: JSON lines on standard error, ids and times only. Nothing of a report is ever handed
// to it, and errors are written as their code or the places they passed, never their message.
import { pino } from "pino";
export const log = pino({
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    level: process.env.LOG_LEVEL ?? "info",
}, pino.destination({ fd: 2, sync: true }));
//# sourceMappingURL=log.js.map