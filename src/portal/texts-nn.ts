// What the portal says in Nynorsk. The same shape as in Bokmål (texts-nb.ts), text by text.

import type { Texts } from "./texts-nb.ts";

const sentences: Texts["sentences"] = {
  accepted: "Lagra i den nasjonale tenesta. Ikkje hos barnevernstenesta enno.",
  claimed:
    "Systemet til kommunen har meldt at det har teke imot meldinga. Vi har ikkje kontrollert det enno. Du treng ikkje gjere noko.",
  stored: "Lagra hos kommunen, men enno ikkje registrert i fagsystemet.",
  confirmed: "Meldinga er registrert hos barnevernstenesta. Det betyr ikkje at nokon har lese ho.",
  registered: "Meldinga er registrert hos barnevernstenesta. Det betyr ikkje at nokon har lese ho.",
  declined: "Tenesta kunne ikkje ta imot enno. Vi følgjer det opp.",
  printed: "Send på papir fordi ho ikkje kom fram elektronisk i tide.",
  proven: "Sist kontrollert.",
  opened: "Ein saksbehandlar hos barnevernstenesta har opna meldinga.",
  returned: null,
  erased: null,
  reviewed: null,
};

const owed: Texts["owed"] = {
  claimed: {
    due: "Systemet til kommunen skal melde at det har teke imot meldinga",
    late: "Systemet til kommunen skulle ha meldt at det har teke imot meldinga",
  },
  confirmed: {
    due: "Ein person skal kontrollere at meldinga finst i fagsystemet",
    late: "Ein person skulle ha kontrollert at meldinga finst i fagsystemet",
  },
  stored: {
    due: "Systemet hos kommunen skal stadfeste at meldinga er lagra der",
    late: "Systemet hos kommunen skulle ha stadfesta at meldinga er lagra der",
  },
  registered: {
    due: "Systemet hos kommunen skal stadfeste at meldinga er registrert i fagsystemet",
    late: "Systemet hos kommunen skulle ha stadfesta at meldinga er registrert i fagsystemet",
  },
};

export const nn: Texts = {
  errorHeading: "Noko må rettast",
  toStart: "Til framsida",
  urgent: {
    heading: "Ring om det hastar",
    police: "Fare for liv eller helse: ring politiet",
    alarm: "Alarmtelefonen for barn og unge, gratis heile døgnet, òg for vaksne som er uroa",
    outside: "Kveld, natt og helg kan du ringje barnevernsvakta.",
    find: "Finn nummeret der barnet er",
  },
  start: {
    title: "Er du uroa for eit barn?",
    lead: "Du treng ikkje vere sikker på at noko er gale for å melde frå. Du kan skrive ei uromelding her, og du får sjå kven som har ho, og kven som ikkje har ho enno.",
    find: {
      heading: "Finn barnevernstenesta",
      text: "Sjå kva teneste som dekkjer staden der barnet er, og kva du kan ringje.",
    },
    follow: { heading: "Følg ei melding", text: "Har du ein kode, kan du sjå kven som har meldinga no." },
    write: {
      heading: "Skriv ei uromelding",
      text: "Du svarer på nokre spørsmål, ser over svara og sender. Er du barnet det gjeld, finst det ein kort veg for deg.",
    },
    time: {
      heading: "Kor lang tid tek det?",
      text: "Barnevernstenesta skal gå gjennom ei melding så snart som råd, og seinast innan ei veke (barnevernslova § 2-1). Innan tre veker skal ho stadfeste til deg at ho har fått meldinga (§ 13-3). Stadfestinga kan utebli når meldinga er openbert grunnlaus, eller av andre særlege grunnar.",
    },
    name: {
      heading: "Du kan ikkje vere anonym her",
      text: "Barnevernstenesta får vite kven du er når ei melding blir send gjennom denne tenesta. Foreldra kan ha rett til å sjå meldinga, og namnet ditt kan bli kjent for dei. Vil du vere anonym, kan du ringje eller sende brev. Melder du frå i jobben din, kan du ikkje vere anonym.",
    },
  },
  service: {
    title: "Finn barnevernstenesta",
    lead: "Skriv kvar barnet bur eller er no. Er du usikker, skriv kvar barnet var då du vart uroa.",
    label: "Kommune eller bydel",
    description: "Til dømes Alver. I Oslo, Bergen, Stavanger og Trondheim kan du skrive bydelen.",
    submit: "Finn tenesta",
    empty: "Skriv namnet på ein kommune eller ein bydel.",
    unknown: "Vi finn ikkje denne staden. Sjå etter skrivefeil, eller skriv namnet på kommunen.",
    unknownWithSuggestions: "Vi finn ikkje denne staden. Meinte du ein av stadene under?",
    several: "Fleire stader heiter dette. Vel ein av stadene under.",
    choose: "Vel stad",
    district: (municipality) => `Kva bydel i ${municipality}?`,
    districtLead: "Her er det fleire barnevernstenester. Kvar dekkjer sine bydelar.",
    districtLabel: "Bydelen der barnet bur eller er no",
    districtUnknown: "Eg veit ikkje",
    districtEmpty: "Vel ein bydel, eller «Eg veit ikkje».",
    districtSubmit: "Vis tenesta",
    covers: (place) => `Tenesta for ${place}`,
    allServices: (municipality) => `Barnevernstenestene i ${municipality}`,
    severalLead:
      "Veit du ikkje bydelen, kan du ringje kven som helst av dei. Dei finn ut kven som skal ta saka.",
    daytime: "Tenestene er som regel opne på kvardagar frå 8.00 til 15.30.",
    closedNow: "Barnevernstenesta er som regel stengd no",
    emergency: "Barnevernsvakta",
    emergencyAlways: "Har vakt heile døgnet.",
    noEmergency:
      "Vi kjenner ikkje nummeret til barnevernsvakta her. Ring Alarmtelefonen, så hjelper dei deg vidare.",
    noPhone: "Vi har ikkje nummeret til tenesta. Ring sentralbordet i kommunen og be om barnevernstenesta.",
    notHere: (place) => `${place}: inga teneste her`,
    notHereText:
      "Barnevernstenesta for denne staden er ikkje med i Framme. Ho finst likevel: ring sentralbordet i kommunen og be om barnevernstenesta.",
    another: "Finn ei teneste for ein annan stad",
    down: "Vi får ikkje slått opp tenestene akkurat no",
    downText:
      "Prøv igjen om litt. Hastar det, skal du ikkje vente: ring eit av nummera under, eller sentralbordet i kommunen.",
  },
  follow: {
    title: "Følg ei melding",
    lead: "Skriv koden som vart laga då meldinga vart send. Du får sjå kven som har meldinga no, men ikkje kven ho handlar om.",
    label: "Kode",
    description:
      "26 teikn, til dømes 1A2B-3C4D-5E6F-7G8H-9JKMN-PQRST. Bindestrekar og store bokstavar spelar inga rolle.",
    submit: "Vis kvar meldinga er",
    empty: "Skriv koden.",
    unknown: "Vi kjenner ikkje denne koden. Kontroller kvart teikn og prøv igjen.",
    foundTitle: "Kvar meldinga er",
    nth: (place, all) => `${place} av ${all}`,
    severalLead: "Meldinga har fleire mottakarar. Kvar av dei blir følgd for seg.",
    now: "No",
    next: "Det neste som skal skje",
    history: "Dette har skjedd",
    late: "Dette er forseinka",
    due: (what, when) => `${what} innan ${when}.`,
    lateWhatToDo:
      "Meldinga er ikkje borte, og du treng ikkje sende ho på nytt. Hastar det, eller vil du vere sikker på at barnevernstenesta veit om saka no, ring tenesta.",
    review: (when) => `Etter lova skal barnevernstenesta gå gjennom meldinga seinast ${when}.`,
    reviewPast: (when) => `Etter lova skulle barnevernstenesta gå gjennom meldinga seinast ${when}.`,
    notShown: "Vi viser ikkje her om nokon har lese ho.",
    confirmation: (day) =>
      `Seinast ${day} skal ho som regel ha stadfesta til deg at ho har fått meldinga. Har du ikkje høyrt noko då, ring tenesta.`,
    nothingOwed: "Du treng ikkje gjere noko.",
    find: "Finn nummeret til barnevernstenesta",
    another: "Følg ei anna melding",
    shownAt: (when) => `Slik var det ${when}. Last sida på nytt for å sjå om noko har endra seg.`,
    down: "Vi får ikkje vite kvar meldinga er akkurat no",
    downText:
      "Den nasjonale tenesta svarer ikkje. Det betyr ikkje at meldinga er borte: det som er lagra, ligg der framleis. Koden din står i feltet under. Prøv igjen om litt.",
    tooMany: "Det er prøvd for mange kodar på kort tid",
    tooManyText: (when) => `Prøv igjen etter kl. ${when}. Koden din står i feltet under.`,
  },
  problem: {
    notFound: { title: "Sida finst ikkje", text: "Adressa kan vere skriven feil, eller sida er flytta." },
    foreign: {
      title: "Skjemaet kom ikkje frå denne sida",
      text: "Difor vart det ikkje brukt. Gå til framsida og prøv igjen derifrå.",
    },
    tooLarge: {
      title: "Det vart for mykje tekst",
      text: "Felta her tek berre eit stadnamn eller ein kode. Gå tilbake og skriv kortare.",
    },
    failed: {
      title: "Noko gjekk gale hos oss",
      text: "Inga melding er borte av den grunn. Prøv igjen om litt.",
    },
  },
  sentences,
  owed,
};
