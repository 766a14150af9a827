// Tells on standard error how far long work has come: a line that is written over on a terminal, a plain line
// now and then anywhere else. Standard output stays for the result.
const everyMs = { terminal: 200, plain: 5000 };
/** Progress on this stream. */
export function progressOn(stream) {
    let last = 0;
    let isOpen = false;
    const say = (line) => {
        stream.write(`${isOpen ? "\r\x1b[2K" : ""}${line}\n`);
        isOpen = false;
    };
    const done = (what, count, of) => {
        const now = performance.now();
        if (now - last < (stream.isTTY ? everyMs.terminal : everyMs.plain))
            return;
        last = now;
        const line = `${what}: ${count} of ${of}`;
        if (!stream.isTTY)
            return say(line);
        stream.write(`\r\x1b[2K${line}`);
        isOpen = true;
    };
    return { say, done };
}
//# sourceMappingURL=progress.js.map