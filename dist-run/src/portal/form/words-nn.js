// The questions in Nynorsk, as words-nb.ts in Bokmål. Those that are put otherwise to professionals and to children
// stand in words-who-nn.ts.
const postcode = { label: "Postnummer (valfritt)" };
const town = { label: "Poststad (valfritt)" };
const yesNo = { ja: "Ja", nei: "Nei" };
const yesNoUnknown = { ...yesNo, "vet-ikke": "Eg veit ikkje" };
export const stepsNn = {
    place: {
        title: "Kvar er barnet no?",
        guidance: [
            "Meldinga går til barnevernstenesta der barnet bur eller held til. Er du usikker, skriv kvar barnet var då du vart uroa.",
        ],
        fields: {
            place: {
                label: "Kommune eller bydel",
                help: "Til dømes Alver. I Oslo, Bergen, Stavanger og Trondheim kan du skrive bydelen.",
                empty: "Skriv namnet på ein kommune eller ein bydel. Vi må vite staden for å sende meldinga rett.",
            },
            district: {
                label: "Bydelen der barnet bur eller er no",
                empty: "Vel ein bydel.",
                unknown: "Eg veit ikkje",
            },
        },
    },
    child: {
        title: "Kva heiter barnet, og kor gammalt er det?",
        guidance: ["Namnet hjelper tenesta å finne rett barn. Skriv det du veit, til dømes berre førenamnet."],
        fields: {
            name: {
                label: "Namnet til barnet",
                empty: "Skriv namnet til barnet, eller kryss av for at du ikkje veit det.",
                unknown: "Eg veit ikkje kva barnet heiter",
            },
            age: {
                label: "Alder, omtrent",
                help: "Til dømes «rundt 6 år» eller «går i 2. klasse».",
                empty: "Skriv omtrent kor gammalt barnet er, eller kryss av for at du ikkje veit det.",
                unknown: "Eg veit ikkje kor gammalt barnet er",
            },
        },
    },
    number: {
        title: "Fødselsnummeret eller fødselsdatoen til barnet",
        guidance: ["Nummeret hjelper tenesta å finne rett barn. Skriv det du har."],
        fields: {
            identity: {
                label: "Fødselsnummer, D-nummer, DUF-nummer eller fødselsdato",
                help: "Til dømes 14.03.2019, om du berre har datoen.",
                empty: "Skriv eit nummer eller ein dato, eller kryss av for at du ikkje veit det, eller at barnet ikkje er fødd.",
                unknown: "Eg veit verken nummeret eller datoen",
            },
            unborn: { label: "Barnet er ikkje fødd enno" },
            term: { label: "Termindato (valfritt)", help: "For eit barn som ikkje er fødd." },
        },
    },
    relation: {
        title: "Korleis kjenner du barnet?",
        guidance: ["Då forstår tenesta betre kva du har kunna sjå og høyre."],
        fields: {
            relation: {
                label: "Kven er du for barnet?",
                help: "Til dømes nabo, tante, trenar eller forelder til ein ven.",
                empty: "Skriv korleis du kjenner barnet, eller kryss av under.",
                unknown: "Eg veit ikkje kva eg skal svare, eller eg kjenner ikkje barnet",
            },
        },
    },
    home: {
        title: "Kvar bur barnet?",
        guidance: ["Skriv det du veit, til dømes berre gata eller namnet på burettslaget."],
        fields: {
            "home-street": {
                label: "Adressa",
                empty: "Skriv adressa, eller kryss av for at du ikkje veit ho.",
                unknown: "Eg veit ikkje adressa",
            },
            "home-postcode": postcode,
            "home-town": town,
        },
    },
    "told-child": {
        title: "Veit barnet at meldinga blir send?",
        guidance: [
            "Tenesta må vite det før ho snakkar med barnet. Er det fare for barnet om nokon får vite det, skriv det her.",
        ],
        fields: {
            told: {
                label: "Er barnet orientert om meldinga?",
                empty: "Vel ja, nei eller «Eg veit ikkje».",
                choices: yesNoUnknown,
            },
            reason: {
                label: "Kvifor, eller kvifor ikkje? (valfritt)",
                help: "Til dømes at barnet er for lite.",
            },
        },
    },
    "more-children": {
        title: "Er du uroa for fleire barn?",
        guidance: ["Sysken kan stå i same melding. Du svarer då på nokre spørsmål om kvart barn."],
        fields: {
            "more-children": {
                label: "Vil du leggje til eit barn til?",
                empty: "Vel ja eller nei.",
                choices: { ja: "Ja, legg til eit barn til", nei: "Nei, ikkje fleire barn" },
            },
        },
    },
    guardian: {
        title: "Kven er føresett?",
        guidance: ["Føresette er som regel foreldra. Du kan skrive om éin eller to."],
        fields: {
            name: {
                label: "Namnet til den føresette",
                empty: "Skriv namnet, eller kryss av for at du ikkje veit kven det er.",
                unknown: "Eg veit ikkje kven som er føresett",
            },
            phone: { label: "Telefon (valfritt)" },
        },
    },
    "told-guardian": {
        title: "Veit den føresette at meldinga blir send?",
        guidance: [
            "Som regel er det best at foreldra veit om meldinga. Dei skal ikkje orienterast når det kan vere fare for barnet, til dømes ved mistanke om vald eller overgrep.",
        ],
        fields: {
            told: {
                label: "Er den føresette orientert om meldinga?",
                empty: "Vel ja, nei eller «Eg veit ikkje».",
                choices: yesNoUnknown,
            },
            reason: {
                label: "Kvifor, eller kvifor ikkje? (valfritt)",
                help: "Skriv det om føresette ikkje bør få vite om meldinga enno.",
            },
        },
    },
    "more-guardians": {
        title: "Er det ein føresett til?",
        guidance: ["Skriv om begge foreldra viss du kan, òg når dei ikkje bur saman."],
        fields: {
            "more-guardians": {
                label: "Vil du skrive om ein føresett til?",
                empty: "Vel ja, nei eller «Eg veit ikkje».",
                choices: { ja: "Ja", nei: "Nei", "vet-ikke": "Eg veit ikkje om det er fleire" },
            },
        },
    },
    concern: {
        title: "Kva er du uroa for?",
        guidance: [
            "Skriv kva du har sett og høyrt, med dine eigne ord. Du treng ikkje vere sikker på at noko er gale.",
            "Det hjelper tenesta om du skriv når det hende, og kva barnet sa. Skriv det så likt orda til barnet som du kan.",
            "Trur du at barnet er i fare no, skal du ringje og ikkje skrive.",
        ],
        fields: {
            concern: {
                label: "Det du er uroa for",
                help: "Det er plass til 100 000 teikn. Du treng ikkje fylle dei.",
                empty: "Skriv kva du er uroa for. Nokre få setningar er nok.",
            },
        },
    },
    history: {
        title: "Kva har hendt tidlegare?",
        guidance: ["Skriv kor lenge de har vore uroa, kva de har gjort, og om det har vorte betre eller verre."],
        fields: {
            history: {
                label: "Historia",
                help: "Er dette første gong, kan du skrive det.",
                empty: "Skriv kva som har hendt tidlegare, eller kryss av for at du ikkje veit det.",
            },
        },
    },
    views: {
        title: "Kva seier andre?",
        guidance: ["Skriv kva foreldra, barnet eller andre meiner om det du er uroa for, òg om dei er usamde."],
        fields: {
            views: {
                label: "Synet andre har på saka",
                empty: "Skriv kva andre meiner, eller kryss av for at du ikkje veit det.",
            },
        },
    },
    interpreter: {
        title: "Trengst det tolk?",
        guidance: ["Då kan tenesta bestille tolk før ho snakkar med familien."],
        fields: {
            interpreter: {
                label: "Er det behov for tolk med barnet eller dei føresette?",
                empty: "Vel ja, nei eller «Eg veit ikkje».",
                choices: yesNoUnknown,
            },
            "interpreter-language": { label: "Kva språk, og for kven? (valfritt)" },
        },
    },
    helpers: {
        title: "Kven andre hjelper familien?",
        guidance: ["Til dømes helsestasjon, PP-teneste, lege, politi eller krisesenter."],
        fields: {
            helpers: {
                label: "Andre som har vore i kontakt med barnet",
                help: "Veit du at det ikkje er nokon, skriv «ingen».",
                empty: "Skriv kven andre som hjelper, eller kryss av for at du ikkje veit det.",
            },
        },
    },
    you: {
        title: "Kven er du?",
        guidance: ["Når tenesta veit kven du er, kan ho spørje deg om meir og gi deg svar."],
        fields: {
            "own-name": {
                label: "Namnet ditt",
                empty: "Skriv namnet ditt. Utan namn kan meldinga ikkje sendast her.",
            },
        },
    },
    contact: {
        title: "Korleis kan barnevernstenesta nå deg?",
        guidance: [
            "Tenesta kan trenge å spørje deg om meir, og skal som regel stadfeste at ho har fått meldinga. Du vel sjølv om du vil skrive noko her.",
        ],
        fields: {
            "own-phone": { label: "Telefon (valfritt)" },
            "own-street": { label: "Adresse (valfritt)" },
            "own-postcode": postcode,
            "own-town": town,
        },
    },
    role: {
        title: "Kven er du i jobben din?",
        guidance: ["Namnet ditt kjem frå innlogginga. Tenesta ringjer deg om ho lurer på noko."],
        fields: {
            role: {
                label: "Rolla di",
                help: "Til dømes lærar eller helsesjukepleiar.",
                empty: "Skriv rolla di.",
            },
            "own-phone": { label: "Telefon der tenesta kan nå deg", empty: "Skriv eit telefonnummer." },
            "own-email": {
                label: "E-postadressa på jobben",
                empty: "Skriv e-postadressa di.",
            },
        },
    },
    organisation: {
        title: "Kvar jobbar du?",
        guidance: ["Tenesta skal gi deg tilbakemelding (barnevernslova § 13-3). Då treng ho adressa."],
        fields: {
            organisation: { label: "Namnet på verksemda", empty: "Skriv namnet på verksemda." },
            "work-street": {
                label: "Adressa til verksemda",
                empty: "Skriv adressa, eller kryss av for at du ikkje veit ho.",
                unknown: "Eg veit ikkje adressa",
            },
            "work-postcode": postcode,
            "work-town": town,
        },
    },
};
//# sourceMappingURL=words-nn.js.map