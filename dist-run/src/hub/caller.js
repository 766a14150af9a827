// Who is calling, proved by an assertion that is signed with a published key and made out to this hub, this
// address and this body. A key proves only its owner, and only where that kind of owner has something to do.
import { refuse } from "../core/problem.js";
import { callerOfBody, claimIn } from "../http/assertion.js";
/** Which of an owner's keys proves who it is. */
const useOf = { service: "receipt", submitter: "submitter", person: "person" };
/** The caller as `role:id`; refuses anybody without proof, and any other role with `caller.not-allowed`. */
export async function provenCaller(hub, c, body, role) {
    return callerOfBody(await claimedCaller(hub, c, role), body);
}
/** As `provenCaller`, before the body has been read: it must still be held against the claim. */
export async function claimedCaller(hub, c, role) {
    const known = await hub.known.read();
    const claim = await claimIn(c.req.header("authorization"), [hub.origin], { method: c.req.method, path: c.req.path }, async (keyId) => knownKey(known, keyId), hub.clock());
    return claim.caller.startsWith(`${role}:`) ? claim : refuse("caller.not-allowed");
}
function knownKey(known, keyId) {
    const key = known.keys.get(keyId);
    if (!key)
        return null;
    const { owner, use } = key.change;
    const isProof = Object.entries(useOf).some(([role, proof]) => owner.startsWith(`${role}:`) && use === proof);
    return isProof ? { caller: owner, publicKey: key.publicKey, validFrom: key.from, validTo: key.to } : null;
}
//# sourceMappingURL=caller.js.map