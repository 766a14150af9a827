// What the portal says in Bokmål around the form: before it is begun, when it is sent, and when something is in the way.
// Nynorsk has the same shape (texts-sending-nn.ts). What is not with the hub is «ikke sendt ennå», whatever else is true.

export const sendingNb = {
  begin: {
    title: "Skriv en bekymringsmelding",
    running: "Du har begynt på en melding",
    runningText: (when: string) => `Den er ikke sendt. Svarene slettes ${when} hvis du ikke gjør noe.`,
    goOn: "Fortsett på meldingen",
    erase: "Slett det du har skrevet",
    sent: "Du har trykket «Send» på en melding herfra",
    sentText: "Se om den er sendt, og finn koden og kvitteringen.",
    toSent: "Se koden og kvitteringen",
    goneSent: "Svarene er ikke her lenger",
    goneSentText:
      "Svar slettes når meldingen er lagret i den nasjonale tjenesten, når du sletter dem selv, eller etter 24 timer. Under kan du se hva som er sendt.",
    gone: "Vi finner ikke det du skrev",
    goneText:
      "Det er gått mer enn 24 timer siden sist, eller du er i en annen nettleser. Svarene er slettet. Hadde du ikke trykket «Send», er ingenting sendt. Har du fått en kode, kan du følge meldingen med den. Du kan begynne på nytt her. Haster det, ring.",
    tooMany: "Det er begynt på mange meldinger fra dette nettet",
    tooManyText: (when: string) =>
      `Prøv igjen etter kl. ${when}. Haster det, skal du ikke vente: ring ett av numrene under.`,
  },
  erased: {
    title: "Det du skrev, er slettet",
    text: "Svarene er slettet hos oss, og kan ikke hentes tilbake.",
    alreadySent: "En melding som du har sendt, blir ikke trukket tilbake av dette.",
    again: "Begynn på en ny melding",
  },
  notices: {
    expired: {
      heading: "Du må svare på noe på nytt",
      text: "Du var borte i mer enn 24 timer, og det du hadde skrevet på sidene før denne, er slettet. Det du skrev på denne siden, står her fortsatt. Trykk deg videre, så spør vi om resten på nytt. Ingenting er sendt.",
    },
    sentBefore: {
      heading: "Dette er en ny melding",
      text: "Meldingen du skrev før, er sendt, og svarene er slettet hos oss. Det du skrev på denne siden, er begynnelsen på en ny melding, som ikke er sendt.",
    },
    changedElsewhere: {
      heading: "Svarene er endret",
      text: "Svarene er endret i en annen fane. Se over dem på nytt.",
    },
    notSealed: {
      heading: "Ikke sendt ennå",
      text: "Vi får ikke tak i den nasjonale tjenesten, og kan ikke forsegle meldingen. Alle svarene står her fortsatt. Vent litt, og trykk «Send» igjen. Haster det, skal du ikke vente: ring.",
    },
    cannotSeal: {
      heading: "Ikke sendt ennå",
      text: "Barnevernstjenesten kan ikke få meldinger herfra nå, fordi nøkkelen deres ikke er gyldig. Alle svarene står her fortsatt. Ring barnevernstjenesten, eller prøv igjen senere.",
    },
    tooLarge: {
      heading: "Ikke sendt ennå",
      text: "Meldingen er for lang til å sendes. Alle svarene står her fortsatt. Kort ned den lengste teksten, og trykk «Send» igjen.",
    },
    sealedAlready: {
      heading: "Meldingen er forseglet",
      text: "Denne meldingen er allerede forseglet og sendes av seg selv. Trykker du «Send» igjen, blir det ikke to meldinger.",
    },
    changedAfter: {
      heading: "Svarene er endret etter at meldingen ble forseglet",
      text: "En melding med de forrige svarene er allerede forseglet. Den sendes av seg selv og kan ikke endres. Sender du nå, blir det en ny melding med en ny kode, i tillegg til den første.",
    },
    tooManyDrafts: {
      heading: "Ikke tatt vare på",
      text: "Det er begynt på mange meldinger fra dette nettet, så vi kan ikke ta vare på denne akkurat nå. Det du skrev på denne siden, står her fortsatt. La siden stå åpen og prøv igjen om litt.",
    },
  },
  sent: {
    title: "Meldingen er lagret og på vei",
    titleNot: "Ikke sendt ennå",
    titlePart: "Ikke alt er sendt ennå",
    partText: (sent: number, all: number) =>
      `Meldingen går til flere barnevernstjenester. ${sent} av ${all} er lagret og på vei.`,
    nth: (place: number, all: number) => `${place} av ${all}`,
    to: (service: string) => `Til ${service}`,
    at: (when: string) => `Lagret ${when}.`,
    notRead: "Det betyr ikke at noen har lest meldingen.",
    next: "Det neste som skal skje",
    urgent: "Haster det?",
    call: (name: string) => `Ring ${name}`,
    callOther: "Vi har ikke nummeret til tjenesten. Ring sentralbordet i kommunen, eller Alarmtelefonen",
    closed: "Barnevernstjenesten er som regel stengt nå. Ring",
    notYet: "Ikke sendt ennå",
    notYetText:
      "Meldingen er forseglet og ligger hos oss. Den nasjonale tjenesten har ikke svart. Vi prøver igjen av oss selv helt til den har lagret meldingen. Du kan lukke siden, men ta vare på koden først: uten den kan du ikke se om meldingen kom fram.",
    tryNow: "Prøv å sende nå",
    closedByHand:
      "En person hos oss har tatt over denne meldingen. Ring tjenesten for å være sikker på at den vet om saken.",
    code: "Koden din",
    codeText:
      "Med koden kan du se hvor meldingen er nå. Skriv den ned eller lagre kvitteringen. Vi kan ikke finne koden igjen for deg.",
    codeBoth: "Koden er den samme for alle mottakerne.",
    codeLater: "Koden virker først når meldingen er sendt.",
    codeWhere: "Bruk koden på siden",
    follow: "Følg en melding",
    receipt: "Kvittering",
    receiptText: "Kvitteringen sier ikke hva du skrev, eller hvem det gjelder. Den har koden din i seg.",
    pdf: "Last ned kvitteringen (PDF)",
    json: "Last ned den signerte kvitteringen (JSON)",
    jsonNth: (place: number, all: number) => `Last ned den signerte kvitteringen (JSON), ${place} av ${all}`,
    earlier: "Sendt tidligere fra denne nettleseren",
    twoReports:
      "Du endret svarene etter at den første meldingen var forseglet. Derfor er dette to meldinger med hver sin kode, og begge blir sendt.",
    remove: "Bruker andre denne maskinen?",
    removeText:
      "Fjern koden og kvitteringen fra denne nettleseren når du har tatt vare på dem. Det du har sendt, blir ikke påvirket.",
    removeButton: "Fjern fra denne nettleseren",
    shownAt: (when: string) => `Slik var det ${when}. Du kan trygt laste siden på nytt.`,
    goneTitle: "Vi finner ingenting som er sendt herfra",
  },
  login: {
    neededTitle: "Du må logge inn",
    neededText:
      "Når du melder fra i jobben din, henter vi navnet og arbeidsstedet ditt fra innloggingen. Det du har skrevet, er her når du kommer tilbake.",
    button: "Logg inn",
    instead: "Jeg melder ikke fra i jobben",
    refused: {
      title: "Du avbrøt innloggingen",
      text: "Ingenting er sendt, og det du har skrevet, er her fortsatt.",
    },
    "too-low": {
      title: "Innloggingen var ikke sikker nok",
      text: "Du må logge inn på det høyeste nivået, for eksempel med BankID. Det du har skrevet, er her fortsatt.",
    },
    expired: {
      title: "Innloggingen ble for gammel",
      text: "Den må gjøres ferdig innen ti minutter, i den samme nettleseren. Det du har skrevet, er her fortsatt.",
    },
    "not-reached": {
      title: "Vi får ikke tak i innloggingen akkurat nå",
      text: "Prøv igjen om litt. Det du har skrevet, er her fortsatt.",
    },
    again: "Prøv å logge inn igjen",
    back: "Tilbake til meldingen",
  },
  tooLong: {
    title: "Det ble for mye tekst på én gang",
    text: "Én side kan ta imot omtrent en million tegn. Gå tilbake i nettleseren, så står teksten der, og kort den ned. Ingenting er sendt.",
  },
  pdf: {
    title: "Kvittering",
    code: "Kode",
    codeText:
      "Med koden kan du se hvor meldingen er. Ta godt vare på den: vi kan ikke finne den igjen for deg.",
    where: (address: string) => `Bruk den her: ${address}`,
    nth: (place: number, all: number) => `${place} av ${all}`,
    at: (when: string) => `Lagret i den nasjonale tjenesten ${when}.`,
    reference: (id: string) => `Referanse: ${id}`,
    meansHeading: "Hva dette betyr",
    means: "Den nasjonale tjenesten har lagret det du sendte, forseglet, og skal levere det videre.",
    meansNot:
      "Det betyr ikke at mottakeren har fått det ennå, eller at noen har lest det. Det ser du med koden.",
    urgent: "Haster det, skal du ikke vente: ring 112 ved fare for liv eller helse, eller 116 111.",
    missing: (missing: number, all: number) => `${missing} av ${all} er ikke sendt ennå.`,
  },
};

export type SendingTexts = typeof sendingNb;
