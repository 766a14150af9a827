// Reads a storage challenge that the hub has put beside an offer or an answer. One that cannot be read is none: the
// report is held all the same, and the question comes again.
const purposes = ["stored", "registered", "again"];
/** The challenge about this report, or null where there is none of the known form. */
export function readChallenge(value, report) {
    const { id, n, nonce, purpose } = (value ?? {});
    const isPair = Number.isInteger(n) && n >= 0 && n < 64;
    const isNonce = typeof nonce === "string" && /^[\w-]{43}$/.test(nonce);
    if (id !== report || !isPair || !isNonce || !purposes.includes(purpose))
        return null;
    return value;
}
//# sourceMappingURL=read-challenge.js.map