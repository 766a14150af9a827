// When a login is needed, and when it came to nothing. What was written is unharmed, and the way back to it stands here.

import type { LoginOutcome } from "../../http/login.ts";
import { Text, Title } from "../../web/parts.tsx";
import { formPaths } from "../form/steps.ts";
import { sendPaths } from "../send-paths.ts";
import { sendingTexts } from "../texts-sending.ts";
import { type PageWish, portalPage, UrgentBox } from "./page.tsx";

export type FailedLogin = Exclude<LoginOutcome["is"], "in">;

/** Somebody who reports at work has not logged in. */
export function loginNeededPage(wish: PageWish): string {
  const { login } = sendingTexts[wish.language];
  return page(wish, {
    title: login.neededTitle,
    text: login.neededText,
    button: login.button,
    back: { path: formPaths.who[wish.language], text: login.instead },
  });
}

/** A login came to nothing. */
export function loginFailedPage(wish: PageWish, outcome: FailedLogin, backPath: string): string {
  const { login } = sendingTexts[wish.language];
  return page(wish, {
    ...login[outcome],
    button: login.again,
    back: { path: backPath, text: login.back },
  });
}

type Said = {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly back: { readonly path: string; readonly text: string };
};

function page(wish: PageWish, { title, text, button, back }: Said): string {
  const content = (
    <>
      <Title>{title}</Title>
      <Text isLead>{text}</Text>
      <p>
        <a class="ds-button" href={sendPaths.login[wish.language]}>
          {button}
        </a>
      </p>
      <p>
        <a class="ds-link" href={back.path}>
          {back.text}
        </a>
      </p>
      <UrgentBox language={wish.language} />
    </>
  );
  return portalPage({ ...wish, page: null, at: formPaths.who, title, content });
}
