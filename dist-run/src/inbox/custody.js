// Where a report stands, in words, from the receipts that the hub has recorded. The report itself is here, or there would
// be no row; what receipts add is whether the sender and the hub know it.
const registering = ["registered", "confirmed"];
/** What stands on a report's row. `kinds` are the kinds of its receipts. */
export function custodyOf(channel, kinds) {
    if (kinds.some((kind) => registering.includes(kind)))
        return "Registrert her, kvittert nasjonalt";
    if (channel === "svarinn")
        return "Registrert her. SvarInn gir ingen nasjonal kvittering";
    if (channel === "unknown" && kinds.length === 0)
        return "Registrert her. Innboksen har ikke fått vite om det er kvittert nasjonalt";
    return "Registrert her, kvitteringen er underveis";
}
export const channelNames = {
    hub: "Framme",
    svarinn: "SvarInn",
    unknown: "ikke oppgitt",
};
const sentences = {
    accepted: "Den nasjonale tjenesten har lagret den forseglede meldingen og gitt den nummer.",
    claimed: "Mottakssystemet har meldt at det har meldingen. Det er ikke kontrollert.",
    confirmed: "Det er bekreftet at meldingen er registrert her.",
    stored: "Meldingen er lagret hos kommunen.",
    registered: "Meldingen er registrert her, og lest tilbake byte for byte.",
    opened: "Det er kvittert nasjonalt for at meldingen er åpnet her.",
    declined: "Meldingen kunne ikke tas imot da. Den ble sendt på nytt.",
    returned: "Meldingen er sendt tilbake til den nasjonale tjenesten.",
    printed: "Meldingen er sendt på papir.",
    proven: "Det er kontrollert at meldingen fortsatt er her.",
    erased: "Den nasjonale tjenesten har slettet sin forseglede kopi.",
    reviewed: "Dagen er avstemt av en navngitt person.",
};
/** One receipt as a sentence. */
export function receiptSentence(kind) {
    return Object.hasOwn(sentences, kind) ? sentences[kind] : `Kvittering: ${kind}.`;
}
//# sourceMappingURL=custody.js.map