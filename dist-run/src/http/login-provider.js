// The identity provider as a room reaches it: found at its issuer address when it is first needed, asked within a
// time limit, and its failures sorted into "not reached" and "does not fit". Nothing that it answered is logged but the
// codes that OAuth has for errors: its answers hold tokens, and tokens hold people.
import * as oidc from "openid-client";
import { Problem, refuse } from "../core/problem.js";
import { answerOrNull } from "./client.js";
import { isLoopback } from "./server.js";
import { log } from "./log.js";
import { placesOf } from "./failure.js";
const answerLimitMs = 10_000;
const toleranceSeconds = 10;
/** Finds the provider at the first call. One that was not found is looked for again at the next. */
export function providerAt(options) {
    let found = null;
    return async () => {
        found ??= discover(options);
        try {
            return await found;
        }
        catch (error) {
            found = null;
            logLogin(error);
            return refuse("login.not-reached", options.issuer);
        }
    };
}
async function discover({ issuer, clientId, keyId, privateKey, fetchIt }) {
    const url = new URL(issuer);
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const key = privateKey.toCryptoKey(algorithm, false, ["sign"]);
    const metadata = { id_token_signed_response_alg: "RS256", [oidc.clockTolerance]: toleranceSeconds };
    const isPlain = url.protocol === "http:" && isLoopback(url.hostname);
    return oidc.discovery(url, clientId, metadata, oidc.PrivateKeyJwt({ key, kid: keyId }), {
        [oidc.customFetch]: (address, init) => answerOf(fetchIt, address, init),
        // The token's signature is looked at too, though it comes straight from the provider.
        execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
    });
}
/** A whole answer, or `login.not-reached`: also when the provider says that it is itself the matter. */
async function answerOf(fetchIt, url, init) {
    const { signal, ...rest } = init;
    const road = { ...rest, ...(signal ? { signal } : {}), limitMs: answerLimitMs };
    const answer = await answerOrNull(fetchIt, url, road);
    if (answer === null || answer.status >= 500)
        return refuse("login.not-reached", new URL(url).origin);
    const body = answer.bytes.length === 0 ? null : new Uint8Array(answer.bytes);
    return new Response(body, { status: answer.status, headers: answer.headers });
}
/** What OAuth says when it is the provider, or what it knows of this room, that is at fault: nothing a person can mend. */
const providersOwn = ["server_error", "temporarily_unavailable", "invalid_client", "unauthorized_client"];
/** What a failed exchange means for the person. Logs it, by code. */
export function failureOf(error) {
    const said = saidBy(error);
    if (said === "access_denied")
        return "refused";
    logLogin(error);
    return isUnreached(error) || providersOwn.includes(said ?? "") ? "not-reached" : "expired";
}
/** The error that the provider named, in OAuth's words; null when it named none. */
function saidBy(error) {
    const isSaid = error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError;
    return isSaid ? error.error : null;
}
/** The library wraps what its road throws. */
function isUnreached(error) {
    if (error instanceof Problem)
        return error.code === "login.not-reached";
    return error instanceof Error && error.cause !== undefined && isUnreached(error.cause);
}
function logLogin(error) {
    if (isUnreached(error)) {
        log.warn({ event: "login.not-reached" });
        return;
    }
    const codes = [saidBy(error), error?.code];
    const code = codes.find((one) => typeof one === "string" && /^[A-Za-z_]{3,60}$/.test(one));
    log.warn({ event: "login.failed", code, stack: placesOf(error) });
}
//# sourceMappingURL=login-provider.js.map