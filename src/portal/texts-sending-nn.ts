// What the portal says in Nynorsk around the form, as texts-sending-nb.ts in Bokmål.

import type { SendingTexts } from "./texts-sending-nb.ts";

export const sendingNn: SendingTexts = {
  begin: {
    title: "Skriv ei uromelding",
    running: "Du har begynt på ei melding",
    runningText: (when) => `Ho er ikkje send. Svara blir sletta ${when} viss du ikkje gjer noko.`,
    goOn: "Hald fram med meldinga",
    erase: "Slett det du har skrive",
    sent: "Du har trykt «Send» på ei melding herifrå",
    sentText: "Sjå om ho er send, og finn koden og kvitteringa.",
    toSent: "Sjå koden og kvitteringa",
    goneSent: "Svara er ikkje her lenger",
    goneSentText:
      "Svar blir sletta når meldinga er lagra i den nasjonale tenesta, når du slettar dei sjølv, eller etter 24 timar. Under kan du sjå kva som er sendt.",
    gone: "Vi finn ikkje det du skreiv",
    goneText:
      "Det har gått meir enn 24 timar sidan sist, eller du er i ein annan nettlesar. Svara er sletta. Hadde du ikkje trykt «Send», er ingenting sendt. Har du fått ein kode, kan du følgje meldinga med han. Du kan begynne på nytt her. Hastar det, ring.",
    tooMany: "Det er begynt på mange meldingar frå dette nettet",
    tooManyText: (when) =>
      `Prøv igjen etter kl. ${when}. Hastar det, skal du ikkje vente: ring eit av nummera under.`,
  },
  erased: {
    title: "Det du skreiv, er sletta",
    text: "Svara er sletta hos oss, og kan ikkje hentast tilbake.",
    alreadySent: "Ei melding som du har sendt, blir ikkje trekt tilbake av dette.",
    again: "Begynn på ei ny melding",
  },
  notices: {
    expired: {
      heading: "Du må svare på noko på nytt",
      text: "Du var borte i meir enn 24 timar, og det du hadde skrive på sidene før denne, er sletta. Det du skreiv på denne sida, står her framleis. Trykk deg vidare, så spør vi om resten på nytt. Ingenting er sendt.",
    },
    sentBefore: {
      heading: "Dette er ei ny melding",
      text: "Meldinga du skreiv før, er send, og svara er sletta hos oss. Det du skreiv på denne sida, er byrjinga på ei ny melding, som ikkje er send.",
    },
    changedElsewhere: {
      heading: "Svara er endra",
      text: "Svara er endra i ei anna fane. Sjå over dei på nytt.",
    },
    notSealed: {
      heading: "Ikkje sendt enno",
      text: "Vi får ikkje tak i den nasjonale tenesta, og kan ikkje forsegle meldinga. Alle svara står her framleis. Vent litt, og trykk «Send» igjen. Hastar det, skal du ikkje vente: ring.",
    },
    cannotSeal: {
      heading: "Ikkje sendt enno",
      text: "Barnevernstenesta kan ikkje få meldingar herifrå no, fordi nøkkelen deira ikkje er gyldig. Alle svara står her framleis. Ring barnevernstenesta, eller prøv igjen seinare.",
    },
    tooLarge: {
      heading: "Ikkje sendt enno",
      text: "Meldinga er for lang til å sendast. Alle svara står her framleis. Kort ned den lengste teksten, og trykk «Send» igjen.",
    },
    sealedAlready: {
      heading: "Meldinga er forsegla",
      text: "Denne meldinga er allereie forsegla og blir send av seg sjølv. Trykkjer du «Send» igjen, blir det ikkje to meldingar.",
    },
    changedAfter: {
      heading: "Svara er endra etter at meldinga vart forsegla",
      text: "Ei melding med dei førre svara er allereie forsegla. Ho blir send av seg sjølv og kan ikkje endrast. Sender du no, blir det ei ny melding med ein ny kode, i tillegg til den første.",
    },
    tooManyDrafts: {
      heading: "Ikkje teke vare på",
      text: "Det er begynt på mange meldingar frå dette nettet, så vi kan ikkje ta vare på denne akkurat no. Det du skreiv på denne sida, står her framleis. La sida stå open og prøv igjen om litt.",
    },
  },
  sent: {
    title: "Meldinga er lagra og på veg",
    titleNot: "Ikkje sendt enno",
    titlePart: "Ikkje alt er sendt enno",
    partText: (sent, all) =>
      `Meldinga går til fleire barnevernstenester. ${sent} av ${all} er lagra og på veg.`,
    nth: (place, all) => `${place} av ${all}`,
    to: (service) => `Til ${service}`,
    at: (when) => `Lagra ${when}.`,
    notRead: "Det betyr ikkje at nokon har lese meldinga.",
    next: "Det neste som skal skje",
    urgent: "Hastar det?",
    call: (name) => `Ring ${name}`,
    callOther: "Vi har ikkje nummeret til tenesta. Ring sentralbordet i kommunen, eller Alarmtelefonen",
    closed: "Barnevernstenesta er som regel stengd no. Ring",
    notYet: "Ikkje sendt enno",
    notYetText:
      "Meldinga er forsegla og ligg hos oss. Den nasjonale tenesta har ikkje svart. Vi prøver igjen av oss sjølve heilt til ho har lagra meldinga. Du kan lukke sida, men ta vare på koden først: utan han kan du ikkje sjå om meldinga kom fram.",
    tryNow: "Prøv å sende no",
    closedByHand:
      "Ein person hos oss har teke over denne meldinga. Ring tenesta for å vere sikker på at ho veit om saka.",
    code: "Koden din",
    codeText:
      "Med koden kan du sjå kvar meldinga er no. Skriv han ned eller lagre kvitteringa. Vi kan ikkje finne koden igjen for deg.",
    codeBoth: "Koden er den same for alle mottakarane.",
    codeLater: "Koden verkar først når meldinga er send.",
    codeWhere: "Bruk koden på sida",
    follow: "Følg ei melding",
    receipt: "Kvittering",
    receiptText: "Kvitteringa seier ikkje kva du skreiv, eller kven det gjeld. Ho har koden din i seg.",
    pdf: "Last ned kvitteringa (PDF)",
    json: "Last ned den signerte kvitteringa (JSON)",
    jsonNth: (place, all) => `Last ned den signerte kvitteringa (JSON), ${place} av ${all}`,
    earlier: "Sendt tidlegare frå denne nettlesaren",
    twoReports:
      "Du endra svara etter at den første meldinga var forsegla. Difor er dette to meldingar med kvar sin kode, og begge blir sende.",
    remove: "Bruker andre denne maskina?",
    removeText:
      "Fjern koden og kvitteringa frå denne nettlesaren når du har teke vare på dei. Det du har sendt, blir ikkje påverka.",
    removeButton: "Fjern frå denne nettlesaren",
    shownAt: (when) => `Slik var det ${when}. Du kan trygt laste sida på nytt.`,
    goneTitle: "Vi finn ingenting som er sendt herifrå",
  },
  login: {
    neededTitle: "Du må logge inn",
    neededText:
      "Når du melder frå i jobben din, hentar vi namnet og arbeidsstaden din frå innlogginga. Det du har skrive, er her når du kjem tilbake.",
    button: "Logg inn",
    instead: "Eg melder ikkje frå i jobben",
    refused: {
      title: "Du avbraut innlogginga",
      text: "Ingenting er sendt, og det du har skrive, er her framleis.",
    },
    "too-low": {
      title: "Innlogginga var ikkje sikker nok",
      text: "Du må logge inn på det høgaste nivået, til dømes med BankID. Det du har skrive, er her framleis.",
    },
    expired: {
      title: "Innlogginga vart for gammal",
      text: "Ho må gjerast ferdig innan ti minutt, i den same nettlesaren. Det du har skrive, er her framleis.",
    },
    "not-reached": {
      title: "Vi får ikkje tak i innlogginga akkurat no",
      text: "Prøv igjen om litt. Det du har skrive, er her framleis.",
    },
    again: "Prøv å logge inn igjen",
    back: "Tilbake til meldinga",
  },
  tooLong: {
    title: "Det vart for mykje tekst på éin gong",
    text: "Éi side kan ta imot omtrent ein million teikn. Gå tilbake i nettlesaren, så står teksten der, og kort han ned. Ingenting er sendt.",
  },
  pdf: {
    title: "Kvittering",
    code: "Kode",
    codeText:
      "Med koden kan du sjå kvar meldinga er. Ta godt vare på han: vi kan ikkje finne han igjen for deg.",
    where: (address) => `Bruk han her: ${address}`,
    nth: (place, all) => `${place} av ${all}`,
    at: (when) => `Lagra i den nasjonale tenesta ${when}.`,
    reference: (id) => `Referanse: ${id}`,
    meansHeading: "Kva dette betyr",
    means: "Den nasjonale tenesta har lagra det du sende, forsegla, og skal levere det vidare.",
    meansNot:
      "Det betyr ikkje at mottakaren har fått det enno, eller at nokon har lese det. Det ser du med koden.",
    urgent: "Hastar det, skal du ikkje vente: ring 112 ved fare for liv eller helse, eller 116 111.",
    missing: (missing, all) => `${missing} av ${all} er ikkje sende enno.`,
  },
};
