// What `framme doctor` says of statements: a number, and how long ago it was true.

import type { Read } from "../pg/db.ts";
import { hubCompared, outboxStated, receiverStated } from "../pg/inspect-statements.ts";
import { agoText, type Finding, ok, warn, wrong } from "./finding.ts";

/** A receiver states every half minute; one that has not for so long is silent. */
const silentMs = 5 * 60_000;

/** At the hub: how many days of the services were compared, and how many differ. */
export async function comparedFindings(check: string, read: Read, now: number): Promise<Finding[]> {
  const { days, differ, last, services } = await hubCompared(read);
  if (last === null) return [ok(check, "no day has been compared with a case system yet")];
  const text = `${days} days of ${services} services compared, last ${sinceText(last, now)}, ${differ} differ`;
  const todo =
    "The table `deviation` names each report (statement.…): see docs/operations.md, what to watch.";
  if (differ > 0) return [wrong(check, text, todo)];
  if (now - last.getTime() < silentMs) return [ok(check, text)];
  return [warn(check, text, "No receiver has stated anything lately: see that they run and reach the hub.")];
}

/** At a receiver: what it stated of each service, and what the hub found. */
export async function statedFindings(check: string, read: Read, now: number): Promise<Finding[]> {
  const stated = await receiverStated(read);
  return stated.map(({ service, statedAt, days, differ, strays }) => {
    const odd = strays > 0 ? `, ${strays} in the case system that did not come through here` : "";
    const text = `${service}: ${differ} of ${days} days differ, checked ${sinceText(statedAt, now)}${odd}`;
    if (differ > 0)
      return wrong(
        check,
        text,
        "Reports are gone from the case system or changed in it: the table `deviation` names them.",
      );
    if (now - statedAt.getTime() >= silentMs)
      return warn(
        check,
        text,
        "It has stated nothing since: see the receiver's log for why (receiver.state).",
      );
    return strays > 0 ? warn(check, text, "Find out who put them there.") : ok(check, text);
  });
}

/** At a sender: whether the hub still has what it has accepted. */
export async function sentFindings(check: string, read: Read, now: number): Promise<Finding[]> {
  const stated = await outboxStated(read);
  if (!stated) return [];
  const text = `${stated.lost} of what the hub has accepted is lost there, checked ${sinceText(stated.statedAt, now)}`;
  return stated.lost > 0
    ? [wrong(check, text, "What is kept is sent again by itself; tell the hub's operator.")]
    : [ok(check, text)];
}

/** `40 seconds ago`. */
function sinceText(at: Date, now: number): string {
  const ms = Math.max(0, now - at.getTime());
  return ms < 120_000 ? `${Math.round(ms / 1000)} seconds ago` : `${agoText(ms)} ago`;
}
