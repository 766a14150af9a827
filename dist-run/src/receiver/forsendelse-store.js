// SQL about reports that came from SvarInn: which of what a server lists is held here already.
/** Which of these SvarInn reports are held; spoilt are those that were held and could not be opened. */
export async function heldAmong(read, service, ids) {
    return read `
    select h.id::text as id, count(*)::int as copies,
           exists (select from receipt r where r.report_id = h.id and r.reason in ('cannot-open', 'corrupt')) as is_spoilt,
           exists (select from receipt r where r.report_id = h.id and r.kind in ('registered', 'claimed')) as is_finished
    from held_report h where h.service = ${service} and h.id = any(${[...ids]}::uuid[]) group by h.id`;
}
//# sourceMappingURL=forsendelse-store.js.map