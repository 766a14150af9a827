// Reports for tests, complete and as the schema has them. People, numbers and places in them are made up; the
// identity numbers are synthetic ones that no person has.
export const professionalExample = {
    kommunenummer: "4601",
    kommunenavn: "Bergen",
    bydelsnummer: "02",
    bydelsnavn: "Bergenhus",
    offentligMelder: {
        personnavn: "Test Lærersen",
        rolle: "Lærer",
        telefonnummer: "+47 55 00 00 00",
        epost: "test.laerersen@skole.example.no",
        virksomhet: {
            navn: "Testskolen",
            orgnr: "123456785",
            adresse: { adresselinje1: "Testveien 1", postnummer: "5003", poststed: "Bergen" },
        },
    },
    offentligBarn: [
        {
            fnr: "01812050075",
            ufoedt: false,
            personnavn: "Syntetisk Barn",
            adresse: { adresselinje1: "Testveien 2", postnummer: "5020", poststed: "Bergen" },
            orientert: false,
            orientertGrunn: "Barnet er for lite.",
        },
    ],
    foresatte: [{ personnavn: "Syntetisk Foresatt", orientert: true, orientertGrunn: "" }],
    behovForTolk: "Nei",
    andreHjelpeinstanser: "Vet ikke",
    melding: {
        melding: "Barnet kommer ofte uten matpakke.\nI går fortalte barnet at det var alene hjemme om natta.",
        historie: "Vi har merket dette siden høsten 2022.",
        andreSynspunkter: "Helsesykepleier er også bekymret. Áhkku lea maid fuolas.",
    },
    sendingstidspunkt: "2023-03-16T13:29:33",
    leveringskanal: "Fagsystem",
};
export const privateExample = {
    kommunenummer: "4601",
    kommunenavn: "Bergen",
    bydelsnummer: "02",
    bydelsnavn: "Bergenhus",
    privatMelder: {
        personnavn: "Test Nabo",
        telefonnummer: "55000000",
        adresse: { adresselinje1: "Testveien 4", postnummer: "5020", poststed: "Bergen" },
    },
    privatBarn: [
        {
            personnavn: "Syntetisk Barn",
            antattAlder: "cirka 6 år",
            relasjon: "Nabo",
            adresse: { adresselinje1: "Testveien 2", postnummer: "5020", poststed: "Bergen" },
        },
    ],
    melding: "Jeg hører ofte høylytte krangler og gråt om natta.",
    sendingstidspunkt: "2023-03-17T00:31:56",
    leveringskanal: "Bekymringsmelding",
};
//# sourceMappingURL=ks-report.examples.js.map