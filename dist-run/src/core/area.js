// Places and who covers them. Municipalities, districts and services are three different units: a service may
// cover several municipalities or some districts of one, and what covers what changes from one date to another.
import districtData from "./data/districts-2020.json" with { type: "json" };
import municipalityData from "./data/municipalities-2024.json" with { type: "json" };
import { refuse } from "./problem.js";
import { isOfficeHours } from "./schedule.js";
/** The municipalities of 2024, by number. */
export const municipalities = municipalityData.rows.map((row) => {
    const [number, name, county, organisationNumber] = row;
    return { number, name, county, organisationNumber };
});
/** The districts of the four municipalities that have any. A district need not have a service of its own. */
export const districts = districtData.rows.map((row) => {
    const [municipality, number, name] = row;
    return { municipality, number, name };
});
const byNumber = new Map(municipalities.map((municipality) => [municipality.number, municipality]));
/** The municipality with this number, or refuses with `municipality.unknown`. */
export function municipalityOf(number) {
    return byNumber.get(number) ?? refuse("municipality.unknown");
}
/** The districts of a municipality; none for most. */
export function districtsOf(municipality) {
    return districts.filter((district) => district.municipality === municipality);
}
/**
 * The service that covers a place on a date (ISO), or why there is none to give. District null, or "00" as in the
 * KS protocol, means none given; `district.needed` where districts have their own services and none was given.
 */
export function coverOf(book, municipality, district, onDate) {
    if (!byNumber.has(municipality))
        return "municipality.unknown";
    const given = district === "00" ? null : district;
    if (given !== null && !districtsOf(municipality).some(({ number }) => number === given))
        return "district.unknown";
    const here = book.services.flatMap((service) => service.areas
        .filter((area) => area.municipality === municipality && isInForce(area, onDate))
        .map((area) => ({ service, area })));
    const found = here.find(({ area }) => area.district === null || area.district === given);
    if (!found && given === null && here.length > 0)
        return "district.needed";
    // A service that is switched off still has its place: nobody else is to get its reports.
    return found?.service.active ? found.service : "service.not-on-network";
}
/** As `coverOf`; refuses where there is none to give. */
export function serviceFor(book, municipality, district, onDate) {
    municipalityOf(municipality);
    const cover = coverOf(book, municipality, district, onDate);
    return typeof cover === "string" ? refuse(cover, municipality) : cover;
}
function isInForce(area, date) {
    return area.from <= date && (area.to === null || date < area.to);
}
/** The emergency service that is open for a municipality now, or null. Refuses with `municipality.unknown`. */
export function emergencyServiceFor(book, municipality, now) {
    const { number } = municipalityOf(municipality);
    const open = book.emergencyServices.filter(({ municipalities: covered, hours }) => covered.includes(number) && (hours === "always" || !isOfficeHours(now)));
    return open[0] ?? null;
}
/**
 * Id of a service that covers one of this service's places at the same time, or null. Its own id if two of
 * its own areas overlap. An entry in `services` with the same id is the one to be replaced, and is left out.
 */
export function overlappingAreas(services, service) {
    const own = service.areas;
    if (own.some((area, index) => own.slice(index + 1).some((later) => doOverlap(area, later))))
        return service.id;
    const other = services.find(({ id, areas }) => id !== service.id && areas.some((area) => own.some((mine) => doOverlap(area, mine))));
    return other?.id ?? null;
}
function doOverlap(a, b) {
    const samePlace = a.municipality === b.municipality &&
        (a.district === null || b.district === null || a.district === b.district);
    const endsBefore = (first, second) => first.to !== null && first.to <= second.from;
    return samePlace && !endsBefore(a, b) && !endsBefore(b, a);
}
//# sourceMappingURL=area.js.map