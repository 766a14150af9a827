// The portal's texts by language.

import type { InEach } from "../web/language.ts";
import { nb, type Texts } from "./texts-nb.ts";
import { nn } from "./texts-nn.ts";

export const texts: InEach<Texts> = { nb, nn };
