// Reading a browser's form. Only the plain kind is taken: what our own pages send.
import { refuse } from "../core/problem.js";
import { bodyOf } from "./body.js";
/** The fields that were posted. Refuses with `request.wrong-type`, or `request.too-large` above so many bytes. */
export async function formOf(c, mostBytes) {
    const type = c.req.header("content-type") ?? "";
    if (!/^application\/x-www-form-urlencoded\b/i.test(type))
        refuse("request.wrong-type");
    return new URLSearchParams((await bodyOf(c, mostBytes)).toString());
}
//# sourceMappingURL=form.js.map