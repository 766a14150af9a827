// From what was filled in to what to show: which service covers the place, or the one question that is left. The
// place is looked at before the address book, so that a slip of the finger is told even while the hub is away.
import { coverOf, districtsOf, emergencyServiceFor, } from "../core/area.js";
import { isOfficeHours, osloDate } from "../core/schedule.js";
import { placeOf, placesCalled, placesLike } from "./place.js";
export const unknownDistrict = "unknown";
/** Finds the service, or says what is missing. */
export function findService(book, wanted, now) {
    const text = wanted.place.trim();
    if (text === "")
        return { is: "empty" };
    const [place, ...others] = placesCalled(text);
    if (!place)
        return { is: "not-a-place", like: placesLike(text) };
    if (others.length > 0)
        return { is: "several", places: [place, ...others] };
    if (!book)
        return { is: "no-address-book" };
    return place.district === null && wanted.district !== null
        ? inDistrict(book, place, wanted.district, now)
        : at(book, place, now);
}
function at(book, place, now) {
    const cover = coverOf(book, place.municipality, place.district, osloDate(now));
    if (cover === "district.needed")
        return districtNeeded(place, false);
    return answer(book, place, typeof cover === "string" ? [] : [cover], now);
}
function inDistrict(book, municipality, district, now) {
    const place = placeOf(municipality.municipality, district);
    if (place)
        return at(book, place, now);
    return district === unknownDistrict
        ? answer(book, municipality, servicesIn(book, municipality.municipality, now), now)
        : districtNeeded(municipality, true);
}
function districtNeeded(municipality, isMissing) {
    return {
        is: "district-needed",
        municipality,
        districts: districtsOf(municipality.municipality),
        isMissing,
    };
}
function answer(book, place, services, now) {
    const emergency = emergencyServiceFor(book, place.municipality, now);
    return { is: "answer", place, services, emergency, isClosed: !isOfficeHours(now) };
}
/** Every service that covers some part of the municipality today, each once. */
function servicesIn(book, municipality, now) {
    const numbers = [null, ...districtsOf(municipality).map(({ number }) => number)];
    const covers = numbers.map((district) => coverOf(book, municipality, district, osloDate(now)));
    return [...new Set(covers.filter((cover) => typeof cover !== "string"))];
}
//# sourceMappingURL=find-service.js.map