// A sealed report as it came, whatever it came from, and as it is held. The envelope is all that came with the
// bytes; it says what they should be, and the receiver believes only what it has hashed itself.
/** Whether the hub can be shown that the report is stored. Of a package of the first form, or from SvarInn, it cannot. */
export function canBeShown({ envelope }) {
    return envelope.source === "hub" && envelope.header.v === 2;
}
//# sourceMappingURL=sealed-report.js.map