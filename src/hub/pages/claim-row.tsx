// The reports that wait to be found, the oldest first: how old, due when, and a form to write the reference that was found.

import { type FieldError, TextField } from "../../web/parts.tsx";
import type { ClaimRow } from "../claims-shown.ts";
import type { NamedService } from "../people-desk.ts";
import { paths } from "../people-paths.ts";
import { Moment } from "./page.tsx";

export type Tried = {
  /** Of one report's form, or (null) of the list's. */
  readonly report: string | null;
  readonly reference: string;
  readonly reason: string;
  readonly errors: readonly FieldError[];
  /** What is wrong with it as a whole. */
  readonly text: string | null;
};

export const referenceField = (report: string) => `referanse-${report}`;
export const reasonField = (report: string) => `grunn-${report}`;

type FormWish = {
  readonly isOperator: boolean;
  readonly service: NamedService | null;
  readonly tried: Tried | null;
};

type TableWish = {
  readonly rows: readonly ClaimRow[];
  /** Names of services where several are shown. */
  readonly names: ReadonlyMap<string, string> | null;
  readonly form: FormWish;
  readonly now: number;
};

export function ClaimTable({ rows, names, form, now }: TableWish) {
  const heads = [
    "Melding",
    ...(names ? ["Tjeneste"] : []),
    "Meldt tatt imot",
    "Frist",
    "Funnet i fagsystemet",
  ];
  return (
    <table class="listing worklist" aria-label="Meldinger som ikke er kontrollert">
      <thead>
        <tr>
          {heads.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row row={row} service={names?.get(row.service) ?? null} form={form} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  row,
  service,
  form,
  now,
}: {
  row: ClaimRow;
  service: string | null;
  form: FormWish;
  now: number;
}) {
  return (
    <tr>
      <th scope="row">
        Nr. {row.serial} <span class="when report-id">{row.report}</span>
      </th>
      {service !== null && <td data-of="Tjeneste">{service}</td>}
      <td data-of="Meldt tatt imot">
        {ageOf(now - row.claimedAt.getTime())}{" "}
        <span class="when">
          <Moment at={row.claimedAt} />
        </span>
      </td>
      <td data-of="Frist">
        <span class={row.isLate ? "pressing" : "days"}>
          {row.isLate ? "Over fristen" : "Ikke kontrollert"}
        </span>{" "}
        <span class="when">
          <Moment at={row.due} />
        </span>
      </td>
      <td>
        {form.isOperator ? (
          <details open={form.tried?.report === row.report}>
            <summary class="as-link">Bekreft nr. {row.serial} for tjenesten</summary>
            <ConfirmForm row={row} {...form} />
          </details>
        ) : (
          <ConfirmForm row={row} {...form} />
        )}
      </td>
    </tr>
  );
}

const hour = 3_600_000;

/** «For 3 timer siden». Days are counted as 24 hours: it is an age, not a limit. */
function ageOf(ms: number): string {
  const hours = Math.floor(ms / hour);
  if (hours < 1) return "For under en time siden";
  if (hours < 48) return hours === 1 ? "For 1 time siden" : `For ${hours} timer siden`;
  return `For ${Math.floor(hours / 24)} dager siden`;
}

function ConfirmForm({ row: { report, serial }, isOperator, service, tried }: { row: ClaimRow } & FormWish) {
  const mine = tried?.report === report ? tried : null;
  const errorOf = (field: string) => mine?.errors.find((one) => one.field === field)?.text;
  const [reference, reason] = [referenceField(report), reasonField(report)];
  return (
    <form class="stack confirm" method="post" action={paths.confirm}>
      <input type="hidden" name="melding" value={report} />
      {isOperator && service && <input type="hidden" name="tjeneste" value={service.id} />}
      <TextField
        name={reference}
        label={`Referansen til nr. ${serial}`}
        description="Slik den står i fagsystemet."
        value={mine?.reference ?? ""}
        mostLetters={200}
        error={errorOf(reference)}
      />
      {isOperator && (
        <TextField
          name={reason}
          label={`Hvorfor du bekrefter nr. ${serial} for tjenesten`}
          description="Blir stående. Skriv ikke noe om meldingen."
          value={mine?.reason ?? ""}
          mostLetters={500}
          error={errorOf(reason)}
        />
      )}
      <button type="submit" class="ds-button" data-variant="secondary">
        Bekreft nr. {serial}
      </button>
    </form>
  );
}
