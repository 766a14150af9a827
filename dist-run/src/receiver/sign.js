// The receiver's own receipts. Each is made from what was seen: `stored` from bytes read back, `registered`
// and `claimed` from what the case system answered, `declined` from what failed, `opened` from what was opened.
import { signReceipt } from "../core/receipt.js";
/**
 * The municipality has the report on disk: hashed after it was read back, flushed past its commit. `proof` answers the
 * hub's question from the content of what was read back; null where nothing could be asked.
 */
export function storedReceipt(room, service, held, proof) {
    const subject = { ...held.report, sealedHash: held.hashReadBack };
    const answered = proof ? { proof } : {};
    return signed(room, service, subject, { kind: "stored", storage: held.storage, ...answered });
}
/** The case system has it and gave the same bytes back; or has it and cannot, which is the weaker `claimed`. */
export function foundReceipt(room, service, found) {
    const { contentHash, reference, report, proof } = found;
    const answered = proof ? { proof } : {};
    if (found.isProven)
        return signed(room, service, report, { kind: "registered", contentHash, reference, ...answered });
    return signed(room, service, report, { kind: "claimed", contentHash });
}
/**
 * Not stored, or not in the case system, yet. Only of a report that is held here can it be said that trying again
 * does not help: bytes spoilt on the road may come whole the next time, and a lasting no ends the offering.
 */
export function declinedReceipt(room, service, subject, reason, isHeld) {
    const lasting = isHeld && (reason === "cannot-open" || reason === "corrupt");
    return signed(room, service, subject, { kind: "declined", reason, lasting });
}
/**
 * A caseworker has opened it: at the time the case system states, but neither before it was there nor later than
 * now. Said for the caseworker, who has no key, with the service's.
 */
export function openedReceipt(room, service, { found, at }) {
    const { reportId: id, serial, sealedHash } = found;
    const time = Math.max(Date.parse(found.at), Math.min(at.getTime(), room.clock()));
    const subject = { id, service: found.service, serial, sealedHash };
    const fact = { kind: "opened", at: new Date(time).toISOString() };
    return signed(room, service, subject, fact, "caseworker");
}
function signed(room, service, subject, fact, role = "receiver") {
    const body = {
        v: 1,
        at: new Date(room.clock()).toISOString(),
        ...fact,
        reportId: subject.id,
        service: subject.service,
        serial: subject.serial,
        by: { role, id: service.id },
        sealedHash: subject.sealedHash,
        software: room.software,
    };
    return signReceipt(body, service.receiptKey.keyId, service.receiptKey.privateKey);
}
//# sourceMappingURL=sign.js.map