// The portal's settings as a sender: which hub, which keys, and the secret that codes are derived from. Read from its
// environment at start; what is missing is refused by name.
import { createPrivateKey } from "node:crypto";
import { fileSetting, refusePlainHttp, refuseSetting, setting } from "../config.js";
import { keyIdOf } from "../core/signature.js";
import { pinnedIn } from "../outbox/published.js";
import { valueOrNull } from "../wire/foreign.js";
const leastSecret = 32;
/** HUB_URL, HUB_PUBLIC_KEY_FILE, SUBMITTER_ID, SUBMITTER_KEY_FILE and SENDER_SECRET_FILE. Refuses with `config.bad`. */
export function portalSettings(env) {
    const url = refusePlainHttp(setting(env, "HUB_URL"), "HUB_URL").origin;
    const keys = pinnedIn(fileSetting(env, "HUB_PUBLIC_KEY_FILE"));
    if (!keys)
        return refuseSetting("HUB_PUBLIC_KEY_FILE", "it must hold one or more public keys (PEM)");
    const privateKey = valueOrNull(() => createPrivateKey(fileSetting(env, "SUBMITTER_KEY_FILE")));
    if (privateKey?.asymmetricKeyType !== "ed25519")
        return refuseSetting("SUBMITTER_KEY_FILE", "it must name an Ed25519 private key (PEM)");
    const secret = Buffer.from(fileSetting(env, "SENDER_SECRET_FILE").trim());
    if (secret.length < leastSecret)
        return refuseSetting("SENDER_SECRET_FILE", `it must hold at least ${leastSecret} characters, drawn at random`);
    const caller = setting(env, "SUBMITTER_ID");
    if (!/^submitter:[a-z0-9-]{1,60}$/.test(caller))
        return refuseSetting("SUBMITTER_ID", "it must be like submitter:portal");
    return { hub: { url, keys }, identity: { caller, keyId: keyIdOf(privateKey), privateKey }, secret };
}
//# sourceMappingURL=settings.js.map