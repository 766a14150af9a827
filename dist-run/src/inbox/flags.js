// What the codes that a report is flagged with mean to whoever reads it. A flagged report is delivered as it is; the flag
// says what to look out for.
const flagTexts = {
    "schema-deviation": "Meldingen følger ikke skjemaet fullt ut. Noe kan stå på et annet sted enn du er vant til, så les hele meldingen.",
    "identity-number-unusual": "Et fødselsnummer i meldingen er ikke et vanlig fødselsnummer. Det kan være midlertidig, ufullstendig eller skrevet feil.",
    "downgraded-to-v1": "Andres synspunkter står til slutt i historien, fordi tjenesten tar imot en eldre utgave av skjemaet.",
};
/** What a flag means to whoever reads the report. */
export function flagText(flag) {
    return flagTexts[flag] ?? `Avsenderen eller mottaket har merket meldingen med «${flag}».`;
}
//# sourceMappingURL=flags.js.map