// What is told before a question: who gets to know a name, and whom to call instead. The words about the name are
// fixed; nothing here says that anybody is anonymous.

import type { Language } from "../../../web/language.ts";
import { Box, Heading, Phone, Text } from "../../../web/parts.tsx";
import type { Draft } from "../../draft.ts";
import { NationalNumbers } from "../../pages/page.tsx";
import { sendPaths } from "../../send-paths.ts";
import { texts } from "../../texts.ts";
import { frameWords } from "../words.ts";

/** Who gets to know who reports; and the name, where it comes from a login. */
export function NameNotice({ language, draft }: { language: Language; draft: Draft }) {
  const { notice } = frameWords[language];
  return (
    <>
      <Box tint="info" label={notice.heading}>
        <Heading size="xs">{notice.heading}</Heading>
        <Text>{notice[draft.who ?? "private"]}</Text>
      </Box>
      {draft.login && draft.who !== "child" && <Text isLead>{notice.login(draft.login.name)}</Text>}
      {!draft.login && draft.who === "private" && (
        <Text>
          {notice.mayLogIn}{" "}
          <a class="ds-link" href={sendPaths.login[language]}>
            {notice.logIn}
          </a>
        </Text>
      )}
    </>
  );
}

/** For a child, first and big: somebody to talk to. */
export function OwnCalls({ language }: { language: Language }) {
  const { own } = frameWords[language];
  return (
    <Box tint="danger" label={own.heading}>
      <Heading>{own.heading}</Heading>
      <p class="ds-paragraph big-number">
        <Phone number="116 111" />
      </p>
      <Text>{own.text}</Text>
    </Box>
  );
}

/** For a child: who reads what it writes. */
export function OwnReaders({ language }: { language: Language }) {
  const { own } = frameWords[language];
  return (
    <section>
      <Heading size="xs">{own.reads}</Heading>
      <Text>{own.readsText}</Text>
    </section>
  );
}

/** 112 and 116 111, below a question. */
export function SmallUrgent({ language }: { language: Language }) {
  const { urgent } = texts[language];
  return (
    <Box tint="danger" label={urgent.heading}>
      <Heading size="xs">{urgent.heading}</Heading>
      <NationalNumbers language={language} />
    </Box>
  );
}
