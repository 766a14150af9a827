// Everything that can be refused, in one closed list. A code is an expected no; its sentence says what to
// do, and never carries data from a report. What is not here is a bug, and goes to the edge as one.
export const problems = {
    // What was sent
    "request.not-json": "The body is not valid JSON. Send one JSON object, encoded as UTF-8.",
    "request.bad-shape": "The body lacks a field or has one of the wrong type. See /openapi.json for the shape.",
    "request.too-large": "The body is larger than this server takes. Send less, or ask for a higher limit.",
    "request.wrong-type": "The content type is not one this address takes. Send application/json.",
    "request.unknown-path": "There is nothing at this address. See /openapi.json for what there is.",
    "rate.exceeded": "Too many requests. Wait for the number of seconds in Retry-After and try again.",
    // Who asks
    "caller.not-proven": "The caller has not proved who it is. Send a signed assertion that is less than a minute old.",
    "caller.key-unknown": "The key that signed this is not known here. Publish it with `framme keys new` first.",
    "caller.key-expired": "The key that signed this is not valid now. Rotate it with `framme keys rotate`.",
    "caller.not-allowed": "This caller may not do this.",
    "caller.wrong-password": "Wrong user name or password.",
    // People
    "login.not-reached": "The identity provider did not answer. Try again in a little while.",
    "session.over": "The session is over. Begin again.",
    // Where to
    "municipality.unknown": "No municipality has this number. Use the four-digit number of 2024, such as 4601.",
    "district.unknown": "This municipality has no district with this number.",
    "district.needed": "This municipality has several services. Give the district (bydelsnummer).",
    "service.unknown": "No child welfare service has this id. List them with `framme services list`.",
    "service.not-on-network": "No service for this place can be reached here. Call the service of the municipality, or 116 111; in an emergency 112.",
    "service.bad-areas": "Another service already covers one of these places at the same time.",
    // The report
    "report.not-ks-json": "This is not a report in the KS protocol. It must be a JSON object of `offentlig` or `privat` form.",
    "report.too-large": "The report is larger than the limit. Shorten it, or ask the operator to raise REPORT_MAX_BYTES.",
    "report.unknown": "No report with this id is known here.",
    "report.id-reused": "This id was used before for other bytes. A changed report needs a new id.",
    "report.wrong-hash": "The sealed bytes do not have the hash that the header states. Send the package again unchanged.",
    "report.bad-header": "The header has a field that is not in the closed list, or one of the wrong form. See docs/protocol.md.",
    "report.not-sealed": "The content is not a CMS envelope. Seal it to the service's key before sending.",
    "report.cannot-open": "None of the private keys here opens this report. It is kept; add the key it was sealed to.",
    "report.corrupt": "What was sealed is not a container of exactly the two files. It is kept as it came; ask the sender.",
    "report.not-in-case-system": "The case system does not give the report back. It is kept and will be put there again.",
    "report.changed-in-case-system": "The case system gives back other bytes than were put there. The report is kept.",
    "report.changed-on-disk": "The database gives back other bytes than were stored. The report is asked for again; look at the disk.",
    // Keys
    "key.unknown": "No such key is known here.",
    "key.expired": "The key is not valid now.",
    "key.not-countersigned": "A change of key must be countersigned by the previous key, or by two named people.",
    "key.not-usable": "This is not a key or certificate of the kind asked for.",
    "key.used-before": "This key has been published before. A new key must be new.",
    // Receipts
    "receipt.bad-form": "This is not a receipt of a known version and kind.",
    "receipt.bad-signature": "The receipt's signature does not fit its content and key.",
    "receipt.wrong-issuer": "The party that signed this receipt may not issue this kind.",
    "receipt.wrong-service": "The receipt is for another service's report. It has been refused and noted.",
    "receipt.wrong-content": "The receipt vouches for other bytes than those that were accepted.",
    "receipt.wrong-serial": "The receipt names another serial number than the report has.",
    "receipt.conflict": "Another receipt of this kind says otherwise about the same report.",
    // Storage proofs
    "proof.missing": "The receipt does not answer the storage challenge. Answer the one the hub has asked.",
    "proof.wrong": "The answer to the storage challenge is wrong: it is not over this report's exact bytes.",
    "proof.not-asked": "The proof is for a pair that was not asked for here.",
    "proof.used-before": "This storage challenge has been answered in another receipt of this kind.",
    "proof.awaited": "The hub has not asked its storage question about this report yet. The report is kept, and its receipt waits.",
    // Following
    "tracking-code.unknown": "This code is not known here. Check each character and try again.",
    // The ground a room stands on
    "database.not-durable": "The database can lose what it says it has stored. Set fsync, full_page_writes and synchronous_commit on.",
    "database.in-recovery": "The database is in recovery and cannot be written. Point to the primary server.",
    "database.not-flushed": "The database has not flushed this commit to disk yet.",
    "database.too-old": "The database server is too old. Use PostgreSQL 15 or newer.",
    "database.not-migrated": "The database has not been prepared for this version. Run `framme migrate` first.",
    "database.not-reached": "The database did not answer, or did not let us in. Check DATABASE_URL, and that PostgreSQL runs.",
    "database.not-empty": "The database already holds something. Restore only into an empty one.",
    "config.bad": "A setting is missing or wrong.",
    "case-system.refused": "The case system did not take the report. It is kept and will be put there again.",
    "case-system.not-reached": "The case system did not answer. The report is kept and will be put there again.",
    "hub.refused": "The hub did not take what was sent. It is kept and will be sent again.",
    "hub.not-reached": "The hub did not answer. What was to be sent is kept and will be sent again.",
    "svarinn.refused": "The SvarInn server did not take what was asked. It will be asked again.",
    "svarinn.not-reached": "The SvarInn server did not answer. It will be asked again.",
    "backup.bad": "The backup is not complete, or has been changed. Take another one.",
};
/** An expected no. `detail` may hold ids, times and names of settings, never anything out of a report. */
export class Problem extends Error {
    code;
    detail;
    constructor(code, detail) {
        super(detail ? `${problems[code]} (${detail})` : problems[code]);
        this.name = "Problem";
        this.code = code;
        this.detail = detail;
    }
}
/** Refuses by throwing, so that the transaction it happens in is undone by itself. */
export function refuse(code, detail) {
    throw new Problem(code, detail);
}
/** Fails on a mistake of ours. It is not caught before the edge. */
export function assert(condition, shouldBe) {
    if (!condition)
        throw new Error(`should be so: ${shouldBe}`);
}
//# sourceMappingURL=problem.js.map