// What the portal says in Bokmål, in plain words and as «du». Nynorsk has the same shape (texts-nn.ts), so a text
// that lacks there does not compile. Never "received": who has the report, and who has not, is said by name.

import type { ReceiptKind } from "../core/receipt.ts";

const sentences: Record<ReceiptKind, string | null> = {
  accepted: "Lagret i den nasjonale tjenesten. Ikke hos barnevernstjenesten ennå.",
  claimed:
    "Kommunens system har meldt at det har tatt imot meldingen. Vi har ikke kontrollert det ennå. Du trenger ikke gjøre noe.",
  stored: "Lagret hos kommunen, men ennå ikke registrert i fagsystemet.",
  confirmed: "Meldingen er registrert hos barnevernstjenesten. Det betyr ikke at noen har lest den.",
  registered: "Meldingen er registrert hos barnevernstjenesten. Det betyr ikke at noen har lest den.",
  declined: "Tjenesten kunne ikke ta imot ennå. Vi følger det opp.",
  printed: "Sendt på papir fordi den ikke kom fram elektronisk i tide.",
  proven: "Sist kontrollert.",
  opened: "En saksbehandler hos barnevernstjenesten har åpnet meldingen.",
  returned: null,
  erased: null,
  reviewed: null,
};

/** Who is to do what, in front of «innen» and a time; and the same once the time is out. */
const owed = {
  claimed: {
    due: "Kommunens system skal melde at det har tatt imot meldingen",
    late: "Kommunens system skulle ha meldt at det har tatt imot meldingen",
  },
  confirmed: {
    due: "En person skal kontrollere at meldingen finnes i fagsystemet",
    late: "En person skulle ha kontrollert at meldingen finnes i fagsystemet",
  },
  stored: {
    due: "Systemet hos kommunen skal bekrefte at meldingen er lagret der",
    late: "Systemet hos kommunen skulle ha bekreftet at meldingen er lagret der",
  },
  registered: {
    due: "Systemet hos kommunen skal bekrefte at meldingen er registrert i fagsystemet",
    late: "Systemet hos kommunen skulle ha bekreftet at meldingen er registrert i fagsystemet",
  },
};

export const nb = {
  errorHeading: "Noe må rettes",
  toStart: "Til forsiden",
  urgent: {
    heading: "Ring hvis det haster",
    police: "Fare for liv eller helse: ring politiet",
    alarm: "Alarmtelefonen for barn og unge, gratis hele døgnet, også for voksne som er bekymret",
    outside: "Kveld, natt og helg kan du ringe barnevernsvakten.",
    find: "Finn nummeret der barnet er",
  },
  start: {
    title: "Er du bekymret for et barn?",
    lead: "Du trenger ikke å være sikker på at noe er galt for å melde fra. Du kan skrive en bekymringsmelding her, og du får se hvem som har den, og hvem som ikke har den ennå.",
    find: {
      heading: "Finn barnevernstjenesten",
      text: "Se hvilken tjeneste som dekker stedet der barnet er, og hva du kan ringe.",
    },
    follow: { heading: "Følg en melding", text: "Har du en kode, kan du se hvem som har meldingen nå." },
    write: {
      heading: "Skriv en bekymringsmelding",
      text: "Du svarer på noen spørsmål, ser over svarene og sender. Er du barnet det gjelder, finnes det en kort vei for deg.",
    },
    time: {
      heading: "Hvor lang tid tar det?",
      text: "Barnevernstjenesten skal gå gjennom en melding så snart som mulig, og senest innen en uke (barnevernsloven § 2-1). Innen tre uker skal den bekrefte til deg at den har fått meldingen (§ 13-3). Bekreftelsen kan utebli når meldingen er åpenbart grunnløs, eller av andre særlige grunner.",
    },
    name: {
      heading: "Du kan ikke være anonym her",
      text: "Barnevernstjenesten får vite hvem du er når en melding blir sendt gjennom denne tjenesten. Foreldrene kan ha rett til å se meldingen, og navnet ditt kan bli kjent for dem. Vil du være anonym, kan du ringe eller sende brev. Melder du fra i jobben din, kan du ikke være anonym.",
    },
  },
  service: {
    title: "Finn barnevernstjenesten",
    lead: "Skriv hvor barnet bor eller er nå. Er du usikker, skriv hvor barnet var da du ble bekymret.",
    label: "Kommune eller bydel",
    description: "For eksempel Alver. I Oslo, Bergen, Stavanger og Trondheim kan du skrive bydelen.",
    submit: "Finn tjenesten",
    empty: "Skriv navnet på en kommune eller en bydel.",
    unknown: "Vi finner ikke dette stedet. Se etter skrivefeil, eller skriv navnet på kommunen.",
    unknownWithSuggestions: "Vi finner ikke dette stedet. Mente du et av stedene under?",
    several: "Flere steder heter dette. Velg ett av stedene under.",
    choose: "Velg sted",
    district: (municipality: string) => `Hvilken bydel i ${municipality}?`,
    districtLead: "Her er det flere barnevernstjenester. Hver dekker sine bydeler.",
    districtLabel: "Bydelen der barnet bor eller er nå",
    districtUnknown: "Jeg vet ikke",
    districtEmpty: "Velg en bydel, eller «Jeg vet ikke».",
    districtSubmit: "Vis tjenesten",
    covers: (place: string) => `Tjenesten for ${place}`,
    allServices: (municipality: string) => `Barnevernstjenestene i ${municipality}`,
    severalLead:
      "Vet du ikke bydelen, kan du ringe hvilken som helst av dem. De finner ut hvem som skal ta saken.",
    daytime: "Tjenestene er som regel åpne på hverdager fra 8.00 til 15.30.",
    closedNow: "Barnevernstjenesten er som regel stengt nå",
    emergency: "Barnevernsvakten",
    emergencyAlways: "Har vakt hele døgnet.",
    noEmergency:
      "Vi kjenner ikke nummeret til barnevernsvakten her. Ring Alarmtelefonen, så hjelper de deg videre.",
    noPhone:
      "Vi har ikke nummeret til tjenesten. Ring sentralbordet i kommunen og be om barnevernstjenesten.",
    notHere: (place: string) => `${place}: ingen tjeneste her`,
    notHereText:
      "Barnevernstjenesten for dette stedet er ikke med i Framme. Den finnes likevel: ring sentralbordet i kommunen og be om barnevernstjenesten.",
    another: "Finn en tjeneste for et annet sted",
    down: "Vi får ikke slått opp tjenestene akkurat nå",
    downText:
      "Prøv igjen om litt. Haster det, skal du ikke vente: ring et av numrene under, eller sentralbordet i kommunen.",
  },
  follow: {
    title: "Følg en melding",
    lead: "Skriv koden som ble laget da meldingen ble sendt. Du får se hvem som har meldingen nå, men ikke hvem den handler om.",
    label: "Kode",
    description:
      "26 tegn, for eksempel 1A2B-3C4D-5E6F-7G8H-9JKMN-PQRST. Bindestreker og store bokstaver spiller ingen rolle.",
    submit: "Vis hvor meldingen er",
    empty: "Skriv koden.",
    unknown: "Vi kjenner ikke denne koden. Kontroller hvert tegn og prøv igjen.",
    foundTitle: "Hvor meldingen er",
    nth: (place: number, all: number) => `${place} av ${all}`,
    severalLead: "Meldingen har flere mottakere. Hver av dem følges for seg.",
    now: "Nå",
    next: "Det neste som skal skje",
    history: "Dette har skjedd",
    late: "Dette er forsinket",
    due: (what: string, when: string) => `${what} innen ${when}.`,
    lateWhatToDo:
      "Meldingen er ikke borte, og du trenger ikke sende den på nytt. Haster det, eller vil du være sikker på at barnevernstjenesten vet om saken nå, ring tjenesten.",
    review: (when: string) => `Etter loven skal barnevernstjenesten gå gjennom meldingen senest ${when}.`,
    reviewPast: (when: string) =>
      `Etter loven skulle barnevernstjenesten gå gjennom meldingen senest ${when}.`,
    notShown: "Vi viser ikke her om noen har lest den.",
    confirmation: (day: string) =>
      `Senest ${day} skal den som regel ha bekreftet til deg at den har fått meldingen. Har du ikke hørt noe da, ring tjenesten.`,
    nothingOwed: "Du trenger ikke gjøre noe.",
    find: "Finn nummeret til barnevernstjenesten",
    another: "Følg en annen melding",
    shownAt: (when: string) => `Slik var det ${when}. Last siden på nytt for å se om noe har endret seg.`,
    down: "Vi får ikke vite hvor meldingen er akkurat nå",
    downText:
      "Den nasjonale tjenesten svarer ikke. Det betyr ikke at meldingen er borte: det som er lagret, ligger der fortsatt. Koden din står i feltet under. Prøv igjen om litt.",
    tooMany: "Det er prøvd for mange koder på kort tid",
    tooManyText: (when: string) => `Prøv igjen etter kl. ${when}. Koden din står i feltet under.`,
  },
  problem: {
    notFound: { title: "Siden finnes ikke", text: "Adressen kan være skrevet feil, eller siden er flyttet." },
    foreign: {
      title: "Skjemaet kom ikke fra denne siden",
      text: "Derfor ble det ikke brukt. Gå til forsiden og prøv igjen derfra.",
    },
    tooLarge: {
      title: "Det ble for mye tekst",
      text: "Feltene her tar bare et stedsnavn eller en kode. Gå tilbake og skriv kortere.",
    },
    failed: {
      title: "Noe gikk galt hos oss",
      text: "Ingen melding er borte av den grunn. Prøv igjen om litt.",
    },
  },
  sentences,
  owed,
};

export type Texts = typeof nb;
