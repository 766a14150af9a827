// The first page: who should call instead, what can be done here, and what cannot be done here yet.

import { Heading, Text, Title } from "../../web/parts.tsx";
import { type PageName, paths } from "../paths.ts";
import { texts } from "../texts.ts";
import { type PageWish, portalPage, UrgentBox } from "./page.tsx";

export function startPage(wish: PageWish): string {
  const { start } = texts[wish.language];
  const sections = [start.write, start.time, start.name];
  const content = (
    <>
      <Title>{start.title}</Title>
      <Text isLead>{start.lead}</Text>
      <UrgentBox language={wish.language} />
      <div class="ways">
        <Way {...wish} page="service" {...start.find} />
        <Way {...wish} page="follow" {...start.follow} />
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

type WayWish = PageWish & { readonly page: PageName; readonly heading: string; readonly text: string };

function Way({ language, page, heading, text }: WayWish) {
  return (
    <div class="ds-card" data-color="accent">
      <h2 class="ds-heading" data-size="xs">
        <a class="ds-link" href={paths[page][language]}>
          {heading}
        </a>
      </h2>
      <Text>{text}</Text>
    </div>
  );
}
