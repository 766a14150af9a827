// What `framme doctor` looks at where people log in: does the room answer, is the identity provider there and the one
// that was named, and is the room's own key closed to others.
import { loginSettings, refusePlainHttp, serverSettings, setting } from "../config.js";
import { answerOrNull, overTheNetwork } from "../http/client.js";
import { jsonOrNull } from "../wire/foreign.js";
import { findingsOf, ok, openFinding, warn, wrong } from "./finding.js";
const limitMs = 10_000;
/** Whether a room's pages answer. `origin` is where people find it. */
export async function pagesFindings(room, origin) {
    const answer = await answerOrNull(overTheNetwork, `${origin}/health`, { limitMs });
    if (answer?.status === 200)
        return [ok(room, `${origin} answers`)];
    const how = answer === null ? "did not answer" : `answers ${answer.status}`;
    return [
        wrong(room, `${origin} ${how}`, `See that the ${room} runs, and what stands before it (TLS proxy).`),
    ];
}
/** The provider that people are sent to, and the key this room proves itself with. */
export async function loginFindings(room, env) {
    if (!env.OIDC_ISSUER)
        return [notSet[room]];
    return [
        ...(await issuerFindings(env.OIDC_ISSUER)),
        ...(await findingsOf("login key", () => keyFindings(env), "Put the setting right.")),
    ];
}
const notSet = {
    portal: wrong("login", "OIDC_ISSUER is not set", "Set it to the identity provider's issuer."),
    inbox: warn("login", "OIDC_ISSUER is not set: the inbox serves the case-system traffic and no pages for people", "Set it, OIDC_CLIENT_ID and OIDC_KEY_FILE when caseworkers are to read here."),
};
/** Asks the provider who it is, as OpenID Connect Discovery 1.0 says (section 4). */
export async function issuerFindings(issuer) {
    const look = async () => {
        refusePlainHttp(issuer, "OIDC_ISSUER");
        const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
        const answer = await answerOrNull(overTheNetwork, address, { limitMs });
        if (answer?.status !== 200)
            return [
                wrong("identity provider", `${issuer} ${answer === null ? "did not answer" : `answers ${answer.status}`}`, "Check OIDC_ISSUER and the network: until it answers, nobody can log in."),
            ];
        const named = jsonOrNull(answer.bytes)?.issuer;
        if (named === issuer)
            return [ok("identity provider", `${issuer} answers`)];
        return [
            wrong("identity provider", `what answers at ${issuer} calls itself something else`, "Set OIDC_ISSUER to the issuer exactly as the provider publishes it, a slash at the end included."),
        ];
    };
    return findingsOf("identity provider", look, "Put OIDC_ISSUER right.");
}
/** What the provider must have been told stands in the message: it is the usual thing to be wrong. */
async function keyFindings(env) {
    const { keyId, redirectUri } = loginSettings(env, serverSettings(env).publicOrigin);
    const known = `the provider must know it by the id ${keyId}, and ${redirectUri} as the way back`;
    return [...(await openFinding("login key", setting(env, "OIDC_KEY_FILE"))), ok("login key", known)];
}
//# sourceMappingURL=doctor-people.js.map