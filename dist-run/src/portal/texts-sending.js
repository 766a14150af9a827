// The texts around the form, by language.
import { sendingNb } from "./texts-sending-nb.js";
import { sendingNn } from "./texts-sending-nn.js";
export const sendingTexts = { nb: sendingNb, nn: sendingNn };
//# sourceMappingURL=texts-sending.js.map