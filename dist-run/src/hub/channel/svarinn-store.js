// What the SvarInn channel reads of reports and deliveries. Receipts are written through receipt-store.ts.
/** Headers of the service's reports that wait in SvarInn and have not been acknowledged, oldest first. */
export async function waitingInSvarinn(read, service, most) {
    return read `
    select package.header, report.accepted_at
    from delivery
    join report on report.id = delivery.report
    join package on package.report = delivery.report
    where delivery.service = ${service} and delivery.channel = 'svarinn' and delivery.settled_at is null
    order by delivery.serial
    limit ${most}`;
}
/** The service a report in SvarInn is for; null when there is no such report there. */
export async function serviceInSvarinn(read, id) {
    const [row] = await read `
    select service from delivery where report = ${id} and channel = 'svarinn'`;
    return row?.service ?? null;
}
/** The sealed bytes of a report. */
export async function sealedBytes(read, id) {
    const [row] = await read `select sealed from package where report = ${id}`;
    return row?.sealed ?? null;
}
//# sourceMappingURL=svarinn-store.js.map