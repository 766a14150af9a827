// Ending the following of a report: the offer below what was found, the page that asks once more, and the page that
// says it is over. The code goes from form to form in a hidden field, and stands in no address and no text.

import { clockTime, type Language } from "../../web/language.ts";
import { Box, Heading, SubmitButton, Text, Title } from "../../web/parts.tsx";
import type { CloseAnswer } from "../hub.ts";
import { paths, postPaths } from "../paths.ts";
import { texts } from "../texts.ts";
import { afterTexts } from "../texts-after.ts";
import { codeField, type PageWish, portalPage } from "./page.tsx";

/** Says that the page that asks once more has been seen. */
export const sureField = "bekreft";
export const sure = "ja";

/** Below what was found: what closing is, and the way to it. */
export function CloseOffer({ language, code }: { language: Language; code: string }) {
  const { close } = afterTexts[language];
  return (
    <section>
      <Heading size="xs">{close.heading}</Heading>
      <Text>{close.about}</Text>
      <form method="post" action={postPaths.close[language]}>
        <input type="hidden" name={codeField} value={code} />
        <SecondButton>{close.start}</SecondButton>
      </form>
    </section>
  );
}

/** Asks once more. `failed`: why it could not be closed when it was tried just now; the code is kept in its field. */
export function closePage(
  wish: PageWish,
  code: string,
  failed: Exclude<CloseAnswer, { is: "closed" }> | null,
  now: number,
): string {
  const { close } = afterTexts[wish.language];
  const content = (
    <>
      {failed && <Failed language={wish.language} failed={failed} now={now} />}
      <Title>{close.title}</Title>
      <Text isLead>{close.lead}</Text>
      <Text>{close.whatStays}</Text>
      <Text>{close.reminderToo}</Text>
      <form method="post" action={postPaths.close[wish.language]}>
        <input type="hidden" name={codeField} value={code} />
        <input type="hidden" name={sureField} value={sure} />
        <SubmitButton>{close.confirm}</SubmitButton>
      </form>
      <form method="post" action={paths.follow[wish.language]}>
        <input type="hidden" name={codeField} value={code} />
        <SecondButton>{close.back}</SecondButton>
      </form>
    </>
  );
  const posted = { [codeField]: code };
  return portalPage({ ...wish, page: null, at: postPaths.close, title: close.title, posted, content });
}

type FailedWish = {
  readonly language: Language;
  readonly failed: Exclude<CloseAnswer, { is: "closed" }>;
  readonly now: number;
};

function Failed({ language, failed, now }: FailedWish) {
  const { close } = afterTexts[language];
  const isOften = failed.is === "too-often";
  const heading = isOften ? close.tooMany : close.down;
  return (
    <Box tint="warning" label={heading}>
      <Heading>{heading}</Heading>
      {/* A minute is the smallest that is shown, and it must be over. */}
      <Text>
        {isOften ? close.tooManyText(clockTime(now + failed.seconds * 1000 + 59_999)) : close.downText}
      </Text>
    </Box>
  );
}

/** It is over. The same whether or not the code was ever one. */
export function closedPage(wish: PageWish): string {
  const { close } = afterTexts[wish.language];
  const content = (
    <>
      <Title>{close.doneTitle}</Title>
      <Text isLead>{close.done}</Text>
      <Text>{close.doneStays}</Text>
      <p>
        <a class="ds-link" href={paths.service[wish.language]}>
          {texts[wish.language].follow.find}
        </a>
      </p>
      <p>
        <a class="ds-link" href={paths.start[wish.language]}>
          {texts[wish.language].toStart}
        </a>
      </p>
    </>
  );
  return portalPage({ ...wish, page: "follow", title: close.doneTitle, content });
}

function SecondButton({ children }: { children?: string }) {
  return (
    <button type="submit" class="ds-button" data-variant="secondary">
      {children}
    </button>
  );
}
