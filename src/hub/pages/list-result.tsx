// What came of a list: first what it lacks, then each line. It is the answer to what was posted, and stands at no address.

import type { LineOutcome } from "../../core/claims.ts";
import { dayIn } from "../../web/language.ts";
import { Box, Heading, Text, Title } from "../../web/parts.tsx";
import type { ListResult } from "../compare-list.ts";
import type { Desk } from "../people-desk.ts";
import { claimsPath } from "../people-paths.ts";
import { hubPage, linesIn, type PageWish, reportsIn } from "./page.tsx";

const outcomes: Record<LineOutcome, string> = {
  confirmed: "Bekreftet nå",
  already: "Bekreftet før",
  conflict: "Uenig: en annen referanse er bekreftet eller står i lista. Ingenting er endret",
  altered: "Uenig: innholdet er et annet enn det som ble sendt. Ikke bekreftet",
  unclaimed: "Venter ikke på kontroll: mottaket svarer for den",
  unknown: "Ingen melding til tjenesten har denne id-en",
};

/** What came of a list, line by line, and first of all what is missing. */
export function listPage(wish: PageWish & { readonly desk: Desk }, result: ListResult): string {
  const { lines, missing, from, to, service } = result;
  const count = (outcome: LineOutcome) => lines.filter((one) => one.outcome === outcome).length;
  const against = count("conflict") + count("altered");
  const days = from === to ? dayOf(from) : `${dayOf(from)} til ${dayOf(to)}`;
  const title = "Lista er sammenlignet";
  return hubPage(
    wish,
    title,
    <>
      <Title>{title}</Title>
      <p class="ds-paragraph lead" role="status">
        {linesIn(lines.length)} for {days}: {count("confirmed")} bekreftet nå, {count("already")} fra før,{" "}
        {missing.length === 0 ? "ingenting mangler" : `${reportsIn(missing.length)} mangler`}
        {against > 0 ? `, ${against} uenig` : ""}
        {count("unknown") > 0 ? `, ${count("unknown")} ukjent` : ""}.
      </p>
      {missing.length > 0 && <Missing missing={missing} />}
      {lines.length > 0 && <Lines lines={lines} />}
      <p>
        <a class="ds-link" href={claimsPath({ service: wish.desk.service ? null : service })}>
          Til det som ikke er kontrollert
        </a>
      </p>
    </>,
  );
}

function dayOf(date: string): string {
  // Noon in UTC is the same day in Oslo.
  return dayIn("nb", Date.parse(`${date}T12:00:00Z`));
}

function Missing({ missing }: Pick<ListResult, "missing">) {
  return (
    <Box tint="danger" label="Mangler i lista">
      <Heading size="xs">{reportsIn(missing.length)} mangler i lista</Heading>
      <Text>
        Fagsystemet har sagt at det har {missing.length === 1 ? "den" : "dem"} på dagene lista gjelder. Let i
        fagsystemet i dag, og meld fra til leverandøren hvis {missing.length === 1 ? "den" : "de"} ikke
        finnes.
      </Text>
      <ul class="ds-list">
        {missing.map(({ report, serial }) => (
          <li>
            Nr. {serial} <span class="when report-id">{report}</span>
          </li>
        ))}
      </ul>
    </Box>
  );
}

function Lines({ lines }: Pick<ListResult, "lines">) {
  return (
    <table class="listing worklist" aria-label="Linje for linje">
      <thead>
        <tr>
          {["Linje", "Melding", "Referanse", "Utfall"].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, serial, reference, outcome }) => (
          <tr>
            <th scope="row">Linje {line}</th>
            <td data-of="Melding">{serial === null ? "–" : `Nr. ${serial}`}</td>
            <td data-of="Referanse">{reference}</td>
            <td data-of="Utfall">{outcomes[outcome]}.</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
