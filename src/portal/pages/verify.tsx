// How a receipt is checked by whoever has it, without us: what to type, what the answer means, and what each step of a
// report's way proves. The same for everybody; nothing is asked for here.

import { Heading, Text, Title } from "../../web/parts.tsx";
import { paths } from "../paths.ts";
import { logTexts } from "../texts-log.ts";
import { Command, Keys, withKeys } from "./log-parts.tsx";
import { type PageWish, portalPage } from "./page.tsx";

export function verifyPage(wish: PageWish): string {
  const { verify } = logTexts[wish.language];
  const content = (
    <>
      <Title>{verify.title}</Title>
      <Text isLead>{verify.lead}</Text>
      <section>
        <Heading>{verify.stepsHeading}</Heading>
        <ol class="ds-list">
          {verify.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <Command text={`framme verify kvittering.json ${withKeys}`} />
        <Keys language={wish.language} />
        <Text>{verify.care}</Text>
      </section>
      <Named heading={verify.answerHeading} items={verify.answers} />
      <section>
        <Heading>{verify.laterHeading}</Heading>
        <Text>{verify.later}</Text>
      </section>
      <Named heading={verify.levelsHeading} items={verify.levels} />
      <Text>{verify.openly}</Text>
      <ul class="choices">
        <li>
          <a class="ds-link" href={paths.log[wish.language]}>
            {verify.toLog}
          </a>
        </li>
        <li>
          <a class="ds-link" href={paths.follow[wish.language]}>
            {verify.toFollow}
          </a>
        </li>
      </ul>
    </>
  );
  return portalPage({ ...wish, page: "verify", title: verify.title, content });
}

type NamedWish = {
  readonly heading: string;
  readonly items: readonly { readonly name: string; readonly text: string }[];
};

function Named({ heading, items }: NamedWish) {
  return (
    <section>
      <Heading>{heading}</Heading>
      <dl class="facts">
        {items.map(({ name, text }) => (
          <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
