// The report as a PDF that people read: the same fields as the JSON, in Norwegian, tagged so that a screen
// reader finds its way (PDF/UA; no validator has been run on it). The salt stands in its metadata, so that
// the file's hash cannot be guessed from the content.
import { buffer } from "node:stream/consumers";
import { norwegianTime, sectionsOf } from "./ks-reading.js";
import { repeatedName } from "./ks-report.js";
import { pageFor, printable } from "./pdf-page.js";
const ink = { text: "#1e2b3c", quiet: "#4d5b6c", line: "#c3cad3" };
const title = "Bekymringsmelding til barnevernstjenesten";
const fromWhom = { professional: "Fra offentlig melder", private: "Fra privatperson" };
const unprintableNote = "Meldingen har tegn som ikke kan vises her (□). De står slik de ble skrevet i bekymringsmelding.json.";
const repeatedNote = "Noe er oppgitt flere ganger i meldingen. Alt står i bekymringsmelding.json.";
/** Writes the report as PDF. The same report, id, salt and time give the same bytes. */
export async function reportPdf(report, facts) {
    const sections = sectionsOf(report).map(printableSection);
    const page = pageFor({
        title,
        keywords: `framme-salt:${Buffer.from(facts.salt).toString("base64url")}`,
        madeAt: new Date(facts.sentAt),
        margins: { top: 56, bottom: 64, left: 56, right: 56 },
    });
    const bytes = buffer(page.doc);
    heading(page, report, facts);
    for (const section of sections)
        write(page, section.value);
    if (sections.some((section) => section.isChanged))
        note(page, unprintableNote);
    if (report.deviations.includes(repeatedName))
        note(page, repeatedNote);
    page.root.end();
    footers(page, facts.id);
    page.doc.end();
    return bytes;
}
function heading(page, report, facts) {
    const { doc } = page;
    const sent = norwegianTime(new Date(facts.sentAt).toISOString());
    page.add("H1", () => doc.font(page.bold).fontSize(20).fillColor(ink.text).text(title));
    page.add("P", () => {
        doc.font(page.regular).fontSize(10.5).fillColor(ink.quiet);
        doc.text(`${fromWhom[report.kind]}. Forseglet og sendt ${sent}.`, { paragraphGap: 2 });
    });
}
function write(page, section) {
    const { doc } = page;
    page.keepTogether(90);
    page.rule(ink.line);
    page.add("H2", () => doc.font(page.bold).fontSize(14).fillColor(ink.text).text(section.heading));
    for (const group of section.groups)
        writeGroup(page, group);
}
function writeGroup(page, group) {
    const { doc } = page;
    if (group.heading !== null) {
        page.keepTogether(70);
        doc.moveDown(0.5);
        page.add("H3", () => doc
            .font(page.bold)
            .fontSize(11.5)
            .fillColor(ink.text)
            .text(group.heading ?? ""));
    }
    const list = page.branch("L");
    for (const entry of group.entries)
        writeEntry(page, list, entry);
    list.end();
}
function writeEntry(page, list, entry) {
    const { doc } = page;
    page.keepTogether(44);
    doc.moveDown(0.45);
    const label = () => doc.font(page.bold).fontSize(9.5).fillColor(ink.quiet).text(entry.label);
    const value = () => doc.font(page.regular).fontSize(11).fillColor(ink.text).text(entry.value, { lineGap: 2 });
    list.add(doc.struct("LI", {}, [
        doc.struct("Lbl", {}, () => void label()),
        doc.struct("LBody", {}, () => void value()),
    ]));
}
function note(page, text) {
    page.doc.moveDown(1.5);
    page.add("P", () => page.doc.font(page.regular).fontSize(9.5).fillColor(ink.quiet).text(text));
}
/** Page numbers are no part of the text, so a screen reader passes over them. */
function footers(page, id) {
    const { doc } = page;
    const { count } = doc.bufferedPageRange();
    for (let at = 0; at < count; at += 1) {
        doc.switchToPage(at);
        doc.page.margins.bottom = 0; // Or the text would be pushed to a page of its own.
        doc.markContent("Artifact", { type: "Pagination" });
        doc.font(page.regular).fontSize(8.5).fillColor(ink.quiet);
        const [top, left] = [doc.page.height - 42, doc.page.margins.left];
        doc.text(`Referanse ${id}`, left, top, { lineBreak: false });
        doc.text(`Side ${at + 1} av ${count}`, left, top, { align: "right" });
        doc.endMarkedContent();
    }
}
function printableSection(section) {
    let isChanged = false;
    const shown = (text) => {
        const result = printable(text);
        isChanged ||= result.isChanged;
        return result.text;
    };
    const entry = ({ label, value }) => ({ label: shown(label), value: shown(value) });
    const groups = section.groups.map((group) => ({ ...group, entries: group.entries.map(entry) }));
    return { value: { ...section, groups }, isChanged };
}
//# sourceMappingURL=report-pdf.js.map