// Who can log in at the demonstration's identity provider. All of them are made up; the identity numbers are
// synthetic ones, published for tests, and only private people show theirs. The password is plainly a demo's.
import { demoServices } from "./demo-places.js";
/** Levels of assurance as ID-porten names them, the weakest first. */
export const levels = ["idporten-loa-substantial", "idporten-loa-high"];
const password = "demonstrasjon";
const high = { password, level: "idporten-loa-high", pid: null, locale: "nb" };
function atService(username, name, role, id, level = "idporten-loa-high") {
    const { service } = demoServices.find((one) => one.service.id === id);
    const { organisationNumber, name: serviceName } = service;
    const actsFor = { role, service: id, organisationNumber, name: serviceName };
    return { ...high, username, name, role, level, actsFor, locale: id === "alver" ? "nn" : "nb" };
}
/** A school that does not exist. */
const school = {
    role: "professional",
    service: null,
    organisationNumber: "999888777",
    name: "Oppdikta skole",
};
export const demoUsers = [
    atService("saksbehandler-bergenhus", "Berit Demo", "caseworker", "bergen-bergenhus-arstad"),
    atService("saksbehandler-fana", "Farid Demo", "caseworker", "bergen-fana-ytrebygda"),
    atService("saksbehandler-fyllingsdalen", "Frida Demo", "caseworker", "bergen-fyllingsdalen-laksevag"),
    atService("saksbehandler-arna", "Arne Demo", "caseworker", "bergen-arna-asane"),
    atService("saksbehandler-grunerlokka", "Grete Demo", "caseworker", "oslo-grunerlokka"),
    atService("saksbehandler-alver", "Alv Demo", "caseworker", "alver"),
    atService("leder-bergenhus", "Linda Demo", "leader", "bergen-bergenhus-arstad"),
    atService("saksbehandler-lavt-niva", "Lars Demo", "caseworker", "bergen-bergenhus-arstad", "idporten-loa-substantial"),
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
//# sourceMappingURL=identity-users.js.map