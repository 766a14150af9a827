// The two tables of a demonstration's first page: who can log in where, and which services there are and how reports
// reach them. On a narrow screen each row becomes a small list with its own labels.

import type { Child } from "hono/jsx";
import { type Channel, districtsOf, municipalityOf } from "../core/area.ts";
import { Heading, Text } from "../web/parts.tsx";
import type { DemoService } from "./demo-places.ts";
import type { IdentityUser, Role } from "./identity-users.ts";

/** Where each room is, such as `http://127.0.0.1:7400`. */
export type RoomOrigins = Readonly<Record<"portal" | "inbox" | "identity" | "hub", string>>;

const roles: Record<Role, string> = {
  caseworker: "Saksbehandler",
  leader: "Leder",
  professional: "Melder i jobb",
  private: "Privatperson",
};

const channels: Record<Channel, string> = {
  receiver: "Mottaker: beviser at meldingen er lagret",
  svarinn: "SvarInn: kan ikke bevise det",
  manual: "Manuell: ingen maskin henter",
};

const caseSystems: Record<NonNullable<DemoService["caseSystem"]>, string> = {
  inbox: "innboksen her",
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
                <RoomOf role={role} rooms={rooms} />
              </Cell>
              <Cell of="På vegne av">{actsFor?.name ?? "seg selv"}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RoomOf({ role, rooms }: { role: Role; rooms: RoomOrigins }) {
  const isAtDesk = role === "caseworker" || role === "leader";
  return (
    <a class="ds-link" href={`${isAtDesk ? rooms.inbox : rooms.portal}/`}>
      {isAtDesk ? "innboksen" : "portalen"}
    </a>
  );
}

/** Every service, the places it covers, and how reports reach it. */
export function Services({ services }: { services: readonly DemoService[] }) {
  return (
    <section>
      <Heading id="tjenester">Tjenester</Heading>
      <Text>
        Alle andre steder i landet mangler tjeneste i demonstrasjonen. Der sier portalen hvem du kan ringe.
        Telefonnumrene til tjenestene er oppdiktede. Hvilket fagsystem hver av dem har, er også oppdiktet.
      </Text>
      <table class="listing" aria-labelledby="tjenester">
        <Heads names={["Tjeneste", "Sted", "Kanal", "Fagsystem"]} />
        <tbody>
          {services.map(({ service, caseSystem }) => (
            <tr>
              <Cell of="Tjeneste">{service.name}</Cell>
              <Cell of="Sted">{placesOf(service.areas)}</Cell>
              <Cell of="Kanal">{channels[service.channel]}</Cell>
              <Cell of="Fagsystem">
                {service.caseSystems.at(-1)?.product}
                {caseSystem === null ? "" : `, spilles av ${caseSystems[caseSystem]}`}
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function placesOf(areas: DemoService["service"]["areas"]): string {
  return areas.map(({ municipality, district }) => placeOf(municipality, district)).join(", ");
}

function placeOf(municipality: string, district: string | null): string {
  const { name } = municipalityOf(municipality);
  if (district === null) return name;
  const found = districtsOf(municipality).find(({ number }) => number === district);
  return `${found?.name ?? district} (${name})`;
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
