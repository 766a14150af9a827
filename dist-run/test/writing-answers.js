// What people answer on the portal's pages, as addresses and fields in the order that the pages come in: a neighbour, a
// teacher, a child. A test posts them all, or as far as it needs.
const child = (number, name, place) => [
    [`/barn/${number}/sted`, place],
    [`/barn/${number}/navn`, { name, age: "7 år" }],
    [`/barn/${number}/relasjon`, { relation: "Nabo" }],
    [`/barn/${number}/adresse`, { "home-street": "Testveien 2" }],
];
const bergenhus = { place: "Bergen", district: "02" };
/** By nothing but these can it be seen in an address, a title or a log that an answer has leaked. */
export const typed = {
    name: "Syntetisk Barn",
    concern: "Barnet er ofte alene om kvelden.",
    own: "Ola Testnabo",
};
const about = [
    ["/bekymring", { concern: typed.concern }],
    ["/deg", { "own-name": typed.own }],
    ["/kontakt", { "own-phone": "55 00 00 00" }],
];
export const neighbour = [
    ["/hvem", { who: "private" }],
    ...child(1, typed.name, bergenhus),
    ["/flere-barn", { "more-children": "nei" }],
    ...about,
];
/** Siblings in two services. */
export const neighbourOfTwo = [
    ["/hvem", { who: "private" }],
    ...child(1, typed.name, bergenhus),
    ["/flere-barn", { "more-children": "ja" }],
    ...child(2, "Syntetisk Søsken", { place: "Alver" }),
    ["/flere-barn", { "more-children": "nei" }],
    ...about,
];
export const teacher = [
    ["/rolle", { role: "Kontaktlærer", "own-phone": "55 00 00 00", "own-email": "laerke@skole.example" }],
    ["/virksomhet", { "work-street": "Skolegata 2" }],
    ["/barn/1/sted", bergenhus],
    ["/barn/1/navn", { name: typed.name }],
    ["/barn/1/fodsel", { identity: "01812050075" }],
    ["/barn/1/adresse", { "home-street": "Testveien 2" }],
    ["/barn/1/orientert", { told: "nei", reason: "For liten." }],
    ["/flere-barn", { "more-children": "nei" }],
    ["/foresatt/1/navn", { name: "Syntetisk Mor" }],
    ["/foresatt/1/orientert", { told: "ja" }],
    ["/flere-foresatte", { "more-guardians": "nei" }],
    ["/bekymring", { concern: typed.concern }],
    ["/historie", { history: "Siden august." }],
    ["/andres-syn", { "views-unknown": "ja" }],
    ["/tolk", { interpreter: "nei" }],
    ["/hjelpeinstanser", { "helpers-unknown": "ja" }],
];
export const young = [
    ["/hvem", { who: "child" }],
    ["/barn/1/sted", { place: "Alver" }],
    ["/barn/1/navn", { name: "Jo", age: "" }],
    ["/bekymring", { concern: "Det er vanskelig hjemme." }],
    ["/kontakt", { reach: "" }],
];
//# sourceMappingURL=writing-answers.js.map