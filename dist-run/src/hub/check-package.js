// Whether a package may be accepted: all that can be told from what the hub knows by heart, without a look in
// the database. What is wrong is given, not thrown, because a package accepted before is answered as before
// even if its key has expired or its service has been switched off since.
import { districtsOf, municipalities } from "../core/area.js";
import { osloDate } from "../core/schedule.js";
import { looksSealed } from "../wire/seal.js";
import { headerSignatureFits } from "../wire/report-header.js";
import { isValid } from "./known.js";
/** What is wrong with a package, or null. Sizes and hashes have been compared when it was read. */
export function faultIn(known, posted, mostBytes, now) {
    const { header, sealed, paper } = posted;
    if (sealed.length > mostBytes || paper.length > mostBytes)
        return { code: "report.too-large", detail: `at most ${mostBytes} sealed bytes` };
    return (signatureFault(known, posted) ??
        addressFault(known, header, now) ??
        keyFault(known, header, now) ??
        (looksSealed(sealed) && looksSealed(paper) ? null : { code: "report.not-sealed" }));
}
/** A package may be posted long after it was made, so the key must have been valid when it was signed. */
function signatureFault(known, { header, signature }) {
    const key = known.keys.get(signature.key);
    if (key?.change.owner !== header.submitter || key.change.use !== "submitter")
        return { code: "caller.key-unknown", detail: "the key that signed the header" };
    if (!isValid(key, Date.parse(header.sealedAt)))
        return { code: "caller.key-expired", detail: "the key that signed the header" };
    if (!headerSignatureFits(header, signature.value, key.publicKey))
        return { code: "report.bad-header", detail: "its signature does not fit" };
    return null;
}
const municipalityNumbers = new Set(municipalities.map(({ number }) => number));
function addressFault(known, header, now) {
    const { municipality, district, service: id } = header;
    if (!municipalityNumbers.has(municipality))
        return { code: "municipality.unknown" };
    if (district !== "00" && !districtsOf(municipality).some(({ number }) => number === district))
        return { code: "district.unknown" };
    const service = known.services.get(id);
    if (!service)
        return { code: "service.unknown" };
    if (!service.active)
        return { code: "service.not-on-network", detail: id };
    // The place may have passed to another service while the package was on its way.
    const dates = [dateOf(Date.parse(header.sealedAt)), dateOf(now)];
    return covers(service, municipality, district, dates)
        ? null
        : { code: "report.bad-header", detail: "the service does not cover this place" };
}
const quarterMs = 15 * 60 * 1000;
let quarter = { number: Number.NaN, date: "" };
/** The date in Oslo; reckoned anew each quarter of an hour, for no day there begins within one. */
function dateOf(at) {
    const number = Math.floor(at / quarterMs);
    if (quarter.number !== number)
        quarter = { number, date: osloDate(at) };
    return quarter.date;
}
function covers(service, municipality, district, dates) {
    const isHere = (area) => area.municipality === municipality && (area.district === null || area.district === district);
    const inForce = ({ from, to }) => dates.some((date) => from <= date && (to === null || date < to));
    return service.areas.some((area) => isHere(area) && inForce(area));
}
function keyFault(known, header, now) {
    const key = known.keys.get(header.sealed.key);
    if (key?.change.owner !== `service:${header.service}` || key.change.use !== "encryption")
        return { code: "key.unknown", detail: "the key the report is sealed to" };
    if (!isValid(key, now))
        return { code: "key.expired", detail: "the key the report is sealed to" };
    const printKeys = [...known.keys.values()].filter(({ change }) => change.owner === "print");
    const isForPrint = printKeys.some(({ change }) => change.keyId === header.paper.key);
    if (printKeys.length > 0 && !isForPrint)
        return { code: "key.unknown", detail: "the key the paper copy is sealed to" };
    return null;
}
//# sourceMappingURL=check-package.js.map