// The services of the demonstration. Places, districts and organisation numbers are real; which system a service
// runs, its version, its contacts and its telephone are made up, so that every supplier, channel and kind of
// case system is in use. All telephone numbers but the national 116 111 are of the form 00 00 00 00.
import { districtsOf, municipalityOf, } from "../core/area.js";
const products = {
    familia: { supplier: "Visma", product: "Visma Familia", version: "2026.2" },
    flyt: { supplier: "Visma", product: "Visma Flyt Barnevern", version: "8.4" },
    dips: { supplier: "DIPS", product: "DIPS Barnevern", version: "5.1" },
    modulus: { supplier: "Netcompany", product: "Modulus Barn", version: "3.7" },
};
const start = "2020-01-01";
function runs(product, from = "2020-09-01", to = null) {
    return { ...products[product], from, to, connectedToPortal: true };
}
/** Familia first, as in 2023, then another: which one a report met depends on its date. */
function changedTo(product, on) {
    return [{ ...runs("familia", "2020-09-01", on), version: "2023.1" }, runs(product, on)];
}
function service(wish) {
    const mail = `leder@${wish.id}.example`;
    return {
        aliases: [],
        channel: "receiver",
        protocol: "V2",
        ...wish,
        organisationNumber: municipalityOf(wish.areas[0].municipality).organisationNumber,
        phone: "00 00 00 00",
        contacts: [{ role: "Leder", name: "Demo Leder", email: mail, phone: "00 00 00 00" }],
        active: true,
    };
}
function area(municipality, district = null) {
    return { municipality, district, from: start, to: null };
}
const bergen = [
    {
        id: "bergenhus-arstad",
        name: "Bergenhus-Årstad",
        alias: "Bergenhus/Årstad",
        of: ["02", "07"],
        runs: changedTo("modulus", "2024-02-01"),
    },
    {
        id: "fana-ytrebygda",
        name: "Fana-Ytrebygda",
        alias: "Fana/Ytrebygda",
        of: ["03", "06"],
        runs: [runs("familia")],
    },
    {
        id: "fyllingsdalen-laksevag",
        name: "Fyllingsdalen-Laksevåg",
        alias: "Fyllingsdalen/Laksevåg",
        of: ["04", "05"],
        runs: [runs("familia")],
    },
    { id: "arna-asane", name: "Arna-Åsane", alias: "Arna og Åsane", of: ["01", "08"], runs: [runs("familia")] },
].map((one) => ({
    service: service({
        id: `bergen-${one.id}`,
        name: `Barnevernstjenesten ${one.name}`,
        aliases: [one.alias],
        areas: one.of.map((district) => area("4601", district)),
        caseSystems: one.runs,
    }),
    receiver: "bergen",
    caseSystem: "inbox",
}));
/** A choice of this demo: Sentrum and Marka have no service of their own, and go to a neighbour. */
const neighbour = { "16": "04", "17": "08" };
const oslo = districtsOf("0301")
    .filter(({ number }) => !(number in neighbour))
    .map(({ number, name }) => ({
    service: service({
        id: `oslo-${plain(name)}`,
        name: `Barnevernstjenesten i bydel ${name}`,
        aliases: [`Bydel ${name}`],
        areas: [number, ...Object.keys(neighbour).filter((other) => neighbour[other] === number)].map((district) => area("0301", district)),
        caseSystems: [runs("modulus", "2021-05-01")],
    }),
    receiver: "oslo",
    caseSystem: "inbox",
}));
const vestland = "vestland";
const byOthers = { receiver: null, caseSystem: null };
const small = [
    { number: "4630", receiver: vestland, caseSystem: "folder", runs: "dips" },
    { number: "4628", receiver: vestland, caseSystem: "folder", runs: "flyt" },
    { number: "4634", receiver: vestland, caseSystem: "folder", runs: "dips", protocol: "V1" },
    { number: "4623", receiver: vestland, caseSystem: "sql", runs: "flyt" },
    { number: "1835", receiver: vestland, caseSystem: "sql", runs: "familia" },
    { number: "4625", ...byOthers, channel: "svarinn", runs: "flyt" },
    { number: "4615", ...byOthers, channel: "svarinn", runs: "dips" },
    { number: "4616", ...byOthers, channel: "svarinn", runs: "familia", protocol: "V1" },
    { number: "1151", ...byOthers, channel: "manual", runs: "modulus" },
].map((one) => ({
    service: service({
        id: plain(municipalityOf(one.number).name),
        name: `Barnevernstjenesten i ${municipalityOf(one.number).name}`,
        areas: [area(one.number)],
        channel: one.channel ?? "receiver",
        protocol: one.protocol ?? "V2",
        caseSystems: [runs(one.runs)],
    }),
    receiver: one.receiver,
    caseSystem: one.caseSystem,
}));
const alver = {
    service: service({
        id: "alver",
        name: "Barnevernstenesta i Alver, Austrheim og Fedje",
        aliases: ["Barnevernstenesta i Alver"],
        areas: ["4631", "4632", "4633"].map((number) => area(number)),
        caseSystems: [runs("dips")],
    }),
    receiver: vestland,
    caseSystem: "sql",
};
export const demoServices = [...bergen, ...oslo, alver, ...small];
/** Which numbers the real ones have must be checked before printing, so here all are the national 116 111. */
export const demoEmergencyServices = [
    {
        id: "bergen-vakt",
        name: "Barnevernsvakten i Bergen",
        municipalities: ["4601"],
        hours: "outside-office-hours",
    },
    { id: "oslo-vakt", name: "Barnevernvakten i Oslo", municipalities: ["0301"], hours: "always" },
    {
        id: "nordhordland-vakt",
        name: "Interkommunal barnevernvakt i Nordhordland",
        municipalities: ["4631", "4632", "4633", "4634", "4630", "4628"],
        hours: "outside-office-hours",
    },
].map((vakt) => ({ ...vakt, hours: vakt.hours, phone: "116 111" }));
/** A name as an id: Grünerløkka becomes grunerlokka, St. Hanshaugen st-hanshaugen. */
function plain(name) {
    return name
        .toLowerCase()
        .replaceAll("ø", "o")
        .replaceAll("æ", "ae")
        .replaceAll("å", "a")
        .normalize("NFD")
        .replaceAll(/\p{M}/gu, "")
        .replaceAll(/[^a-z0-9]+/g, "-");
}
//# sourceMappingURL=demo-places.js.map