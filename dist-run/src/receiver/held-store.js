// SQL that reads back what a commit left behind, and how far the database's log is on disk. It writes nothing.
/** Reads the newest copies' bytes back with what was asked of them, and in the same statement how far the database has flushed. */
export async function readHeld(read, ids, position) {
    return read `
    with ground as materialized (
      select pg_is_in_recovery() as in_recovery,
             (select system_identifier::text from pg_control_system()) as system_id,
             case when pg_is_in_recovery() then '' else pg_current_wal_flush_lsn()::text end as flushed_to,
             case when pg_is_in_recovery() then false
                  else pg_current_wal_flush_lsn() >= ${position}::pg_lsn end as is_flushed,
             case when pg_is_in_recovery() then 0
                  else ('x' || substr(pg_walfile_name(pg_current_wal_flush_lsn()), 1, 8))::bit(32)::int
             end as timeline
    )
    select distinct on (id) id::text as id, service, serial, sealed, sealed_hash, envelope, ground.*,
           (select jsonb_build_object('id', report_id, 'n', n, 'nonce', nonce, 'purpose', purpose) from asked
            where report_id = held_report.id and purpose in ('stored', 'again') order by n desc limit 1) as question
    from held_report, ground where id = any(${[...ids]}::uuid[]) order by id, copy desc`;
}
/** How far the database has written its log, flushed or not. After a commit this is at or past that commit. */
export async function writtenTo(read) {
    const [row] = await read `select pg_current_wal_insert_lsn()::text as position`;
    return row?.position ?? "";
}
/** How far it has flushed, and whether that is at or past the position. */
export async function flushedTo(read, position) {
    const [row] = await read `
    select pg_current_wal_flush_lsn()::text as flushed_to,
           pg_current_wal_flush_lsn() >= ${position}::pg_lsn as is_flushed`;
    return row ?? { flushedTo: "", isFlushed: false };
}
//# sourceMappingURL=held-store.js.map