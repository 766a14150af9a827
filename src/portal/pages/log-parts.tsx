// Parts of the pages about the log: a list of sentences, what is typed in a terminal, and the keys that it needs.

import type { Language } from "../../web/language.ts";
import { Text } from "../../web/parts.tsx";
import { keyPaths } from "../paths.ts";
import { logTexts } from "../texts-log.ts";

/** The end of a command that checks with the keys under the names they are downloaded by. */
export const withKeys = "--hub-key nokkel.pem --witnesses vitner.json";

/** Sentences that belong together, in no order. */
export function List({ items }: { items: readonly string[] }) {
  return (
    <ul class="ds-list">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

/** Marked as a whole when it is pressed, so that it can be copied. */
export function Command({ text }: { text: string }) {
  return (
    <code class="command" translate="no">
      {text}
    </code>
  );
}

/** Where the keys are. Whoever is careful gets them from somebody else than us. */
export function Keys({ language }: { language: Language }) {
  const { keys } = logTexts[language];
  return (
    <>
      <Text>{keys.text}</Text>
      <ul class="choices">
        <li>
          <a class="ds-link" href={keyPaths.hub}>
            {keys.hub}
          </a>
        </li>
        <li>
          <a class="ds-link" href={keyPaths.witnesses}>
            {keys.witnesses}
          </a>
        </li>
      </ul>
    </>
  );
}
