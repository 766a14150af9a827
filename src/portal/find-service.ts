// From what was filled in to what to show: which service covers the place, or the one question that is left. The
// place is looked at before the address book, so that a slip of the finger is told even while the hub is away.

import {
  type AddressBook,
  coverOf,
  type District,
  districtsOf,
  type EmergencyService,
  emergencyServiceFor,
  type Service,
} from "../core/area.ts";
import { isOfficeHours, osloDate } from "../core/schedule.ts";
import { type NamedPlace, placeOf, placesCalled, placesLike } from "./place.ts";

/** What was filled in: a name; and, in the second step, a district of the municipality that it named. */
export type Wanted = {
  readonly place: string;
  /** Two digits, `unknown`, or nothing when none was chosen. Null: has not been asked yet. */
  readonly district: string | null;
};

export type Found =
  | { readonly is: "empty" }
  | { readonly is: "not-a-place"; readonly like: readonly NamedPlace[] }
  | { readonly is: "several"; readonly places: readonly NamedPlace[] }
  | {
      readonly is: "district-needed";
      readonly municipality: NamedPlace;
      readonly districts: readonly District[];
      /** It was asked for, and none was chosen. */
      readonly isMissing: boolean;
    }
  | { readonly is: "no-address-book" }
  | {
      readonly is: "answer";
      readonly place: NamedPlace;
      /** None: no service there is on the network. Several: the district is not known. */
      readonly services: readonly Service[];
      readonly emergency: EmergencyService | null;
      /** Whether services are closed at this hour, so that the emergency service comes first. */
      readonly isClosed: boolean;
    };

export const unknownDistrict = "unknown";

/** Finds the service, or says what is missing. */
export function findService(book: AddressBook | null, wanted: Wanted, now: number): Found {
  const text = wanted.place.trim();
  if (text === "") return { is: "empty" };
  const [place, ...others] = placesCalled(text);
  if (!place) return { is: "not-a-place", like: placesLike(text) };
  if (others.length > 0) return { is: "several", places: [place, ...others] };
  if (!book) return { is: "no-address-book" };
  return place.district === null && wanted.district !== null
    ? inDistrict(book, place, wanted.district, now)
    : at(book, place, now);
}

function at(book: AddressBook, place: NamedPlace, now: number): Found {
  const cover = coverOf(book, place.municipality, place.district, osloDate(now));
  if (cover === "district.needed") return districtNeeded(place, false);
  return answer(book, place, typeof cover === "string" ? [] : [cover], now);
}

function inDistrict(book: AddressBook, municipality: NamedPlace, district: string, now: number): Found {
  const place = placeOf(municipality.municipality, district);
  if (place) return at(book, place, now);
  return district === unknownDistrict
    ? answer(book, municipality, servicesIn(book, municipality.municipality, now), now)
    : districtNeeded(municipality, true);
}

function districtNeeded(municipality: NamedPlace, isMissing: boolean): Found {
  return {
    is: "district-needed",
    municipality,
    districts: districtsOf(municipality.municipality),
    isMissing,
  };
}

function answer(book: AddressBook, place: NamedPlace, services: readonly Service[], now: number): Found {
  const emergency = emergencyServiceFor(book, place.municipality, now);
  return { is: "answer", place, services, emergency, isClosed: !isOfficeHours(now) };
}

/** Every service that covers some part of the municipality today, each once. */
function servicesIn(book: AddressBook, municipality: string, now: number): Service[] {
  const numbers = [null, ...districtsOf(municipality).map(({ number }) => number)];
  const covers = numbers.map((district) => coverOf(book, municipality, district, osloDate(now)));
  return [...new Set(covers.filter((cover) => typeof cover !== "string"))];
}
