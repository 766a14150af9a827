// Whose desk somebody sits at. It follows from what the login says of them and from which services this inbox is for,
// and from nothing that is sent.
const roles = ["caseworker", "leader"];
/** The desk of whoever has logged in; null when they work at none of this inbox's services. */
export function deskOf(person, since, services) {
    const { role, service: id } = person.actsFor ?? { role: "", service: null };
    const service = services.find((one) => one.id === id);
    return service && roles.includes(role) ? { service, person, since } : null;
}
//# sourceMappingURL=desk.js.map