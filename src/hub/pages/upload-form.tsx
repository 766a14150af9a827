// The daily control: a list out of the case system, held against everything that was claimed on the days it covers.

import { type FieldError, Heading, SubmitButton, Text, TextField } from "../../web/parts.tsx";
import type { FaultyLine, ListFault } from "../../wire/case-list.ts";
import type { LastList } from "../claim-store.ts";
import type { NamedService } from "../people-desk.ts";
import { paths } from "../people-paths.ts";
import { linesIn, Moment, reportsIn } from "./page.tsx";

export type UploadTyped = {
  /** ISO dates, or whatever was sent for them. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly errors: readonly FieldError[];
};

type FormWish = {
  readonly service: NamedService | null;
  readonly isOperator: boolean;
  readonly typed: UploadTyped;
  readonly last: LastList | null;
};

export function UploadForm({ service, isOperator, typed, last }: FormWish) {
  const errorOf = (field: string) => typed.errors.find((one) => one.field === field)?.text;
  return (
    <section class="stack" aria-labelledby="daglig">
      <Heading id="daglig">Daglig kontroll med liste</Heading>
      {service === null ? (
        <Text>Velg en tjeneste over for å laste opp lista dens.</Text>
      ) : (
        <>
          <Text>
            Ta ut en liste over meldingene i fagsystemet og last den opp: én linje for hver melding, med
            meldingens id, fagsystemets referanse og eventuelt innholdets hash, skilt med semikolon. Alt som
            står der, blir bekreftet. Mangler noe som fagsystemet har sagt at det har, får dere vite det.
          </Text>
          <Last last={last} />
          <form class="stack upload" method="post" action={paths.list} enctype="multipart/form-data">
            {isOperator && <input type="hidden" name="tjeneste" value={service.id} />}
            <FileField error={errorOf("fil")} />
            <DateField
              name="fra"
              label="Lista gjelder fra og med"
              value={typed.from}
              error={errorOf("fra")}
            />
            <DateField name="til" label="Lista gjelder til og med" value={typed.to} error={errorOf("til")} />
            {isOperator && (
              <TextField
                name="grunn"
                label="Hvorfor du gjør dette for tjenesten"
                description="Blir stående. Skriv ikke noe om meldingene."
                value={typed.reason}
                mostLetters={500}
                error={errorOf("grunn")}
              />
            )}
            <SubmitButton>Sammenlign lista</SubmitButton>
          </form>
        </>
      )}
    </section>
  );
}

function Last({ last }: { last: LastList | null }) {
  if (last === null) return <Text>Ingen liste er sammenlignet for tjenesten ennå.</Text>;
  return (
    <Text>
      Sist sammenlignet <Moment at={last.at} /> av {last.name}: {linesIn(last.lines)},{" "}
      {last.missing === 0 ? "ingenting manglet" : `${reportsIn(last.missing)} manglet`}.
    </Text>
  );
}

function FileField({ error }: { error: string | undefined }) {
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="medium" for="fil">
        Lista fra fagsystemet
      </label>
      <div data-field="description" id="fil-hjelp">
        Tekstfil (CSV) på høyst 4 MB.
      </div>
      <input
        type="file"
        class="ds-input"
        id="fil"
        name="fil"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? "fil-hjelp fil-feil" : "fil-hjelp"}
      />
      <FieldFault name="fil" error={error} />
    </div>
  );
}

type DateWish = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
};

function DateField({ name, label, value, error }: DateWish) {
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="medium" for={name}>
        {label}
      </label>
      <input
        type="date"
        class="ds-input short"
        id={name}
        name={name}
        value={value}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? `${name}-feil` : undefined}
      />
      <FieldFault name={name} error={error} />
    </div>
  );
}

function FieldFault({ name, error }: { name: string; error: string | undefined }) {
  return (
    error && (
      <p class="ds-validation-message" data-field="validation" id={`${name}-feil`}>
        {error}
      </p>
    )
  );
}

const faults: Record<ListFault, string> = {
  "unended-quote": "anførselstegnet blir ikke avsluttet",
  "too-many-cells": "det står mer enn tre felt",
  "no-reference": "referansen mangler",
  "bad-reference": "referansen er over 200 tegn, eller har linjeskift i seg",
  "bad-hash": "det tredje feltet er ikke en hash på 64 tegn",
  "no-id": "det første feltet er ikke meldingens id",
  "too-many": "lista har for mange linjer. Ta ut færre dager",
};

/** What is wrong with a list, for the field it came in. */
export function faultText(all: readonly FaultyLine[]): string {
  const shown = all.slice(0, 10).map(({ line, fault }) => `Linje ${line}: ${faults[fault]}.`);
  const more = all.length > shown.length ? ` Og ${all.length - shown.length} linjer til.` : "";
  return `Lista kan ikke leses, og ingenting av den er brukt. ${shown.join(" ")}${more}`;
}
