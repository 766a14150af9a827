// The OpenID provider itself, set up as ID-porten is where rooms would notice: authorization code with PKCE and a
// signed client assertion, nothing else; RS256; who it was, when and how strongly stands in the ID token. Sessions
// are in memory, so a restart logs everybody out.
import { createPrivateKey, randomBytes } from "node:crypto";
import { keyIdOf } from "../core/signature.js";
import { errorPage, loggedOutPage, logoutPage } from "./identity-page.js";
import { levels } from "./identity-users.js";
const minute = 60;
const hour = 60 * minute;
/** Every claim stands in the ID token whichever scope was asked for. */
const claims = ["sub", "acr", "amr", "auth_time", "sid", "pid", "name", "locale", "acts_for"];
/** Makes the provider. `port` keeps the cookies of two demonstrations on one host name apart. */
export async function identityProvider(issuer, port, settings) {
    const oidc = await quietly(() => import("oidc-provider"));
    const policy = oidc.interactionPolicy.base();
    policy.remove("consent");
    const login = policy.get("login");
    const { Check } = oidc.interactionPolicy;
    login.checks.add(new Check("other_room", "each room has its own login", "login_required", (ctx) => isElsewhere(ctx)));
    login.checks.add(new Check("level", "a higher level is asked for", "login_required", (ctx) => isBelowAsked(ctx)));
    const configuration = { ...configurationOf(port, settings), interactions: { policy, url: loginPath } };
    return quietly(() => new oidc.Provider(issuer, configuration));
}
/** Where a person logs in: the interaction's own path, so that its cookie goes nowhere else. */
export function loginPath(_, { uid }) {
    return `/login/${uid}`;
}
/** The level that a login gives: what is asked for, but never more than the person has. */
export function levelFor(user, acrValues) {
    const asked = Math.max(0, ...askedLevels(acrValues));
    return levels[Math.min(asked, levels.indexOf(user.level))];
}
function askedLevels(acrValues) {
    const asked = typeof acrValues === "string" ? acrValues.split(" ") : [];
    return asked.map((level) => levels.indexOf(level)).filter((index) => index >= 0);
}
/** ID-porten and Ansattporten know nothing of each other's sessions: nobody is carried from one room to another. */
function isElsewhere({ oidc }) {
    if (oidc.result?.login || !oidc.session?.accountId)
        return false;
    return oidc.session.grantIdFor(oidc.client.clientId) === undefined;
}
/** A login that has just been made counts at whatever level it has: the room must look for itself. */
function isBelowAsked({ oidc }) {
    if (oidc.result?.login || !oidc.session?.accountId)
        return false;
    const asked = askedLevels(oidc.params?.acr_values);
    return asked.length > 0 && levels.indexOf(oidc.acr) < Math.min(...asked);
}
function configurationOf(port, { clients, users, signingKeyPem }) {
    const signingKey = createPrivateKey(signingKeyPem);
    const cookie = { httpOnly: true, sameSite: "lax", signed: true };
    return {
        acrValues: [...levels],
        claims: { openid: claims, profile: ["name", "locale"] },
        conformIdTokenClaims: false,
        clients: clients.map(clientMetadata),
        clientAuthMethods: ["private_key_jwt"],
        clientBasedCORS: () => false,
        cookies: {
            keys: [randomBytes(32).toString("hex")],
            names: {
                session: `identity_${port}_session`,
                interaction: `identity_${port}_login`,
                resume: `identity_${port}_resume`,
            },
            long: cookie,
            short: cookie,
        },
        enabledJWA: { clientAuthSigningAlgValues: ["RS256"], idTokenSigningAlgValues: ["RS256"] },
        features: {
            devInteractions: { enabled: false },
            dPoP: { enabled: false },
            pushedAuthorizationRequests: { enabled: false },
            resourceIndicators: { enabled: false },
            rpInitiatedLogout: {
                enabled: true,
                logoutSource: async (ctx, form) => answer(ctx, logoutPage(form)),
                postLogoutSuccessSource: async (ctx) => answer(ctx, loggedOutPage()),
            },
        },
        findAccount: (_, username) => accountOf(users.find((user) => user.username === username)),
        jwks: { keys: [jwkOf(signingKey)] },
        loadExistingGrant: grantOf,
        pkce: { required: () => true },
        renderError: async (ctx, { error, error_description: sentence = "" }) => answer(ctx, errorPage(error, sentence)),
        responseTypes: ["code"],
        routes: { authorization: "/authorize", userinfo: "/userinfo", end_session: "/logout" },
        scopes: ["openid", "profile"],
        ttl: {
            AccessToken: 2 * minute,
            AuthorizationCode: minute,
            Grant: 2 * hour,
            IdToken: 2 * minute,
            Interaction: hour,
            Session: 2 * hour,
        },
    };
}
async function answer(ctx, page) {
    ctx.type = "html";
    ctx.body = String(await page);
}
function clientMetadata({ id, name, publicKey, redirectUris, postLogoutRedirectUris }) {
    return {
        client_id: id,
        client_name: name,
        redirect_uris: [...redirectUris],
        post_logout_redirect_uris: [...postLogoutRedirectUris],
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "RS256",
        jwks: { keys: [jwkOf(publicKey)] },
    };
}
function jwkOf(key) {
    return {
        ...key.export({ format: "jwk" }),
        kid: keyIdOf(key),
        alg: "RS256",
        use: "sig",
        kty: "RSA",
    };
}
function accountOf(user) {
    if (user === undefined)
        return undefined;
    const { username, name, locale, pid, actsFor } = user;
    const told = {
        sub: username,
        name,
        locale,
        ...(pid === null ? {} : { pid }),
        ...(actsFor === null ? {} : { acts_for: actsFor }),
    };
    return { accountId: username, claims: () => told };
}
/** The rooms are the demonstration's own: whoever has logged in for one is not asked whether it may know that. */
async function grantOf(ctx) {
    const { provider, client, session, result } = ctx.oidc;
    const grantId = session.grantIdFor(client.clientId);
    if (grantId)
        return provider.Grant.find(grantId);
    if (!result?.login)
        return undefined;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope("openid profile");
    await grant.save();
    return grant;
}
/** It warns of this version of Node and of memory for sessions, both known, on the terminal of whoever starts it. */
async function quietly(work) {
    const { warn } = console;
    console.warn = () => undefined;
    try {
        return await work();
    }
    finally {
        console.warn = warn;
    }
}
//# sourceMappingURL=identity-provider.js.map