// Places and who covers them. Municipalities, districts and services are three different units: a service may
// cover several municipalities or some districts of one, and what covers what changes from one date to another.

import districtData from "./data/districts-2020.json" with { type: "json" };
import municipalityData from "./data/municipalities-2024.json" with { type: "json" };
import { refuse } from "./problem.ts";
import { isOfficeHours } from "./schedule.ts";

/** A municipality of 2024. `organisationNumber` is null for the four that the source has none for. */
export type Municipality = {
  readonly number: string;
  readonly name: string;
  readonly county: string;
  readonly organisationNumber: string | null;
};

/** A district (bydel) of Oslo, Bergen, Stavanger or Trondheim. */
export type District = { readonly municipality: string; readonly number: string; readonly name: string };

/** A place a service covers from a date to, but not including, another (ISO dates). `district` null: all of it. */
export type Area = {
  readonly municipality: string;
  readonly district: string | null;
  readonly from: string;
  readonly to: string | null;
};

/** Which case system a service ran when, and whether it was connected to the national portal then. */
export type CaseSystemPeriod = {
  readonly supplier: string;
  readonly product: string;
  readonly version: string;
  readonly from: string;
  readonly to: string | null;
  readonly connectedToPortal: boolean;
};

/** How reports leave the hub for a service. */
export type Channel = "receiver" | "svarinn" | "manual";

export type Contact = {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
};

/** A child welfare service (barnevernstjeneste): the addressee of a report. */
export type Service = {
  /** Lower-case letters, digits and hyphens; never changes. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly organisationNumber: string | null;
  readonly areas: readonly Area[];
  /** Daytime telephone, or null. */
  readonly phone: string | null;
  readonly contacts: readonly Contact[];
  readonly channel: Channel;
  /** The newest version of the KS protocol the service takes. */
  readonly protocol: "V1" | "V2";
  readonly caseSystems: readonly CaseSystemPeriod[];
  /** False: nothing can be sent to it (KS: "deaktivert"). */
  readonly active: boolean;
};

/** An emergency service (barnevernsvakt): a unit of its own, for when the services are closed. */
export type EmergencyService = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly municipalities: readonly string[];
  readonly hours: "always" | "outside-office-hours";
};

/** Everybody a report can be sent to, and whom to call instead. */
export type AddressBook = {
  readonly services: readonly Service[];
  readonly emergencyServices: readonly EmergencyService[];
};

/** The municipalities of 2024, by number. */
export const municipalities: readonly Municipality[] = municipalityData.rows.map((row) => {
  const [number, name, county, organisationNumber] = row as [string, string, string, string | null];
  return { number, name, county, organisationNumber };
});

/** The districts of the four municipalities that have any. A district need not have a service of its own. */
export const districts: readonly District[] = districtData.rows.map((row) => {
  const [municipality, number, name] = row as [string, string, string];
  return { municipality, number, name };
});

const byNumber = new Map(municipalities.map((municipality) => [municipality.number, municipality]));

/** The municipality with this number, or refuses with `municipality.unknown`. */
export function municipalityOf(number: string): Municipality {
  return byNumber.get(number) ?? refuse("municipality.unknown");
}

/** The districts of a municipality; none for most. */
export function districtsOf(municipality: string): District[] {
  return districts.filter((district) => district.municipality === municipality);
}

/** Why no service is given for a place. */
export type NotCovered =
  | "municipality.unknown"
  | "district.unknown"
  | "district.needed"
  | "service.not-on-network";

/**
 * The service that covers a place on a date (ISO), or why there is none to give. District null, or "00" as in the
 * KS protocol, means none given; `district.needed` where districts have their own services and none was given.
 */
export function coverOf(
  book: AddressBook,
  municipality: string,
  district: string | null,
  onDate: string,
): Service | NotCovered {
  if (!byNumber.has(municipality)) return "municipality.unknown";
  const given = district === "00" ? null : district;
  if (given !== null && !districtsOf(municipality).some(({ number }) => number === given))
    return "district.unknown";

  const here = book.services.flatMap((service) =>
    service.areas
      .filter((area) => area.municipality === municipality && isInForce(area, onDate))
      .map((area) => ({ service, area })),
  );
  const found = here.find(({ area }) => area.district === null || area.district === given);
  if (!found && given === null && here.length > 0) return "district.needed";
  // A service that is switched off still has its place: nobody else is to get its reports.
  return found?.service.active ? found.service : "service.not-on-network";
}

/** As `coverOf`; refuses where there is none to give. */
export function serviceFor(
  book: AddressBook,
  municipality: string,
  district: string | null,
  onDate: string,
): Service {
  municipalityOf(municipality);
  const cover = coverOf(book, municipality, district, onDate);
  return typeof cover === "string" ? refuse(cover, municipality) : cover;
}

function isInForce(area: Area, date: string): boolean {
  return area.from <= date && (area.to === null || date < area.to);
}

/** The emergency service that is open for a municipality now, or null. Refuses with `municipality.unknown`. */
export function emergencyServiceFor(
  book: AddressBook,
  municipality: string,
  now: number,
): EmergencyService | null {
  const { number } = municipalityOf(municipality);
  const open = book.emergencyServices.filter(
    ({ municipalities: covered, hours }) =>
      covered.includes(number) && (hours === "always" || !isOfficeHours(now)),
  );
  return open[0] ?? null;
}

/**
 * Id of a service that covers one of this service's places at the same time, or null. Its own id if two of
 * its own areas overlap. An entry in `services` with the same id is the one to be replaced, and is left out.
 */
export function overlappingAreas(services: readonly Service[], service: Service): string | null {
  const own = service.areas;
  if (own.some((area, index) => own.slice(index + 1).some((later) => doOverlap(area, later))))
    return service.id;
  const other = services.find(
    ({ id, areas }) => id !== service.id && areas.some((area) => own.some((mine) => doOverlap(area, mine))),
  );
  return other?.id ?? null;
}

function doOverlap(a: Area, b: Area): boolean {
  const samePlace =
    a.municipality === b.municipality &&
    (a.district === null || b.district === null || a.district === b.district);
  const endsBefore = (first: Area, second: Area) => first.to !== null && first.to <= second.from;
  return samePlace && !endsBefore(a, b) && !endsBefore(b, a);
}
