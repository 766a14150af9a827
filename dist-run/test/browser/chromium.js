// A real Chromium for tests: the machine's own, or the one that comes as a package, with the libraries that a bare
// machine lacks. It is only ever pointed at our own pages: on a bare machine it has no sandbox.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
const installed = "/usr/bin/chromium";
/**
 * Chromium sets these two while its other threads read the environment. In the C library a new name moves the whole
 * list, and a reader falls off it; a name that is there already is exchanged where it stands.
 */
const settled = { DBUS_SESSION_BUS_ADDRESS: "disabled:", FC_FONTATIONS: "1" };
/**
 * What the package asks for and we do not. Without the first, the browser is as people have it: our content policy and
 * the guard against foreign forms hold. The other two put every page in the browser's own process, where one that
 * falls takes the browser down: they are meant for machines that cannot start a process, and closed it in our hands.
 */
const unwanted = new Set(["--disable-web-security", "--single-process", "--no-zygote"]);
/** Makes Chromium ready. */
export async function readyChromium() {
    const found = existsSync(installed) ? { executablePath: installed, args: [] } : null;
    const { folder, ...program } = found ? { ...found, folder: null } : await unpacked();
    const opened = [];
    return {
        open: async (options) => {
            const browser = await chromium.launch({ ...program, env: { ...process.env, ...settled } });
            opened.push(() => browser.close());
            return browser.newContext(options);
        },
        close: async () => {
            for (const end of opened.splice(0))
                await end();
            if (folder)
                rmSync(folder, { recursive: true, force: true });
        },
    };
}
async function unpacked() {
    // The package takes whatever `chromium` lies in the temporary folder, an older one too: it gets its own.
    const folder = mkdtempSync(join(tmpdir(), "framme-chromium-"));
    process.env.TMPDIR = folder;
    const { default: sparticuz, inflate, setupLambdaEnvironment } = await import("@sparticuz/chromium");
    const bin = join(dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"))), "bin");
    await inflate(join(bin, "al2023.tar.br"));
    setupLambdaEnvironment(join(folder, "al2023", "lib"));
    const executablePath = await sparticuz.executablePath();
    // The package's own list names /tmp, where we are not: without any typeface Chromium ends itself at the first letter
    // that our own, still on their way, would have drawn.
    const typefaces = join(folder, "fonts");
    const cache = join(folder, "fonts-cache");
    const list = `<fontconfig><dir>${typefaces}</dir><cachedir>${cache}</cachedir></fontconfig>`;
    writeFileSync(join(typefaces, "fonts.conf"), `<?xml version="1.0"?>\n${list}\n`);
    const args = sparticuz.args.filter((arg) => !unwanted.has(arg));
    return { folder, executablePath, args: [...args, "--disable-dev-shm-usage"] };
}
//# sourceMappingURL=chromium.js.map