// The two tables of a demonstration's first page: who can log in where, and which services there are and how reports
// reach them. On a narrow screen each row becomes a small list with its own labels.

import type { Child } from "hono/jsx";
import { type Channel as ChannelName, districtsOf, municipalityOf } from "../core/area.ts";
import { Heading, Text } from "../web/parts.tsx";
import { type DemoService, demoServices } from "./demo-places.ts";
import type { IdentityUser, Role } from "./identity-users.ts";

/** Where each room is, such as `http://127.0.0.1:7400`; of the witnesses, where each tells the last head it signed. */
export type RoomOrigins = Readonly<
  Record<"portal" | "inbox" | "identity" | "postbox" | "hub" | "countyGovernor" | "municipality", string>
>;

const roles: Record<Role, string> = {
  caseworker: "Saksbehandler",
  leader: "Leder",
  operator: "Driver leveringen",
  professional: "Melder i jobb",
  private: "Privatperson",
};

const channels: Record<ChannelName, string> = { receiver: "Mottaker", svarinn: "SvarInn", manual: "Manuell" };

const caseSystems: Record<NonNullable<DemoService["caseSystem"]>, string> = {
  inbox: "innboksen",
  folder: "en mappe",
  sql: "en database",
};

/** Everybody who can log in, with the password that all of them have. */
export function Users({ users, rooms }: { users: readonly IdentityUser[]; rooms: RoomOrigins }) {
  return (
    <section>
      <Heading id="brukere">Brukere</Heading>
      <table class="listing" aria-labelledby="brukere">
        <Heads names={["Brukernavn", "Passord", "Rolle", "Logger inn i", "På vegne av"]} />
        <tbody>
          {users.map(({ username, password, role, actsFor, level }) => (
            <tr>
              <Cell of="Brukernavn">
                <code>{username}</code>
              </Cell>
              <Cell of="Passord">
                <code>{password}</code>
              </Cell>
              <Cell of="Rolle">
                {roles[role]}
                {level === "idporten-loa-high" ? "" : ", for lavt nivå: slipper ikke inn"}
              </Cell>
              <Cell of="Logger inn i">
                <RoomOf role={role} service={actsFor?.service ?? null} rooms={rooms} />
              </Cell>
              <Cell of="På vegne av">{actsFor?.name ?? "seg selv"}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** People at a desk read in the inbox, where their service has one; what is only claimed they control at the hub. */
function RoomOf({ role, service, rooms }: { role: Role; service: string | null; rooms: RoomOrigins }) {
  const isAtDesk = role === "caseworker" || role === "leader";
  const hasInbox = demoServices.some((one) => one.service.id === service && one.caseSystem === "inbox");
  const reads = isAtDesk && hasInbox;
  const controls = isAtDesk || role === "operator";
  return (
    <>
      {reads && (
        <>
          <a class="ds-link" href={`${rooms.inbox}/`}>
            innboksen
          </a>
          {", "}
        </>
      )}
      <a class="ds-link" href={`${controls ? rooms.hub : rooms.portal}/`}>
        {controls ? "kontrollen" : "portalen"}
      </a>
    </>
  );
}

/** Every service, the places it covers, and how reports reach it. */
export function Services({ services }: { services: readonly DemoService[] }) {
  return (
    <section>
      <Heading id="tjenester">Tjenester</Heading>
      <Text>
        Finnes ikke stedet her, har det ingen tjeneste i demonstrasjonen. Telefonnumre, kanaler og fagsystemer
        er oppdiktede. I parentes står hva som spiller fagsystemet.
      </Text>
      <dl class="stack">
        <Channel name="Mottaker">Beviser at meldingen er lagret, og hvor.</Channel>
        <Channel name="SvarInn">
          Fagsystemet henter selv, og kan bare si at det har meldingen. Ingen henter her før du gjør det.
        </Channel>
        <Channel name="Manuell">Ingen maskin henter. Noen må følge opp.</Channel>
      </dl>
      <table class="listing" aria-labelledby="tjenester">
        <Heads names={["Tjeneste", "Sted", "Kanal", "Fagsystem"]} />
        <tbody>
          {services.map(({ service, caseSystem }) => (
            <tr>
              <Cell of="Tjeneste">{service.name}</Cell>
              <Cell of="Sted">{placesOf(service.areas)}</Cell>
              <Cell of="Kanal">
                {service.channel === "receiver" ? "Mottaker" : <strong>{channels[service.channel]}</strong>}
              </Cell>
              <Cell of="Fagsystem">
                {service.caseSystems.at(-1)?.product}
                {caseSystem === null ? "" : ` (${caseSystems[caseSystem]})`}
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Channel({ name, children }: { name: string; children?: Child }) {
  return (
    <div>
      <dt>
        <strong>{name}</strong>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** «Bergenhus, Årstad (Bergen)», or the municipalities themselves. */
function placesOf(areas: DemoService["service"]["areas"]): string {
  const districts = areas.flatMap(({ municipality, district }) =>
    districtsOf(municipality).flatMap(({ number, name }) => (number === district ? [name] : [])),
  );
  const names = [...new Set(areas.map(({ municipality }) => municipalityOf(municipality).name))].join(", ");
  return districts.length === 0 ? names : `${districts.join(", ")} (${names})`;
}

function Heads({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th scope="col">{name}</th>
        ))}
      </tr>
    </thead>
  );
}

/** `of`: its column's heading, shown beside it where the screen is too narrow for columns. */
function Cell({ of, children }: { of: string; children?: Child }) {
  return <td data-of={of}>{children}</td>;
}
