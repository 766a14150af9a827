// What a reporter is told about checks: which place the report was found in the last time somebody looked, and when. It
// is said as calmly as it is true. Bokmål first; Nynorsk has the same shape, text by text.

import type { InEach } from "../web/language.ts";

const nb = {
  /** After a time. */
  inCaseSystem: (when: string) => `Sist kontrollert ${when}: meldingen lå i fagsystemet.`,
  atMunicipality: (when: string) => `Sist kontrollert ${when}: meldingen lå hos kommunen.`,
  /** The same where it is not there now. */
  foundInCaseSystem: (when: string) => `Sist funnet i fagsystemet ${when}.`,
  foundAtMunicipality: (when: string) => `Sist funnet hos kommunen ${when}.`,
  notYet: "Ikke kontrollert ennå. Kontrollen kommer av seg selv.",
  notControlled: "Ikke kontrollert i fagsystemet: det kan ikke selv vise at det har meldingen.",
  confirmed:
    "En person eller en daglig liste fra fagsystemet har bekreftet det. Vi kan ikke kontrollere det herfra.",
  silent:
    "Systemet i kommunen har ikke svart på den siste kontrollen. Det kan være uten nett. Vi spør igjen.",
  cannot: "Vi kan ikke kontrollere denne meldingen herfra.",
  cannotAgain: "Vi kan ikke kontrollere denne meldingen flere ganger herfra.",
  lost: "Ved den siste kontrollen fant vi ikke meldingen slik du sendte den.",
  lostAgain: "Vi har sendt den på nytt. Barnevernstjenesten og vi følger det opp.",
  lostAgainWhatToDo:
    "Du trenger ikke sende den på nytt. Haster det, eller vil du være sikker på at barnevernstjenesten vet om saken nå, ring tjenesten.",
  lostForGood:
    "Vi har ikke innholdet lenger, og kan ikke sende den på nytt. Barnevernstjenesten og vi følger det opp.",
  lostForGoodWhatToDo: "Ring barnevernstjenesten, og fortell det du meldte.",
  howHeading: "Hva er en kontroll?",
  how: "Den nasjonale tjenesten spør systemet i kommunen om noe som bare kan besvares av den som fortsatt har hele meldingen, tegn for tegn. Ingen leser meldingen for å kontrollere den.",
  toVerify: "Slik kan du kontrollere kvitteringen selv",
  toLog: "Se loggen over alle kvitteringer",
};

export type CheckTexts = typeof nb;

const nn: CheckTexts = {
  inCaseSystem: (when) => `Sist kontrollert ${when}: meldinga låg i fagsystemet.`,
  atMunicipality: (when) => `Sist kontrollert ${when}: meldinga låg hos kommunen.`,
  foundInCaseSystem: (when) => `Seinast funnen i fagsystemet ${when}.`,
  foundAtMunicipality: (when) => `Seinast funnen hos kommunen ${when}.`,
  notYet: "Ikkje kontrollert enno. Kontrollen kjem av seg sjølv.",
  notControlled: "Ikkje kontrollert i fagsystemet: det kan ikkje sjølv vise at det har meldinga.",
  confirmed:
    "Ein person eller ei dagleg liste frå fagsystemet har stadfesta det. Vi kan ikkje kontrollere det herifrå.",
  silent:
    "Systemet i kommunen har ikkje svart på den siste kontrollen. Det kan vere utan nett. Vi spør igjen.",
  cannot: "Vi kan ikkje kontrollere denne meldinga herifrå.",
  cannotAgain: "Vi kan ikkje kontrollere denne meldinga fleire gonger herifrå.",
  lost: "Ved den siste kontrollen fann vi ikkje meldinga slik du sende ho.",
  lostAgain: "Vi har sendt ho på nytt. Barnevernstenesta og vi følgjer det opp.",
  lostAgainWhatToDo:
    "Du treng ikkje sende ho på nytt. Hastar det, eller vil du vere sikker på at barnevernstenesta veit om saka no, ring tenesta.",
  lostForGood:
    "Vi har ikkje innhaldet lenger, og kan ikkje sende ho på nytt. Barnevernstenesta og vi følgjer det opp.",
  lostForGoodWhatToDo: "Ring barnevernstenesta, og fortel det du melde.",
  howHeading: "Kva er ein kontroll?",
  how: "Den nasjonale tenesta spør systemet i kommunen om noko som berre den kan svare på som framleis har heile meldinga, teikn for teikn. Ingen les meldinga for å kontrollere ho.",
  toVerify: "Slik kan du kontrollere kvitteringa sjølv",
  toLog: "Sjå loggen over alle kvitteringar",
};

export const checkTexts: InEach<CheckTexts> = { nb, nn };
