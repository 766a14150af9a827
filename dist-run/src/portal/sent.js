// What a session remembers of what was sent from it. Ids, and whom to call; nothing of what was written.
export {};
//# sourceMappingURL=sent.js.map