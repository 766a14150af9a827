// The log's addresses, as described in /openapi.json. Their form is C2SP's: tlog-checkpoint and tlog-tiles.

import { answer, operation, pathParameter } from "./openapi-operation.ts";
import { listOf, object, ref, text } from "./openapi-schemas.ts";

const note = (description: string) => ({ description, content: { "text/plain": { schema: text() } } });

export const logPaths = {
  "/log/checkpoint": {
    get: operation(
      "The ledger's newest head (C2SP tlog-checkpoint), with the witnesses' signatures that it has",
      "none",
      { 200: note("A signed note") },
      ["ledger.not-there"],
    ),
  },
  "/log/checkpoint/cosigned": {
    get: operation("The newest head that a witness has signed", "none", { 200: note("A signed note") }, [
      "ledger.not-there",
    ]),
  },
  "/log/key": {
    get: operation(
      "The key that heads are signed with now (C2SP vkey). Get it by another way than the hub before you trust it",
      "none",
      { 200: note("One line") },
      [],
    ),
  },
  "/log/tile/{tile}": {
    get: operation(
      "A tile of hashes, `LEVEL/N` or `LEVEL/N.p/WIDTH`, or of entries, `entries/N` (C2SP tlog-tiles; N in groups of three digits)",
      "none",
      {
        200: {
          description: "32 bytes for each hash; for entries two bytes of length and 32 of leaf data",
          content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
        },
      },
      ["ledger.not-there", "ledger.broken"],
      { parameters: [pathParameter("tile")] },
    ),
  },
  "/log/proof/{hash}": {
    get: operation(
      "A receipt by its hash, with the proof that it is in the ledger",
      "none",
      { 200: answer("Receipt and proof", object({ receipt: ref("Receipt"), proof: ref("InclusionProof") })) },
      ["ledger.not-there", "ledger.broken"],
      { parameters: [pathParameter("hash")] },
    ),
  },
};

export const logSchemas = {
  InclusionProof: object({
    v: { const: 1 },
    salt: text({ contentEncoding: "base64", description: "32 bytes" }),
    place: { type: "integer", minimum: 0 },
    size: { type: "integer", minimum: 1 },
    path: listOf(text({ contentEncoding: "base64", description: "32 bytes" })),
    checkpoint: text({
      description: "the head of that size as a signed note, with the witnesses' signatures",
    }),
  }),
};
