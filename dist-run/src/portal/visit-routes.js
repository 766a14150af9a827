// Who is at the door of the report form: the session of a request, what has been written in it, and the notices that
// several pages show. A request without a session is a person too: what they posted must not be lost.
import { refuse } from "../core/problem.js";
import { bodyOf } from "../http/body.js";
import { deskOf } from "./keep-draft.js";
import { beginPage } from "./pages/begin.js";
import { stateOf } from "./receipts.js";
import { sendingTexts } from "./texts-sending.js";
/** The session of this request and what was written in it; null when there is none. */
export async function visitOf(c, { sessions, sending }) {
    const session = await sessions.read(c);
    return session && { session, desk: await sealedDesk(sending, session) };
}
/** Ids are drawn before anything is sealed: what could not be sealed is not what anybody has sent. */
async function sealedDesk({ db, sender, clock }, session) {
    const { draft, sent } = await deskOf(db.read, session, clock());
    const states = await Promise.all(sent.map((report) => stateOf(sender, report, clock())));
    return { draft, sent: sent.filter((_, index) => states[index] !== null) };
}
/** One page of answers: longer than the longest that is taken, so that too long is said beside the field. */
const mostBytes = 2_000_000;
/** The fields of a form. Refuses what is not one, and what is longer than any answer. */
export async function answersIn(c) {
    const type = c.req.header("content-type") ?? "";
    if (!/^application\/x-www-form-urlencoded\b/i.test(type))
        refuse("request.wrong-type");
    return new URLSearchParams((await bodyOf(c, mostBytes)).toString());
}
const tintOf = {
    expired: "warning",
    sentBefore: "warning",
    changedElsewhere: "warning",
    notSealed: "warning",
    cannotSeal: "warning",
    tooLarge: "warning",
    sealedAlready: "info",
    changedAfter: "warning",
    tooManyDrafts: "warning",
};
/** A notice on top of a page. */
export function notice(language, name) {
    return { tint: tintOf[name], ...sendingTexts[language].notices[name] };
}
/** What somebody looked for is not here: it was sent, or it has gone, or this is another browser. */
export function gonePage(c, wish, desk) {
    const view = {
        running: null,
        hasSent: (desk?.sent.length ?? 0) > 0,
        isGone: true,
        waitUntil: null,
    };
    return c.html(beginPage(wish, view), 410);
}
//# sourceMappingURL=visit-routes.js.map