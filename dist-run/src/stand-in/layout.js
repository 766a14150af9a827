// Where a demonstration keeps what: one folder for the national side, one for the municipal side, as the two
// would be on two machines in life. The folders that hold keys and passwords are closed to others; those above
// a cluster may be passed, because its server may run as another user.
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { refuseSetting } from "../config.js";
/** The paths of a demonstration, all absolute. */
export function layoutOf(dataDir) {
    const data = resolve(dataDir);
    const national = `${data}/national`;
    const municipal = `${data}/municipal`;
    return {
        data,
        demoFile: `${data}/demo.json`,
        lockFile: `${data}/lock.json`,
        log: (name) => `${data}/log/${name}.log`,
        national: { folder: national, secret: `${national}/secret` },
        municipal: { folder: municipal, secret: `${municipal}/secret` },
        hub: {
            key: `${national}/hub/key.pem`,
            publicKey: `${national}/hub/public.pem`,
            people: `${national}/people/people.json`,
        },
        person: (name) => ({
            key: `${national}/people/${name}.pem`,
            publicKey: `${national}/people/${name}.public.pem`,
        }),
        print: { key: `${national}/print/key.pem`, certificate: `${national}/print/certificate.pem` },
        sender: { key: `${national}/sender/key.pem`, secret: `${national}/sender/secret` },
        receiver: (id) => `${municipal}/${id}`,
        identity: { key: `${national}/identity/key.pem`, config: `${national}/identity/identity.json` },
        portal: {
            submitterKey: `${national}/portal/submitter.key.pem`,
            senderSecret: `${national}/portal/sender.secret`,
            oidcKey: `${national}/portal/oidc.key.pem`,
            oidcPublicKey: `${national}/portal/oidc.public.pem`,
        },
        inbox: {
            oidcKey: `${municipal}/inbox/oidc.key.pem`,
            oidcPublicKey: `${municipal}/inbox/oidc.public.pem`,
        },
        inboxConfig: `${municipal}/inbox/inbox.json`,
        service: (receiver, id) => {
            const folder = `${municipal}/${receiver}/${id}`;
            return {
                folder,
                key: `${folder}/encryption.key.pem`,
                certificate: `${folder}/encryption.certificate.pem`,
                receiptKey: `${folder}/receipt.key.pem`,
                receiptPublicKey: `${folder}/receipt.public.pem`,
                svarinn: `${folder}/svarinn.json`,
                reports: `${folder}/reports`,
            };
        },
    };
}
/** Makes the folders of the demonstration itself; those of keys are made with the keys. */
export function makeFolders(layout) {
    try {
        for (const folder of [layout.data, layout.national.folder, layout.municipal.folder])
            makeFolder(folder, 0o711);
        for (const folder of [layout.national.secret, layout.municipal.secret, `${layout.data}/log`])
            makeFolder(folder, 0o700);
        accessSync(layout.data, constants.W_OK | constants.X_OK);
    }
    catch (error) {
        const { code } = error;
        refuseSetting("--data-dir", `${layout.data} cannot be written (${code}): choose another folder, or make this one yours`);
    }
}
/** Not with `recursive`: on a file system that takes no folders, such as /proc, that one never returns. */
function makeFolder(folder, mode) {
    if (existsSync(folder)) {
        readdirSync(folder);
        return;
    }
    if (!existsSync(dirname(folder)))
        makeFolder(dirname(folder), 0o755);
    mkdirSync(folder, { mode });
}
//# sourceMappingURL=layout.js.map