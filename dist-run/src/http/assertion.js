// How a caller proves who it is: a short-lived JWT (RFC 7519, EdDSA), signed with its own key and bound to one
// method, path and body. No password is shared, and a copied assertion is good for one request, for a minute.
import { randomUUID } from "node:crypto";
import { decodeProtectedHeader, jwtVerify, SignJWT } from "jose";
import { sha256 } from "../core/hash.js";
import { refuse } from "../core/problem.js";
const lifeSeconds = 60;
const skewSeconds = 30;
/** Signs an assertion for one request. `audience` is the origin that is asked, such as `http://127.0.0.1:7000`. */
export async function assertionFor(who, audience, request, now) {
    const issued = Math.floor(now / 1000);
    return new SignJWT({ htm: request.method, htu: request.path, bdy: bodyHash(request.body) })
        .setProtectedHeader({ alg: "EdDSA", kid: who.keyId })
        .setIssuer(who.caller)
        .setAudience(audience)
        .setIssuedAt(issued)
        .setExpirationTime(issued + lifeSeconds)
        .setJti(randomUUID())
        .sign(who.privateKey);
}
/**
 * Who says that it calls, from an `Authorization: Bearer` header, before anything of the body has been read: a
 * stranger costs no more than its header. Refuses with `caller.not-proven` (none, wrong, old, or for another
 * request), `caller.key-unknown` or `caller.key-expired`. The path is without query.
 */
export async function claimIn(authorization, audiences, request, keyOf, now) {
    const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
    const keyId = token ? keyIdIn(token) : null;
    if (!token || !keyId)
        return refuse("caller.not-proven");
    const key = await keyOf(keyId);
    if (!key)
        return refuse("caller.key-unknown");
    if (now < key.validFrom || now >= key.validTo)
        return refuse("caller.key-expired");
    const claims = await verified(token, key.publicKey, audiences, now);
    const fits = claims !== null &&
        claims.iss === key.caller &&
        claims.htm === request.method &&
        claims.htu === request.path &&
        Number(claims.exp) - Number(claims.iat) <= lifeSeconds &&
        // Not made out for later: whoever had the key for a moment must not have assertions for years.
        Number(claims.iat) <= now / 1000 + skewSeconds;
    if (!fits || typeof claims.bdy !== "string")
        return refuse("caller.not-proven");
    return { caller: key.caller, bodyHash: claims.bdy };
}
/** The caller, once the body has been read and is the one that was signed for. Refuses with `caller.not-proven`. */
export function callerOfBody(claim, body) {
    return claim.bodyHash === bodyHash(body) ? claim.caller : refuse("caller.not-proven");
}
/** Who calls, where the body is at hand already: `claimIn` and `callerOfBody` in one. */
export async function callerOf(authorization, audiences, request, keyOf, now) {
    return callerOfBody(await claimIn(authorization, audiences, request, keyOf, now), request.body);
}
function keyIdIn(token) {
    try {
        return decodeProtectedHeader(token).kid ?? null;
    }
    catch {
        return null; // Not a token at all: the caller has proved nothing, which is what is answered.
    }
}
async function verified(token, key, audiences, now) {
    try {
        const options = {
            algorithms: ["EdDSA"],
            audience: [...audiences],
            clockTolerance: skewSeconds,
            currentDate: new Date(now),
        };
        return (await jwtVerify(token, key, { ...options, requiredClaims: ["exp", "iat", "jti", "iss"] }))
            .payload;
    }
    catch {
        return null; // As above: an assertion that does not verify proves nothing.
    }
}
function bodyHash(body) {
    return sha256(body ?? "").toString("base64url");
}
//# sourceMappingURL=assertion.js.map