// Logging people in at an OpenID provider (ID-porten, Ansattporten, or the demonstration's stand-in): authorization
// code with PKCE, and the room proves itself with its own key. What the provider asserts is checked here, the level
// of assurance too, because no library does that.
import * as oidc from "openid-client";
import { overTheNetwork } from "./client.js";
import { failureOf, providerAt } from "./login-provider.js";
/** The level of assurance that both rooms ask for, as ID-porten names it. */
export const highLevel = "idporten-loa-high";
/** Makes the login. It asks the provider nothing before somebody logs in, so it does not matter which starts first. */
export function openLogin(options) {
    const { redirectUri, level = highLevel, clock, maxAgeMs = 600_000, fetchIt = overTheNetwork } = options;
    const provider = providerAt({ ...options, fetchIt });
    /** Everything but the level and who it is, which are not the library's to judge. */
    async function tokensFor({ state, nonce, verifier }, callback) {
        // Our own address with what came back on it: behind a TLS proxy the request's own looks like plain http.
        const came = new URL(redirectUri);
        came.search = new URL(callback, redirectUri).search;
        return oidc.authorizationCodeGrant(await provider(), came, {
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: verifier,
            idTokenExpected: true,
        });
    }
    return {
        begin: async () => {
            const config = await provider();
            const state = oidc.randomState();
            const nonce = oidc.randomNonce();
            const verifier = oidc.randomPKCECodeVerifier();
            const url = oidc.buildAuthorizationUrl(config, {
                redirect_uri: redirectUri,
                scope: "openid profile",
                state,
                nonce,
                acr_values: level,
                code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
                code_challenge_method: "S256",
            });
            return { url: url.href, pending: { state, nonce, verifier, at: clock() } };
        },
        finish: async (pending, callback) => {
            if (pending === null || clock() - pending.at > maxAgeMs)
                return { is: "expired" };
            try {
                const tokens = await tokensFor(pending, callback);
                const person = personIn(tokens.claims());
                if (person === null || tokens.id_token === undefined)
                    return { is: "expired" };
                return person.level === level ? { is: "in", person, idToken: tokens.id_token } : { is: "too-low" };
            }
            catch (error) {
                return { is: failureOf(error) };
            }
        },
        endUrl: async (idToken, returnTo) => {
            try {
                const config = await provider();
                if (config.serverMetadata().end_session_endpoint === undefined)
                    return null;
                const asked = { id_token_hint: idToken, post_logout_redirect_uri: returnTo };
                return oidc.buildEndSessionUrl(config, asked).href;
            }
            catch (error) {
                failureOf(error); // Logged; whoever is logged out here stays so, provider or not.
                return null;
            }
        },
    };
}
/** Who the token says it is; null where a claim has another form than agreed, as nothing may be guessed here. */
function personIn(claims) {
    if (claims === undefined)
        return null;
    const { sub, acr, name = "", locale = null, iat, auth_time: at = iat } = claims;
    const actsFor = claims.acts_for === undefined ? null : actsForIn(claims.acts_for);
    if (typeof acr !== "string" || typeof name !== "string" || actsFor === undefined)
        return null;
    return {
        sub,
        name,
        level: acr,
        locale: typeof locale === "string" ? locale : null,
        actsFor,
        at: at * 1000,
    };
}
/** Undefined when it has not the form agreed. */
function actsForIn(claim) {
    const { role, service = null, organisationNumber = null, name } = (claim ?? {});
    if (typeof role !== "string" || typeof name !== "string")
        return undefined;
    if (!isTextOrNull(service) || !isTextOrNull(organisationNumber))
        return undefined;
    return { role, service, organisationNumber, name };
}
function isTextOrNull(value) {
    return value === null || typeof value === "string";
}
//# sourceMappingURL=login.js.map