import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// One row of the list: a report, or numbers that are not here. Red is only what somebody must see to, and it says so in
// words too.
import { momentIn } from "../../web/language.js";
import { channelNames, custodyOf } from "../custody.js";
import { reportPath } from "../paths.js";
import { daysLeft, weekFrom } from "../week.js";
import { Moment } from "./page.js";
/** «Nr. 12», or what there is instead where no hub has given a number. */
export function numberName(serial) {
    return serial > 0 ? `Nr. ${serial}` : "Uten nummer";
}
/** What stands above the rows. */
export const columns = ["Melding", "Meldt", "Frist", "Åpnet", "Kvittering"];
export function Row({ row, now }) {
    return row.id === null ? _jsx(MissingRow, { row: row }) : _jsx(ReportRow, { row: row, id: row.id, now: now });
}
function ReportRow({ row, id, now }) {
    const channel = row.channel ?? "unknown";
    const [, reported, due, opened, receipt] = columns;
    return (_jsxs("tr", { children: [_jsxs("th", { scope: "row", children: [_jsx("a", { class: "ds-link", href: reportPath(id), children: numberName(row.first) }), " ", _jsxs("span", { class: "when", children: ["Referanse ", row.reference] })] }), _jsxs("td", { "data-of": reported, children: [_jsx(Moment, { at: startOf(row) }), " ", _jsxs("span", { class: "when", children: ["(", channelNames[channel], ")"] })] }), _jsx("td", { "data-of": due, children: _jsx(Deadline, { start: startOf(row), isOpened: row.openedAt !== null, now: now }) }), _jsx("td", { "data-of": opened, children: row.openedAt ? (_jsxs(_Fragment, { children: [row.openedBy, " ", _jsx("span", { class: "when", children: _jsx(Moment, { at: row.openedAt }) })] })) : (_jsx("strong", { children: "Ikke \u00E5pnet" })) }), _jsx("td", { "data-of": receipt, children: custodyOf(channel, row.receiptKinds) })] }));
}
/** When the week starts: when the hub had it, or SvarInn; where neither has said it, when it came here. */
export function startOf({ acceptedAt, receivedAt }) {
    return acceptedAt ?? receivedAt ?? new Date(0);
}
/** What is left of the week, and its last moment. */
export function Deadline({ start, isOpened, now }) {
    const week = weekFrom(start.getTime(), now);
    const isPressing = !isOpened && (week.isOver || week.days === 0);
    return (_jsxs(_Fragment, { children: [_jsx("span", { class: isPressing ? "pressing" : "days", children: daysLeft(week) }), " ", _jsxs("span", { class: "when", children: ["(", momentIn("nb", week.due), ")"] })] }));
}
function MissingRow({ row: { first, last } }) {
    const isOne = first === last;
    return (_jsxs("tr", { class: "missing", children: [_jsxs("th", { scope: "row", children: [isOne ? `Nr. ${first}` : `Nr. ${first}–${last}`, " \u2013 ikke kommet hit"] }), _jsxs("td", { colspan: columns.length - 1, children: [isOne
                        ? "En melding til dere har fått dette nummeret nasjonalt, men den er ikke her."
                        : `${last - first + 1} meldinger til dere har fått disse numrene nasjonalt, men de er ikke her.`, " ", "Ta kontakt i dag med den som drifter mottaket hos dere, og oppgi ", isOne ? "nummeret" : "numrene", "."] })] }));
}
//# sourceMappingURL=row.js.map