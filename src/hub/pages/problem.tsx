// What is said when a page cannot be shown: what happened, and where to go. A report that another service has and one
// that does not exist get the same page, letter by letter; so it names nobody.

import { Text, Title } from "../../web/parts.tsx";
import { paths } from "../people-paths.ts";
import { hubPage, LogOut } from "./page.tsx";

const texts = {
  notFound: {
    title: "Vi finner ikke siden",
    text: "Det er ingen melding på denne adressen som du kan se. Ingenting er endret.",
  },
  foreign: {
    title: "Skjemaet kom ikke fra denne siden",
    text: "Ingenting er endret. Gå til lista og prøv på nytt.",
  },
  tooLarge: {
    title: "Fila er for stor",
    text: "Ingenting er endret. Ta ut en liste over færre dager, og prøv på nytt.",
  },
  failed: {
    title: "Noe gikk galt hos oss",
    text: "Ingen melding er borte. Prøv på nytt om litt. Varer det, ta kontakt med den som drifter tjenesten.",
  },
  "login-refused": {
    title: "Du ble ikke logget inn",
    text: "Innloggingen ble avbrutt. Du må logge inn for å se hva som ikke er kontrollert.",
  },
  "login-too-low": {
    title: "Innloggingen er ikke sikker nok",
    text: "Siden krever innlogging på nivå høyt. Logg inn på nytt og velg BankID, Buypass eller Commfides. MinID er ikke nok.",
  },
  "login-expired": {
    title: "Innloggingen tok for lang tid",
    text: "Den gjelder ikke lenger, eller den ble påbegynt i en annen nettleser. Logg inn på nytt.",
  },
  "login-not-reached": {
    title: "Vi får ikke kontakt med innloggingen",
    text: "Innloggingstjenesten svarer ikke. Prøv på nytt om litt.",
  },
} as const;

export type ProblemName = keyof typeof texts;

/** The page for one of them. After a login that came to nothing it leads to a new one. */
export function problemPage(demo: boolean, which: ProblemName): string {
  const { title, text } = texts[which];
  return hubPage(
    { desk: null, demo },
    title,
    <>
      <Title>{title}</Title>
      <Text isLead>{text}</Text>
      <p>
        {which.startsWith("login-") ? (
          <a class="ds-button" href={paths.login}>
            Logg inn på nytt
          </a>
        ) : (
          <a class="ds-link" href={paths.claims}>
            Til det som ikke er kontrollert
          </a>
        )}
      </p>
    </>,
  );
}

/** For somebody who has logged in and neither works at a service here nor runs the hub. */
export function noAccessPage(demo: boolean, name: string, actsFor: string | null): string {
  const title = "Du har ikke tilgang";
  return hubPage(
    { desk: null, demo },
    title,
    <>
      <Title>{title}</Title>
      <Text isLead>
        Du er logget inn som {name}
        {actsFor === null ? "" : `, på vegne av ${actsFor}`}. Siden er for barnevernstjenestene og for dem som
        drifter leveringen.
      </Text>
      <Text>
        Jobber du i en barnevernstjeneste, be lederen din gi deg rollen som saksbehandler eller leder. Logg så
        ut, og inn igjen.
      </Text>
      <LogOut />
    </>,
  );
}

export function startPage(demo: boolean): string {
  return hubPage(
    { desk: null, demo },
    "Logg inn",
    <>
      <Title>Kontroll av meldinger</Title>
      <Text isLead>
        Noen fagsystemer kan bare si at de har en melding, ikke vise det. Her ser tjenesten hvilke meldinger
        det gjelder, og bekrefter dem når de er funnet.
      </Text>
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
  return hubPage(
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
