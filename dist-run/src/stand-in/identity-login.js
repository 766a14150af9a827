// The identity provider's doors: its own login page, and everything else handed on to the provider. The policy sent
// with each page allows no script and no other host, but lets a form lead back to the rooms, because browsers
// count the redirects after a form as part of it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { sameSecret } from "../core/hash.js";
import { Problem } from "../core/problem.js";
import { bodyOf } from "../http/body.js";
import { logFailure } from "../http/failure.js";
import { log } from "../http/log.js";
import { errorPage, fonts, loginPage, styleSheet } from "./identity-page.js";
import { levelFor } from "./identity-provider.js";
const formMax = 10_000;
/** The provider with its login page, as an app. */
export function identityApp(provider, settings) {
    const app = new Hono();
    const policy = policyFor(settings.clients);
    const provide = provider.callback();
    // Set on the bare answer, so that it is there whoever writes it, and the provider can add to it.
    app.use(async ({ env }, next) => {
        env.outgoing.setHeader("content-security-policy", policy);
        env.outgoing.setHeader("referrer-policy", "same-origin");
        env.outgoing.setHeader("x-content-type-options", "nosniff");
        await next();
    });
    app.get("/health", (c) => c.json({ ok: true }));
    app.get("/identity.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }));
    for (const [path, file] of Object.entries(fonts)) {
        const font = readFileSync(createRequire(import.meta.url).resolve(file));
        app.get(path, (c) => c.body(new Uint8Array(font), 200, { "content-type": "font/woff2" }));
    }
    app.get("/login/:uid", async (c) => {
        const interaction = await interactionOf(provider, c);
        if (interaction === null)
            return expired(c);
        return show(c, settings, interaction, "", {});
    });
    app.post("/login/:uid", async (c) => {
        const interaction = await interactionOf(provider, c);
        if (interaction === null)
            return expired(c);
        return logIn(c, provider, settings, interaction);
    });
    app.all("*", async ({ env }) => {
        await provide(env.incoming, env.outgoing);
        return RESPONSE_ALREADY_SENT;
    });
    app.onError((error, c) => {
        logFailure("identity.failed", error);
        const isRefused = error instanceof Problem;
        return c.html(errorPage(isRefused ? error.code : "server_error", ""), isRefused ? 400 : 500);
    });
    return app;
}
function policyFor(clients) {
    const uris = clients.flatMap((client) => [...client.redirectUris, ...client.postLogoutRedirectUris]);
    const origins = [...new Set(uris.map((uri) => new URL(uri).origin))].join(" ");
    return `default-src 'none'; style-src 'self'; font-src 'self'; script-src; form-action 'self' ${origins}; base-uri 'none'; frame-ancestors 'none'`;
}
/** The login that this browser has begun; null when it is over, too old, or another one's. */
async function interactionOf(provider, c) {
    try {
        const interaction = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
        return interaction.uid === c.req.param("uid") ? interaction : null;
    }
    catch (error) {
        if (error.name === "SessionNotFound")
            return null;
        throw error;
    }
}
function expired(c) {
    return c.html(errorPage("session_not_found", "the login has expired or was begun in another browser"), 400);
}
async function logIn(c, provider, settings, interaction) {
    const form = new URLSearchParams((await bodyOf(c, formMax)).toString());
    const finish = async (result) => c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, result), 303);
    if (form.get("choice") === "cancel")
        return finish({ error: "access_denied", error_description: "the person cancelled the login" });
    const username = (form.get("username") ?? "").trim();
    const password = form.get("password") ?? "";
    const user = settings.users.find((one) => one.username === username);
    const wrong = wrongIn(username, password, user);
    if (wrong || !user)
        return show(c, settings, interaction, username, wrong ?? {});
    const acr = levelFor(user, interaction.params.acr_values);
    log.info({ event: "identity.logged-in", client: interaction.params.client_id, acr });
    return finish({ login: { accountId: user.username, acr, amr: ["TestID"], remember: false } });
}
/** What to say beside which field; null when all is right. Never tells whether the username exists. */
function wrongIn(username, password, user) {
    if (username === "" || password === "")
        return {
            ...(username === "" ? { username: "Skriv brukernavnet." } : {}),
            ...(password === "" ? { password: "Skriv passordet." } : {}),
        };
    const isRight = user !== undefined && sameSecret(Buffer.from(password), Buffer.from(user.password));
    return isRight ? null : { password: "Brukernavnet eller passordet er feil. Prøv igjen." };
}
function show(c, settings, interaction, username, wrong) {
    const room = settings.clients.find((client) => client.id === interaction.params.client_id)?.name ?? "";
    const isWrong = Object.keys(wrong).length > 0;
    c.header("cache-control", "no-store");
    return c.html(loginPage({ action: c.req.path, room, username, wrong }), isWrong ? 422 : 200);
}
//# sourceMappingURL=identity-login.js.map