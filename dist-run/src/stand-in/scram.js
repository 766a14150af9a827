// What PostgreSQL keeps of a password (RFC 5802, SCRAM-SHA-256). Made here, so that a server that logs the
// statements it gets never sees a password.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
const iterations = 4096;
/** The verifier to store for an ASCII password, in the form `alter role … password` takes. */
export function scramVerifier(password) {
    const salt = randomBytes(16);
    const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
    const keyed = (label) => createHmac("sha256", salted).update(label).digest();
    const storedKey = createHash("sha256").update(keyed("Client Key")).digest("base64");
    const serverKey = keyed("Server Key").toString("base64");
    return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
//# sourceMappingURL=scram.js.map