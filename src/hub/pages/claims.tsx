// «Ikke kontrollert»: totals first, then each report that was only claimed with a form to confirm it, then a list to hold
// against all of them at once, and below what was said to be proven and is not. Nothing here is red before it is late.

import type { Child } from "hono/jsx";
import { Box, ErrorSummary, Text, Title } from "../../web/parts.tsx";
import { dayIn } from "../../web/language.ts";
import type { ClaimsShown } from "../claims-shown.ts";
import { claimsPath } from "../people-paths.ts";
import type { Desk, NamedService } from "../people-desk.ts";
import { ClaimTable, type Tried } from "./claim-row.tsx";
import { Disagreements, UnprovenReports } from "./disagreement.tsx";
import { hubPage, type PageWish, reportsIn } from "./page.tsx";
import { UploadForm, type UploadTyped } from "./upload-form.tsx";

export type ClaimsView = ClaimsShown & {
  /** The service that is shown; null: all that this person may see. */
  readonly service: NamedService | null;
  /** Whether it has anything that a list could settle: its channel cannot prove, or something waits. */
  readonly canClaim: boolean;
  /** Names of services by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly confirmed: { readonly serial: number; readonly reference: string } | null;
  /** What was typed and could not be used. */
  readonly tried: Tried | null;
  readonly upload: UploadTyped;
};

export const pageTitle = "Ikke kontrollert";

export function claimsPage(wish: PageWish & { readonly desk: Desk }, view: ClaimsView, now: number): string {
  const { service, names, rows, tried, pages, disagreements, unproven } = view;
  const isOperator = wish.desk.service === null;
  return hubPage(
    wish,
    pageTitle,
    <>
      {tried && <ErrorSummary heading="Du må rette dette først" errors={tried.errors} />}
      <Title>{pageTitle}</Title>
      {tried?.text && <Notice tint="danger" text={tried.text} label="Ikke gjort" />}
      {view.confirmed && <Confirmed {...view.confirmed} />}
      <Totals view={view} />
      {isOperator && <Services view={view} />}
      {rows.length > 0 && (
        <>
          <Text>
            Fagsystemet har sagt at det har disse meldingene. Det kan ikke vise det, så noen må se etter. Finn
            hver melding i fagsystemet, og skriv referansen den har der.
          </Text>
          <ClaimTable
            rows={rows}
            now={now}
            names={isOperator && service === null ? names : null}
            form={{ isOperator, service, tried }}
          />
        </>
      )}
      {pages > 1 && <Pages view={view} />}
      {disagreements.length > 0 && <Disagreements rows={disagreements} names={service ? null : names} />}
      {(service === null || view.canClaim) && (
        <UploadForm service={service} isOperator={isOperator} typed={view.upload} last={view.lastList} />
      )}
      {unproven.length > 0 && <UnprovenReports rows={unproven} names={service ? null : names} />}
    </>,
  );
}

function Confirmed({ serial, reference }: { serial: number; reference: string }) {
  return (
    <Notice tint="success" label="Bekreftet" text={`Melding nr. ${serial} er bekreftet som ${reference}.`} />
  );
}

function Notice({ tint, label, text }: { tint: "danger" | "success"; label: string; text: string }) {
  return (
    <Box tint={tint} label={label}>
      <p class="ds-paragraph" role={tint === "danger" ? "alert" : "status"}>
        {text}
      </p>
    </Box>
  );
}

/** Calm while everything is within its time; only what is late is said loudly. */
function Totals({ view: { counts, disagreements } }: { view: ClaimsView }) {
  const { waiting, late, oldest } = counts;
  if (waiting === 0)
    return (
      <Text isLead>
        Ingen meldinger venter på kontroll.
        {disagreements.length > 0 ? " Men lista fra fagsystemet er uenig om noen, se under." : ""}
      </Text>
    );
  return (
    <>
      <Text isLead>
        {waiting} ikke kontrollert
        {oldest && (
          <>
            , {waiting === 1 ? "" : "eldste "}fra {dayIn("nb", oldest.getTime())}
          </>
        )}
        .
      </Text>
      {late > 0 && (
        <Box tint="warning" label="Over fristen">
          <Text>
            <strong>{reportsIn(late)} er over fristen.</strong> Noen skulle ha funnet{" "}
            {late === 1 ? "den" : "dem"} i fagsystemet innen en arbeidsdag.
          </Text>
        </Box>
      )}
    </>
  );
}

/** For the operator: all services, or one of those that have something waiting. */
function Services({ view: { byService, service, names } }: { view: ClaimsView }) {
  const shown = byService.some((one) => one.service === service?.id) || service === null;
  const all = shown ? byService : [...byService, { service: service.id, waiting: 0 }];
  const sum = byService.reduce((total, { waiting }) => total + waiting, 0);
  return (
    <nav class="filters" aria-label="Tjeneste">
      <Filter to={null} isHere={service === null}>
        Alle tjenester ({sum})
      </Filter>
      {all.map(({ service: id, waiting }) => (
        <Filter to={id} isHere={service?.id === id}>
          {names.get(id) ?? id} ({waiting})
        </Filter>
      ))}
    </nav>
  );
}

function Filter({ to, isHere, children }: { to: string | null; isHere: boolean; children?: Child }) {
  return (
    <a class="ds-link" href={claimsPath({ service: to })} aria-current={isHere ? "page" : undefined}>
      {children}
    </a>
  );
}

function Pages({ view: { page, pages, service } }: { view: ClaimsView }) {
  const to = (other: number) => claimsPath({ service: service?.id ?? null, page: other });
  return (
    <nav class="filters" aria-label="Sider">
      {page > 1 && (
        <a class="ds-link" href={to(page - 1)}>
          Eldre
        </a>
      )}
      <span>
        Side {page} av {pages}
      </span>
      {page < pages && (
        <a class="ds-link" href={to(page + 1)}>
          Nyere
        </a>
      )}
    </nav>
  );
}
