// The questions in Bokmål, as «du» and in plain words, each with what helps the service most. Those that are put
// otherwise to professionals and to children stand in words-who-nb.ts.
const postcode = { label: "Postnummer (valgfritt)" };
const town = { label: "Poststed (valgfritt)" };
const yesNo = { ja: "Ja", nei: "Nei" };
const yesNoUnknown = { ...yesNo, "vet-ikke": "Jeg vet ikke" };
export const stepsNb = {
    place: {
        title: "Hvor er barnet nå?",
        guidance: [
            "Meldingen går til barnevernstjenesten der barnet bor eller oppholder seg. Er du usikker, skriv hvor barnet var da du ble bekymret.",
        ],
        fields: {
            place: {
                label: "Kommune eller bydel",
                help: "For eksempel Alver. I Oslo, Bergen, Stavanger og Trondheim kan du skrive bydelen.",
                empty: "Skriv navnet på en kommune eller en bydel. Vi må vite stedet for å sende meldingen rett.",
            },
            district: {
                label: "Bydelen der barnet bor eller er nå",
                empty: "Velg en bydel.",
                unknown: "Jeg vet ikke",
            },
        },
    },
    child: {
        title: "Hva heter barnet, og hvor gammelt er det?",
        guidance: ["Navnet hjelper tjenesten å finne rett barn. Skriv det du vet, for eksempel bare fornavnet."],
        fields: {
            name: {
                label: "Navnet til barnet",
                empty: "Skriv navnet til barnet, eller kryss av for at du ikke vet det.",
                unknown: "Jeg vet ikke hva barnet heter",
            },
            age: {
                label: "Alder, omtrent",
                help: "For eksempel «cirka 6 år» eller «går i 2. klasse».",
                empty: "Skriv omtrent hvor gammelt barnet er, eller kryss av for at du ikke vet det.",
                unknown: "Jeg vet ikke hvor gammelt barnet er",
            },
        },
    },
    number: {
        title: "Barnets fødselsnummer eller fødselsdato",
        guidance: ["Nummeret hjelper tjenesten å finne rett barn. Skriv det du har."],
        fields: {
            identity: {
                label: "Fødselsnummer, D-nummer, DUF-nummer eller fødselsdato",
                help: "For eksempel 14.03.2019, om du bare har datoen.",
                empty: "Skriv et nummer eller en dato, eller kryss av for at du ikke vet det, eller at barnet ikke er født.",
                unknown: "Jeg vet verken nummeret eller datoen",
            },
            unborn: { label: "Barnet er ikke født ennå" },
            term: { label: "Termindato (valgfritt)", help: "For et barn som ikke er født." },
        },
    },
    relation: {
        title: "Hvordan kjenner du barnet?",
        guidance: ["Da forstår tjenesten bedre hva du har kunnet se og høre."],
        fields: {
            relation: {
                label: "Hvem er du for barnet?",
                help: "For eksempel nabo, tante, trener eller forelder til en venn.",
                empty: "Skriv hvordan du kjenner barnet, eller kryss av under.",
                unknown: "Jeg vet ikke hva jeg skal svare, eller jeg kjenner ikke barnet",
            },
        },
    },
    home: {
        title: "Hvor bor barnet?",
        guidance: ["Skriv det du vet, for eksempel bare gaten eller navnet på borettslaget."],
        fields: {
            "home-street": {
                label: "Adresse",
                empty: "Skriv adressen, eller kryss av for at du ikke vet den.",
                unknown: "Jeg vet ikke adressen",
            },
            "home-postcode": postcode,
            "home-town": town,
        },
    },
    "told-child": {
        title: "Vet barnet at meldingen blir sendt?",
        guidance: [
            "Tjenesten må vite det før den snakker med barnet. Er det fare for barnet om noen får vite det, skriv det her.",
        ],
        fields: {
            told: {
                label: "Er barnet orientert om meldingen?",
                empty: "Velg ja, nei eller «Jeg vet ikke».",
                choices: yesNoUnknown,
            },
            reason: {
                label: "Hvorfor, eller hvorfor ikke? (valgfritt)",
                help: "For eksempel at barnet er for lite.",
            },
        },
    },
    "more-children": {
        title: "Er du bekymret for flere barn?",
        guidance: ["Søsken kan stå i samme melding. Du svarer da på noen spørsmål om hvert barn."],
        fields: {
            "more-children": {
                label: "Vil du legge til et barn til?",
                empty: "Velg ja eller nei.",
                choices: { ja: "Ja, legg til et barn til", nei: "Nei, ikke flere barn" },
            },
        },
    },
    guardian: {
        title: "Hvem er foresatt?",
        guidance: ["Foresatte er som regel foreldrene. Du kan skrive om én eller to."],
        fields: {
            name: {
                label: "Navnet til den foresatte",
                empty: "Skriv navnet, eller kryss av for at du ikke vet hvem det er.",
                unknown: "Jeg vet ikke hvem som er foresatt",
            },
            phone: { label: "Telefon (valgfritt)" },
        },
    },
    "told-guardian": {
        title: "Vet den foresatte at meldingen blir sendt?",
        guidance: [
            "Som regel er det best at foreldrene vet om meldingen. De skal ikke orienteres når det kan være fare for barnet, for eksempel ved mistanke om vold eller overgrep.",
        ],
        fields: {
            told: {
                label: "Er den foresatte orientert om meldingen?",
                empty: "Velg ja, nei eller «Jeg vet ikke».",
                choices: yesNoUnknown,
            },
            reason: {
                label: "Hvorfor, eller hvorfor ikke? (valgfritt)",
                help: "Skriv det om foresatte ikke bør få vite om meldingen ennå.",
            },
        },
    },
    "more-guardians": {
        title: "Er det en foresatt til?",
        guidance: ["Skriv om begge foreldrene hvis du kan, også når de ikke bor sammen."],
        fields: {
            "more-guardians": {
                label: "Vil du skrive om en foresatt til?",
                empty: "Velg ja, nei eller «Jeg vet ikke».",
                choices: { ja: "Ja", nei: "Nei", "vet-ikke": "Jeg vet ikke om det er flere" },
            },
        },
    },
    concern: {
        title: "Hva er du bekymret for?",
        guidance: [
            "Skriv hva du har sett og hørt, med dine egne ord. Du trenger ikke å være sikker på at noe er galt.",
            "Det hjelper tjenesten om du skriver når det skjedde, og hva barnet sa. Skriv det så likt barnets egne ord som du kan.",
            "Tror du at barnet er i fare nå, skal du ringe og ikke skrive.",
        ],
        fields: {
            concern: {
                label: "Bekymringen din",
                help: "Det er plass til 100 000 tegn. Du trenger ikke å fylle dem.",
                empty: "Skriv hva du er bekymret for. Noen få setninger er nok.",
            },
        },
    },
    history: {
        title: "Hva har skjedd tidligere?",
        guidance: [
            "Skriv hvor lenge dere har vært bekymret, hva dere har gjort, og om det har blitt bedre eller verre.",
        ],
        fields: {
            history: {
                label: "Historien",
                help: "Er dette første gang, kan du skrive det.",
                empty: "Skriv hva som har skjedd tidligere, eller kryss av for at du ikke vet det.",
            },
        },
    },
    views: {
        title: "Hva sier andre?",
        guidance: [
            "Skriv hva foreldrene, barnet eller andre mener om det du er bekymret for, også om de er uenige.",
        ],
        fields: {
            views: {
                label: "Andres syn på saken",
                empty: "Skriv hva andre mener, eller kryss av for at du ikke vet det.",
            },
        },
    },
    interpreter: {
        title: "Trengs det tolk?",
        guidance: ["Da kan tjenesten bestille tolk før den snakker med familien."],
        fields: {
            interpreter: {
                label: "Er det behov for tolk med barnet eller de foresatte?",
                empty: "Velg ja, nei eller «Jeg vet ikke».",
                choices: yesNoUnknown,
            },
            "interpreter-language": { label: "Hvilket språk, og for hvem? (valgfritt)" },
        },
    },
    helpers: {
        title: "Hvem andre hjelper familien?",
        guidance: ["For eksempel helsestasjon, PP-tjeneste, lege, politi eller krisesenter."],
        fields: {
            helpers: {
                label: "Andre som har vært i kontakt med barnet",
                help: "Vet du at det ikke er noen, skriv «ingen».",
                empty: "Skriv hvem andre som hjelper, eller kryss av for at du ikke vet det.",
            },
        },
    },
    you: {
        title: "Hvem er du?",
        guidance: ["Når tjenesten vet hvem du er, kan den spørre deg om mer og gi deg svar."],
        fields: {
            "own-name": {
                label: "Navnet ditt",
                empty: "Skriv navnet ditt. Uten navn kan meldingen ikke sendes her.",
            },
        },
    },
    contact: {
        title: "Hvordan kan barnevernstjenesten nå deg?",
        guidance: [
            "Tjenesten kan trenge å spørre deg om mer, og skal som regel bekrefte at den har fått meldingen. Du velger selv om du vil skrive noe her.",
        ],
        fields: {
            "own-phone": { label: "Telefon (valgfritt)" },
            "own-street": { label: "Adresse (valgfritt)" },
            "own-postcode": postcode,
            "own-town": town,
        },
    },
    role: {
        title: "Hvem er du i jobben din?",
        guidance: ["Navnet ditt kommer fra innloggingen. Tjenesten ringer deg om den lurer på noe."],
        fields: {
            role: {
                label: "Rollen din",
                help: "For eksempel lærer eller helsesykepleier.",
                empty: "Skriv rollen din.",
            },
            "own-phone": { label: "Telefon der tjenesten kan nå deg", empty: "Skriv et telefonnummer." },
            "own-email": {
                label: "E-postadresse på jobben",
                empty: "Skriv e-postadressen din.",
            },
        },
    },
    organisation: {
        title: "Hvor jobber du?",
        guidance: ["Tjenesten skal gi deg tilbakemelding (barnevernsloven § 13-3). Da trenger den adressen."],
        fields: {
            organisation: { label: "Navnet på virksomheten", empty: "Skriv navnet på virksomheten." },
            "work-street": {
                label: "Adressen til virksomheten",
                empty: "Skriv adressen, eller kryss av for at du ikke vet den.",
                unknown: "Jeg vet ikke adressen",
            },
            "work-postcode": postcode,
            "work-town": town,
        },
    },
};
//# sourceMappingURL=words-nb.js.map