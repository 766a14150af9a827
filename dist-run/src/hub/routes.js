// The hub's door: reports in, offers out, receipts back, and a reporter's look at how far a report has come.
// Each address reads, calls one step and answers; it decides nothing.
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { Problem, problems, refuse } from "../core/problem.js";
import { sha256 } from "../core/hash.js";
import { answerError, statusOf } from "../http/answer.js";
import { callerOfBody } from "../http/assertion.js";
import { bodyOf, jsonBodyOf, refuseOtherThanJson } from "../http/body.js";
import { addressOf, limit, limitTaken, rateOf } from "../http/rate.js";
import { readPackage } from "../wire/report-package.js";
import { acceptor } from "./accept.js";
import { addressRoutes } from "./address-routes.js";
import { claimedCaller, provenCaller } from "./caller.js";
import { feed } from "./feed.js";
import { closeCode, follow } from "./follow.js";
import { offer } from "./offer.js";
import { openapi } from "./openapi.js";
import { receiptsOf, sentBy } from "./receipt-store.js";
import { durability } from "./store.js";
import { svarinnRoutes } from "./svarinn-routes.js";
import { witness } from "./witness.js";
const mostReceipts = 500;
const smallBody = 10_000;
const receiptsBody = 1_500_000;
/** The hub as an HTTP app. */
export function hubApp(hub) {
    const app = new Hono();
    app.onError(answerError);
    app.notFound((c) => answerError(new Problem("request.unknown-path"), c));
    app.use(secureHeaders({
        contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
        xFrameOptions: "DENY",
    }));
    app.use(async (c, next) => {
        c.header("Cache-Control", "no-store");
        await next();
    });
    limitRequests(app, hub);
    app.get("/health", async (c) => {
        const { durable, recovering } = await durability(hub.db.read);
        if (recovering)
            refuse("database.in-recovery");
        if (!durable)
            refuse("database.not-durable");
        return c.json({ ok: true });
    });
    app.get("/openapi.json", (c) => c.json(openapi(hub)));
    reportRoutes(app, hub);
    receiverRoutes(app, hub);
    addressRoutes(app, hub);
    svarinnRoutes(app, hub);
    return app;
}
/** Public addresses cost a token each time; the others only when somebody fails to prove who it is. */
function limitRequests(app, hub) {
    const rate = rateOf(hub.limits.requestsPerMinute);
    const isPublic = (c) => c.req.method === "GET" && /^\/(services|keys|openapi)/.test(c.req.path);
    app.use(async (c, next) => {
        const address = addressOf(c);
        if (isPublic(c))
            limit(c, rate, address, hub.clock());
        else
            limitTaken(c, rate, address, hub.clock());
        await next();
        if (c.res.status === 401)
            rate.take(address, hub.clock());
    });
}
function reportRoutes(app, hub) {
    const accept = acceptor(hub);
    const reports = rateOf(hub.limits.reportsPerMinute);
    const follows = rateOf(hub.limits.followsPerMinute);
    // Two sealed parts in base64, and the header.
    const mostBytes = Math.ceil((hub.limits.reportBytes * 2 * 4) / 3) + 20_000;
    app.post("/reports", async (c) => {
        refuseOtherThanJson(c);
        // Whoever is not known, or posts too fast, is sent away before its megabytes are read.
        const claim = await claimedCaller(hub, c, "submitter");
        limit(c, reports, claim.caller, hub.clock());
        const bytes = await bodyOf(c, mostBytes, "report.too-large");
        const caller = callerOfBody(claim, bytes);
        const posted = readPackage(bytes);
        if (posted.header.submitter !== caller)
            refuse("caller.not-allowed", "another submitter's package");
        const { receipt, isRepeat } = await accept({ ...posted, packageHash: sha256(bytes) });
        return jsonText(c, `{"receipt":${receipt}}`, isRepeat ? 200 : 201);
    });
    app.get("/reports/:id/receipts", async (c) => {
        const caller = await provenCaller(hub, c, "", "submitter");
        const id = c.req.param("id");
        const sent = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
            ? await sentBy(hub.db.read, id)
            : null;
        if (sent?.submitter !== caller)
            return refuse("report.unknown");
        const receipts = await receiptsOf(hub.db.read, [id]);
        return c.json({
            receipts: receipts.map(({ body }) => JSON.parse(body)),
            channel: sent.channel,
        });
    });
    app.get("/receipts", async (c) => {
        const caller = await provenCaller(hub, c, "", "submitter");
        const after = numberIn(c.req.query("after") ?? "-1", "after", -1, Number.MAX_SAFE_INTEGER);
        const wait = numberIn(c.req.query("wait") ?? "0", "wait", 0, 25);
        return jsonText(c, await feed(hub, caller, { after, waitMs: wait * 1000 }, c.req.raw.signal), 200);
    });
    app.post("/follow", async (c) => c.json(await follow(hub, await followedCode(hub, c, follows))));
    app.post("/follow/close", async (c) => {
        await closeCode(hub, await followedCode(hub, c, follows));
        return c.body(null, 204);
    });
}
/**
 * The code in the body. Attempts are counted by address, except a submitter's that proves who it is: a portal asks
 * for many people, and limits each of them itself.
 */
async function followedCode(hub, c, follows) {
    const isProven = c.req.header("authorization") !== undefined;
    if (!isProven)
        limit(c, follows, addressOf(c), hub.clock());
    const claim = isProven ? await claimedCaller(hub, c, "submitter") : null;
    const { value, bytes } = await jsonBodyOf(c, smallBody);
    if (claim)
        callerOfBody(claim, bytes);
    const { code } = value;
    return typeof code === "string" ? code : refuse("request.bad-shape", "code");
}
function receiverRoutes(app, hub) {
    app.post("/offers", async (c) => {
        const { value, bytes } = await jsonBodyOf(c, smallBody);
        const service = await callingService(hub, c, bytes);
        return jsonText(c, await offer(hub, service, askIn(value), c.req.raw.signal), 200);
    });
    app.post("/receipts", async (c) => {
        const { value, bytes } = await jsonBodyOf(c, receiptsBody);
        const service = await callingService(hub, c, bytes);
        const { receipts } = value;
        if (!Array.isArray(receipts) || receipts.length > mostReceipts)
            return refuse("request.bad-shape", `receipts: a list of at most ${mostReceipts}`);
        return answerWitnessed(c, await witness(hub, service, receipts));
    });
}
async function callingService(hub, c, bytes) {
    return (await provenCaller(hub, c, bytes, "service")).slice("service:".length);
}
function numberIn(text, name, least, most) {
    const number = Number(text);
    const isFit = /^-?\d+$/.test(text) && number >= least && number <= most;
    return isFit ? number : refuse("request.bad-shape", `${name}: ${least} to ${most}`);
}
function askIn(value) {
    const { session, wait, limit: most } = value;
    if (typeof session !== "string" || session.length === 0 || session.length > 100)
        return refuse("request.bad-shape", "session: 1 to 100 characters");
    if (typeof wait !== "number" || !(wait >= 0 && wait <= 25))
        return refuse("request.bad-shape", "wait: 0 to 25");
    if (!Number.isInteger(most) || most < 1 || most > 64)
        return refuse("request.bad-shape", "limit: 1 to 64");
    return { session, waitMs: wait * 1000, limit: most };
}
/** 200 if any receipt is in the ledger now; otherwise the first refusal, with what came of each. */
function answerWitnessed(c, witnessed) {
    const results = witnessed.map(({ hash, outcome, challenge }) => outcome === "recorded" || outcome === "already"
        ? { hash, outcome, challenge }
        : { hash, outcome: "refused", error: outcome, message: problems[outcome] });
    const outcomes = witnessed.map(({ outcome }) => outcome);
    const isAnyHeld = outcomes.some((outcome) => outcome === "recorded" || outcome === "already");
    const [first] = outcomes;
    if (isAnyHeld || first === undefined || first === "recorded" || first === "already")
        return c.json({ results });
    return c.json({ error: first, message: problems[first], results }, statusOf[first]);
}
function jsonText(c, text, status) {
    return c.body(text, status, { "Content-Type": "application/json" });
}
//# sourceMappingURL=routes.js.map