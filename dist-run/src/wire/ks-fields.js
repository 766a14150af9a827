// The fields of the KS protocol's JSON, once: what each is called for people, and what the schema says of it.
// The schema is a remark, never a gate; an example in KS's own documentation fails it. Names and words are KS's.
const must = (label, form = "text") => ({ label, form, must: true });
const may = (label, form = "text") => ({ label, form, must: false });
/** The lines of an address, in the order they are written. */
export const addressFields = {
    adresselinje1: must("Adresselinje 1"),
    adresselinje2: may("Adresselinje 2"),
    adresselinje3: may("Adresselinje 3"),
    postnummer: may("Postnummer"),
    poststed: may("Poststed"),
};
function aboutReport(name) {
    return {
        heading: "Om meldingen",
        fields: {
            kommunenavn: must("Kommune", name),
            kommunenummer: must("Kommunenummer", "four-digits"),
            bydelsnavn: must("Bydel", name),
            bydelsnummer: must("Bydelsnummer", "two-digits"),
            sendingstidspunkt: must("Sendt fra melder", "time"),
            leveringskanal: must("Sendt gjennom"),
        },
    };
}
const professional = [
    {
        heading: "Om barnet",
        at: "offentligBarn",
        list: { least: 1, most: Number.POSITIVE_INFINITY, one: "Barn" },
        fields: {
            personnavn: must("Navn", "line"),
            fnr: must("Fødselsnummer, fødselsdato eller annet"),
            ufoedt: must("Ufødt barn", "yes-no"),
            telefonnummer: may("Telefon"),
            adresse: must("Adresse", "address"),
            orientert: must("Er barnet orientert om at meldingen er sendt?", "yes-no"),
            orientertGrunn: may("Begrunnelse", "line"),
        },
    },
    {
        heading: "Foresatte",
        at: "foresatte",
        list: { least: 1, most: 2, one: "Foresatt" },
        fields: {
            personnavn: must("Navn", "line"),
            telefonnummer: may("Telefon", "line"),
            orientert: must("Er foresatt orientert om at meldingen er sendt?", "yes-no"),
            orientertGrunn: may("Begrunnelse", "line"),
        },
    },
    {
        heading: "Bekymringen",
        at: "melding",
        fields: {
            melding: must("Hva bekymringen gjelder"),
            historie: must("Historikk"),
            andreSynspunkter: may("Andres synspunkter"),
        },
    },
    {
        heading: "Tolk og andre hjelpeinstanser",
        fields: {
            behovForTolk: may("Er det behov for tolk med barn eller foresatte?"),
            andreHjelpeinstanser: may("Andre hjelpeinstanser som har vært i kontakt med barnet"),
        },
    },
    {
        heading: "Melder",
        at: "offentligMelder",
        fields: {
            personnavn: must("Navn", "line"),
            rolle: must("Rolle", "line"),
            telefonnummer: must("Telefon", "phone"),
            epost: must("E-post", "email"),
            virksomhet: must("Virksomhet", {
                navn: must("Virksomhet", "line"),
                orgnr: may("Organisasjonsnummer", "line"),
                adresse: must("Virksomhetens adresse", "address"),
            }),
        },
    },
    aboutReport("line"),
];
const privately = [
    {
        heading: "Om barnet",
        at: "privatBarn",
        list: { least: 1, most: Number.POSITIVE_INFINITY, one: "Barn" },
        fields: {
            personnavn: must("Navn"),
            antattAlder: may("Antatt alder"),
            relasjon: may("Melders relasjon til barnet"),
            adresse: must("Adresse", "address"),
        },
    },
    { heading: "Bekymringen", fields: { melding: must("Hva bekymringen gjelder") } },
    {
        heading: "Melder",
        at: "privatMelder",
        fields: {
            personnavn: must("Navn"),
            telefonnummer: may("Telefon", "phone"),
            adresse: may("Adresse", "address"),
        },
    },
    aboutReport("text"),
];
/** The parts of a report of either kind, in the order a caseworker reads them. */
export const parts = { professional, private: privately };
const nameLetters = "[A-Za-zæøåÆØÅ0-9-_]+";
const hostLetters = "[A-Za-zæøåÆØÅ0-9-]+";
const patterns = {
    phone: /^[+]?[0-9]+([- ][0-9]+)*$/,
    email: new RegExp(`^${nameLetters}(\\.${nameLetters})*@${hostLetters}(\\.${hostLetters})*(\\.[A-Za-z]{2,})$`),
    // Local time without a zone is what KS's systems send, though the schema's date-time asks for one.
    time: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:\d\d)?$/,
    "four-digits": /^\d{4}$/,
    "two-digits": /^\d{2}$/,
};
/** Longer than anything these patterns can mean; a bound on what they may cost. */
const patternedMax = 300;
/** Whether a value is as the schema has it. */
export function isOfForm(value, form) {
    if (form === "yes-no")
        return typeof value === "boolean";
    if (typeof value !== "string")
        return false;
    if (form === "text")
        return true;
    if (form === "line")
        return !/[\n\r\u2028\u2029]/.test(value);
    return value.length <= patternedMax && patterns[form].test(value);
}
//# sourceMappingURL=ks-fields.js.map