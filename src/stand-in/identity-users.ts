// Who can log in at the demonstration's identity provider. All of them are made up; the identity numbers are
// synthetic ones, published for tests, and only private people show theirs. The password is plainly a demo's.

import { demoServices } from "./demo-places.ts";

/** Levels of assurance as ID-porten names them, the weakest first. */
export const levels = ["idporten-loa-substantial", "idporten-loa-high"] as const;

export type Level = (typeof levels)[number];

export type Role = "caseworker" | "leader" | "operator" | "professional" | "private";

/** On whose behalf somebody is logged in: a service, or (for professional reporters) an organisation that is none. */
export type ActsFor = {
  readonly role: Role;
  readonly service: string | null;
  readonly organisationNumber: string | null;
  readonly name: string;
};

export type IdentityUser = {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
  /** The highest level this person can log in at, whatever the room asks for. */
  readonly level: Level;
  readonly pid: string | null;
  readonly locale: "nb" | "nn";
  readonly actsFor: ActsFor | null;
};

const password = "demonstrasjon";

const high = { password, level: "idporten-loa-high", pid: null, locale: "nb" } as const;

function atService(
  username: string,
  name: string,
  role: "caseworker" | "leader",
  id: string,
  level: Level = "idporten-loa-high",
): IdentityUser {
  const { service } = demoServices.find((one) => one.service.id === id)!;
  const { organisationNumber, name: serviceName } = service;
  const actsFor = { role, service: id, organisationNumber, name: serviceName };
  return { ...high, username, name, role, level, actsFor, locale: id === "alver" ? "nn" : "nb" };
}

/** A school that does not exist. */
const school: ActsFor = {
  role: "professional",
  service: null,
  organisationNumber: "999888777",
  name: "Oppdikta skole",
};

/** Who runs the hub. */
const ks: ActsFor = { role: "operator", service: null, organisationNumber: "971032146", name: "KS" };

export const demoUsers: readonly IdentityUser[] = [
  atService("saksbehandler-bergenhus", "Berit Demo", "caseworker", "bergen-bergenhus-arstad"),
  atService("saksbehandler-fana", "Farid Demo", "caseworker", "bergen-fana-ytrebygda"),
  atService("saksbehandler-fyllingsdalen", "Frida Demo", "caseworker", "bergen-fyllingsdalen-laksevag"),
  atService("saksbehandler-arna", "Arne Demo", "caseworker", "bergen-arna-asane"),
  atService("saksbehandler-grunerlokka", "Grete Demo", "caseworker", "oslo-grunerlokka"),
  atService("saksbehandler-alver", "Alv Demo", "caseworker", "alver"),
  atService("leder-bergenhus", "Linda Demo", "leader", "bergen-bergenhus-arstad"),
  atService("leder-tysnes", "Tyra Demo", "leader", "tysnes"),
  atService("leder-fitjar", "Finn Demo", "leader", "fitjar"),
  { ...high, username: "drift-ks", name: "Kristin Demo", role: "operator", actsFor: ks },
  atService(
    "saksbehandler-lavt-niva",
    "Lars Demo",
    "caseworker",
    "bergen-bergenhus-arstad",
    "idporten-loa-substantial",
  ),
  { ...high, username: "laerer", name: "Lærke Demo", role: "professional", actsFor: school },
  {
    ...high,
    username: "privatperson",
    name: "Petter Demo",
    role: "private",
    pid: "47906701517",
    actsFor: null,
  },
  {
    ...high,
    username: "privatperson-lavt-niva",
    name: "Pia Demo",
    role: "private",
    pid: "41812050069",
    level: "idporten-loa-substantial",
    actsFor: null,
  },
];
