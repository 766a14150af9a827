// Reports to send in tests: the published example, for another place and about a child of another name. Everybody in
// it is made up, and the identity numbers are synthetic.
import { readFileSync, writeFileSync } from "node:fs";
const text = readFileSync(new URL("../../docs/examples/professional-v2.json", import.meta.url), "utf8");
/** The report's document. */
export function exampleReport({ municipality, district = "00", child }) {
    const report = JSON.parse(text);
    report.kommunenummer = municipality;
    report.bydelsnummer = district;
    report.offentligBarn.length = 1;
    report.offentligBarn[0].personnavn = child;
    report.melding = { melding: `Vi er bekymret for ${child}.`, historie: "Ingen.", andreSynspunkter: child };
    return report;
}
/** Writes the report to a file, and gives its path. */
export function writeExample(folder, name, about) {
    const path = `${folder}/${name}.json`;
    writeFileSync(path, JSON.stringify(exampleReport(about), null, 2));
    return path;
}
//# sourceMappingURL=example.js.map