// The texts around the form, by language.

import type { InEach } from "../web/language.ts";
import { type SendingTexts, sendingNb } from "./texts-sending-nb.ts";
import { sendingNn } from "./texts-sending-nn.ts";

export const sendingTexts: InEach<SendingTexts> = { nb: sendingNb, nn: sendingNn };
