// What the portal remembers of a person between two requests, beside the draft: a login under way, and the one that
// was made, so that it can be ended at the provider too.
export const newSession = {
    v: 1,
    pending: null,
    language: "nb",
    idToken: null,
    reminded: null,
};
/** How long a session lasts without being used, and in all, in milliseconds. */
export const sessionAges = { idleMs: 24 * 3_600_000, mostMs: 14 * 24 * 3_600_000 };
//# sourceMappingURL=session.js.map