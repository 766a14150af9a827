// What can be seen of a database from a room's own role: whether it can be trusted with reports, whether the role
// has more rights than it should, and what lies waiting in it. Only counts, codes and times; for `framme doctor`.

import type { Receipt } from "../core/receipt.ts";
import type { Channel } from "../core/area.ts";
import type { Read } from "./db.ts";

export type Server = {
  readonly version: number;
  readonly versionText: string;
  readonly inRecovery: boolean;
  /** Names of settings with which it could lose what it says it has stored. */
  readonly shaky: readonly string[];
  readonly checksums: boolean;
  readonly role: string;
  readonly isSuperuser: boolean;
  /** Tables that the role owns: it should own none. */
  readonly owns: number;
  /** Tables that the role may delete from: there should be none. */
  readonly mayDelete: readonly string[];
  /** The highest migration that has been run; null when none has. */
  readonly migrated: number | null;
};

/** Looks at the server, the role and the migrations. */
export async function inspectServer(read: Read): Promise<Server> {
  const [server] = await read<(Omit<Server, "migrated"> & { hasMigrations: boolean })[]>`
    select current_setting('server_version_num')::int as version,
           current_setting('server_version') as version_text,
           pg_is_in_recovery() as in_recovery,
           array(select name::text from pg_settings
                  where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off') as shaky,
           current_setting('data_checksums') = 'on' as checksums,
           current_user::text as role,
           (select rolsuper from pg_roles where rolname = current_user) as is_superuser,
           (select count(*)::int from pg_class c join pg_roles r on r.oid = c.relowner
             where r.rolname = current_user and c.relnamespace = 'public'::regnamespace and c.relkind = 'r') as owns,
           array(select c.relname::text from pg_class c
                  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                    and has_table_privilege(c.oid, 'delete') order by 1) as may_delete,
           to_regclass('public.migration') is not null as has_migrations`;
  const { hasMigrations, ...facts } = server!;
  if (!hasMigrations) return { ...facts, migrated: null };
  const [last] = await read<{ number: number | null }[]>`select max(number)::int as number from migration`;
  return { ...facts, migrated: last?.number ?? null };
}

export type Count = { readonly kind: string; readonly count: number };

/** Deviations noted in the last seven days, by kind. The hub's and the receiver's table have these columns alike. */
export async function recentDeviations(read: Read): Promise<Count[]> {
  return read<Count[]>`
    select kind, count(*)::int as count from deviation
    where at > now() - interval '7 days' group by kind order by kind`;
}

/** Deliveries that the hub is still offering: how many, and since when the oldest waits. */
export async function hubWaiting(read: Read): Promise<{ count: number; oldest: Date | null }> {
  const [row] = await read<{ count: number; oldest: Date | null }[]>`
    select count(*)::int as count, min(report.accepted_at) as oldest
    from delivery join report on report.id = delivery.report where settled_at is null`;
  return row!;
}

export type Open = {
  readonly report: string;
  readonly channel: Channel;
  readonly receipts: readonly Receipt[];
};

/**
 * Reports whose last debt is not paid and may be late: not opened (nor found by a person, where none can say that), and
 * either not yet registered after an hour or registered for a week. Oldest first, so that what is cut off by `limit` is
 * the least late.
 */
export async function hubOpen(read: Read, limit: number): Promise<Open[]> {
  const rows = await read<{ report: string; channel: Channel; bodies: string[] }[]>`
    select report.id as report, delivery.channel, array_agg(receipt.body) as bodies
      from report join delivery on delivery.report = report.id join receipt on receipt.report = report.id
     where report.accepted_at < now() - interval '1 hour'
       and not exists (select from receipt last where last.report = report.id
                        and (last.kind = 'opened' or last.kind = 'confirmed' and delivery.channel <> 'receiver'))
       and (report.accepted_at < now() - interval '7 days'
            or not exists (select from receipt there
                            where there.report = report.id and there.kind in ('registered', 'confirmed')))
     group by report.id, delivery.channel, report.accepted_at
     order by report.accepted_at limit ${limit}`;
  return rows.map(({ bodies, ...row }) => ({
    ...row,
    receipts: bodies.map((body) => JSON.parse(body) as Receipt),
  }));
}

/** What the receiver has still to do, by step, and how often the hardest of it has been tried. */
export async function receiverWork(read: Read): Promise<{ step: string; count: number; attempts: number }[]> {
  return read<{ step: string; count: number; attempts: number }[]>`
    select step, count(*)::int as count, max(attempts)::int as attempts
    from work where next_attempt_at is not null group by step order by step`;
}

/** What the sender keeps: packages without the hub's receipt, those refused by code, and all that are not released. */
export async function outboxKept(
  read: Read,
): Promise<{ unsent: number; oldest: Date | null; kept: number; refusals: Count[] }> {
  const [row] = await read<{ unsent: number; oldest: Date | null; kept: number }[]>`
    select count(*) filter (where next_post_at is not null)::int as unsent,
           min(sealed_at) filter (where next_post_at is not null) as oldest, count(*)::int as kept
    from package where released_at is null`;
  const refusals = await read<Count[]>`
    select refusal as kind, count(*)::int as count from package
    where refusal is not null and released_at is null group by refusal order by refusal`;
  return { ...row!, refusals };
}
