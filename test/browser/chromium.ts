// A real Chromium for tests: the machine's own, or the one that comes as a package, with the libraries that a bare
// machine lacks. It is only ever pointed at our own pages: on a bare machine it has no sandbox.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";

const installed = "/usr/bin/chromium";

export type Chromium = {
  /** A browser with nothing in it yet. Each has a process of its own: the package's dies with its first context. */
  open(options: BrowserContextOptions): Promise<BrowserContext>;
  /** Ends them all, and removes what was unpacked. */
  close(): Promise<void>;
};

/** Makes Chromium ready. */
export async function readyChromium(): Promise<Chromium> {
  const found = existsSync(installed) ? { executablePath: installed, args: [] } : null;
  const { folder, ...program } = found ? { ...found, folder: null } : await unpacked();
  const opened: (() => Promise<void>)[] = [];
  return {
    open: async (options) => {
      const browser = await chromium.launch(program);
      opened.push(() => browser.close());
      return browser.newContext(options);
    },
    close: async () => {
      for (const end of opened.splice(0)) await end();
      if (folder) rmSync(folder, { recursive: true, force: true });
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
  // Without this the browser is as people have it: our content policy and the guard against foreign forms hold.
  const args = sparticuz.args.filter((arg) => arg !== "--disable-web-security");
  return { folder, executablePath, args };
}
