// The list of a service's reports, the newest first, fifty at a time, and what a search in them found. What was searched
// for is shown in its field only.

import { ErrorSummary, Heading, SubmitButton, Text, TextField, Title, Box } from "../../web/parts.tsx";
import { type ListWish, listPath, paths } from "../paths.ts";
import type { Counts, Filter, ListRow } from "../people-store.ts";
import { inboxPage, type PageWish } from "./page.tsx";
import { columns, Row } from "./row.tsx";

export const searchField = "sok";
export const searchMost = 200;
export const rowsOnPage = 50;

const names: Readonly<Record<Filter, string>> = {
  all: "Alle",
  unopened: "Ikke åpnet",
  missing: "Mangler",
};

const empty: Readonly<Record<Filter, string>> = {
  all: "Det er ikke kommet noen meldinger ennå.",
  unopened: "Alle meldingene er åpnet.",
  missing: "Ingen nummer mangler.",
};

export type ListView = ListWish & {
  readonly counts: Counts;
  readonly rows: readonly ListRow[];
};

export function pagesOf(counts: Counts, filter: Filter): number {
  return Math.max(1, Math.ceil(counts[filter] / rowsOnPage));
}

export function listPage(wish: PageWish, { filter, page, counts, rows }: ListView, now: number): string {
  const pages = pagesOf(counts, filter);
  return inboxPage(
    wish,
    "Meldinger",
    <>
      <Title>Meldinger</Title>
      {counts.missingNumbers > 0 && filter !== "missing" && <MissingBox numbers={counts.missingNumbers} />}
      <SearchForm value="" />
      <nav class="filters" aria-label="Vis">
        {(Object.keys(names) as Filter[]).map((one) => (
          <a
            class="ds-link"
            href={listPath({ filter: one, page: 1 })}
            aria-current={one === filter ? "page" : undefined}
          >
            {names[one]} ({counts[one]})
          </a>
        ))}
      </nav>
      {rows.length === 0 ? <Text>{empty[filter]}</Text> : <Rows rows={rows} now={now} />}
      {pages > 1 && <Pages filter={filter} page={page} pages={pages} />}
    </>,
  );
}

function MissingBox({ numbers }: { numbers: number }) {
  return (
    <Box tint="danger" label="Meldinger som mangler">
      <Heading size="xs">
        {numbers === 1 ? "1 melding er ikke kommet hit" : `${numbers} meldinger er ikke kommet hit`}
      </Heading>
      <Text>
        <a class="ds-link" href={listPath({ filter: "missing", page: 1 })}>
          Se hvilke nummer som mangler, og hva du skal gjøre
        </a>
      </Text>
    </Box>
  );
}

export type SearchView = {
  readonly sought: string;
  /** Null: nothing was searched for. */
  readonly found: { readonly rows: readonly ListRow[]; readonly count: number } | null;
  readonly error: string | null;
};

/** What a search found; it stands at no address of its own. */
export function searchPage(wish: PageWish, { sought, found, error }: SearchView, now: number): string {
  return inboxPage(
    wish,
    "Søk",
    <>
      <ErrorSummary
        heading="Du må rette dette først"
        errors={error ? [{ field: searchField, text: error }] : []}
      />
      <Title>Søk i meldingene</Title>
      <SearchForm value={sought} error={error ?? undefined} />
      {found && (
        <>
          <p class="ds-paragraph" role="status">
            {foundText(found.count, found.rows.length)}
          </p>
          {found.rows.length > 0 && <Rows rows={found.rows} now={now} />}
        </>
      )}
      <p>
        <a class="ds-link" href={paths.list}>
          Til lista over meldinger
        </a>
      </p>
    </>,
  );
}

function foundText(count: number, shown: number): string {
  if (count === 0) return "Ingen meldinger passer. Prøv færre ord, eller se etter skrivefeil.";
  const all = count === 1 ? "1 melding passer." : `${count} meldinger passer.`;
  return shown < count ? `${all} Her er de ${shown} nyeste. Skriv flere ord for å få færre.` : all;
}

function SearchForm({ value, error }: { value: string; error?: string | undefined }) {
  return (
    <form class="search" method="post" action={paths.search}>
      <TextField
        name={searchField}
        label="Søk i meldingene"
        description="Nummer, referanse eller ord i meldingen, for eksempel navnet på et barn."
        value={value}
        mostLetters={searchMost}
        error={error}
      />
      <SubmitButton>Søk</SubmitButton>
    </form>
  );
}

function Rows({ rows, now }: { rows: readonly ListRow[]; now: number }) {
  return (
    <table class="listing worklist" aria-label="Meldinger">
      <thead>
        <tr>
          {columns.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row row={row} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Pages({ filter, page, pages }: ListWish & { pages: number }) {
  return (
    <nav class="filters" aria-label="Sider">
      {page > 1 && (
        <a class="ds-link" href={listPath({ filter, page: page - 1 })}>
          Nyere meldinger
        </a>
      )}
      <span>
        Side {page} av {pages}
      </span>
      {page < pages && (
        <a class="ds-link" href={listPath({ filter, page: page + 1 })}>
          Eldre meldinger
        </a>
      )}
    </nav>
  );
}
