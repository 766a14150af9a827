// The addresses of sending and of logging in. None of them carries an id, a code, or anything that was typed.

import type { InEach } from "../web/language.ts";

const both = (path: string): InEach<string> => ({ nb: path, nn: `/nn${path}` });

export const sendPaths = {
  sent: both("/meld/sendt"),
  goOn: both("/meld/fortsett"),
  erased: both("/meld/slettet"),
  receiptPdf: both("/meld/kvittering.pdf"),
  receiptJson: both("/meld/kvittering.json"),
  login: both("/login"),
  logout: both("/logout"),
} as const;
