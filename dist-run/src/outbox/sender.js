// What a sender needs to reach the hub, and how it asks: always with an assertion of its own, for this request.
import { problems } from "../core/problem.js";
import { assertionFor } from "../http/assertion.js";
import { ask } from "../http/client.js";
import { jsonOrNull } from "../wire/foreign.js";
/** Asks the hub. Refuses with `hub.not-reached` when there is no answer; any status is an answer. */
export async function askHub(sender, method, path, body) {
    const request = body ? { method, path, body } : { method, path };
    const assertion = await assertionFor(sender.identity, sender.hub.url, request, sender.clock());
    const headers = { authorization: `Bearer ${assertion}`, "content-type": "application/json" };
    return ask(sender.fetch, sender.hub.url + path, { method, headers, ...(body ? { body } : {}) });
}
/** The problem an answer names; `hub.refused` where it names none that is known. Null for a 2xx. */
export function refusalIn(answer) {
    if (answer.status >= 200 && answer.status < 300)
        return null;
    const named = jsonOrNull(answer.bytes)?.error;
    return typeof named === "string" && Object.hasOwn(problems, named) ? named : "hub.refused";
}
//# sourceMappingURL=sender.js.map