// From what a reporter has answered, in English names, to the text of a report in the KS concern-report protocol. The
// schema is kept where that costs nobody anything; an answer it does not know, such as a rare e-mail address, is
// written as it was given. Line breaks become spaces where the schema takes one line only.
/** What stands where the reporter does not know. */
export const notKnown = "Melder vet ikke";
/** What stands where the protocol wants something and nobody was asked. */
export const notGiven = "Ikke oppgitt";
/** A private report as KS JSON. The fields of the schema that may be missing are left out when empty. */
export function writePrivate(report) {
    const { reporter } = report;
    return JSON.stringify({
        ...placeOf(report.place),
        privatMelder: {
            personnavn: line(reporter.name),
            ...given("telefonnummer", phoneText(reporter.phone)),
            ...(reporter.address ? { adresse: addressOf(reporter.address) } : {}),
        },
        privatBarn: report.children.map((child) => ({
            personnavn: line(known(child.name)),
            antattAlder: known(child.age),
            relasjon: known(child.relation),
            adresse: addressOf(child.address),
        })),
        melding: report.concern,
        ...sent(report),
    });
}
/** A professional's report as KS JSON, in version 2 of the protocol. */
export function writeProfessional(report) {
    const { reporter } = report;
    const { organisation } = reporter;
    return JSON.stringify({
        ...placeOf(report.place),
        offentligMelder: {
            personnavn: line(reporter.name),
            rolle: line(reporter.role),
            telefonnummer: phoneText(reporter.phone),
            epost: emailText(reporter.email),
            virksomhet: {
                navn: line(organisation.name),
                ...given("orgnr", line(organisation.number ?? "")),
                adresse: addressOf(organisation.address),
            },
        },
        offentligBarn: report.children.map((child) => ({
            fnr: line(known(child.identity)),
            ufoedt: child.isUnborn,
            personnavn: line(known(child.name)),
            ...given("telefonnummer", phoneText(child.phone)),
            adresse: addressOf(child.address),
            ...informed(child.informed, "barnet"),
        })),
        foresatte: report.guardians.map(({ name, phone, informed: isTold }) => ({
            personnavn: line(known(name)),
            ...given("telefonnummer", phoneText(phone)),
            ...informed(isTold, "foresatt"),
        })),
        behovForTolk: known(report.interpreter),
        andreHjelpeinstanser: known(report.helpers),
        melding: {
            melding: report.concern,
            historie: known(report.history),
            andreSynspunkter: known(report.otherViews),
        },
        ...sent(report),
    });
}
function placeOf({ municipality, municipalityName, district, districtName }) {
    return {
        kommunenummer: municipality,
        kommunenavn: line(municipalityName),
        bydelsnummer: district ?? "00",
        bydelsnavn: line(districtName ?? municipalityName),
    };
}
function sent({ sentAt, channel }) {
    return { sendingstidspunkt: norwegianWallClock(sentAt), leveringskanal: channel };
}
function known(answer) {
    return answer ?? notKnown;
}
function given(name, text) {
    return text === "" ? {} : { [name]: text };
}
function addressOf(address) {
    if (!address)
        return { adresselinje1: notGiven };
    const { street, postcode, town, more = "" } = address;
    return {
        adresselinje1: line(known(street)) || notGiven,
        ...given("adresselinje2", line(more)),
        ...given("postnummer", line(postcode)),
        ...given("poststed", line(town)),
    };
}
/** The protocol has yes and no only: a reporter who does not know is a no with that as its reason. */
function informed({ is, reason }, whom) {
    const doubt = is === null ? [`${notKnown} om ${whom} er orientert.`] : [];
    const told = [...doubt, line(reason)].filter((part) => part !== "").join(" ");
    return { orientert: is === true, ...given("orientertGrunn", told) };
}
/** One line: each line break, with the spaces around it, becomes one space. */
export function line(text) {
    // Split and put together, in time that grows with the text: a pattern with spaces on both sides would not.
    return text
        .split(/[\n\r\u2028\u2029]/)
        .map((one) => one.trim())
        .filter((one) => one !== "")
        .join(" ");
}
/** What is longer than this is not a number that was written for the eye. */
const longestPhone = 300;
/** A telephone number without the signs people put in for the eye: parentheses, dots, slashes and long dashes. */
export function phoneText(text) {
    if (text.length > longestPhone)
        return line(text);
    const plain = line(text)
        .replace(/[()]/g, " ")
        .replace(/[./\u2010-\u2015\u2212]/g, "-")
        .replace(/\s+/g, " ")
        .replace(/\s*-+\s*/g, "-")
        .replace(/^\+ +/, "+")
        .trim();
    return /^[+]?[0-9]+([- ][0-9]+)*$/.test(plain) ? plain : line(text);
}
/** An e-mail address without spaces around it, `mailto:` before it or pointed brackets. */
export function emailText(text) {
    return line(text)
        .replace(/^mailto:/i, "")
        .replace(/^<(.*)>$/, "$1")
        .trim();
}
const wallClock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Oslo",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
});
/** Local time in Norway without a zone, as KS's systems send it: `2026-11-23T13:03:09`. */
function norwegianWallClock(at) {
    return wallClock.format(at).replace(" ", "T");
}
//# sourceMappingURL=ks-writing.js.map