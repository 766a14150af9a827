// What the receiver asks of a case system: take a report, and give it back. Putting the same report twice must
// leave one; reading back must go the way a caseworker's reading goes, not through what was just written. Some
// can also say what has been opened, and be told how far a report has come.
/** As many openings as are asked for at once. */
export const openingsMax = 200;
//# sourceMappingURL=case-system.js.map