// The first page: who should call instead, and what can be done here.

import { Heading, Text, Title } from "../../web/parts.tsx";
import { formPaths } from "../form/steps.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";
import { type PageWish, portalPage, UrgentBox } from "./page.tsx";

export function startPage(wish: PageWish): string {
  const { start } = texts[wish.language];
  const sections = [start.time, start.name];
  const content = (
    <>
      <Title>{start.title}</Title>
      <Text isLead>{start.lead}</Text>
      <UrgentBox language={wish.language} />
      <div class="ways">
        <Way to={formPaths.before[wish.language]} {...start.write} />
        <Way to={paths.service[wish.language]} {...start.find} />
        <Way to={paths.follow[wish.language]} {...start.follow} />
      </div>
      {sections.map(({ heading, text }) => (
        <section>
          <Heading>{heading}</Heading>
          <Text>{text}</Text>
        </section>
      ))}
    </>
  );
  return portalPage({ ...wish, page: "start", title: "Framme", content });
}

type WayWish = { readonly to: string; readonly heading: string; readonly text: string };

function Way({ to, heading, text }: WayWish) {
  return (
    <div class="ds-card" data-color="accent">
      <h2 class="ds-heading" data-size="xs">
        <a class="ds-link" href={to}>
          {heading}
        </a>
      </h2>
      <Text>{text}</Text>
    </div>
  );
}
