// One round of a world's storage checks: the hub asks for what is due, and the receiver answers from the inbox.

import { revealDue } from "../src/hub/check-due.ts";
import type { Hub } from "../src/hub/hub.ts";
import { answerChallenges } from "../src/receiver/answer-challenges.ts";
import type { Desk } from "../src/receiver/desk.ts";
import type { Attempt } from "../src/receiver/room.ts";
import type { HubDoor } from "../src/receiver/source/hub.ts";
import type { Admins } from "./world-truth.ts";

/** Asks and answers, if there is anything to ask: with nothing due there is nothing to break. */
export async function checkWhatIsDue(
  admins: Admins,
  hub: Hub,
  { desk, door }: { readonly desk: Desk; readonly door: HubDoor },
  attempt: Attempt,
  now: number,
): Promise<void> {
  if (!(await isAnythingAsked(admins, now))) return;
  await attempt("check", {}, async () => void (await revealDue(hub)));
  await attempt("answer", {}, () => answerChallenges(desk, door, 0, AbortSignal.timeout(30_000)));
}

async function isAnythingAsked({ hub }: Admins, now: number): Promise<boolean> {
  const [row] = await hub<{ asked: boolean }[]>`
    select exists (select from delivery where next_check_at <= ${new Date(now)})
        or exists (select from challenge where answered_at is null and purpose <> 'again') as asked`;
  return row?.asked === true;
}
