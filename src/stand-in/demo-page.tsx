// What somebody who tries Framme reads first: the way through it step by step, the rooms, who can log in, and which
// services there are. In bokmål, without a script, in the same dress as the rooms' pages.

import type { Child } from "hono/jsx";
import { iconPath, stylesheetPath } from "../web/assets.ts";
import { Box, Heading, Text, Title } from "../web/parts.tsx";
import { type RoomOrigins, Services, Users } from "./demo-lists.tsx";
import type { DemoService } from "./demo-places.ts";
import type { IdentityUser } from "./identity-users.ts";

export type DemoPageWish = {
  readonly rooms: RoomOrigins;
  readonly users: readonly IdentityUser[];
  readonly services: readonly DemoService[];
};

/** The page, whole, with its doctype. */
export function demoPage({ rooms, users, services }: DemoPageWish): string {
  return framed(
    "Prøv Framme",
    <>
      <Title>Prøv Framme</Title>
      <Text isLead>
        Framme fører bekymringsmeldinger fram til barnevernstjenesten, med en signert kvittering for hvert
        steg. Her går det hele på din egen maskin.
      </Text>
      <MadeUp />
      <section>
        <Heading>Følg en melding hele veien</Heading>
        <Way rooms={rooms} />
      </section>
      <section>
        <Heading>Prøv også dette</Heading>
        <OtherWays rooms={rooms} />
      </section>
      <section>
        <Heading>Rommene</Heading>
        <Rooms rooms={rooms} />
      </section>
      <Users users={users} rooms={rooms} />
      <Services services={services} />
    </>,
  );
}

/** The answer to any other address. */
export function noSuchPage(): string {
  return framed(
    "Siden finnes ikke",
    <>
      <Title>Siden finnes ikke</Title>
      <Text>
        <A href="/">Gå til forsiden av demonstrasjonen</A>
      </Text>
    </>,
  );
}

function framed(title: string, content: Child): string {
  const page = (
    <html lang="nb">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – demonstrasjon`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href={iconPath} type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheetPath} />
      </head>
      <body>
        <a class="ds-skip-link" href="#innhold">
          Gå til innholdet
        </a>
        <header class="top">
          <div class="room">
            <a class="name" href="/">
              Framme
            </a>
          </div>
        </header>
        <main id="innhold" tabindex={-1}>
          <div class="room">{content}</div>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${page.toString()}`;
}

function MadeUp() {
  return (
    <Box tint="warning" label="Dette er en demonstrasjon">
      <Heading size="xs">Dette er en demonstrasjon</Heading>
      <Text>
        Folk, passord, fagsystemer og tjenestenes telefonnumre er oppdiktet. Stedene er ekte, og det er 112 og
        116 111 også: Ring dem ikke for å prøve. Skriv ikke om virkelige barn her.
      </Text>
    </Box>
  );
}

function Way({ rooms }: { rooms: RoomOrigins }) {
  return (
    <ol class="ds-list">
      <li>
        <A href={`${rooms.portal}/`}>Åpne meldeportalen</A> og meld fra om et barn som oppholder seg i
        Bergenhus: Skriv stedet «Bergen», og velg bydelen Bergenhus. Dikt opp navn. Et fødselsnummer til å
        prøve med er <code>01812050075</code>.
      </li>
      <li>
        Skriv ned sporingskoden på siden som kommer når meldingen er sendt.{" "}
        <A href={`${rooms.portal}/folg`}>Følg meldingen</A> med den: Du ser hvem som har meldingen, og hvem
        som ikke har den ennå.
      </li>
      <li>
        <A href={`${rooms.inbox}/`}>Åpne innboksen til barnevernstjenesten</A>, og logg inn som{" "}
        <code>saksbehandler-bergenhus</code> med passordet <code>demonstrasjon</code>. Meldingen står i
        listen. Åpne den.
      </li>
      <li>
        Følg koden igjen, og se hva som er kommet til. En privat melder får ikke vite at meldingen er åpnet:
        Loven gir bare rett til en bekreftelse.
      </li>
    </ol>
  );
}

function OtherWays({ rooms }: { rooms: RoomOrigins }) {
  return (
    <ul class="ds-list">
      <li>
        Logg inn i innboksen som <code>saksbehandler-fana</code>: Der finnes ikke meldingen om barnet i
        Bergenhus, ikke i listen og ikke på adressen sin.
      </li>
      <li>
        Logg inn som <code>saksbehandler-lavt-niva</code>: Innloggingen er for svak, og du slipper ikke inn.
      </li>
      <li>
        Meld fra som <code>laerer</code>: Portalen henter navn og arbeidssted fra innloggingen.
      </li>
      <li>Meld fra om søsken som bor i hver sin bydel: Det blir to leveringer, og koden følger begge.</li>
      <li>
        Meld fra om et barn i en kommune på SvarInn (se <A href="#tjenester">listen over tjenester</A>):
        Meldingen venter til noen henter den med tjenestens brukernavn. De står i <code>demo.json</code>. Når
        den er hentet, sier siden «Vi har ikke kontrollert det ennå», og meldingen står i{" "}
        <A href={`${rooms.hub}/`}>kontrollen</A> til noen har bekreftet den.
      </li>
      <li>
        Stopp en av prosessene midt i en sending med <code>kill -9</code>. Den starter igjen av seg selv, og
        ingenting er borte.
      </li>
      <li>
        Send fra et program: <code>npx framme send FIL</code>. Det går gjennom{" "}
        <A href={`${rooms.hub}/openapi.json`}>det samme grensesnittet</A>.
      </li>
    </ul>
  );
}

function Rooms({ rooms }: { rooms: RoomOrigins }) {
  return (
    <div class="ways">
      <RoomCard name="Meldeportalen" href={`${rooms.portal}/`}>
        Her melder folk fra, finner rett barnevernstjeneste og følger meldingen sin.
      </RoomCard>
      <RoomCard name="Innboksen" href={`${rooms.inbox}/`}>
        Her leser saksbehandlere meldingene til sin egen tjeneste. Den spiller fagsystem for Bergen og Oslo.
      </RoomCard>
      <RoomCard name="Kontrollen" href={`${rooms.hub}/`}>
        Her ser tjenester bak SvarInn hva fagsystemet deres har sagt at det har, og bekrefter det de finner.
        KS, som driver leveringen, ser alle. Prøv <code>leder-tysnes</code>.
      </RoomCard>
      <RoomCard name="Innloggingen" href={`${rooms.identity}/.well-known/openid-configuration`}>
        Står i stedet for ID-porten og Ansattporten. Dit blir du sendt når du logger inn. Adressen viser det
        som programmer trenger.
      </RoomCard>
      <RoomCard name="Postkassen" href={`${rooms.postbox}/`}>
        Står i stedet for telefonen og e-posten til den som melder. Ber du portalen om en påminnelse, kommer
        den hit når tre uker er gått.
      </RoomCard>
      <RoomCard name="Huben" href={`${rooms.hub}/openapi.json`}>
        Tar over forseglede meldinger, leverer dem og fører kvitteringene. Den kan ikke lese dem. Se også{" "}
        <A href={`${rooms.hub}/services`}>adresseboken</A> og <A href={`${rooms.hub}/keys`}>nøklene</A>.
      </RoomCard>
      <RoomCard name="Vitnene" href={null}>
        To stykker som ikke er den som driver huben: <A href={rooms.countyGovernor}>Statsforvalteren</A> og{" "}
        <A href={rooms.municipality}>en kommune</A>. De skriver under på loggens hode bare når det bygger på
        det forrige. Uten svar fra minst ett av dem starter ikke huben.
      </RoomCard>
      <RoomCard name="Mottakerne" href={null}>
        Tre stykker hos kommunene: Bergen, Oslo og Vestland. De spør huben om det er kommet noe, lagrer, leser
        tilbake og kvitterer. Ingen kan åpne dem utenfra, så de har ingen side.
      </RoomCard>
      <RoomCard name="Databasene" href={null}>
        To PostgreSQL, en nasjonal og en kommunal. Adresser og passord står i <code>demo.json</code> i
        datamappen (<code>var</code>, om du ikke valgte en annen).
      </RoomCard>
    </div>
  );
}

function RoomCard({ name, href, children }: { name: string; href: string | null; children?: Child }) {
  return (
    <div class="ds-card" data-color="accent">
      <h3 class="ds-heading" data-size="2xs">
        {href === null ? name : <A href={href}>{name}</A>}
      </h3>
      <Text>{children}</Text>
    </div>
  );
}

function A({ href, children }: { href: string; children?: Child }) {
  return (
    <a class="ds-link" href={href}>
      {children}
    </a>
  );
}
