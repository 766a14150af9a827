// What stands around the questions, in Bokmål: before one begins, who reports, the way through, what is wrong and what
// to do about it, and the page that shows every answer. No page promises that anybody is anonymous.

const notice =
  "Barnevernstjenesten får vite hvem du er. Foreldrene kan ha rett til å se meldingen, og navnet ditt kan bli kjent for dem. Vil du være anonym, kan du ringe eller sende brev.";

export const frameNb = {
  before: {
    title: "Før du begynner",
    lead: "Her kan du skrive en bekymringsmelding til barnevernstjenesten der barnet er. Du trenger ikke å være sikker på at noe er galt.",
    call: "Skal du ringe i stedet?",
    callText:
      "Ring hvis det haster, eller hvis du heller vil snakke med noen. Du kan også ringe barnevernstjenesten der barnet er, og spørre uten å si hvem barnet er.",
    callFind: "Finn nummeret til tjenesten",
    need: "Dette trenger du",
    needList: [
      "Stedet der barnet er: kommunen, og bydelen i de store byene.",
      "Det du har sett og hørt, gjerne med datoer.",
      "Navnet ditt.",
      "Navn, alder og adresse til barnet, om du vet det. Du kan svare «Jeg vet ikke».",
    ],
    time: "Hvor lang tid tar det?",
    timeText: "Omtrent ti minutter, og litt mer om du har mye å fortelle.",
    name: "Hvem får se navnet ditt?",
    draft: "Hvor ligger det du skriver?",
    draftText:
      "Det du skriver, er et utkast. Det ligger kryptert hos oss, og bare denne nettleseren kan åpne det. Det slettes når meldingen er sendt, når du trykker «Slett utkastet», eller etter 24 timer uten at du skriver. Et utkast er ikke sendt til noen.",
    begin: "Begynn",
  },
  who: {
    title: "Hvem melder fra?",
    label: "Velg det som passer best",
    choices: {
      private: {
        label: "Jeg melder fra som privatperson",
        help: "For eksempel nabo, familie eller venn.",
      },
      professional: {
        label: "Jeg melder fra i jobben min",
        help: "Du arbeider med barn, eller har meldeplikt. Du logger inn på neste side.",
      },
      child: {
        label: "Jeg er et barn eller en ungdom, og det gjelder meg selv",
        help: "Du kan også ringe 116 111. Det er gratis, og de svarer hele døgnet.",
      },
    },
    empty: "Velg hvem som melder fra.",
    submit: "Fortsett",
  },
  notice: {
    heading: "Før du skriver navnet ditt",
    private: notice,
    professional: `${notice} Det gjelder bare privatpersoner: når du melder fra i jobben din, kan du ikke være anonym.`,
    child: `${notice} Er du redd for hva som skjer hvis de får vite det, ring 116 111 og snakk med en voksen der først.`,
    mayLogIn: "Du kan hente navnet fra en innlogging, men du må ikke.",
    logIn: "Logg inn",
    login: (name: string) => `Navnet kommer fra innloggingen: ${name}`,
    organisation: (name: string, number: string) => `Virksomhet fra innloggingen: ${name}${number}`,
  },
  own: {
    heading: "Du kan ringe 116 111",
    text: "Det er gratis, hele døgnet. Der er det voksne som hører på deg. Er du i fare nå, ring 112.",
    reads: "Hvem leser det du skriver?",
    readsText:
      "De som jobber i barnevernet der du er. De skal lese det i løpet av en uke, og finne ut hvordan de kan hjelpe deg.",
  },
  way: {
    step: (at: number, all: number) => `Steg ${at} av ${all}`,
    child: (number: number) => `Barn ${number}`,
    guardian: (number: number) => `Foresatt ${number}`,
    back: "Tilbake",
    next: "Fortsett",
    draft:
      "Dette er et utkast. Ingenting er sendt ennå. Utkastet slettes når meldingen er sendt, eller etter 24 timer uten at du skriver.",
    erase: "Slett utkastet",
    unknown: "Jeg vet ikke",
    errorTitle: (title: string) => `Feil: ${title}`,
    right: "Stemmer dette?",
    rightText:
      "Nummeret ligner ikke på et vanlig fødselsnummer. Se over det. Er det rett, trykker du bare «Fortsett».",
    childrenSoFar: "Barn i meldingen",
    nameless: "navn ikke kjent",
    remove: (number: number) => `Ta ut barn ${number}`,
    samePlace: "Er barnet på samme sted som det første?",
    samePlaceYes: (place: string) => `Ja: ${place}`,
    samePlaceNo: "Nei, et annet sted",
    otherPlace: "Hvis et annet sted: kommune eller bydel",
    urgent: "Haster det? Ring 112 eller 116 111.",
  },
  place: {
    choose: "Velg sted",
    unknown: "Vi finner ikke dette stedet. Se etter skrivefeil, eller skriv navnet på kommunen.",
    unknownWithSuggestions: "Vi finner ikke dette stedet. Mente du et av stedene under?",
    several: "Flere steder heter dette. Velg ett av stedene under.",
    elsewhere: (district: string, where: string, said: string) =>
      `${district} er en bydel i ${where}, ikke i ${said}. Velg stedet du mener.`,
    district: (municipality: string) => `Hvilken bydel i ${municipality}?`,
    districtLead: "Her er det flere barnevernstjenester. Hver dekker sine bydeler.",
    districtUnknown:
      "Vi må vite bydelen for å sende meldingen til rett tjeneste. Ring en av tjenestene under og spør, eller velg bydelen du tror er rett.",
    another: "Et annet sted",
    notHere: (place: string) => `${place}: meldingen kan ikke sendes herfra`,
    notHereText:
      "Barnevernstjenesten for dette stedet kan ikke få meldinger gjennom Framme. Den finnes likevel: ring den, eller ring sentralbordet i kommunen og be om barnevernstjenesten. Utkastet ditt ligger her, så du kan lese opp det du har skrevet.",
    callInstead: "Ring i stedet",
    notHereError: "Ring tjenesten, eller skriv et annet sted hvis dette er feil.",
  },
  errors: {
    tooLong: (letters: string) =>
      `Teksten er på ${letters} tegn, og det er plass til 100 000. Kort den ned. Alt du skrev, står her fortsatt.`,
    lineTooLong: (letters: string) => `Dette er på ${letters} tegn, og det er plass til 500. Kort det ned.`,
    phone: "Skriv et telefonnummer med tall, for eksempel 55 00 00 00.",
    email: "Skriv en e-postadresse med @, for eksempel navn@skole.no.",
    empty: "Fyll ut feltet.",
    tooMany: "Det er plass til 30 barn i én melding. Skriv om de andre i teksten om bekymringen.",
  },
  check: {
    title: "Se over svarene dine",
    lead: "Ingenting er sendt før du trykker «Send meldingen». Du kan endre hvert svar.",
    to: "Hit går meldingen",
    toSeveral: (count: number) =>
      `Barna er på steder med ulike barnevernstjenester. Derfor blir det ${count} leveringer. Hver tjeneste får bare vite om barna på sine steder, og hver levering følges for seg, med den samme koden.`,
    nth: (at: number, all: number) => `${at} av ${all}`,
    about: "Om",
    phone: "Telefon:",
    noPhone: "Vi har ikke nummeret til tjenesten.",
    notKnown:
      "Vi får ikke slått opp tjenesten akkurat nå. Svarene dine er her fortsatt. Prøv igjen om litt. Haster det, ring.",
    change: "Endre",
    changeWhat: (question: string) => `Endre: ${question}`,
    unknown: "Jeg vet ikke",
    none: "Ikke fylt ut",
    yes: "Ja",
    place: "Sted",
    child: "Barnet",
    children: "Barna",
    guardian: "Foresatt",
    you: "Om deg",
    reporter: "Hvem du er",
    report: "Meldingen",
    name: "Navn",
    organisation: "Virksomhet",
    nameHeading: "Hvem som får vite hvem du er",
    notSent: "Ingenting er sendt ennå. Meldingen sendes når du trykker på knappen.",
    send: "Send meldingen",
    erase: "Slett alt",
  },
};

export type FrameWords = typeof frameNb;
