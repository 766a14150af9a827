// What every step of the receiver is handed: two pools, the clock, and the services it works for.
// `readBack` is its own pool, so that what is read back never comes over the connection that wrote it.
export {};
//# sourceMappingURL=room.js.map