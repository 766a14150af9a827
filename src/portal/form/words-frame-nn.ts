// What stands around the questions, in Nynorsk, as words-frame-nb.ts in Bokmål. No page promises that anybody is
// anonymous.

import type { FrameWords } from "./words-frame-nb.ts";

const notice =
  "Barnevernstenesta får vite kven du er. Foreldra kan ha rett til å sjå meldinga, og namnet ditt kan bli kjent for dei. Vil du vere anonym, kan du ringje eller sende brev.";

export const frameNn: FrameWords = {
  before: {
    title: "Før du begynner",
    lead: "Her kan du skrive ei uromelding til barnevernstenesta der barnet er. Du treng ikkje vere sikker på at noko er gale.",
    call: "Skal du ringje i staden?",
    callText:
      "Ring viss det hastar, eller viss du heller vil snakke med nokon. Du kan òg ringje barnevernstenesta der barnet er, og spørje utan å seie kven barnet er.",
    callFind: "Finn nummeret til tenesta",
    need: "Dette treng du",
    needList: [
      "Staden der barnet er: kommunen, og bydelen i dei store byane.",
      "Det du har sett og høyrt, gjerne med datoar.",
      "Namnet ditt.",
      "Namn, alder og adresse til barnet, om du veit det. Du kan svare «Eg veit ikkje».",
    ],
    time: "Kor lang tid tek det?",
    timeText: "Om lag ti minutt, og litt meir om du har mykje å fortelje.",
    name: "Kven får sjå namnet ditt?",
    draft: "Kvar ligg det du skriv?",
    draftText:
      "Det du skriv, er eit utkast. Det ligg kryptert hos oss, og berre denne nettlesaren kan opne det. Det blir sletta når meldinga er send, når du trykkjer «Slett utkastet», eller etter 24 timar utan at du skriv. Eit utkast er ikkje sendt til nokon.",
    begin: "Begynn",
  },
  who: {
    title: "Kven melder frå?",
    label: "Vel det som passar best",
    choices: {
      private: {
        label: "Eg melder frå som privatperson",
        help: "Til dømes nabo, familie eller ven.",
      },
      professional: {
        label: "Eg melder frå i jobben min",
        help: "Du arbeider med barn, eller har meldeplikt. Du loggar inn på neste side.",
      },
      child: {
        label: "Eg er eit barn eller ein ungdom, og det gjeld meg sjølv",
        help: "Du kan òg ringje 116 111. Det er gratis, og dei svarer heile døgnet.",
      },
    },
    empty: "Vel kven som melder frå.",
    submit: "Hald fram",
  },
  notice: {
    heading: "Før du skriv namnet ditt",
    private: notice,
    professional: `${notice} Det gjeld berre privatpersonar: når du melder frå i jobben din, kan du ikkje vere anonym.`,
    child: `${notice} Er du redd for kva som skjer viss dei får vite det, ring 116 111 og snakk med ein vaksen der først.`,
    mayLogIn: "Du kan hente namnet frå ei innlogging, men du må ikkje.",
    logIn: "Logg inn",
    login: (name) => `Namnet kjem frå innlogginga: ${name}`,
    organisation: (name, number) => `Verksemda frå innlogginga: ${name}${number}`,
  },
  own: {
    heading: "Du kan ringje 116 111",
    text: "Det er gratis, heile døgnet. Der er det vaksne som høyrer på deg. Er du i fare no, ring 112.",
    reads: "Kven les det du skriv?",
    readsText:
      "Dei som jobbar i barnevernet der du er. Dei skal lese det i løpet av ei veke, og finne ut korleis dei kan hjelpe deg.",
  },
  way: {
    step: (at, all) => `Steg ${at} av ${all}`,
    child: (number) => `Barn ${number}`,
    guardian: (number) => `Føresett ${number}`,
    back: "Tilbake",
    next: "Hald fram",
    draft:
      "Dette er eit utkast. Ingenting er sendt enno. Utkastet blir sletta når meldinga er send, eller etter 24 timar utan at du skriv.",
    erase: "Slett utkastet",
    unknown: "Eg veit ikkje",
    errorTitle: (title) => `Feil: ${title}`,
    right: "Stemmer dette?",
    rightText:
      "Nummeret liknar ikkje på eit vanleg fødselsnummer. Sjå over det. Er det rett, trykkjer du berre «Hald fram».",
    childrenSoFar: "Barn i meldinga",
    nameless: "namn ikkje kjent",
    remove: (number) => `Ta ut barn ${number}`,
    samePlace: "Er barnet på same stad som det første?",
    samePlaceYes: (place) => `Ja: ${place}`,
    samePlaceNo: "Nei, ein annan stad",
    otherPlace: "Viss ein annan stad: kommune eller bydel",
    urgent: "Hastar det? Ring 112 eller 116 111.",
  },
  place: {
    choose: "Vel stad",
    unknown: "Vi finn ikkje denne staden. Sjå etter skrivefeil, eller skriv namnet på kommunen.",
    unknownWithSuggestions: "Vi finn ikkje denne staden. Meinte du ein av stadene under?",
    several: "Fleire stader heiter dette. Vel ein av stadene under.",
    elsewhere: (district, where, said) =>
      `${district} er ein bydel i ${where}, ikkje i ${said}. Vel staden du meiner.`,
    district: (municipality) => `Kva bydel i ${municipality}?`,
    districtLead: "Her er det fleire barnevernstenester. Kvar dekkjer sine bydelar.",
    districtUnknown:
      "Vi må vite bydelen for å sende meldinga til rett teneste. Ring ei av tenestene under og spør, eller vel bydelen du trur er rett.",
    another: "Ein annan stad",
    notHere: (place) => `${place}: meldinga kan ikkje sendast herifrå`,
    notHereText:
      "Barnevernstenesta for denne staden kan ikkje få meldingar gjennom Framme. Ho finst likevel: ring ho, eller ring sentralbordet i kommunen og be om barnevernstenesta. Utkastet ditt ligg her, så du kan lese opp det du har skrive.",
    callInstead: "Ring i staden",
    notHereError: "Ring tenesta, eller skriv ein annan stad viss dette er feil.",
  },
  errors: {
    tooLong: (letters) =>
      `Teksten er på ${letters} teikn, og det er plass til 100 000. Kort han ned. Alt du skreiv, står her framleis.`,
    lineTooLong: (letters) => `Dette er på ${letters} teikn, og det er plass til 500. Kort det ned.`,
    phone: "Skriv eit telefonnummer med tal, til dømes 55 00 00 00.",
    email: "Skriv ei e-postadresse med @, til dømes namn@skule.no.",
    empty: "Fyll ut feltet.",
    tooMany: "Det er plass til 30 barn i éi melding. Skriv om dei andre i teksten om uroa.",
  },
  check: {
    title: "Sjå over svara dine",
    lead: "Ingenting er sendt før du trykkjer «Send meldinga». Du kan endre kvart svar.",
    to: "Hit går meldinga",
    toSeveral: (count) =>
      `Barna er på stader med ulike barnevernstenester. Difor blir det ${count} leveringar. Kvar teneste får berre vite om barna på sine stader, og kvar levering blir følgd for seg, med den same koden.`,
    nth: (at, all) => `${at} av ${all}`,
    about: "Om",
    phone: "Telefon:",
    noPhone: "Vi har ikkje nummeret til tenesta.",
    notKnown:
      "Vi får ikkje slått opp tenesta akkurat no. Svara dine er her framleis. Prøv igjen om litt. Hastar det, ring.",
    change: "Endre",
    changeWhat: (question) => `Endre: ${question}`,
    unknown: "Eg veit ikkje",
    none: "Ikkje fylt ut",
    yes: "Ja",
    place: "Stad",
    child: "Barnet",
    children: "Barna",
    guardian: "Føresett",
    you: "Om deg",
    reporter: "Kven du er",
    report: "Meldinga",
    name: "Namn",
    organisation: "Verksemd",
    nameHeading: "Kven som får vite kven du er",
    notSent: "Ingenting er sendt enno. Meldinga blir send når du trykkjer på knappen.",
    send: "Send meldinga",
    erase: "Slett alt",
  },
};
