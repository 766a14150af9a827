// Somebody at the portal's pages without a browser: keeps the cookie, posts forms as a browser does, and remembers every
// address and title that was seen, so that a test can look for what must not stand there.
import assert from "node:assert/strict";
export class PortalVisitor {
    cookie = "";
    /** Where answers led, and the titles of the pages. */
    seen = [];
    world;
    constructor(world) {
        this.world = world;
    }
    get(path) {
        return this.ask(path, {});
    }
    /** Posts a form. `headers` may make it a stranger's. */
    post(path, fields = {}, headers = {}) {
        const body = new URLSearchParams(fields);
        return this.ask(path, { method: "POST", body, headers: { origin: this.world.origin, ...headers } });
    }
    /** Begins a report and answers these pages, each of which must lead on. */
    async write(pages, language = "") {
        await this.post(`${language}/meld`);
        for (const [path, fields] of pages) {
            const { status, text } = await this.post(`${language}/meld${path}`, fields);
            assert.equal(status, 303, `${path}: ${text.slice(text.indexOf("<main"), text.indexOf("<main") + 800)}`);
        }
    }
    /** Presses «Send» on the page that shows every answer. */
    async send() {
        return this.post("/meld/send", hiddenIn((await this.get("/meld/kontroller")).text, "/meld/send"));
    }
    async ask(path, init) {
        const headers = new Headers(init.headers);
        if (this.cookie !== "")
            headers.set("cookie", this.cookie);
        const answer = await this.world.app.request(path, { ...init, headers });
        for (const line of answer.headers.getSetCookie())
            this.cookie = line.split(";")[0];
        const text = await answer.text();
        const to = answer.headers.get("location");
        const [, title = ""] = /<title>([^<]*)<\/title>/.exec(text) ?? [];
        this.seen.push(`${to ?? ""} ${title}`);
        return { status: answer.status, headers: answer.headers, text, to };
    }
}
/** The hidden fields of the form that posts to an address. */
export function hiddenIn(text, action) {
    const main = text.slice(text.indexOf("<main"));
    const [, form] = new RegExp(`<form method="post" action="${action}"[^>]*>(.*?)</form>`, "s").exec(main) ?? [];
    assert.ok(form !== undefined, `a form to ${action}`);
    const fields = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
    return Object.fromEntries([...fields].map(([, name, value]) => [name, value]));
}
/** The tracking code on the page after sending. */
export function codeIn(text) {
    const [, code] = /class="shown-code"[^>]*>([^<]+)</.exec(text) ?? [];
    assert.ok(code, "a code");
    return code.trim();
}
/** What stands in a text field, as a browser reads it. */
export function textIn(html, name) {
    const [, text] = new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n?([^]*?)</textarea>`).exec(html) ?? [];
    assert.ok(text !== undefined, `the field ${name}`);
    return text
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'")
        .replaceAll("&amp;", "&");
}
//# sourceMappingURL=portal-visitor.js.map