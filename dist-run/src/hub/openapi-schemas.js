// The forms that cross the hub's door, as JSON Schema for /openapi.json. What is signed is described in
// docs/protocol.md; this says the same for programs.
import { problems } from "../core/problem.js";
import { mayIssue, receiptKinds } from "../core/receipt.js";
/** A reference to a schema of this list. */
export const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
export const listOf = (items, more = {}) => ({ type: "array", items, ...more });
export const orNull = (schema) => ({ anyOf: [schema, { type: "null" }] });
export const text = (more = {}) => ({ type: "string", ...more });
const count = { type: "integer", minimum: 0 };
const matching = (pattern, description) => text({ pattern, ...(description ? { description } : {}) });
/** An object whose fields are all required but those named as optional, and that has no others. */
export function object(properties, optional = [], description) {
    const required = Object.keys(properties).filter((name) => !optional.includes(name));
    return {
        type: "object",
        properties,
        required,
        additionalProperties: false,
        ...(description ? { description } : {}),
    };
}
const uuid = matching("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
const sha256 = matching("^[0-9a-f]{64}$", "SHA-256 in hex");
const keyId = matching("^[0-9a-f]{32}$", "first 32 hex digits of SHA-256 over the public key (SPKI, DER)");
const time = matching("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$", "UTC with milliseconds");
const serviceId = matching("^[a-z0-9-]{1,60}$");
const signature = matching("^[\\w-]{86}$", "Ed25519, base64url");
const base64 = text({ contentEncoding: "base64" });
const date = text({ format: "date" });
const channel = text({ enum: ["receiver", "svarinn", "manual"] });
const sealedFacts = object({ size: count, hash: sha256, key: keyId });
const kind = text({ enum: receiptKinds });
const role = text({ enum: [...new Set(Object.values(mayIssue).flat())] });
const bytes32 = matching("^[\\w-]{43}$", "32 bytes in base64url");
const challengeSchema = object({
    id: uuid,
    n: { type: "integer", minimum: 0, maximum: 63 },
    nonce: bytes32,
    purpose: text({ enum: ["stored", "registered", "schedule", "demand", "restore", "again"] }),
}, [], "A revealed nonce of a report's 64. `id` is the report's. The answer is HMAC-SHA256(nonce, canonical content).");
const headerSchema = object({
    v: { enum: [1, 2] },
    id: uuid,
    service: serviceId,
    municipality: matching("^\\d{4}$"),
    district: matching("^\\d{2}$", "00 where there are none"),
    kind: text({ enum: ["private", "professional"] }),
    protocol: text({ enum: ["V1", "V2"] }),
    sealedAt: time,
    submitter: matching("^submitter:[a-z0-9-]{1,60}$"),
    sealed: sealedFacts,
    paper: sealedFacts,
    files: listOf(object({
        name: text({ enum: ["bekymringsmelding.json", "bekymringsmelding.pdf"] }),
        size: count,
        hash: sha256,
    }), { maxItems: 2 }),
    contentHash: sha256,
    pairsHash: { ...sha256, description: "of the 64 pairs, SHA-256 in hex; in version 2" },
    pairs: listOf(listOf(bytes32, { minItems: 2, maxItems: 2 }), {
        minItems: 64,
        maxItems: 64,
        description: "in a package of version 1; never in an offer",
    }),
    trackingHash: sha256,
    flags: listOf(text({ enum: ["schema-deviation", "downgraded-to-v1", "identity-number-unusual"] }), {
        maxItems: 3,
    }),
}, ["pairsHash", "pairs"], "All that the hub may know of a report. Another field is refused.");
const receiptSchema = object({
    v: { const: 1 },
    kind,
    reportId: uuid,
    service: serviceId,
    serial: count,
    at: time,
    by: object({ role, id: text() }),
    sealedHash: sha256,
    contentHash: sha256,
    reference: text({ maxLength: 200 }),
    reason: text({ description: "a code, on declined and returned" }),
    lasting: { type: "boolean" },
    storage: object({ systemId: text(), timeline: count, committedAt: text(), flushedTo: text() }),
    proof: object({ n: { type: "integer", minimum: 0, maximum: 63 }, mac: bytes32 }),
    restsOn: listOf(sha256, { maxItems: 200, description: "on erased: the receipts it rests on" }),
    software: text(),
    key: keyId,
    signature,
}, ["contentHash", "reference", "reason", "lasting", "storage", "proof", "restsOn", "software"], "One party's signed word for a durable fact.");
const serviceFields = {
    id: serviceId,
    name: text(),
    aliases: listOf(text()),
    organisationNumber: orNull(text()),
    areas: listOf(object({ municipality: text(), district: orNull(text()), from: date, to: orNull(date) })),
    phone: orNull(text()),
    contacts: listOf(object({ role: text(), name: text(), email: text(), phone: text() })),
    channel,
    protocol: text({ enum: ["V1", "V2"] }),
    caseSystems: listOf(object({
        supplier: text(),
        product: text(),
        version: text(),
        from: date,
        to: orNull(date),
        connectedToPortal: { type: "boolean" },
    })),
    active: { type: "boolean" },
};
const keyFields = {
    keyId,
    owner: text({ description: "hub, print, service:ID, submitter:ID or person:ID" }),
    use: text({ enum: ["encryption", "receipt", "submitter", "hub", "person"] }),
    pem: text({ description: "X.509 certificate for encryption, SPKI public key for the rest" }),
    validFrom: time,
    validTo: time,
};
const owed = object({
    from: text({ description: "a role, never a name" }),
    owed: kind,
    due: time,
    overdue: { type: "boolean" },
});
const followedFields = {
    reached: kind,
    receipts: listOf(object({ kind, at: time, by: role })),
    owes: orNull(owed),
};
export const schemas = {
    Problem: object({
        error: text({ enum: [...Object.keys(problems), "internal"] }),
        message: text({ description: "what to do" }),
    }),
    ReportHeader: headerSchema,
    Package: object({
        header: ref("ReportHeader"),
        signature: object({ key: keyId, value: signature }),
        pairs: { ...base64, description: "4096 bytes: nonce and HMAC of each of 64 pairs; not in version 1" },
        sealed: base64,
        paper: base64,
    }, ["pairs"]),
    Challenge: challengeSchema,
    Receipt: receiptSchema,
    Offer: object({
        header: ref("ReportHeader"),
        signature: object({ key: keyId, value: signature }),
        serial: count,
        accepted: ref("Receipt"),
        sealed: base64,
        challenge: orNull(ref("Challenge")),
    }),
    Witnessed: object({
        hash: orNull(sha256),
        outcome: text({ enum: ["recorded", "already", "refused"] }),
        challenge: orNull(ref("Challenge")),
        error: text(),
        message: text(),
    }, ["challenge", "error", "message"]),
    Followed: object(followedFields),
    FollowedReports: object({ ...followedFields, deliveries: listOf(ref("Followed")) }),
    Service: object(serviceFields),
    PublishedService: object({
        ...serviceFields,
        keys: object({ encryption: orNull(ref("PublishedKey")), receipt: orNull(ref("PublishedKey")) }),
    }),
    EmergencyService: object({
        id: serviceId,
        name: text(),
        phone: text(),
        municipalities: listOf(text()),
        hours: text({ enum: ["always", "outside-office-hours"] }),
    }),
    PublishedKey: object({ ...keyFields, recordedAt: time }),
    KeyChange: object({ v: { const: 1 }, ...keyFields, previous: orNull(keyId), at: time }),
    Countersignature: object({
        by: text({ description: "previous, or person:ID" }),
        value: text({ description: "base64url" }),
    }),
    Forsendelse: {
        type: "object",
        description: "As KS documents SvarInn V1.",
        required: ["downloadUrl", "filmetadata", "id", "mottaker", "niva", "status", "tittel"],
    },
};
//# sourceMappingURL=openapi-schemas.js.map