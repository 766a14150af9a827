// What is said when a page cannot be shown: what happened, and where to go. A report that another service has and one
// that does not exist get the same page, letter by letter; so it names nobody.

import { Text, Title } from "../../web/parts.tsx";
import { paths } from "../paths.ts";
import { inboxPage, LogOut } from "./page.tsx";

const texts = {
  notFound: {
    title: "Vi finner ikke siden",
    text: "Det er ingen melding hos tjenesten din på denne adressen. Se i lista over meldinger, eller søk der.",
  },
  foreign: {
    title: "Skjemaet kom ikke fra denne siden",
    text: "Ingenting er endret. Gå til lista og prøv på nytt.",
  },
  tooLarge: { title: "Teksten er for lang", text: "Ingenting er endret. Skriv kortere, og prøv på nytt." },
  failed: {
    title: "Noe gikk galt hos oss",
    text: "Ingen melding er borte. Prøv på nytt om litt. Varer det, ta kontakt med den som drifter innboksen.",
  },
  "login-refused": {
    title: "Du ble ikke logget inn",
    text: "Innloggingen ble avbrutt. Du må logge inn for å se meldingene.",
  },
  "login-too-low": {
    title: "Innloggingen er ikke sikker nok",
    text: "Bekymringsmeldinger krever innlogging på nivå høyt. Logg inn på nytt og velg BankID, Buypass eller Commfides. MinID er ikke nok.",
  },
  "login-expired": {
    title: "Innloggingen tok for lang tid",
    text: "Den gjelder ikke lenger, eller den ble påbegynt i en annen nettleser. Logg inn på nytt.",
  },
  "login-not-reached": {
    title: "Vi får ikke kontakt med innloggingen",
    text: "Innloggingstjenesten svarer ikke. Meldingene er her. Prøv på nytt om litt.",
  },
} as const;

export type ProblemName = keyof typeof texts;

/** The page for one of them. After a login that came to nothing it leads to a new one. */
export function problemPage(demo: boolean, which: ProblemName): string {
  const { title, text } = texts[which];
  const isLogin = which.startsWith("login-");
  return inboxPage(
    { desk: null, demo },
    title,
    <>
      <Title>{title}</Title>
      <Text isLead>{text}</Text>
      <p>
        {isLogin ? (
          <a class="ds-button" href={paths.login}>
            Logg inn på nytt
          </a>
        ) : (
          <a class="ds-link" href={paths.list}>
            Til lista over meldinger
          </a>
        )}
      </p>
    </>,
  );
}

/** For somebody who has logged in and works at none of this inbox's services. */
export function noAccessPage(demo: boolean, name: string, actsFor: string | null): string {
  const title = "Du har ikke tilgang";
  return inboxPage(
    { desk: null, demo },
    title,
    <>
      <Title>{title}</Title>
      <Text isLead>
        Du er logget inn som {name}
        {actsFor === null ? "" : `, på vegne av ${actsFor}`}. Innboksen er for ansatte i barnevernstjenestene
        som bruker den.
      </Text>
      <Text>
        Jobber du i en av dem, be lederen din gi deg rollen som saksbehandler eller leder. Logg så ut, og inn
        igjen.
      </Text>
      <LogOut />
    </>,
  );
}

export function startPage(demo: boolean): string {
  return inboxPage(
    { desk: null, demo },
    "Logg inn",
    <>
      <Title>Innboks for barnevernstjenesten</Title>
      <Text isLead>Her leser du bekymringsmeldinger som er kommet til tjenesten din.</Text>
      <p>
        <a class="ds-button" href={paths.login}>
          Logg inn
        </a>
      </p>
      <Text>
        Du trenger en elektronisk ID på nivå høyt, for eksempel BankID. Du blir logget ut etter en time uten
        bruk, og alltid etter ti timer.
      </Text>
    </>,
  );
}

export function loggedOutPage(demo: boolean): string {
  return inboxPage(
    { desk: null, demo },
    "Du er logget ut",
    <>
      <Title>Du er logget ut</Title>
      <Text isLead>Lukk nettleseren hvis andre bruker den samme maskinen.</Text>
      <p>
        <a class="ds-link" href={paths.login}>
          Logg inn igjen
        </a>
      </p>
    </>,
  );
}
