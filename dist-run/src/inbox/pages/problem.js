import { Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs } from "hono/jsx/jsx-runtime";
// What is said when a page cannot be shown: what happened, and where to go. A report that another service has and one
// that does not exist get the same page, letter by letter; so it names nobody.
import { Text, Title } from "../../web/parts.js";
import { paths } from "../paths.js";
import { inboxPage, LogOut } from "./page.js";
const texts = {
    notFound: {
        title: "Vi finner ikke siden",
        text: "Det er ingen melding hos tjenesten din på denne adressen. Se i lista over meldinger, eller søk der.",
    },
    foreign: {
        title: "Skjemaet kom ikke fra denne siden",
        text: "Ingenting er endret. Gå til lista og prøv på nytt.",
    },
    tooLarge: { title: "Teksten er for lang", text: "Ingenting er endret. Skriv kortere, og prøv på nytt." },
    failed: {
        title: "Noe gikk galt hos oss",
        text: "Ingen melding er borte. Prøv på nytt om litt. Varer det, ta kontakt med den som drifter innboksen.",
    },
    "login-refused": {
        title: "Du ble ikke logget inn",
        text: "Innloggingen ble avbrutt. Du må logge inn for å se meldingene.",
    },
    "login-too-low": {
        title: "Innloggingen er ikke sikker nok",
        text: "Bekymringsmeldinger krever innlogging på nivå høyt. Logg inn på nytt og velg BankID, Buypass eller Commfides. MinID er ikke nok.",
    },
    "login-expired": {
        title: "Innloggingen tok for lang tid",
        text: "Den gjelder ikke lenger, eller den ble påbegynt i en annen nettleser. Logg inn på nytt.",
    },
    "login-not-reached": {
        title: "Vi får ikke kontakt med innloggingen",
        text: "Innloggingstjenesten svarer ikke. Meldingene er her. Prøv på nytt om litt.",
    },
};
/** The page for one of them. After a login that came to nothing it leads to a new one. */
export function problemPage(demo, which) {
    const { title, text } = texts[which];
    const isLogin = which.startsWith("login-");
    return inboxPage({ desk: null, demo }, title, _jsxs(_Fragment, { children: [_jsx(Title, { children: title }), _jsx(Text, { isLead: true, children: text }), _jsx("p", { children: isLogin ? (_jsx("a", { class: "ds-button", href: paths.login, children: "Logg inn p\u00E5 nytt" })) : (_jsx("a", { class: "ds-link", href: paths.list, children: "Til lista over meldinger" })) })] }));
}
/** For somebody who has logged in and works at none of this inbox's services. */
export function noAccessPage(demo, name, actsFor) {
    const title = "Du har ikke tilgang";
    return inboxPage({ desk: null, demo }, title, _jsxs(_Fragment, { children: [_jsx(Title, { children: title }), _jsxs(Text, { isLead: true, children: ["Du er logget inn som ", name, actsFor === null ? "" : `, på vegne av ${actsFor}`, ". Innboksen er for ansatte i barnevernstjenestene som bruker den."] }), _jsx(Text, { children: "Jobber du i en av dem, be lederen din gi deg rollen som saksbehandler eller leder. Logg s\u00E5 ut, og inn igjen." }), _jsx(LogOut, {})] }));
}
export function startPage(demo) {
    return inboxPage({ desk: null, demo }, "Logg inn", _jsxs(_Fragment, { children: [_jsx(Title, { children: "Innboks for barnevernstjenesten" }), _jsx(Text, { isLead: true, children: "Her leser du bekymringsmeldinger som er kommet til tjenesten din." }), _jsx("p", { children: _jsx("a", { class: "ds-button", href: paths.login, children: "Logg inn" }) }), _jsx(Text, { children: "Du trenger en elektronisk ID p\u00E5 niv\u00E5 h\u00F8yt, for eksempel BankID. Du blir logget ut etter en time uten bruk, og alltid etter ti timer." })] }));
}
export function loggedOutPage(demo) {
    return inboxPage({ desk: null, demo }, "Du er logget ut", _jsxs(_Fragment, { children: [_jsx(Title, { children: "Du er logget ut" }), _jsx(Text, { isLead: true, children: "Lukk nettleseren hvis andre bruker den samme maskinen." }), _jsx("p", { children: _jsx("a", { class: "ds-link", href: paths.login, children: "Logg inn igjen" }) })] }));
}
//# sourceMappingURL=problem.js.map