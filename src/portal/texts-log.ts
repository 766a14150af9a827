// What the portal says of the log and of checking a receipt oneself, to a reporter and to a journalist alike: what it
// shows, what it does not, and what to type. Bokmål first; Nynorsk has the same shape, text by text.

import type { InEach } from "../web/language.ts";
import type { Doubt } from "./hub-log.ts";

const doubts: Record<Doubt, string> = {
  signature:
    "Signaturen på loggen stemmer ikke med nøkkelen vi kjenner. Det kan være en annen logg som er satt i stedet.",
  shorter: "Loggen er kortere enn da den sist ble signert. Linjer kan være fjernet.",
  differs: "Loggen er like lang som før, men ikke den samme. Linjer kan være endret.",
  witnesses:
    "Minst ett vitne har ikke signert de nyeste linjene, og ingenting den siste timen. Det kan være slått av. Det betyr ikke at noe er endret, men vi kan ikke si at alle utenfor har sett etter.",
  "no-witnesses": "Ingen vitner er satt opp her. Da er loggen bare den nasjonale tjenestens eget ord.",
};

const nb = {
  log: {
    title: "Loggen over kvitteringer",
    lead: "Hver kvittering som blir gitt for en bekymringsmelding, får sin linje i en felles logg. Loggen kan bare bli lengre. Ingen kan endre eller fjerne en linje uten at andre kan se det, heller ikke vi som driver tjenesten.",
    confirmed: "Loggen er bekreftet",
    confirmedText: "Signaturene stemmer, og alle vitnene har signert.",
    doubted: "Loggen kan ikke bekreftes nå",
    doubts,
    stillValid: "En kvittering du har fått, er signert for seg, og gjelder som før.",
    down: "Vi får ikke hentet loggen akkurat nå",
    downText:
      "Den nasjonale tjenesten svarer ikke. Det betyr ikke at noe er borte: det som er lagret, ligger der fortsatt. Prøv igjen om litt.",
    factsHeading: "Loggen nå",
    size: "Antall linjer",
    root: "Hodet: et tall som er regnet ut av alle linjene",
    asked: "Hentet",
    witnessesHeading: "Hvem har signert den",
    witnessesText:
      "Vitnene er andre enn vi som driver tjenesten. Hvert av dem kontrollerer at loggen bygger videre på den de signerte forrige gang, og signerer ellers ikke.",
    signedAt: (name: string, when: string) => `${name}: sist ${when}.`,
    notFresh: "Det er mer enn en time siden, og det er kommet linjer etterpå.",
    notSigned: (name: string) => `${name}: vi har ikke fått se noen signatur.`,
    reach: (signed: string, all: string) =>
      `Alle har signert de første ${signed} av ${all} linjer. Nye linjer blir signert om litt.`,
    reachAll: "Alle har signert hele loggen.",
    provesHeading: "Hva en bekreftet logg viser",
    proves: [
      "At en kvittering som står i loggen, var gitt da hodet ble signert.",
      "At ingen har endret, fjernet eller byttet om på linjer siden vitnene signerte forrige gang.",
      "At du og vitnene ser den samme loggen.",
    ],
    notHeading: "Hva loggen ikke viser",
    not: [
      "Den viser ikke at noen har lest en melding, eller hva barnevernstjenesten gjorde.",
      "Den viser ikke at meldingen ligger i fagsystemet i dag. Det er det kontrollene er til for: de står på siden «Følg en melding».",
      "Den viser ikke meldinger som aldri fikk noen kvittering.",
      "Den viser ikke hvem, hvor eller når. Hver linje er et tall som bare den som har kvitteringen, kan kjenne igjen. Derfor viser vi bare hvor mange linjer det er, og ikke når de kom.",
    ],
    selfHeading: "Se etter selv",
    self: "Du trenger ikke tro på denne siden. Den som vil, kan hente loggen og regne over den med programmet Framme:",
    selfCheckpoint: "Dette henter hodet og signaturene:",
    toVerify: "Slik kan du kontrollere en kvittering selv",
  },
  keys: {
    text: "Kommandoen trenger to filer med nøkler. Er du i tvil, få dem av et av vitnene, og se at de er de samme.",
    hub: "Den nasjonale tjenestens nøkkel (nokkel.pem)",
    witnesses: "Vitnenes nøkler (vitner.json)",
  },
  verify: {
    title: "Slik kan du kontrollere kvitteringen selv",
    lead: "Du trenger ikke tro på oss. Kvitteringen er signert slik at hvem som helst kan regne over den, også uten nett og lenge etter.",
    stepsHeading: "Slik gjør du",
    steps: [
      "Last ned den signerte kvitteringen (JSON) på siden som kommer etter at du har sendt meldingen.",
      "Kontroller den med programmet Framme, på din egen maskin eller hos noen du stoler på:",
    ],
    care: "Den nedlastede filen har koden din i seg, og sier hvilken tjeneste meldingen gikk til. Gi den bare til noen du stoler på.",
    answerHeading: "Svaret har tre deler",
    answers: [
      {
        name: "Signert",
        text: "Den nasjonale tjenesten har gitt kvitteringen, og ingen har endret den etterpå.",
      },
      {
        name: "I loggen",
        text: "Kvitteringen har sin linje i loggen, så tjenesten kan ikke nekte for at den ble gitt.",
      },
      {
        name: "Medsignert",
        text: "Noen utenfor tjenesten har signert den loggen, så den kan ikke byttes ut i stillhet.",
      },
    ],
    laterHeading: "Hvis linjen mangler",
    later:
      "Kvitteringen gjelder straks. Linjen i loggen kommer et øyeblikk etter, og signaturene fra vitnene litt etter det igjen. Last ned kvitteringen på nytt om litt, så er de med.",
    levelsHeading: "Hva hvert trinn beviser",
    levels: [
      {
        name: "Lagret i den nasjonale tjenesten",
        text: "Meldingen ligger forseglet på disk hos den nasjonale tjenesten. Det sier ikke at kommunen har den.",
      },
      {
        name: "Lagret hos kommunen",
        text: "Mottaket i kommunen har skrevet meldingen til disk, lest den tilbake og svart riktig på et spørsmål som bare den som har hele meldingen, kan svare på.",
      },
      {
        name: "Registrert hos barnevernstjenesten",
        text: "Fagsystemet har gitt meldingen tilbake tegn for tegn, og svart riktig på et nytt spørsmål. Det betyr ikke at noen har lest den.",
      },
      {
        name: "Kontrollert",
        text: "Fagsystemet har svart riktig en gang til, på tidspunktet som står der.",
      },
      {
        name: "Meldt, men ikke kontrollert",
        text: "Kommunens system sier at det har meldingen, men kan ikke vise det. Da skal en person se etter.",
      },
    ],
    openly:
      "Hvordan signaturene og loggen er regnet ut, står åpent i beskrivelsen av Framme (docs/protocol.md). Andre kan lage sitt eget program etter den.",
    toLog: "Se loggen over alle kvitteringer",
    toFollow: "Følg en melding",
  },
};

export type LogTexts = typeof nb;

const nn: LogTexts = {
  log: {
    title: "Loggen over kvitteringar",
    lead: "Kvar kvittering som blir gitt for ei uromelding, får si linje i ein felles logg. Loggen kan berre bli lengre. Ingen kan endre eller fjerne ei linje utan at andre kan sjå det, heller ikkje vi som driv tenesta.",
    confirmed: "Loggen er stadfesta",
    confirmedText: "Signaturane stemmer, og alle vitna har signert.",
    doubted: "Loggen kan ikkje stadfestast no",
    doubts: {
      signature:
        "Signaturen på loggen stemmer ikkje med nøkkelen vi kjenner. Det kan vere ein annan logg som er sett i staden.",
      shorter: "Loggen er kortare enn då han sist vart signert. Linjer kan vere fjerna.",
      differs: "Loggen er like lang som før, men ikkje den same. Linjer kan vere endra.",
      witnesses:
        "Minst eitt vitne har ikkje signert dei nyaste linjene, og ingenting den siste timen. Det kan vere slått av. Det betyr ikkje at noko er endra, men vi kan ikkje seie at alle utanfor har sett etter.",
      "no-witnesses":
        "Ingen vitne er sette opp her. Då er loggen berre ordet til den nasjonale tenesta sjølv.",
    },
    stillValid: "Ei kvittering du har fått, er signert for seg, og gjeld som før.",
    down: "Vi får ikkje henta loggen akkurat no",
    downText:
      "Den nasjonale tenesta svarer ikkje. Det betyr ikkje at noko er borte: det som er lagra, ligg der framleis. Prøv igjen om litt.",
    factsHeading: "Loggen no",
    size: "Talet på linjer",
    root: "Hovudet: eit tal som er rekna ut av alle linjene",
    asked: "Henta",
    witnessesHeading: "Kven har signert han",
    witnessesText:
      "Vitna er andre enn vi som driv tenesta. Kvart av dei kontrollerer at loggen byggjer vidare på den dei signerte førre gong, og signerer elles ikkje.",
    signedAt: (name, when) => `${name}: seinast ${when}.`,
    notFresh: "Det er meir enn ein time sidan, og det er kome linjer etterpå.",
    notSigned: (name) => `${name}: vi har ikkje fått sjå nokon signatur.`,
    reach: (signed, all) =>
      `Alle har signert dei første ${signed} av ${all} linjer. Nye linjer blir signerte om litt.`,
    reachAll: "Alle har signert heile loggen.",
    provesHeading: "Kva ein stadfesta logg viser",
    proves: [
      "At ei kvittering som står i loggen, var gitt då hovudet vart signert.",
      "At ingen har endra, fjerna eller bytt om på linjer sidan vitna signerte førre gong.",
      "At du og vitna ser den same loggen.",
    ],
    notHeading: "Kva loggen ikkje viser",
    not: [
      "Han viser ikkje at nokon har lese ei melding, eller kva barnevernstenesta gjorde.",
      "Han viser ikkje at meldinga ligg i fagsystemet i dag. Det er det kontrollane er til for: dei står på sida «Følg ei melding».",
      "Han viser ikkje meldingar som aldri fekk noka kvittering.",
      "Han viser ikkje kven, kor eller når. Kvar linje er eit tal som berre den som har kvitteringa, kan kjenne igjen. Difor viser vi berre kor mange linjer det er, og ikkje når dei kom.",
    ],
    selfHeading: "Sjå etter sjølv",
    self: "Du treng ikkje tru på denne sida. Den som vil, kan hente loggen og rekne over han med programmet Framme:",
    selfCheckpoint: "Dette hentar hovudet og signaturane:",
    toVerify: "Slik kan du kontrollere ei kvittering sjølv",
  },
  keys: {
    text: "Kommandoen treng to filer med nøklar. Er du i tvil, få dei av eit av vitna, og sjå at dei er dei same.",
    hub: "Nøkkelen til den nasjonale tenesta (nokkel.pem)",
    witnesses: "Nøklane til vitna (vitner.json)",
  },
  verify: {
    title: "Slik kan du kontrollere kvitteringa sjølv",
    lead: "Du treng ikkje tru på oss. Kvitteringa er signert slik at kven som helst kan rekne over ho, òg utan nett og lenge etter.",
    stepsHeading: "Slik gjer du",
    steps: [
      "Last ned den signerte kvitteringa (JSON) på sida som kjem etter at du har sendt meldinga.",
      "Kontroller ho med programmet Framme, på di eiga maskin eller hos nokon du stoler på:",
    ],
    care: "Fila du lastar ned, har koden din i seg, og seier kva teneste meldinga gjekk til. Gi ho berre til nokon du stoler på.",
    answerHeading: "Svaret har tre delar",
    answers: [
      {
        name: "Signert",
        text: "Den nasjonale tenesta har gitt kvitteringa, og ingen har endra ho etterpå.",
      },
      {
        name: "I loggen",
        text: "Kvitteringa har si linje i loggen, så tenesta kan ikkje nekte for at ho vart gitt.",
      },
      {
        name: "Medsignert",
        text: "Nokon utanfor tenesta har signert den loggen, så han kan ikkje bytast ut i det stille.",
      },
    ],
    laterHeading: "Om linja manglar",
    later:
      "Kvitteringa gjeld straks. Linja i loggen kjem ein augneblink etter, og signaturane frå vitna litt etter det igjen. Last ned kvitteringa på nytt om litt, så er dei med.",
    levelsHeading: "Kva kvart steg provar",
    levels: [
      {
        name: "Lagra i den nasjonale tenesta",
        text: "Meldinga ligg forsegla på disk hos den nasjonale tenesta. Det seier ikkje at kommunen har ho.",
      },
      {
        name: "Lagra hos kommunen",
        text: "Mottaket i kommunen har skrive meldinga til disk, lese ho tilbake og svart rett på eit spørsmål som berre den som har heile meldinga, kan svare på.",
      },
      {
        name: "Registrert hos barnevernstenesta",
        text: "Fagsystemet har gitt meldinga tilbake teikn for teikn, og svart rett på eit nytt spørsmål. Det betyr ikkje at nokon har lese ho.",
      },
      {
        name: "Kontrollert",
        text: "Fagsystemet har svart rett ein gong til, på tidspunktet som står der.",
      },
      {
        name: "Meldt, men ikkje kontrollert",
        text: "Systemet til kommunen seier at det har meldinga, men kan ikkje vise det. Då skal ein person sjå etter.",
      },
    ],
    openly:
      "Korleis signaturane og loggen er rekna ut, står ope i skildringa av Framme (docs/protocol.md). Andre kan lage sitt eige program etter ho.",
    toLog: "Sjå loggen over alle kvitteringar",
    toFollow: "Følg ei melding",
  },
};

export const logTexts: InEach<LogTexts> = { nb, nn };
