// What the receipt on paper says of how far a report had come and of the log. Whoever finds the paper learns neither what
// it was about nor whom it went to: no word here tells. Bokmål first; Nynorsk has the same shape, text by text.

import type { ReceiptKind } from "../core/receipt.ts";
import type { InEach } from "../web/language.ts";

type Stages = Partial<Record<ReceiptKind, string>>;

const stagesNb: Stages = {
  claimed: "Systemet hos mottakeren sier at det har det. Det er ikke kontrollert.",
  stored: "Lagret hos mottakeren, men ennå ikke registrert i systemet der.",
  confirmed: "Funnet i systemet hos mottakeren av en person eller i en liste.",
  registered: "Registrert i systemet hos mottakeren. Det betyr ikke at noen har lest det.",
  opened: "Registrert i systemet hos mottakeren.",
};

const stagesNn: Stages = {
  claimed: "Systemet hos mottakaren seier at det har det. Det er ikkje kontrollert.",
  stored: "Lagra hos mottakaren, men enno ikkje registrert i systemet der.",
  confirmed: "Funne i systemet hos mottakaren av ein person eller i ei liste.",
  registered: "Registrert i systemet hos mottakaren. Det betyr ikkje at nokon har lese det.",
  opened: "Registrert i systemet hos mottakaren.",
};

const nb = {
  stages: stagesNb,
  inSystem: (when: string) => `Sist kontrollert ${when}: det lå i systemet hos mottakeren.`,
  atReceiver: (when: string) => `Sist kontrollert ${when}: det lå hos mottakeren.`,
  lastFound: (when: string) => `Sist funnet hos mottakeren ${when}.`,
  lost: "Ved den siste kontrollen ble det ikke funnet hos mottakeren slik du sendte det. Det følges opp. Bruk koden for å se hva du kan gjøre.",
  notAsked:
    "Den nasjonale tjenesten svarte ikke da kvitteringen ble laget. Med koden ser du hvor langt det er kommet nå.",
  entry: (place: string, size: string) =>
    `Kvitteringen er linje nummer ${place} i loggen, som da hadde ${size} linjer.`,
  head: (root: string) => `Loggens hode: ${root}`,
  witnesses: (names: string, when: string) => `Loggen er signert også av ${names}, sist ${when}.`,
  noWitness: "Ingen utenfor tjenesten hadde signert dette hodet da kvitteringen ble laget.",
  later:
    "Kvitteringen gjelder fra nå av. Beviset for at den står i loggen, var ikke klart da den ble laget: last den ned igjen om litt.",
  verifyHeading: "Slik kan du kontrollere kvitteringen selv",
  verify:
    "Last ned den signerte kvitteringen (JSON) fra samme side som denne. Med programmet Framme kan hvem som helst kontrollere den, også uten nett:",
  command: "framme verify kvittering.json --hub-key nokkel.pem --witnesses vitner.json",
  keysAt: (address: string) => `Nøklene, og hva svaret betyr, finner du her: ${address}`,
  verifyText:
    "Svaret sier hver for seg om den er signert, om den står i loggen, og om noen utenfor tjenesten har signert loggen.",
};

export type PaperTexts = typeof nb;

const nn: PaperTexts = {
  stages: stagesNn,
  inSystem: (when) => `Sist kontrollert ${when}: det låg i systemet hos mottakaren.`,
  atReceiver: (when) => `Sist kontrollert ${when}: det låg hos mottakaren.`,
  lastFound: (when) => `Seinast funne hos mottakaren ${when}.`,
  lost: "Ved den siste kontrollen vart det ikkje funne hos mottakaren slik du sende det. Det blir følgt opp. Bruk koden for å sjå kva du kan gjere.",
  notAsked:
    "Den nasjonale tenesta svarte ikkje då kvitteringa vart laga. Med koden ser du kor langt det er kome no.",
  entry: (place, size) => `Kvitteringa er linje nummer ${place} i loggen, som då hadde ${size} linjer.`,
  head: (root) => `Hovudet til loggen: ${root}`,
  witnesses: (names, when) => `Loggen er signert òg av ${names}, seinast ${when}.`,
  noWitness: "Ingen utanfor tenesta hadde signert dette hovudet då kvitteringa vart laga.",
  later:
    "Kvitteringa gjeld frå no av. Provet på at ho står i loggen, var ikkje klart då ho vart laga: last ho ned igjen om litt.",
  verifyHeading: "Slik kan du kontrollere kvitteringa sjølv",
  verify:
    "Last ned den signerte kvitteringa (JSON) frå same side som denne. Med programmet Framme kan kven som helst kontrollere ho, òg utan nett:",
  command: "framme verify kvittering.json --hub-key nokkel.pem --witnesses vitner.json",
  keysAt: (address) => `Nøklane, og kva svaret betyr, finn du her: ${address}`,
  verifyText:
    "Svaret seier kvar for seg om ho er signert, om ho står i loggen, og om nokon utanfor tenesta har signert loggen.",
};

export const paper: InEach<PaperTexts> = { nb, nn };
