// The page after sending. It is drawn from the hub's receipts, and says the least that is true of all of it: one
// delivery that is not through is never hidden by another that is.

import type { Child } from "hono/jsx";
import type { EmergencyService } from "../../core/area.ts";
import { type Language, momentIn } from "../../web/language.ts";
import { Box, ErrorSummary, type FieldError, Heading, Phone, Text, Title } from "../../web/parts.tsx";
import { type DeliveryState, isAccepted, type ReportState } from "../receipts.ts";
import { sendPaths } from "../send-paths.ts";
import { tell } from "../tell.ts";
import { texts } from "../texts.ts";
import { sendingTexts } from "../texts-sending.ts";
import { type PageWish, portalPage, UrgentBox } from "./page.tsx";
import { Code, Downloads, Remove, TryNow } from "./sent-parts.tsx";

export type SentView = {
  /** Newest first; at least one. */
  readonly reports: readonly (ReportState & { readonly code: string })[];
  readonly now: number;
  /** Whether services are closed at this hour. */
  readonly isClosed: boolean;
  /** The emergency service for a municipality, if one is known. */
  readonly emergencyFor: (municipality: string) => EmergencyService | null;
  /** The form for one reminder; null for none. */
  readonly reminder: Child;
  /** What is wrong with what was filled in for it. */
  readonly errors: readonly FieldError[];
};

export function sentPage(wish: PageWish, view: SentView): string {
  const { sent } = sendingTexts[wish.language];
  const [newest, ...earlier] = view.reports;
  const title = newest ? titleOf(wish.language, newest) : sent.goneTitle;
  const content = (
    <>
      <ErrorSummary heading={texts[wish.language].errorHeading} errors={view.errors} />
      <Title>{title}</Title>
      {newest && <Report wish={wish} view={view} report={newest} number={view.reports.length} />}
      {newest && isAccepted(newest) && view.reminder}
      {earlier.length > 0 && <Heading>{sent.earlier}</Heading>}
      {earlier.some(({ report }) => isNear(report, newest?.report)) && <Text>{sent.twoReports}</Text>}
      {earlier.map((report, index) => (
        <Report wish={wish} view={view} report={report} number={earlier.length - index} />
      ))}
      <Remove {...wish} />
      <p class="when">{sent.shownAt(momentIn(wish.language, view.now))}</p>
      <UrgentBox language={wish.language} />
    </>
  );
  return portalPage({ ...wish, page: null, at: sendPaths.sent, title, content });
}

/** Made from one draft, which was changed in between. */
function isNear(earlier: ReportState["report"], newest: ReportState["report"] | undefined): boolean {
  return earlier.replacedBy === newest?.draftId;
}

function titleOf(language: Language, state: ReportState): string {
  const { sent } = sendingTexts[language];
  if (isAccepted(state)) return sent.title;
  return state.deliveries.some(({ is }) => is === "accepted") ? sent.titlePart : sent.titleNot;
}

type ReportWish = {
  readonly wish: PageWish;
  readonly view: SentView;
  readonly report: SentView["reports"][number];
  /** Counted from the oldest, from 1. */
  readonly number: number;
};

function Report({ wish, view, report, number }: ReportWish) {
  const { sent } = sendingTexts[wish.language];
  const { deliveries, code } = report;
  const through = deliveries.filter(({ is }) => is === "accepted").length;
  return (
    <>
      {deliveries.length > 1 && <Text isLead>{sent.partText(through, deliveries.length)}</Text>}
      {deliveries.map((state, index) => (
        <Delivery
          language={wish.language}
          view={view}
          state={state}
          place={deliveries.length > 1 ? `${sent.nth(index + 1, deliveries.length)}. ` : ""}
        />
      ))}
      {deliveries.some(({ is }) => is === "kept") && <TryNow {...wish} />}
      <Code {...wish} code={code} isThrough={through > 0} isForSeveral={deliveries.length > 1} />
      {through > 0 && <Downloads {...wish} number={number} through={through} />}
    </>
  );
}

type DeliveryWish = {
  readonly language: Language;
  readonly view: SentView;
  readonly state: DeliveryState;
  readonly place: string;
};

function Delivery({ language, view, state, place }: DeliveryWish) {
  const { sent } = sendingTexts[language];
  const heading = `${place}${sent.to(state.delivery.name)}`;
  if (state.is === "accepted") {
    const told = tell(language, state.followed, view.now);
    return (
      <Box tint={told.next.isLate || told.isLost ? "warning" : "success"} label={heading}>
        <Heading>{heading}</Heading>
        {told.now.map((sentence) => (
          <Text isLead>{sentence}</Text>
        ))}
        {told.checked.map((sentence) => (
          <Text>{sentence}</Text>
        ))}
        <Text>{sent.at(momentIn(language, Date.parse(state.receipt.at)))}</Text>
        {told.next.sentences.map((sentence) => (
          <Text>{sentence}</Text>
        ))}
        <Text>{sent.notRead}</Text>
        <Urgent language={language} view={view} state={state} />
      </Box>
    );
  }
  return (
    <Box tint="warning" label={heading}>
      <Heading>{heading}</Heading>
      <Text isLead>{sent.notYet}</Text>
      <Text>{state.is === "kept" ? sent.notYetText : sent.closedByHand}</Text>
      <Urgent language={language} view={view} state={state} />
    </Box>
  );
}

/** Whom to call at this hour: the service itself, or the emergency service when it is closed. */
function Urgent({ language, view, state: { delivery } }: Omit<DeliveryWish, "place">) {
  const { sent } = sendingTexts[language];
  const emergency = view.isClosed ? view.emergencyFor(delivery.municipality) : null;
  if (view.isClosed)
    return (
      <p class="ds-paragraph">
        <strong>{sent.urgent}</strong> {sent.closed} {emergency?.name ?? "Alarmtelefonen"}:{" "}
        <Phone number={emergency?.phone ?? "116 111"} />
      </p>
    );
  return (
    <p class="ds-paragraph">
      <strong>{sent.urgent}</strong> {delivery.phone ? sent.call(delivery.name) : sent.callOther}:{" "}
      <Phone number={delivery.phone ?? "116 111"} />
    </p>
  );
}
