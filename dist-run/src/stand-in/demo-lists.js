import { jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
import { districtsOf, municipalityOf } from "../core/area.js";
import { Heading, Text } from "../web/parts.js";
const roles = {
    caseworker: "Saksbehandler",
    leader: "Leder",
    professional: "Melder i jobb",
    private: "Privatperson",
};
const channels = { receiver: "Mottaker", svarinn: "SvarInn", manual: "Manuell" };
const caseSystems = {
    inbox: "innboksen",
    folder: "en mappe",
    sql: "en database",
};
/** Everybody who can log in, with the password that all of them have. */
export function Users({ users, rooms }) {
    return (_jsxs("section", { children: [_jsx(Heading, { id: "brukere", children: "Brukere" }), _jsxs("table", { class: "listing", "aria-labelledby": "brukere", children: [_jsx(Heads, { names: ["Brukernavn", "Passord", "Rolle", "Logger inn i", "På vegne av"] }), _jsx("tbody", { children: users.map(({ username, password, role, actsFor, level }) => (_jsxs("tr", { children: [_jsx(Cell, { of: "Brukernavn", children: _jsx("code", { children: username }) }), _jsx(Cell, { of: "Passord", children: _jsx("code", { children: password }) }), _jsxs(Cell, { of: "Rolle", children: [roles[role], level === "idporten-loa-high" ? "" : ", for lavt nivå: slipper ikke inn"] }), _jsx(Cell, { of: "Logger inn i", children: _jsx(RoomOf, { role: role, rooms: rooms }) }), _jsx(Cell, { of: "P\u00E5 vegne av", children: actsFor?.name ?? "seg selv" })] }))) })] })] }));
}
function RoomOf({ role, rooms }) {
    const isAtDesk = role === "caseworker" || role === "leader";
    return (_jsx("a", { class: "ds-link", href: `${isAtDesk ? rooms.inbox : rooms.portal}/`, children: isAtDesk ? "innboksen" : "portalen" }));
}
/** Every service, the places it covers, and how reports reach it. */
export function Services({ services }) {
    return (_jsxs("section", { children: [_jsx(Heading, { id: "tjenester", children: "Tjenester" }), _jsx(Text, { children: "Finnes ikke stedet her, har det ingen tjeneste i demonstrasjonen. Telefonnumre, kanaler og fagsystemer er oppdiktede. I parentes st\u00E5r hva som spiller fagsystemet." }), _jsxs("dl", { class: "stack", children: [_jsx(Channel, { name: "Mottaker", children: "Beviser at meldingen er lagret, og hvor." }), _jsx(Channel, { name: "SvarInn", children: "Fagsystemet henter selv, og kan bare si at det har meldingen. Ingen henter her f\u00F8r du gj\u00F8r det." }), _jsx(Channel, { name: "Manuell", children: "Ingen maskin henter. Noen m\u00E5 f\u00F8lge opp." })] }), _jsxs("table", { class: "listing", "aria-labelledby": "tjenester", children: [_jsx(Heads, { names: ["Tjeneste", "Sted", "Kanal", "Fagsystem"] }), _jsx("tbody", { children: services.map(({ service, caseSystem }) => (_jsxs("tr", { children: [_jsx(Cell, { of: "Tjeneste", children: service.name }), _jsx(Cell, { of: "Sted", children: placesOf(service.areas) }), _jsx(Cell, { of: "Kanal", children: service.channel === "receiver" ? "Mottaker" : _jsx("strong", { children: channels[service.channel] }) }), _jsxs(Cell, { of: "Fagsystem", children: [service.caseSystems.at(-1)?.product, caseSystem === null ? "" : ` (${caseSystems[caseSystem]})`] })] }))) })] })] }));
}
function Channel({ name, children }) {
    return (_jsxs("div", { children: [_jsx("dt", { children: _jsx("strong", { children: name }) }), _jsx("dd", { children: children })] }));
}
/** «Bergenhus, Årstad (Bergen)», or the municipalities themselves. */
function placesOf(areas) {
    const districts = areas.flatMap(({ municipality, district }) => districtsOf(municipality).flatMap(({ number, name }) => (number === district ? [name] : [])));
    const names = [...new Set(areas.map(({ municipality }) => municipalityOf(municipality).name))].join(", ");
    return districts.length === 0 ? names : `${districts.join(", ")} (${names})`;
}
function Heads({ names }) {
    return (_jsx("thead", { children: _jsx("tr", { children: names.map((name) => (_jsx("th", { scope: "col", children: name }))) }) }));
}
/** `of`: its column's heading, shown beside it where the screen is too narrow for columns. */
function Cell({ of, children }) {
    return _jsx("td", { "data-of": of, children: children });
}
//# sourceMappingURL=demo-lists.js.map