// Parts of the page after sending: the code, the receipts to download, and the buttons.

import { Box, Heading, Text } from "../../web/parts.tsx";
import { paths } from "../paths.ts";
import { sendPaths } from "../send-paths.ts";
import { checkTexts } from "../texts-check.ts";
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

/** `number`: which report of the session, from 1; `through`: how many receipts there are for it. */
export function Downloads({ language, number, through }: PageWish & { number: number; through: number }) {
  const { sent } = sendingTexts[language];
  const link = (address: string, text: string) => (
    <li>
      <a class="ds-link" href={address}>
        {text}
      </a>
    </li>
  );
  const json = sendPaths.receiptJson[language];
  return (
    <section>
      <Heading>{sent.receipt}</Heading>
      <Text>{sent.receiptText}</Text>
      <ul class="choices">
        {link(`${sendPaths.receiptPdf[language]}?nr=${number}`, sent.pdf)}
        {through === 1 && link(`${json}?nr=${number}`, sent.json)}
        {through > 1 &&
          Array.from({ length: through }, (_, index) =>
            link(`${json}?nr=${number}&del=${index + 1}`, sent.jsonNth(index + 1, through)),
          )}
        {link(paths.verify[language], checkTexts[language].toVerify)}
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
