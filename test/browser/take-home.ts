// What somebody takes home from the portal to check a receipt without it: the signed receipt, once both witnesses have
// signed the head that it stands under, and the keys; and the command that checks with them.

import { writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { until } from "../demo.ts";
import { framme, type Ran } from "../rooms.ts";
import type { WholeDemo } from "../whole-demo.ts";
import { download } from "./walk-form.ts";

type Home = { readonly receipt: string; verify(...args: string[]): Promise<Ran> };

/** Takes home what was sent from this browser. `verify` runs the command with the keys that were downloaded. */
export async function takeHome(page: Page, { folder, file }: WholeDemo): Promise<Home> {
  const at = (name: string) => `${folder}/${name}`;
  await until(async () => {
    await page.goto(`${file.portal}/meld/sendt`);
    const { bytes } = await download(page, "Last ned den signerte kvitteringen (JSON)");
    writeFileSync(at("kvittering.json"), bytes);
    const { proof } = JSON.parse(bytes.toString()) as { proof: { checkpoint: string } | null };
    return (proof?.checkpoint.match(/^— /gm)?.length ?? 0) === 3;
  }, "both witnesses have signed the head that it stands under");
  for (const name of ["nokkel.pem", "vitner.json"])
    writeFileSync(at(name), await (await fetch(`${file.portal}/logg/${name}`)).text());
  const keys = ["--hub-key", at("nokkel.pem"), "--witnesses", at("vitner.json")];
  return {
    receipt: at("kvittering.json"),
    verify: (...args) => framme(["verify", ...args, ...keys], {}).done,
  };
}
