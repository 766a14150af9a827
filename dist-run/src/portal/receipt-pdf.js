// The receipt as a PDF to keep: the code, when the hub stored what was sent, and what that means and does not mean. No
// child, no service, nothing that was written; whoever finds it on a shared machine learns that something was sent.
import { buffer } from "node:stream/consumers";
import { momentIn } from "../web/language.js";
import { pageFor } from "../wire/pdf-page.js";
import { sendingTexts } from "./texts-sending.js";
const ink = { text: "#1e2b3c", quiet: "#4d5b6c", line: "#c3cad3" };
/** Writes the receipt. */
export async function receiptPdf(facts) {
    const { language, all, stored } = facts;
    const { pdf } = sendingTexts[language];
    const page = pageFor({
        title: pdf.title,
        keywords: "",
        madeAt: new Date(facts.madeAt),
        margins: { top: 56, bottom: 64, left: 56, right: 56 },
        language: language === "nn" ? "nn-NO" : "nb-NO",
    });
    const bytes = buffer(page.doc);
    heading(page, "H1", pdf.title, 20);
    heading(page, "H2", pdf.code, 14);
    line(page, facts.code, 17);
    line(page, pdf.codeText);
    line(page, pdf.where(facts.followAddress));
    page.rule(ink.line);
    for (const [index, one] of stored.entries()) {
        const nth = all > 1 ? `${pdf.nth(index + 1, all)}: ` : "";
        line(page, `${nth}${pdf.at(momentIn(language, one.at))}`);
        line(page, pdf.reference(one.id), 9.5);
    }
    if (stored.length < all)
        line(page, pdf.missing(all - stored.length, all));
    heading(page, "H2", pdf.meansHeading, 14);
    for (const text of [pdf.means, pdf.meansNot, pdf.urgent])
        line(page, text);
    page.root.end();
    page.doc.end();
    return bytes;
}
function heading(page, tag, text, size) {
    page.doc.moveDown(0.6);
    page.add(tag, () => page.doc.font(page.bold).fontSize(size).fillColor(ink.text).text(text));
}
function line(page, text, size = 11) {
    page.doc.moveDown(0.4);
    page.add("P", () => page.doc.font(page.regular).fontSize(size).fillColor(ink.text).text(text, { lineGap: 2 }));
}
//# sourceMappingURL=receipt-pdf.js.map