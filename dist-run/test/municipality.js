// A municipality's own rooms: a receiver and an inbox as processes, with the configuration files that say whose
// reports they take and where these go.
import { writeFileSync } from "node:fs";
import { freePort } from "./database.js";
import { roomProcess } from "./rooms.js";
/** A receiver for these services, not started yet. `hub` is who is asked, and the key that is pinned for it. */
export async function receiverRoom(folder, databaseUrl, services, hub) {
    const config = `${folder}/receiver.json`;
    const served = services.map(({ id, keys, source, caseSystem }) => ({
        id,
        name: id,
        encryption: [{ privateKeyFile: keys.encryptionKeyFile, certificateFile: keys.certificateFile }],
        receiptKeyFile: keys.receiptKeyFile,
        source,
        caseSystem,
    }));
    writeFileSync(config, JSON.stringify({ id: "receiver", ...(hub ? { hub } : {}), services: served }));
    const env = { RECEIVER_CONFIG: config, DATABASE_URL: databaseUrl };
    return roomProcess("receiver", "receiver", await freePort(), env, `${folder}/receiver.log`);
}
/** An inbox for these services, not started yet. */
export async function inboxRoom(folder, databaseUrl, services) {
    const config = `${folder}/inbox.json`;
    const known = services.map(({ id, keys }) => ({
        id,
        name: id,
        receiptPublicKeyFile: keys.receiptPublicKeyFile,
    }));
    writeFileSync(config, JSON.stringify({ id: "inbox", services: known }));
    const env = { INBOX_CONFIG: config, DATABASE_URL: databaseUrl };
    return roomProcess("inbox", "inbox", await freePort(), env, `${folder}/inbox.log`);
}
//# sourceMappingURL=municipality.js.map