// `framme services import`: a whole address book from a file. Form, places, overlaps and keys are all checked
// first, against each other and against what the hub has; then it goes one unit at a time, and can be run again.
import { readFile } from "node:fs/promises";
import { overlappingAreas } from "../core/area.js";
import { canonicalText } from "../core/canonical.js";
import { Problem, refuse } from "../core/problem.js";
import { readAddressBook } from "../wire/address-book.js";
import { overTheNetwork } from "../http/client.js";
import { fetchBook } from "../outbox/published.js";
import { identityOf, putEmergencyService, putService } from "./hub.js";
import { placeOf } from "./json-place.js";
import { printResult } from "./output.js";
import { checkOffered, needTwo, publishOffered, signersOf, } from "./services-sign.js";
import { hubUrl } from "./settings.js";
/** Checks the file, says what will change, and changes it. */
export async function importServices(file, options) {
    const hub = await hubUrl(options, process.env);
    const text = await readFile(file, "utf8");
    const plan = planOf(text, file, await fetchBook(overTheNetwork, hub), Date.now());
    const people = await signersOf(options);
    needTwo(people, plan.keys);
    const [first] = people;
    const isNothing = [...plan.services, ...plan.emergencyServices].every(({ isChanged }) => !isChanged);
    if (!options.dryRun && !(isNothing && plan.keys.length === 0)) {
        const who = await identityOf(first ?? refuse("config.bad", "say who imports: --as person:ID --key FILE"));
        const progress = progressOver(plan);
        await putAll(hub, plan, who, progress);
        for (const key of plan.keys) {
            await publishOffered(hub, offered(key), key.previous, people);
            progress();
        }
        if (process.stderr.isTTY)
            process.stderr.write("\r\x1b[K");
    }
    tell(plan, Boolean(options.json), options.dryRun ? "would be " : "");
}
/** What the file asks for. Refuses with the line of the first thing that is wrong in it. */
export function planOf(text, file, book, now) {
    const { keys, ...rest } = parsed(text, file);
    const { services, emergencyServices } = placed(text, file, () => readAddressBook(Buffer.from(JSON.stringify(rest))));
    const there = new Map(book.services.map(({ keys: _keys, ...service }) => [service.id, service]));
    const all = [...new Map([...there, ...services.map((service) => [service.id, service])]).values()];
    services.forEach((service, index) => {
        const other = overlappingAreas(all, service);
        const at = placeOf(text, `services[${index}].areas`) ?? "services";
        if (other !== null)
            refuse("service.bad-areas", `${file}: ${at}: ${service.id} and ${other}`);
    });
    const duty = new Map(book.emergencyServices.map((unit) => [unit.id, unit]));
    return {
        services: services.map((service) => {
            const before = there.get(service.id) ?? null;
            return { id: service.id, service, before, ...standing(service, before) };
        }),
        emergencyServices: emergencyServices.map((unit) => ({
            id: unit.id,
            unit,
            ...standing(unit, duty.get(unit.id) ?? null),
        })),
        keys: newKeys(keys, text, file, book, new Set(all.map(({ id }) => id)), now),
    };
}
function standing(wanted, before) {
    return {
        isNew: before === null,
        isChanged: before === null || canonicalText(wanted) !== canonicalText(before),
    };
}
function parsed(text, file) {
    try {
        const value = JSON.parse(text);
        if (typeof value === "object" && value !== null && !Array.isArray(value))
            return value;
    }
    catch (error) {
        // The parser quotes what it read; only the place is passed on.
        const place = /line \d+ column \d+/.exec(error.message)?.[0] ?? "the end";
        refuse("request.not-json", `${file}: ${place}`);
    }
    return refuse("request.bad-shape", `${file}: it must be one JSON object, as \`services export\` writes it`);
}
/** Adds the line to a refusal that names a field. */
function placed(text, file, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof Problem) || error.detail === undefined)
            throw error;
        const path = error.detail.replace(/^unknown field in /, "").replace(/^body$/, "");
        const place = placeOf(text, path) ?? placeOf(text, path.replace(/\.[^.]*$/, ""));
        throw new Problem(error.code, `${file}: ${place ? `${place}: ` : ""}${error.detail}`);
    }
}
/** The keys in the file that are not the published ones, checked. */
function newKeys(value, text, file, book, ids, now) {
    if (value === undefined)
        return [];
    if (!Array.isArray(value))
        return refuse("request.bad-shape", `${file}: ${placeOf(text, "keys")}: keys`);
    return value.flatMap((item, index) => {
        const place = `${file}: ${placeOf(text, `keys[${index}]`)}: keys[${index}]`;
        const key = keyFrom(item, place);
        const id = key.owner.slice("service:".length);
        if (!ids.has(id))
            refuse("service.unknown", place);
        const current = book.services.find((service) => service.id === id)?.keys[key.use];
        if (current?.keyId === key.keyId)
            return [];
        checkOffered(key, place, now);
        return [{ ...key, previous: current?.keyId ?? null }];
    });
}
function keyFrom(value, place) {
    const key = (value ?? {});
    const names = ["owner", "use", "keyId", "pem", "validFrom", "validTo"];
    const wrong = names.find((name) => typeof key[name] !== "string");
    if (wrong)
        refuse("request.bad-shape", `${place}.${wrong}`);
    if (!/^service:[a-z0-9-]+$/.test(key.owner))
        refuse("request.bad-shape", `${place}.owner`);
    if (key.use !== "encryption" && key.use !== "receipt")
        refuse("request.bad-shape", `${place}.use`);
    return offered(key);
}
/** A key with the fields that are signed, and no others. */
function offered({ owner, use, keyId, pem, validFrom, validTo }) {
    return { owner, use, keyId, pem, validFrom, validTo };
}
/**
 * Puts the units. A place that passes from one service to another must be given up before it is taken, or the
 * hub would see both cover it: so a service first lets go of what it no longer has.
 */
async function putAll(hub, plan, who, progress) {
    const changed = plan.services.filter(({ isChanged }) => isChanged);
    for (const { service, before } of changed) {
        const kept = before?.areas.filter((area) => service.areas.some((one) => canonicalText(one) === canonicalText(area)));
        if (before && kept && kept.length < before.areas.length && isWanted(before, kept, changed))
            await putService(hub, { ...before, areas: kept }, who);
    }
    for (const { service } of changed) {
        await putService(hub, service, who);
        progress();
    }
    for (const { unit, isChanged } of plan.emergencyServices) {
        if (!isChanged)
            continue;
        await putEmergencyService(hub, unit, who);
        progress();
    }
}
/** Whether another service in the file takes over something this one gives up. */
function isWanted(before, kept, changed) {
    const givenUp = { ...before, areas: before.areas.filter((area) => !kept.includes(area)) };
    const others = changed.map(({ service }) => service).filter(({ id }) => id !== before.id);
    return overlappingAreas(others, givenUp) !== null;
}
function progressOver(plan) {
    const units = [...plan.services, ...plan.emergencyServices].filter(({ isChanged }) => isChanged);
    const of = units.length + plan.keys.length;
    let done = 0;
    return () => {
        done += 1;
        if (process.stderr.isTTY)
            process.stderr.write(`\r\x1b[K${done} of ${of}`);
    };
}
function tell(plan, json, would) {
    const units = [...plan.services, ...plan.emergencyServices];
    for (const { id, isNew, isChanged } of units) {
        const result = isNew ? "added" : isChanged ? "changed" : "unchanged";
        if (json || result !== "unchanged")
            printResult(json, { id, result }, `${id}: ${would}${result}`);
    }
    for (const { owner, use, keyId } of plan.keys)
        printResult(json, { owner, use, keyId, result: "published" }, `${owner}: ${use} key ${keyId} ${would}published`);
    const same = units.filter(({ isChanged }) => !isChanged).length;
    if (!json)
        printResult(false, null, `${same} of ${units.length} unchanged`);
}
//# sourceMappingURL=services-import.js.map