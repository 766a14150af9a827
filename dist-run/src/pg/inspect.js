// What can be seen of a database from a room's own role: whether it can be trusted with reports, whether the role
// has more rights than it should, and what lies waiting in it. Only counts, codes and times; for `framme doctor`.
/** Looks at the server, the role and the migrations. */
export async function inspectServer(read) {
    const [server] = await read `
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
    const { hasMigrations, ...facts } = server;
    if (!hasMigrations)
        return { ...facts, migrated: null };
    const [last] = await read `select max(number)::int as number from migration`;
    return { ...facts, migrated: last?.number ?? null };
}
/** Deviations noted in the last seven days, by kind. The hub's and the receiver's table have these columns alike. */
export async function recentDeviations(read) {
    return read `
    select kind, count(*)::int as count from deviation
    where at > now() - interval '7 days' group by kind order by kind`;
}
/** Deliveries that the hub is still offering: how many, and since when the oldest waits. */
export async function hubWaiting(read) {
    const [row] = await read `
    select count(*)::int as count, min(report.accepted_at) as oldest
    from delivery join report on report.id = delivery.report where settled_at is null`;
    return row;
}
/**
 * Reports whose last debt is not paid and may be late: not opened, and either not yet registered after an hour
 * or registered for a week. Oldest first, so that what is cut off by `limit` is the least late.
 */
export async function hubOpen(read, limit) {
    const rows = await read `
    select report.id as report, delivery.channel, array_agg(receipt.body) as bodies
      from report join delivery on delivery.report = report.id join receipt on receipt.report = report.id
     where report.accepted_at < now() - interval '1 hour'
       and not exists (select from receipt last where last.report = report.id and last.kind = 'opened')
       and (report.accepted_at < now() - interval '7 days'
            or not exists (select from receipt there
                            where there.report = report.id and there.kind in ('registered', 'confirmed')))
     group by report.id, delivery.channel, report.accepted_at
     order by report.accepted_at limit ${limit}`;
    return rows.map(({ bodies, ...row }) => ({
        ...row,
        receipts: bodies.map((body) => JSON.parse(body)),
    }));
}
/** What the receiver has still to do, by step, and how often the hardest of it has been tried. */
export async function receiverWork(read) {
    return read `
    select step, count(*)::int as count, max(attempts)::int as attempts
    from work where next_attempt_at is not null group by step order by step`;
}
/** What the sender keeps: packages without the hub's receipt, those refused by code, and all that are not released. */
export async function outboxKept(read) {
    const [row] = await read `
    select count(*) filter (where next_post_at is not null)::int as unsent,
           min(sealed_at) filter (where next_post_at is not null) as oldest, count(*)::int as kept
    from package where released_at is null`;
    const refusals = await read `
    select refusal as kind, count(*)::int as count from package
    where refusal is not null and released_at is null group by refusal order by refusal`;
    return { ...row, refusals };
}
//# sourceMappingURL=inspect.js.map