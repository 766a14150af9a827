// The shape of what the form says, the same in each language: a page's question, the guidance before it, and the
// words of its fields. A field that lacks its words does not compile where the pages name it, and a test opens each.
export {};
//# sourceMappingURL=words-shape.js.map