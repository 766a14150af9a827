// `framme services add` and `set`: one service from options on the command line, and its public keys.
import { readFile } from "node:fs/promises";
import { Option } from "commander";
import { overlappingAreas, } from "../core/area.js";
import { refuse } from "../core/problem.js";
import { osloDate } from "../core/schedule.js";
import { keyIdOf } from "../core/signature.js";
import { readService } from "../wire/address-book.js";
import { certificateValidity } from "../wire/certificate.js";
import { overTheNetwork } from "../http/client.js";
import { fetchBook } from "../outbox/published.js";
import { fetchService, identityOf, putService } from "./hub.js";
import { dayMs } from "./keys-publish.js";
import { printResult, WrongUsage } from "./output.js";
import { checkOffered, needTwo, publicKeyIn, publishOffered, signersOf, } from "./services-sign.js";
import { hubUrl } from "./settings.js";
/** Adds the options that describe a service. */
export function withFields(command) {
    const collect = (value, before) => [...(before ?? []), value];
    return command
        .option("--name <name>", "its name")
        .option("--alias <name>", "another name people use; repeat for more", collect)
        .option("--organisation-number <n>", "nine digits")
        .option("--area <area>", "4601, or 4601:02 for a district; repeat for all of them", collect)
        .option("--from <date>", "from when new areas and a new case system count (default: today)")
        .option("--phone <number>", "daytime telephone")
        .option("--contact <contact>", '"role;name;email;phone"; repeat for all of them', collect)
        .addOption(new Option("--channel <channel>", "how reports reach it").choices(["receiver", "svarinn", "manual"]))
        .addOption(new Option("--protocol <version>", "newest KS protocol it takes").choices(["V1", "V2"]))
        .option("--case-system <system>", '"supplier;product;version"; the one before ends on the same date')
        .option("--no-connected", "the case system is not connected to the national portal")
        .addOption(new Option("--active <yes-or-no>", "whether reports can be sent to it").choices(["yes", "no"]))
        .option("--certificate <file>", "publish this certificate to seal reports to")
        .option("--receipt-key <file>", "publish this public key for its receipts, for two years");
}
/** Adds a service that is not there. */
export async function addService(id, options) {
    const hub = await hubUrl(options, process.env);
    const { services } = await fetchBook(overTheNetwork, hub);
    if (services.some((service) => service.id === id))
        throw new WrongUsage(`${id} is there already: use \`services set\`.`);
    if (!options.name || !options.area)
        throw new WrongUsage("A new service needs at least --name and one --area.");
    const blank = {
        id,
        name: options.name,
        aliases: [],
        organisationNumber: null,
        areas: [],
        phone: null,
        contacts: [],
        channel: "receiver",
        protocol: "V2",
        caseSystems: [],
        active: true,
    };
    await record(hub, blank, { encryption: null, receipt: null }, options, "added");
}
/** Changes what was named of a service. */
export async function setService(id, options) {
    const hub = await hubUrl(options, process.env);
    const { keys, ...service } = await fetchService(hub, id);
    const previous = { encryption: keys.encryption?.keyId ?? null, receipt: keys.receipt?.keyId ?? null };
    await record(hub, service, previous, options, "changed");
}
async function record(hub, before, previous, options, result) {
    const now = Date.now();
    const service = readService(changed(before, options, options.from ?? osloDate(now)));
    const other = overlappingAreas((await fetchBook(overTheNetwork, hub)).services, service);
    if (other !== null)
        refuse("service.bad-areas", `${service.id} and ${other}`);
    const keys = await offeredKeys(service.id, options, now);
    const people = await signersOf(options);
    const [first] = people;
    if (!first)
        refuse("config.bad", "say who makes the change: --as person:ID --key FILE");
    needTwo(people, keys);
    await putService(hub, service, await identityOf(first));
    for (const key of keys)
        await publishOffered(hub, key, previous[key.use], people);
    const published = keys.map(({ use, keyId }) => ({ use, keyId }));
    const lines = [
        `${service.id}: ${result}`,
        ...published.map(({ use, keyId }) => `${service.id}: ${use} key ${keyId} published`),
    ];
    printResult(Boolean(options.json), { id: service.id, result, keys: published }, lines.join("\n"));
}
function changed(before, options, from) {
    const { name, alias, organisationNumber, phone, channel, protocol, active } = options;
    return {
        ...before,
        ...(name === undefined ? {} : { name }),
        ...(alias === undefined ? {} : { aliases: alias.filter((one) => one !== "") }),
        ...(organisationNumber === undefined ? {} : { organisationNumber: organisationNumber || null }),
        ...(phone === undefined ? {} : { phone: phone || null }),
        ...(channel === undefined ? {} : { channel }),
        ...(protocol === undefined ? {} : { protocol }),
        ...(active === undefined ? {} : { active: active === "yes" }),
        ...(options.area === undefined ? {} : { areas: areasFrom(options.area, before.areas, from) }),
        ...(options.contact === undefined
            ? {}
            : { contacts: options.contact.filter((one) => one !== "").map(contactFrom) }),
        ...(options.caseSystem === undefined
            ? {}
            : { caseSystems: systemsFrom(options, before.caseSystems, from) }),
    };
}
/** Areas named again go on as they were; new ones count from the date, and those not named end on it. */
function areasFrom(wanted, before, from) {
    const places = wanted.map((text) => {
        const [, municipality, district] = /^(\d{4})(?::(\d{2}))?$/.exec(text) ?? [];
        if (!municipality)
            throw new WrongUsage(`--area ${text} must be like 4601 or 4601:02.`);
        return { municipality, district: district ?? null };
    });
    const isSame = (a, b) => a.municipality === b.municipality && a.district === b.district;
    const ended = before.flatMap((area) => {
        if (area.to !== null || places.some((place) => isSame(place, area)))
            return [area];
        return area.from < from ? [{ ...area, to: from }] : [];
    });
    const open = before.filter(({ to }) => to === null);
    const added = places.filter((place) => !open.some((area) => isSame(place, area)));
    return [...ended, ...added.map((place) => ({ ...place, from, to: null }))];
}
function contactFrom(text) {
    const parts = text.split(";").map((part) => part.trim());
    if (parts.length !== 4)
        throw new WrongUsage('--contact must be "role;name;email;phone"; leave out what there is none of.');
    const [role, name, email, phone] = parts;
    return { role, name, email, phone };
}
function systemsFrom(options, before, from) {
    const parts = (options.caseSystem ?? "").split(";").map((part) => part.trim());
    if (parts.length !== 3)
        throw new WrongUsage('--case-system must be "supplier;product;version".');
    const [supplier, product, version] = parts;
    const connectedToPortal = options.connected !== false;
    const ended = before.flatMap((one) => {
        if (one.to !== null)
            return [one];
        return one.from < from ? [{ ...one, to: from }] : [];
    });
    return [...ended, { supplier, product, version, from, to: null, connectedToPortal }];
}
async function offeredKeys(id, options, now) {
    const keys = [];
    if (options.certificate) {
        const pem = await readFile(options.certificate, "utf8");
        const { validFrom, validTo } = certificateValidity(pem);
        keys.push(offeredKey(id, "encryption", pem, options.certificate, validFrom, validTo));
    }
    if (options.receiptKey) {
        const pem = await readFile(options.receiptKey, "utf8");
        const validFrom = Math.floor(now / 60_000) * 60_000;
        keys.push(offeredKey(id, "receipt", pem, options.receiptKey, validFrom, validFrom + 730 * dayMs));
    }
    for (const key of keys)
        checkOffered(key, key.use === "encryption" ? options.certificate : options.receiptKey, now);
    return keys;
}
function offeredKey(id, use, pem, file, validFrom, validTo) {
    const publicKey = publicKeyIn({ pem, use }) ?? refuse("key.not-usable", file);
    return {
        owner: `service:${id}`,
        use,
        keyId: keyIdOf(publicKey),
        pem,
        validFrom: new Date(validFrom).toISOString(),
        validTo: new Date(validTo).toISOString(),
    };
}
//# sourceMappingURL=services-set.js.map