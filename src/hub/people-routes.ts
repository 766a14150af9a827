// The hub's door for people: pages without a script, beside its addresses for programs, whose rules do not hold here nor
// these there. Whose reports are shown follows from the login alone.

import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Problem, type ProblemCode, refuse } from "../core/problem.ts";
import { osloDate } from "../core/schedule.ts";
import { answerError, statusOf } from "../http/answer.ts";
import { logFailure } from "../http/failure.ts";
import { fileFormOf, formOf } from "../http/form.ts";
import { serveAssets } from "../web/assets.ts";
import type { FieldError } from "../web/parts.tsx";
import { protectPages } from "../web/protect.ts";
import { parseCaseList } from "../wire/case-list.ts";
import { confirmedAs } from "./claim-store.ts";
import { claimsShown } from "./claims-shown.ts";
import { compareCaseList, coverageOf } from "./compare-list.ts";
import { tryConfirm, type WhyNot } from "./confirm.ts";
import { isReason, isReference, isReportId, mostListBytes } from "./confirmation-routes.ts";
import { reasonField, referenceField, type Tried } from "./pages/claim-row.tsx";
import { guardLog } from "./log-routes.ts";
import { claimsPage } from "./pages/claims.tsx";
import { listPage } from "./pages/list-result.tsx";
import { noAccessPage, problemPage, type ProblemName } from "./pages/problem.tsx";
import { faultText, type UploadTyped } from "./pages/upload-form.tsx";
import { type Desk, deskOf, finderAt } from "./people-desk.ts";
import { type PeopleDeps, peopleLoginRoutes } from "./people-login-routes.ts";
import { type ClaimsWish, claimsPath, claimsWishIn, loginPath, paths } from "./people-paths.ts";

const smallForm = 8_000;

/** The pages beside the hub's addresses for programs, as one app. */
export function withPages(api: Hono, deps: PeopleDeps): Hono {
  const app = new Hono();
  app.onError(answerError);
  const pages = peopleApp(deps);
  for (const path of [...Object.values(paths), "/assets/*"])
    app.all(path, (c) => pages.fetch(c.req.raw, c.env));
  app.all("*", (c) => api.fetch(c.req.raw, c.env));
  return app;
}

function peopleApp(deps: PeopleDeps): Hono {
  const app = new Hono();
  const { hub, formTargets, demo } = deps;
  protectPages(app, { publicOrigin: hub.origin, isSecretive: () => false, formTargets });
  answerProblems(app, demo);
  guardLog(app, hub);
  serveAssets(app);
  peopleLoginRoutes(app, deps);
  app.get(
    paths.claims,
    atDesk(deps, (c, desk) => showClaims(c, deps, desk)),
  );
  for (const path of [paths.confirm, paths.list]) app.get(path, (c) => c.redirect(paths.claims, 303));
  app.post(
    paths.confirm,
    atDesk(deps, (c, desk) => confirmOne(c, deps, desk)),
  );
  app.post(
    paths.list,
    atDesk(deps, (c, desk) => compareOne(c, deps, desk)),
  );
  return app;
}

type AtDesk = (c: Context, desk: Desk) => Promise<Response>;

/** Answers whoever sits at a desk. Others are asked to log in, and then come to the list. */
function atDesk({ hub, sessions, demo }: PeopleDeps, answer: AtDesk) {
  return async (c: Context): Promise<Response> => {
    const visit = (await sessions.read(c))?.data;
    const wish = claimsWishIn(new URL(c.req.url).searchParams);
    if (!visit?.person) return c.redirect(loginPath(claimsPath(wish)), 303);
    const desk = deskOf(visit.person, await hub.known.read());
    if (desk) return answer(c, desk);
    return c.html(noAccessPage(demo, visit.person.name, visit.person.actsFor?.name ?? null), 403);
  };
}

type More = { readonly tried?: Tried; readonly upload?: UploadTyped };

/** The page as it is now. Somebody of a service sees that service, whatever was asked for. */
async function showClaims(
  c: Context,
  { hub, demo }: PeopleDeps,
  desk: Desk,
  wish: ClaimsWish = claimsWishIn(new URL(c.req.url).searchParams),
  { tried, upload }: More = {},
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { services } = await hub.known.read();
  const asked = desk.service ?? (wish.service === null ? null : services.get(wish.service)) ?? null;
  if (desk.service === null && wish.service !== null && asked === null) refuse("service.unknown");
  const shown = await claimsShown(hub, asked?.id ?? null, wish.page);
  const today = osloDate(hub.clock());
  const first = shown.counts.oldest === null ? today : osloDate(shown.counts.oldest.getTime());
  const view = {
    ...shown,
    service: asked,
    canClaim: services.get(asked?.id ?? "")?.channel !== "receiver" || shown.counts.waiting > 0,
    names: new Map([...services.values()].map(({ id, name }) => [id, name])),
    confirmed: wish.confirmed && (await confirmedAs(hub.db.read, desk.service?.id ?? null, wish.confirmed)),
    tried: tried ?? null,
    upload: upload ?? { from: first, to: today, reason: "", errors: [] },
  };
  return c.html(
    claimsPage({ desk, demo }, { ...view, confirmed: view.confirmed || null }, hub.clock()),
    status,
  );
}

async function confirmOne(c: Context, deps: PeopleDeps, desk: Desk): Promise<Response> {
  const form = await formOf(c, smallForm);
  const report = form.get("melding");
  if (!isReportId(report)) return refuse("report.unknown");
  const wish = { service: form.get("tjeneste"), page: 1, confirmed: null };
  const [reference, reason] = [referenceField(report), reasonField(report)];
  const typed = { reference: (form.get(reference) ?? "").trim(), reason: (form.get(reason) ?? "").trim() };
  const errors: FieldError[] = [];
  if (!isReference(typed.reference))
    errors.push({ field: reference, text: "Skriv referansen slik den står i fagsystemet, høyst 200 tegn." });
  if (desk.service === null && !isReason(typed.reason))
    errors.push({ field: reason, text: "Skriv hvorfor du bekrefter for tjenesten, høyst 500 tegn." });
  const tried = { report, ...typed, errors, text: null };
  if (errors.length > 0) return showClaims(c, deps, desk, wish, { tried }, 400);
  const finder = await finderAt(deps.hub, desk, typed.reason);
  const found = { report, reference: typed.reference };
  const outcome = await tryConfirm(deps.hub, finder, "page", found);
  if (outcome === "report.unknown") return refuse(outcome);
  if (typeof outcome === "string")
    return showClaims(c, deps, desk, wish, { tried: { ...tried, text: whyNot[outcome] } }, 409);
  return c.redirect(claimsPath({ service: wish.service, confirmed: report }), 303);
}

const whyNot: Record<Exclude<WhyNot, "report.unknown">, string> = {
  "receipt.conflict":
    "Meldingen er bekreftet før, med en annen referanse. Den står, og ingenting er endret. Finn ut hvilken som er rett, og ta kontakt med den som drifter leveringen.",
  "claim.none":
    "Denne meldingen venter ikke på noen: mottaket hos tjenesten svarer for den. Ingenting er endret.",
};

async function compareOne(c: Context, deps: PeopleDeps, desk: Desk): Promise<Response> {
  const { hub, demo } = deps;
  const form = await fileFormOf(c, mostListBytes + smallForm);
  const textOf = (field: string) => {
    const value = form.get(field);
    return typeof value === "string" ? value.trim() : "";
  };
  const sent = form.get("fil");
  const file = Buffer.from(sent instanceof File ? await sent.arrayBuffer() : new ArrayBuffer());
  const service = desk.service?.id ?? textOf("tjeneste");
  const days = { from: textOf("fra"), to: textOf("til") };
  const reason = textOf("grunn");
  const errors: FieldError[] = [];
  const { faults } = parseCaseList(file);
  if (!(sent instanceof File) || sent.name === "")
    errors.push({ field: "fil", text: "Velg fila med lista fra fagsystemet." });
  else if (faults.length > 0) errors.push({ field: "fil", text: faultText(faults) });
  if (coverageOf(days, hub.clock()) === null)
    errors.push({ field: "fra", text: "Skriv to datoer i rekkefølge, og ingen fram i tid." });
  if (desk.service === null && !isReason(reason))
    errors.push({ field: "grunn", text: "Skriv hvorfor du gjør dette for tjenesten, høyst 500 tegn." });
  if (errors.length > 0) {
    const wish = { service: service || null, page: 1, confirmed: null };
    const tried = { report: null, reference: "", reason: "", errors, text: null };
    return showClaims(c, deps, desk, wish, { tried, upload: { ...days, reason, errors } }, 422);
  }
  const result = await compareCaseList(hub, await finderAt(hub, desk, reason), { service, ...days, file });
  return c.html(listPage({ desk, demo }, result));
}

/** Whatever fails becomes a page. */
function answerProblems(app: Hono, demo: boolean): void {
  const page = (c: Context, which: ProblemName, status: ContentfulStatusCode) =>
    c.html(problemPage(demo, which), status);
  app.notFound((c) => page(c, "notFound", 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return page(c, "foreign", 403);
    if (error instanceof Problem) return page(c, names[error.code] ?? "failed", statusOf[error.code]);
    logFailure(`internal ${c.req.method} ${c.req.routePath}`, error);
    return page(c, "failed", 500);
  });
}

const names: Partial<Record<ProblemCode, ProblemName>> = {
  "report.unknown": "notFound",
  "service.unknown": "notFound",
  "request.too-large": "tooLarge",
  "login.not-reached": "login-not-reached",
  "session.over": "login-expired",
};
