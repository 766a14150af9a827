// Places and who covers them. Municipalities, districts and services are three different units: a service may
// cover several municipalities or some districts of one, and what covers what changes from one date to another.

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
