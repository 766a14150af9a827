// Parts of the page after sending: the code, the receipts to download, and the buttons.

import { Box, Heading, Text } from "../../web/parts.tsx";
import { paths } from "../paths.ts";
import { sendPaths } from "../send-paths.ts";
import { sendingTexts } from "../texts-sending.ts";
import type { PageWish } from "./page.tsx";

type CodeWish = PageWish & {
  readonly code: string;
  readonly isThrough: boolean;
  readonly isForSeveral: boolean;
};

/** The code stands here as text to be marked and copied, in the groups it is read aloud by. */
export function Code({ language, code, isThrough, isForSeveral }: CodeWish) {
  const { sent } = sendingTexts[language];
  return (
    <Box tint="neutral" label={sent.code}>
      <Heading>{sent.code}</Heading>
      <p class="shown-code" translate="no">
        {code}
      </p>
      {!isThrough && (
        <Text>
          <strong>{sent.codeLater}</strong>
        </Text>
      )}
      <Text>
        {sent.codeText} {isForSeveral && sent.codeBoth}
      </Text>
      <Text>
        {sent.codeWhere}{" "}
        <a class="ds-link" href={paths.follow[language]}>
          {sent.follow}
        </a>
        .
      </Text>
    </Box>
  );
}

/** `number`: which report of the session, from 1. */
export function Downloads({ language, number }: PageWish & { number: number }) {
  const { sent } = sendingTexts[language];
  const link = (path: string, text: string) => (
    <li>
      <a class="ds-link" href={`${path}?nr=${number}`}>
        {text}
      </a>
    </li>
  );
  return (
    <section>
      <Heading>{sent.receipt}</Heading>
      <Text>{sent.receiptText}</Text>
      <ul class="choices">
        {link(sendPaths.receiptPdf[language], sent.pdf)}
        {link(sendPaths.receiptJson[language], sent.json)}
      </ul>
    </section>
  );
}

export function TryNow({ language }: PageWish) {
  return (
    <form method="post" action={sendPaths.sent[language]}>
      <button type="submit" class="ds-button">
        {sendingTexts[language].sent.tryNow}
      </button>
    </form>
  );
}

/** Ends the session: the code and the receipts are not shown here again. */
export function Remove({ language }: PageWish) {
  const { sent } = sendingTexts[language];
  return (
    <section>
      <Heading>{sent.remove}</Heading>
      <Text>{sent.removeText}</Text>
      <form method="post" action={sendPaths.logout[language]}>
        <button type="submit" class="ds-button" data-variant="secondary">
          {sent.removeButton}
        </button>
      </form>
    </section>
  );
}
