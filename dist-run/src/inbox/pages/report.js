import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// A report's page. Before the person who asks has opened it, it shows number, time and channel and a button; after that
// the report itself, its clocks, its receipts, and who has looked. Whatever came from outside is text, and shown as that.
import { Box, Heading, SubmitButton, Text, Title } from "../../web/parts.js";
import { weekAfter } from "../../core/schedule.js";
import { dayIn } from "../../web/language.js";
import { channelNames, custodyOf, receiptSentence } from "../custody.js";
import { flagText } from "../flags.js";
import { openPath, paths, pdfPath } from "../paths.js";
import { Fact, inboxPage, Moment } from "./page.js";
import { Deadline, numberName, startOf } from "./row.js";
export function reportPage(wish, view, now) {
    const name = `Melding ${numberName(view.facts.serial).toLowerCase()}`;
    return inboxPage(wish, name, _jsxs(_Fragment, { children: [_jsx("p", { children: _jsx("a", { class: "ds-link", href: paths.list, children: "Til lista over meldinger" }) }), _jsx(Title, { children: name }), view.report ? (_jsx(Opened, { view: view, report: view.report, now: now })) : (_jsx(Unopened, { view: view, now: now }))] }));
}
function Unopened({ view: { facts, openings }, now }) {
    return (_jsxs(_Fragment, { children: [_jsx(Facts, { facts: facts, isOpened: openings.length > 0, now: now }), _jsxs("form", { method: "post", action: openPath(facts.id), children: [_jsxs(Text, { children: ["N\u00E5r du \u00E5pner meldingen, blir navnet ditt og tidspunktet st\u00E5ende i meldingens tilgangslogg.", openings.length === 0 &&
                                " Det blir også kvittert nasjonalt for at meldingen er åpnet hos tjenesten."] }), _jsx(SubmitButton, { children: "\u00C5pne meldingen" })] }), _jsx(AccessLog, { openings: openings })] }));
}
function Opened({ view, report, now }) {
    const { facts, openings, receipts } = view;
    return (_jsxs(_Fragment, { children: [report.isChanged && _jsx(ChangedBox, {}), _jsxs("div", { class: "beside", children: [_jsx("div", { class: "known", children: _jsx(Facts, { facts: facts, isOpened: true, now: now }) }), _jsxs("div", { class: "said-there stack", children: [_jsx(Flags, { flags: facts.flags }), _jsx("p", { children: _jsx("a", { class: "ds-link", href: pdfPath(facts.id), children: "\u00C5pne meldingen som PDF" }) }), report.sections ? _jsx(Sections, { sections: report.sections }) : _jsx(AsItCame, { report: report })] }), _jsxs("div", { class: "known stack", children: [_jsx(Receipts, { facts: facts, receipts: receipts }), _jsx(AccessLog, { openings: openings })] })] })] }));
}
function Facts({ facts, isOpened, now }) {
    const start = startOf(facts);
    const threeWeeks = weekAfter(weekAfter(weekAfter(start.getTime())));
    return (_jsxs("dl", { class: "facts", children: [_jsx(Fact, { name: "Referanse", children: facts.reference }), _jsxs(Fact, { name: "Meldt", children: [_jsx(Moment, { at: start }), " (", channelNames[facts.channel], ")"] }), _jsxs(Fact, { name: "Frist for gjennomgang", children: [_jsx(Deadline, { start: start, isOpened: isOpened, now: now }), _jsxs("span", { class: "when", children: [" ", "Barnevernsloven \u00A7 2-1: snarest, og senest innen en uke. Regnet fra ", startWords(facts), "."] })] }), _jsxs(Fact, { name: "Frist for tilbakemelding til melder", children: [dayIn("nb", threeWeeks), _jsx("span", { class: "when", children: " Barnevernsloven \u00A7 13-3: innen tre uker." })] })] }));
}
function startWords({ acceptedAt, channel }) {
    if (acceptedAt === null)
        return "da meldingen kom hit, fordi ingen har oppgitt når den ble sendt";
    if (channel === "svarinn")
        return "da meldingen ble sendt gjennom SvarInn";
    return "da meldingen var lagret i den nasjonale tjenesten";
}
function ChangedBox() {
    return (_jsxs("section", { class: "ds-card stack", "data-variant": "tinted", "data-color": "danger", role: "alert", children: [_jsx(Heading, { children: "Meldingen er ikke slik den kom" }), _jsx(Text, { children: "Det som ligger her, er noe annet enn det som ble registrert. Ikke bygg p\u00E5 det som st\u00E5r under. Ta kontakt med den som drifter innboksen med en gang, og oppgi referansen." })] }));
}
function Flags({ flags }) {
    if (flags.length === 0)
        return null;
    return (_jsxs(Box, { tint: "warning", label: "V\u00E6r oppmerksom", children: [_jsx(Heading, { size: "xs", children: "V\u00E6r oppmerksom" }), _jsx("ul", { class: "ds-list", children: flags.map((flag) => (_jsx("li", { children: flagText(flag) }))) })] }));
}
function Sections({ sections }) {
    return (_jsx(_Fragment, { children: sections.map(({ heading, groups }) => (_jsxs("section", { children: [_jsx(Heading, { children: heading }), groups.map((group) => (_jsxs(_Fragment, { children: [group.heading !== null && (_jsx("h3", { class: "ds-heading", "data-size": "2xs", children: group.heading })), _jsx("dl", { class: "facts", children: group.entries.map(({ label, value }) => (_jsx(Fact, { name: label, children: _jsx("span", { class: "said", children: value }) }))) })] })))] }))) }));
}
function AsItCame({ report: { text, isCut } }) {
    return (_jsxs("section", { children: [_jsx(Heading, { children: "Meldingen slik den kom" }), _jsx(Box, { tint: "warning", label: "Ikke i vanlig form", children: _jsx(Text, { children: "Meldingen er ikke i den formen som bekymringsmeldinger skal ha, s\u00E5 innboksen kan ikke dele den opp. Her er teksten slik den er. Se ogs\u00E5 PDF-en." }) }), _jsx("pre", { class: "said", children: text === "" ? "(tom)" : text }), isCut && (_jsx(Text, { children: "Teksten er lengre enn det som vises her. Hele meldingen st\u00E5r i fagsystemets kopi." }))] }));
}
function Receipts({ facts, receipts }) {
    const kinds = receipts.map(({ kind }) => kind);
    return (_jsxs("section", { children: [_jsx(Heading, { children: "Kvitteringer" }), _jsxs(Text, { children: [custodyOf(facts.channel, kinds), "."] }), receipts.length > 0 && (_jsx("ol", { class: "steps", children: receipts.map(({ kind, at }) => (_jsxs("li", { children: [_jsx("span", { children: receiptSentence(kind) }), _jsx("span", { class: "when", children: _jsx(Moment, { at: at }) })] }))) }))] }));
}
function AccessLog({ openings }) {
    return (_jsxs("section", { children: [_jsx(Heading, { children: "Tilgangslogg" }), openings.length === 0 ? (_jsx(Text, { children: "Ingen har \u00E5pnet meldingen enn\u00E5." })) : (_jsx("ol", { class: "ds-list", children: openings.map(({ name, at, what }) => (_jsxs("li", { children: [name, " ", what === "pdf" ? "så PDF-en" : "åpnet meldingen", " ", _jsx(Moment, { at: at })] }))) }))] }));
}
//# sourceMappingURL=report.js.map