// Following a report by its code. The page shows what receipts say, and no child, place, service, number or person.
// The code is shown only in the field it was typed in, while it still has to be corrected or sent again.

import { clockTime, type Language, momentIn } from "../../web/language.ts";
import { Box, ErrorSummary, Heading, SubmitButton, Text, TextField, Title } from "../../web/parts.tsx";
import type { FollowAnswer, Followed } from "../hub.ts";
import { paths } from "../paths.ts";
import { tell } from "../tell.ts";
import { texts } from "../texts.ts";
import { checkTexts } from "../texts-check.ts";
import { CloseOffer } from "./close.tsx";
import { codeField, type PageWish, portalPage, UrgentBox } from "./page.tsx";

export type FollowView = FollowAnswer | { readonly is: "empty" };

/** The page; `view` null before anything was asked. */
export function followPage(wish: PageWish, code: string, view: FollowView | null, now: number): string {
  const { follow } = texts[wish.language];
  const posted = view ? { [codeField]: code } : undefined;
  const content =
    view?.is === "found" ? (
      <Found language={wish.language} code={code} deliveries={view.deliveries} now={now} />
    ) : (
      <Question language={wish.language} code={code} view={view} now={now} />
    );
  const title = view?.is === "found" ? follow.foundTitle : follow.title;
  return portalPage({ ...wish, page: "follow", title, posted, content });
}

type QuestionWish = {
  readonly language: Language;
  readonly code: string;
  readonly view: FollowView | null;
  readonly now: number;
};

function Question({ language, code, view, now }: QuestionWish) {
  const { follow, errorHeading } = texts[language];
  const error = view?.is === "unknown" ? follow.unknown : view?.is === "empty" ? follow.empty : undefined;
  return (
    <>
      <ErrorSummary heading={errorHeading} errors={error ? [{ field: codeField, text: error }] : []} />
      {view?.is === "not-reached" && (
        <Box tint="warning" label={follow.down}>
          <Heading>{follow.down}</Heading>
          <Text>{follow.downText}</Text>
        </Box>
      )}
      {view?.is === "too-often" && (
        <Box tint="warning" label={follow.tooMany}>
          <Heading>{follow.tooMany}</Heading>
          {/* A minute is the smallest that is shown, and it must be over. */}
          <Text>{follow.tooManyText(clockTime(now + view.seconds * 1000 + 59_999))}</Text>
        </Box>
      )}
      <Title>{follow.title}</Title>
      <Text isLead>{follow.lead}</Text>
      <form method="post" action={paths.follow[language]} novalidate>
        <TextField
          name={codeField}
          label={follow.label}
          description={follow.description}
          value={code}
          mostLetters={60}
          error={error}
          class="code"
        />
        <SubmitButton>{follow.submit}</SubmitButton>
      </form>
      <UrgentBox language={language} />
    </>
  );
}

type FoundWish = {
  readonly language: Language;
  readonly code: string;
  readonly deliveries: readonly Followed[];
  readonly now: number;
};

function Found({ language, code, deliveries, now }: FoundWish) {
  const { follow } = texts[language];
  return (
    <>
      <Title>{follow.foundTitle}</Title>
      {deliveries.length > 1 && <Text isLead>{follow.severalLead}</Text>}
      {deliveries.map((delivery, index) => (
        <Delivery
          language={language}
          delivery={delivery}
          now={now}
          place={deliveries.length > 1 ? follow.nth(index + 1, deliveries.length) : null}
        />
      ))}
      <p class="when">{follow.shownAt(momentIn(language, now))}</p>
      <AboutChecks language={language} />
      <p>
        <a class="ds-link" href={paths.service[language]}>
          {follow.find}
        </a>
      </p>
      <p>
        <a class="ds-link" href={paths.follow[language]}>
          {follow.another}
        </a>
      </p>
      <CloseOffer language={language} code={code} />
      <UrgentBox language={language} />
    </>
  );
}

/** What a check is, and how a receipt is checked by whoever has it. The same whatever was found. */
function AboutChecks({ language }: { language: Language }) {
  const words = checkTexts[language];
  return (
    <section>
      <Heading size="xs">{words.howHeading}</Heading>
      <Text>{words.how}</Text>
      <p>
        <a class="ds-link" href={paths.verify[language]}>
          {words.toVerify}
        </a>
      </p>
      <p>
        <a class="ds-link" href={paths.log[language]}>
          {words.toLog}
        </a>
      </p>
    </section>
  );
}

type DeliveryWish = {
  readonly language: Language;
  readonly delivery: Followed;
  readonly now: number;
  /** «1 av 2», or null where there is one only. */
  readonly place: string | null;
};

function Delivery({ language, delivery, now, place }: DeliveryWish) {
  const { follow } = texts[language];
  const told = tell(language, delivery, now);
  const nextHeading = told.next.isLate ? follow.late : follow.next;
  const named = (heading: string) => (place ? `${place}: ${heading}` : heading);
  return (
    <>
      <Box tint={told.isLost ? "warning" : "info"} label={named(follow.now)}>
        <Heading>{named(follow.now)}</Heading>
        {told.now.map((sentence) => (
          <Text isLead>{sentence}</Text>
        ))}
        {told.checked.map((sentence) => (
          <Text>{sentence}</Text>
        ))}
      </Box>
      <Box tint={told.next.isLate ? "warning" : "neutral"} label={named(nextHeading)}>
        <Heading size="xs">{nextHeading}</Heading>
        {told.next.sentences.map((sentence) => (
          <Text>{sentence}</Text>
        ))}
      </Box>
      <section>
        <Heading size="xs">{follow.history}</Heading>
        <ol class="steps">
          {told.history.map(({ at, when, sentence }) => (
            <li>
              <time class="when" datetime={at}>
                {when}
              </time>
              <span>{sentence}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
