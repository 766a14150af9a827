// The week that barnevernsloven § 2-1 gives to look through a report, and how much of it is left, counted in days of
// the calendar in Oslo: a day there has 23, 24 or 25 hours.
import { osloDate, weekAfter } from "../core/schedule.js";
/** The week from `start`, as it stands `now`. Both are epoch milliseconds. */
export function weekFrom(start, now) {
    const due = weekAfter(start);
    const today = Temporal.PlainDate.from(osloDate(now));
    const { days } = today.until(osloDate(due), { largestUnit: "days" });
    return { due, days, isOver: now > due };
}
/** «6 dager igjen», «i dag», «2 dager over fristen». */
export function daysLeft({ days, isOver }) {
    if (days > 0)
        return `${counted(days)} igjen`;
    if (days < 0)
        return `${counted(-days)} over fristen`;
    return isOver ? "fristen gikk ut i dag" : "i dag";
}
function counted(days) {
    return days === 1 ? "1 dag" : `${days} dager`;
}
//# sourceMappingURL=week.js.map