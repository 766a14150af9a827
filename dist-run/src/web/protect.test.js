// Goal: a form of ours leads to ourselves, and elsewhere only where the room has said so.
// Method: a page of a small app, and the policy it is sent with.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { protectPages } from "./protect.js";
async function formActionOf(formTargets) {
    const app = new Hono();
    const targets = formTargets === undefined ? {} : { formTargets };
    protectPages(app, { publicOrigin: "http://127.0.0.1:1", isSecretive: () => false, ...targets });
    app.get("/", (c) => c.html("<p>"));
    const policy = (await app.request("/")).headers.get("content-security-policy");
    return policy.split("; ").find((rule) => rule.startsWith("form-action"));
}
test("a form leads to this origin only, and to the identity provider where a room says so", async () => {
    assert.equal(await formActionOf(), "form-action 'self'");
    assert.equal(await formActionOf(["https://idporten.no"]), "form-action 'self' https://idporten.no");
});
//# sourceMappingURL=protect.test.js.map