// What people see at the identity provider: the login, a question before logging out, and what went wrong. Plain
// pages without scripts, readable by a screen reader, and each says that this is not ID-porten.
import { html, raw } from "hono/html";
/** Inter, brought along: a bare machine has no font at all. */
export const fonts = {
    "/inter-400.woff2": "@fontsource/inter/files/inter-latin-400-normal.woff2",
    "/inter-600.woff2": "@fontsource/inter/files/inter-latin-600-normal.woff2",
};
export const styleSheet = `
@font-face { font-family: Inter; font-weight: 400; src: url("/inter-400.woff2") format("woff2"); }
@font-face { font-family: Inter; font-weight: 600 700; src: url("/inter-600.woff2") format("woff2"); }
:root { color-scheme: light; }
body { margin: 0; font: 1.125rem/1.5 Inter, system-ui, sans-serif; color: #1a1a1a; background: #fff; }
main { max-width: 32rem; margin: 0 auto; padding: 1.5rem; }
.demo { margin: 0; padding: 0.75rem 1.5rem; background: #ffe69c; font-weight: 600; text-align: center; }
label { display: block; margin-top: 1.25rem; font-weight: 600; }
input { box-sizing: border-box; width: 100%; padding: 0.6rem; font: inherit; border: 2px solid #4a4a4a; border-radius: 4px; }
input[aria-invalid="true"] { border-color: #a3001b; }
.wrong { margin: 0.25rem 0 0; color: #a3001b; font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: 1rem; margin-top: 2rem; }
button { padding: 0.7rem 1.4rem; font: inherit; font-weight: 600; color: #fff; background: #0b4f8a; border: 2px solid #0b4f8a; border-radius: 4px; cursor: pointer; }
button.second { color: #0b4f8a; background: #fff; }
:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 3px; }
`;
const demo = "Demonstrasjon – ikke ID-porten";
function page(title, content) {
    return html `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${demo}</title>
<link rel="stylesheet" href="/identity.css">
</head>
<body>
<header class="demo">${demo}</header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>`;
}
/** The login. What is wrong stands beside its field, and the first such field has the focus. */
export function loginPage({ action, room, username, wrong }) {
    const isWrong = Boolean(wrong.username || wrong.password);
    const first = wrong.password && !wrong.username ? "password" : "username";
    return page(isWrong ? "Feil ved innlogging" : "Logg inn", html `<p>Du logger inn for å bruke ${room}. Alle brukere her er oppdiktede; brukernavn og passord står i
filen demo.json. Skriv ikke inn ditt eget passord eller fødselsnummer.</p>
<form method="post" action="${action}" novalidate>
${field("username", "Brukernavn", "text", username, wrong.username, first)}
${field("password", "Passord", "password", "", wrong.password, first)}
<div class="actions">
<button type="submit" name="choice" value="login">Logg inn</button>
<button type="submit" name="choice" value="cancel" class="second">Avbryt</button>
</div>
</form>`);
}
function field(name, label, type, value, wrong, first) {
    const complete = name === "username" ? "username" : "current-password";
    const invalid = wrong ? raw(` aria-invalid="true" aria-describedby="${name}-wrong"`) : "";
    const focus = name === first ? raw(" autofocus") : "";
    return html `<label for="${name}">${label}</label>
${wrong ? html `<p class="wrong" id="${name}-wrong">${wrong}</p>` : ""}
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${complete}" autocapitalize="none" spellcheck="false" required${invalid}${focus}>`;
}
/** Asks before logging out; `form` is the provider's own hidden form, whose id the buttons name. */
export function logoutPage(form) {
    return page("Logg ut", html `<p>Vil du logge ut?</p>
${raw(form)}
<div class="actions">
<button type="submit" form="op.logoutForm" name="logout" value="yes">Logg ut</button>
<button type="submit" form="op.logoutForm" class="second">Bli værende innlogget</button>
</div>`);
}
/** After logging out, when the room did not say where to go. */
export function loggedOutPage() {
    return page("Du er logget ut", html `<p>Du kan lukke denne siden.</p>`);
}
/** What went wrong before there was anywhere to send the person back to. `code` is OAuth's word for it. */
export function errorPage(code, sentence) {
    return page("Innloggingen stoppet", html `<p>Gå tilbake til siden du kom fra, og prøv på nytt.</p>
<p>Teknisk årsak: <code>${code}</code> <span lang="en">${sentence}</span></p>`);
}
//# sourceMappingURL=identity-page.js.map