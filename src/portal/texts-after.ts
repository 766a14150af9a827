// What the portal says to somebody who has sent a report: about ending the following of it, and about the one
// reminder. Bokmål first; Nynorsk has the same shape, text by text.

import type { InEach } from "../web/language.ts";

const nb = {
  close: {
    heading: "Ferdig med å følge?",
    about:
      "Du kan avslutte koden. Da slutter den å virke, for alle og for godt. Meldingen blir ikke slettet og blir behandlet som før.",
    start: "Avslutt koden",
    title: "Vil du avslutte koden?",
    lead: "Etterpå kan ingen bruke den, heller ikke du. Det kan ikke gjøres om.",
    whatStays:
      "Dette skjer ikke: meldingen blir ikke trukket tilbake eller slettet, og den blir behandlet som før.",
    reminderToo: "Har du bedt om en påminnelse for denne koden, blir den slettet.",
    confirm: "Ja, avslutt koden for godt",
    back: "Nei, vis hvor meldingen er",
    doneTitle: "Koden virker ikke lenger",
    done: "Skriver noen koden nå, får de samme svar som om den aldri fantes.",
    doneStays:
      "Meldingen er ikke slettet og blir behandlet som før. Har du noe mer å si, ring barnevernstjenesten.",
    down: "Koden er ikke avsluttet",
    downText:
      "Den nasjonale tjenesten svarer ikke. Koden virker som før. Prøv igjen om litt med knappen under.",
    tooMany: "Koden er ikke avsluttet: for mange forsøk på kort tid",
    tooManyText: (when: string) => `Prøv igjen etter kl. ${when} med knappen under.`,
  },
  reminder: {
    heading: "Vil du ha en påminnelse?",
    about:
      "Innen tre uker skal barnevernstjenesten som regel ha bekreftet til deg at den har fått meldingen. Vi kan minne deg på å se etter.",
    whatItSays: "Du får én påminnelse, omtrent tre uker etter at du sendte. Dette er alt som står der:",
    erased:
      "Adressen eller nummeret blir lagret kryptert og atskilt fra meldingen, og slettet når påminnelsen er sendt eller du avslutter koden, og uansett 30 dager etter at den skulle vært sendt. Barnevernstjenesten får det ikke.",
    othersSee: "Velg et sted der det er trygt at andre ser dette.",
    label: { both: "E-post eller mobilnummer", mail: "E-post", sms: "Mobilnummer" },
    description: {
      both: "For eksempel navn@example.no eller 900 00 000",
      mail: "For eksempel navn@example.no",
      sms: "For eksempel 900 00 000",
    },
    submit: "Minn meg på det",
    keptHeading: "Du får en påminnelse",
    kept: (when: string) =>
      `Vi sender den ${when}. Skrev du feil, kan du be om en ny: den kommer i stedet for denne.`,
    errors: {
      empty: "Skriv hvor påminnelsen skal sendes.",
      "not-mail": "Dette er ikke en e-postadresse. Den skal se ut som navn@example.no.",
      "not-phone": "Dette er ikke et norsk mobilnummer: åtte siffer som begynner på 4 eller 9.",
      neither: "Skriv en e-postadresse som navn@example.no, eller et norsk mobilnummer med åtte siffer.",
      "only-mail": "Her kan påminnelsen bare sendes til e-post.",
      "only-sms": "Her kan påminnelsen bare sendes til et norsk mobilnummer.",
    },
    /** All that the reminder itself says. It is read by whoever sees the phone. */
    subject: "Påminnelse",
    text: "Hei. Du ba om en påminnelse. Bruk koden din for å se om det er noe nytt.",
  },
};

export type AfterTexts = typeof nb;

const nn: AfterTexts = {
  close: {
    heading: "Ferdig med å følgje?",
    about:
      "Du kan avslutte koden. Då sluttar han å verke, for alle og for godt. Meldinga blir ikkje sletta og blir behandla som før.",
    start: "Avslutt koden",
    title: "Vil du avslutte koden?",
    lead: "Etterpå kan ingen bruke han, heller ikkje du. Det kan ikkje gjerast om.",
    whatStays:
      "Dette skjer ikkje: meldinga blir ikkje trekt tilbake eller sletta, og ho blir behandla som før.",
    reminderToo: "Har du bede om ei påminning for denne koden, blir ho sletta.",
    confirm: "Ja, avslutt koden for godt",
    back: "Nei, vis kvar meldinga er",
    doneTitle: "Koden verkar ikkje lenger",
    done: "Skriv nokon koden no, får dei same svar som om han aldri fanst.",
    doneStays:
      "Meldinga er ikkje sletta og blir behandla som før. Har du noko meir å seie, ring barnevernstenesta.",
    down: "Koden er ikkje avslutta",
    downText:
      "Den nasjonale tenesta svarer ikkje. Koden verkar som før. Prøv igjen om litt med knappen under.",
    tooMany: "Koden er ikkje avslutta: for mange forsøk på kort tid",
    tooManyText: (when) => `Prøv igjen etter kl. ${when} med knappen under.`,
  },
  reminder: {
    heading: "Vil du ha ei påminning?",
    about:
      "Innan tre veker skal barnevernstenesta som regel ha stadfesta til deg at ho har fått meldinga. Vi kan minne deg på å sjå etter.",
    whatItSays: "Du får éi påminning, om lag tre veker etter at du sende. Dette er alt som står der:",
    erased:
      "Adressa eller nummeret blir lagra kryptert og skilt frå meldinga, og sletta når påminninga er send eller du avsluttar koden, og uansett 30 dagar etter at ho skulle vore send. Barnevernstenesta får det ikkje.",
    othersSee: "Vel ein stad der det er trygt at andre ser dette.",
    label: { both: "E-post eller mobilnummer", mail: "E-post", sms: "Mobilnummer" },
    description: {
      both: "Til dømes namn@example.no eller 900 00 000",
      mail: "Til dømes namn@example.no",
      sms: "Til dømes 900 00 000",
    },
    submit: "Minn meg på det",
    keptHeading: "Du får ei påminning",
    kept: (when) => `Vi sender ho ${when}. Skreiv du feil, kan du be om ei ny: ho kjem i staden for denne.`,
    errors: {
      empty: "Skriv kvar påminninga skal sendast.",
      "not-mail": "Dette er ikkje ei e-postadresse. Ho skal sjå ut som namn@example.no.",
      "not-phone": "Dette er ikkje eit norsk mobilnummer: åtte siffer som byrjar på 4 eller 9.",
      neither: "Skriv ei e-postadresse som namn@example.no, eller eit norsk mobilnummer med åtte siffer.",
      "only-mail": "Her kan påminninga berre sendast til e-post.",
      "only-sms": "Her kan påminninga berre sendast til eit norsk mobilnummer.",
    },
    subject: "Påminning",
    text: "Hei. Du bad om ei påminning. Bruk koden din for å sjå om det er noko nytt.",
  },
};

export const afterTexts: InEach<AfterTexts> = { nb, nn };
