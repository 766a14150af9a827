// What somebody has answered so far, while they write. A draft is not custody: it is readable in its own session only,
// and is erased when the receipt is there, or after 24 hours without a touch.
export {};
//# sourceMappingURL=draft.js.map