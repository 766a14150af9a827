// What somebody must find out: reports that a list has something against, and reports whose receiver was asked to prove
// that it has them and did not.

import { Box, Heading, Text } from "../../web/parts.tsx";
import type { Disagreement } from "../claim-store.ts";
import type { Unproven } from "../unproven-store.ts";
import { Moment } from "./page.tsx";

type Names = ReadonlyMap<string, string> | null;

const against: Record<Disagreement["outcome"], string> = {
  missing: "Mangler i lista fra fagsystemet, selv om fagsystemet har sagt at det har den",
  conflict: "Står i lista med en annen referanse enn den som er bekreftet",
  altered: "Innholdet i fagsystemet er et annet enn det som ble sendt",
};

export function Disagreements({ rows, names }: { rows: readonly Disagreement[]; names: Names }) {
  return (
    <section class="stack" aria-labelledby="uenig">
      <Box tint="danger" label="Lista er uenig">
        <Heading id="uenig" size="xs">
          Fagsystemets liste er uenig
        </Heading>
        <Text>
          Let etter meldingene i fagsystemet i dag. Finnes de ikke, meld fra til leverandøren og til den som
          drifter leveringen. Meldingene er ikke slettet nasjonalt, og kan sendes på nytt.
        </Text>
      </Box>
      <Told
        label="Meldinger som lista er uenig om"
        rows={rows.map((row) => ({ ...row, text: against[row.outcome] }))}
        names={names}
      />
    </section>
  );
}

const failed: Record<Unproven["what"], string> = {
  silent: "Svarer ikke. Det betyr ikke at den er borte",
  wrong: "Svarte feil på kontrollen. Den sendes igjen",
  missing: "Fagsystemet gir den ikke tilbake. Den sendes igjen",
  altered: "Innholdet i fagsystemet er et annet enn det som ble sendt",
  "run-out": "Kan ikke kontrolleres videre: alle kontrollspørsmålene er brukt",
  lost: "Er borte, og kan ikke sendes igjen herfra",
};

export function UnprovenReports({ rows, names }: { rows: readonly Unproven[]; names: Names }) {
  return (
    <section class="stack" aria-labelledby="ikke-bevist">
      <Heading id="ikke-bevist">Registrert, men ikke bevist nå</Heading>
      <Text>
        Mottaket har sagt at disse er lagret eller registrert. Da det ble spurt om å vise det, kom det ikke
        noe rett svar.
      </Text>
      <Told
        label="Meldinger som ikke er bevist"
        rows={rows.map((row) => ({ ...row, text: failed[row.what] }))}
        names={names}
      />
    </section>
  );
}

type ToldRow = {
  readonly report: string;
  readonly service: string;
  readonly serial: number;
  readonly at: Date;
  readonly text: string;
};

function Told({ label, rows, names }: { label: string; rows: readonly ToldRow[]; names: Names }) {
  const heads = ["Melding", ...(names ? ["Tjeneste"] : []), "Hva", "Siden"];
  return (
    <table class="listing worklist" aria-label={label}>
      <thead>
        <tr>
          {heads.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ report, service, serial, at, text }) => (
          <tr>
            <th scope="row">
              Nr. {serial} <span class="when report-id">{report}</span>
            </th>
            {names && <td data-of="Tjeneste">{names.get(service) ?? service}</td>}
            <td data-of="Hva">{text}.</td>
            <td data-of="Siden">
              <Moment at={at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
