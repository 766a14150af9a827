// `framme services`: the address book at the hub, as a named person. Keys are shown with it, and come with an
// import, but take effect only on two people's word, as always.
import { writeFile } from "node:fs/promises";
import { writeAddressBook } from "../wire/address-book.js";
import { overTheNetwork } from "../http/client.js";
import { fetchBook } from "../outbox/published.js";
import { fetchService, newSvarInnPassword } from "./hub.js";
import { standingOf } from "./keys-list.js";
import { note, printResult } from "./output.js";
import { importServices } from "./services-import.js";
import { addService, setService, withFields } from "./services-set.js";
import { signer } from "./services-sign.js";
import { hubUrl } from "./settings.js";
/** Adds `services` and what is under it. */
export function addServices(program) {
    const services = program
        .command("services")
        .description("list, show, add, change, export and import child welfare services")
        .addHelpText("after", help);
    common(services.command("list")).description("every service, on a line each").action(list);
    common(services.command("show")).description("all about one service").argument("<id>").action(show);
    withFields(signed(services.command("add")))
        .description("add a service")
        .argument("<id>", "lower-case letters, digits and hyphens; never changes")
        .action(addService);
    withFields(signed(services.command("set")))
        .description("change a service; what is not named stays as it is")
        .argument("<id>")
        .action(setService);
    common(services.command("export"))
        .description("write the whole address book as JSON, to a file or standard output")
        .argument("[file]")
        .action(exportServices);
    signed(services.command("import"))
        .description("read an address book from a file; everything in it is checked before anything is changed")
        .argument("<file>")
        .option("--dry-run", "check, and say what would be changed")
        .action(importServices);
    signed(services.command("svarinn"))
        .description("make a new SvarInn password for a service; the old one stops working")
        .argument("<id>")
        .action(newPassword);
}
const help = `
Settings (environment): HUB_URL; PERSON_ID and PERSON_KEY_FILE of who changes something; without them a
demonstration's (--data-dir, or ./var). A new public key takes two people: give --as and --key twice.

Examples:
  framme services list
  framme services show alver
  framme services set alver --phone "56 37 50 00" --as person:kari --key kari.key.pem
  framme services add ny --name "Barnevernstjenesten Ny" --area 4631 --channel receiver --certificate ny.pem
  framme services export book.json && framme services import book.json --dry-run`;
function common(command) {
    return command
        .option("--data-dir <dir>", "use the demonstration in this folder")
        .option("--json", "print JSON, one object a line");
}
function signed(command) {
    const collect = (value, before) => [...before, value];
    return common(command)
        .option("--as <person>", "who changes it, such as person:kari; repeat for two", collect, [])
        .option("--key <file>", "that person's private key; as many as people", collect, []);
}
async function list(options) {
    const { services } = await fetchBook(overTheNetwork, await hubUrl(options, process.env));
    const widest = Math.max(0, ...services.map(({ id }) => id.length));
    for (const one of services)
        printResult(Boolean(options.json), one, line(one, widest));
}
function line(service, widest) {
    const system = service.caseSystems.find(({ to }) => to === null);
    const key = service.keys.encryption;
    const standing = key ? standingOf(key, Date.now()).state : "no key";
    const state = service.active ? "" : "  (not active)";
    return [
        service.id.padEnd(widest),
        service.channel.padEnd(8),
        service.protocol,
        placesOf(service),
        system ? `${system.product} ${system.version}` : "no case system",
        `key ${standing}${state}`,
    ].join("  ");
}
function placesOf({ areas }) {
    const open = areas.filter(({ to }) => to === null);
    return open
        .map(({ municipality, district }) => (district ? `${municipality}:${district}` : municipality))
        .join(",");
}
async function show(id, options) {
    const service = await fetchService(await hubUrl(options, process.env), id);
    printResult(Boolean(options.json), service, JSON.stringify(service, null, 2));
}
async function newPassword(id, options) {
    const hub = await hubUrl(options, process.env);
    const made = await newSvarInnPassword(hub, id, await signer(options));
    printResult(Boolean(options.json), made, `user: ${made.user}\npassword (not shown again): ${made.password}`);
}
async function exportServices(file, options) {
    const text = exported(await fetchBook(overTheNetwork, await hubUrl(options, process.env)));
    if (file === undefined) {
        process.stdout.write(text);
        return;
    }
    await writeFile(file, text);
    const { services } = JSON.parse(text);
    if (options.json)
        printResult(true, { file, services: services.length }, "");
    else
        note(`${services.length} services written to ${file}`);
}
/** The address book as a file: what `import` reads, with the services' public keys beside it. */
export function exported(book) {
    const plain = book.services.map(({ keys: _keys, ...service }) => service);
    const written = JSON.parse(writeAddressBook({ services: plain, emergencyServices: book.emergencyServices }));
    const published = new Map(book.services.map(({ id, keys }) => [id, keys]));
    const keys = written.services.flatMap(({ id }) => {
        const own = published.get(id);
        return [own?.encryption, own?.receipt].flatMap((key) => (key ? [withoutRecord(key)] : []));
    });
    return `${JSON.stringify({ ...written, keys }, null, 2)}\n`;
}
function withoutRecord({ owner, use, keyId, pem, validFrom, validTo, }) {
    return { owner, use, keyId, pem, validFrom, validTo };
}
//# sourceMappingURL=services.js.map