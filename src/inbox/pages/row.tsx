// One row of the list: a report, or numbers that are not here. Red is only what somebody must see to, and it says so in
// words too.

import { momentIn } from "../../web/language.ts";
import { channelNames, custodyOf } from "../custody.ts";
import { isOnItsWay } from "../missing.ts";
import { reportPath } from "../paths.ts";
import type { ListRow } from "../people-store.ts";
import { daysLeft, weekFrom } from "../week.ts";
import { Moment } from "./page.tsx";

/** «Nr. 12», or what there is instead where no hub has given a number. */
export function numberName(serial: number): string {
  return serial > 0 ? `Nr. ${serial}` : "Uten nummer";
}

/** What stands above the rows. */
export const columns = ["Melding", "Meldt", "Frist", "Åpnet", "Kvittering"] as const;

export function Row({ row, now }: { row: ListRow; now: number }) {
  return row.id === null ? <NumberRow row={row} now={now} /> : <ReportRow row={row} id={row.id} now={now} />;
}

function ReportRow({ row, id, now }: { row: ListRow; id: string; now: number }) {
  const channel = row.channel ?? "unknown";
  const [, reported, due, opened, receipt] = columns;
  return (
    <tr>
      <th scope="row">
        <a class="ds-link" href={reportPath(id)}>
          {numberName(row.first)}
        </a>{" "}
        <span class="when">Referanse {row.reference}</span>
      </th>
      <td data-of={reported}>
        <Moment at={startOf(row)} /> <span class="when">({channelNames[channel]})</span>
      </td>
      <td data-of={due}>
        <Deadline start={startOf(row)} isOpened={row.openedAt !== null} now={now} />
      </td>
      <td data-of={opened}>
        {row.openedAt ? (
          <>
            {row.openedBy}{" "}
            <span class="when">
              <Moment at={row.openedAt} />
            </span>
          </>
        ) : (
          <strong>Ikke åpnet</strong>
        )}
      </td>
      <td data-of={receipt}>{custodyOf(channel, row.receiptKinds)}</td>
    </tr>
  );
}

/** When the week starts: when the hub had it, or SvarInn; where neither has said it, when it came here. */
export function startOf({ acceptedAt, receivedAt }: Pick<ListRow, "acceptedAt" | "receivedAt">): Date {
  return acceptedAt ?? receivedAt ?? new Date(0);
}

/** What is left of the week, and its last moment. */
export function Deadline({ start, isOpened, now }: { start: Date; isOpened: boolean; now: number }) {
  const week = weekFrom(start.getTime(), now);
  const isPressing = !isOpened && (week.isOver || week.days === 0);
  return (
    <>
      <span class={isPressing ? "pressing" : "days"}>{daysLeft(week)}</span>{" "}
      <span class="when">({momentIn("nb", week.due)})</span>
    </>
  );
}

/** A number that is not here: on its way, or missing. */
function NumberRow({ row, now }: { row: ListRow; now: number }) {
  return isOnItsWay(row.missingSince, now) ? <ComingRow row={row} /> : <MissingRow row={row} />;
}

function numbersOf({ first, last }: ListRow): string {
  return first === last ? `Nr. ${first}` : `Nr. ${first}–${last}`;
}

function ComingRow({ row }: { row: ListRow }) {
  return (
    <tr>
      <th scope="row">{numbersOf(row)} – på vei</th>
      <td colspan={columns.length - 1}>
        {row.first === row.last ? "En melding" : `${row.last - row.first + 1} meldinger`} til dere er lagret
        nasjonalt og på vei hit. Det tar som regel under ett minutt.
      </td>
    </tr>
  );
}

function MissingRow({ row }: { row: ListRow }) {
  const { first, last } = row;
  const isOne = first === last;
  return (
    <tr class="missing">
      <th scope="row">{numbersOf(row)} – ikke kommet hit</th>
      <td colspan={columns.length - 1}>
        {isOne
          ? "En melding til dere har fått dette nummeret nasjonalt, men den er ikke her."
          : `${last - first + 1} meldinger til dere har fått disse numrene nasjonalt, men de er ikke her.`}{" "}
        Ta kontakt i dag med den som drifter mottaket hos dere, og oppgi {isOne ? "nummeret" : "numrene"}.
      </td>
    </tr>
  );
}
