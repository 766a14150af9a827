// The portal's texts by language.
import { nb } from "./texts-nb.js";
import { nn } from "./texts-nn.js";
export const texts = { nb, nn };
//# sourceMappingURL=texts.js.map