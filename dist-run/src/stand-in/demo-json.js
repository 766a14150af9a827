// var/demo.json: where people and programs find their way in a running demonstration. It holds passwords and the
// paths of private keys, so it is its owner's only (0600). What later rooms bring is added when they are there.
import { demoPeople, demoSubmitters, personFiles, serviceFiles } from "./demo-keys.js";
import { demoServices } from "./demo-places.js";
import { demoUsers } from "./identity-users.js";
import { originOf } from "./room-settings.js";
import { writeSecret } from "./secret-file.js";
/** Writes demo.json, whole or not at all. */
export function writeDemoFile(layout, ports, databases, logins) {
    const hub = originOf(ports.hub);
    const [sender] = demoSubmitters(layout);
    const demo = {
        start: originOf(ports.start),
        portal: originOf(ports.portal),
        hub,
        inbox: originOf(ports.inbox),
        identity: originOf(ports.identity),
        postbox: originOf(ports.postbox),
        users: demoUsers.map(({ username, password, role, actsFor }) => ({
            username,
            password,
            role,
            service: actsFor?.service ?? null,
        })),
        services: servicesIn(layout, hub, logins),
        databases,
        sender: {
            hub,
            hubPublicKeyFile: layout.hub.publicKey,
            submitter: sender.id,
            keyFile: sender.key,
            secretFile: sender.secret,
            databaseUrl: databases.outbox,
        },
        people: demoPeople.map(({ id }) => ({ id, keyFile: personFiles(layout, id).key })),
    };
    writeSecret(layout.demoFile, JSON.stringify(demo, null, 2));
}
function servicesIn(layout, hub, logins) {
    return demoServices.map((one) => {
        const { id, name, channel, areas, caseSystems } = one.service;
        const now = caseSystems.at(-1);
        const files = serviceFiles(layout, one);
        const login = logins.get(id);
        const address = {
            baseUrl: `${hub}/tjenester`,
            privateKeyFile: files.key,
            certificateFile: files.certificate,
        };
        return {
            id,
            name,
            supplier: now.product,
            version: now.version,
            municipalities: [...new Set(areas.map((area) => area.municipality))],
            districts: areas.flatMap((area) => area.district ?? []),
            channel,
            ...(one.receiver === null ? {} : { receiver: one.receiver }),
            ...(one.caseSystem === null ? {} : { caseSystem: one.caseSystem }),
            ...(login === undefined ? {} : { svarinn: { ...login, ...address } }),
        };
    });
}
//# sourceMappingURL=demo-json.js.map