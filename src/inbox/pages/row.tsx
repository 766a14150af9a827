// One row of the list: a report, or numbers that are not here. Red is only what somebody must see to, and it says so in
// words too.

import { Heading, Text } from "../../web/parts.tsx";
import { momentIn } from "../../web/language.ts";
import { channelNames, custodyOf } from "../custody.ts";
import { reportPath } from "../paths.ts";
import type { ListRow } from "../people-store.ts";
import { daysLeft, weekFrom } from "../week.ts";
import { Fact, Moment } from "./page.tsx";

/** «Nr. 12», or what there is instead where no hub has given a number. */
export function numberName(serial: number): string {
  return serial > 0 ? `Nr. ${serial}` : "Uten nummer";
}

export function Row({ row, now }: { row: ListRow; now: number }) {
  return row.id === null ? <MissingRow row={row} /> : <ReportRow row={row} id={row.id} now={now} />;
}

function ReportRow({ row, id, now }: { row: ListRow; id: string; now: number }) {
  const channel = row.channel ?? "unknown";
  return (
    <li class="ds-card row">
      <Heading size="xs">
        <a class="ds-link" href={reportPath(id)}>
          {numberName(row.first)}
        </a>{" "}
        <span class="when">Referanse {row.reference}</span>
      </Heading>
      <dl class="facts">
        <Fact name="Meldt">
          <Moment at={startOf(row)} /> ({channelNames[channel]})
        </Fact>
        <Fact name="Frist for gjennomgang">
          <Deadline start={startOf(row)} isOpened={row.openedAt !== null} now={now} />
        </Fact>
        <Fact name="Åpnet">
          {row.openedAt ? (
            <>
              Av {row.openedBy}, <Moment at={row.openedAt} />
            </>
          ) : (
            <strong>Ikke åpnet</strong>
          )}
        </Fact>
        <Fact name="Kvittering">{custodyOf(channel, row.receiptKinds)}</Fact>
      </dl>
    </li>
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

function MissingRow({ row: { first, last } }: { row: ListRow }) {
  const isOne = first === last;
  return (
    <li class="ds-card row" data-variant="tinted" data-color="danger">
      <Heading size="xs">{isOne ? `Nr. ${first}` : `Nr. ${first}–${last}`} – ikke kommet hit</Heading>
      <Text>
        {isOne
          ? "En melding til dere har fått dette nummeret nasjonalt, men den er ikke her."
          : `${last - first + 1} meldinger til dere har fått disse numrene nasjonalt, men de er ikke her.`}{" "}
        Ta kontakt i dag med den som drifter mottaket hos dere, og oppgi {isOne ? "nummeret" : "numrene"}.
      </Text>
    </li>
  );
}
