// The addresses of the portal's pages in each language. None of them ever carries what a person typed.

import type { InEach } from "../web/language.ts";

export type PageName = "start" | "service" | "follow" | "log" | "verify";

export const paths: Readonly<Record<PageName, InEach<string>>> = {
  start: { nb: "/", nn: "/nn" },
  service: { nb: "/tjeneste", nn: "/nn/teneste" },
  follow: { nb: "/folg", nn: "/nn/folg" },
  log: { nb: "/logg", nn: "/nn/logg" },
  verify: { nb: "/kvittering", nn: "/nn/kvittering" },
};

/** The keys that receipts and the log are checked with. */
export const keyPaths = { hub: "/logg/nokkel.pem", witnesses: "/logg/vitner.json" } as const;

/** Where forms are posted that have no page of their own to ask for. */
export const postPaths = {
  close: { nb: "/folg/avslutt", nn: "/nn/folg/avslutt" },
  reminder: { nb: "/meld/paminnelse", nn: "/nn/meld/paminnelse" },
} as const satisfies Readonly<Record<string, InEach<string>>>;
