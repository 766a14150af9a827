// What somebody must look at, and who. A refusal that points to an attack or a loss is noted, and so is a lasting
// no: a report that nobody will take over by itself must have an owner. Codes only, nothing of a report.
/** Whose it is when a receipt is refused so. What is not in it is a mistake of form, and its sender hears of it. */
const ownerWhenRefused = {
    "receipt.wrong-service": "operator",
    "receipt.bad-signature": "operator",
    // A receipt for a report that the hub does not have: has the hub lost it?
    "report.unknown": "operator",
    "receipt.wrong-serial": "operator",
    "receipt.wrong-content": "service",
    "receipt.conflict": "service",
    // Said to be stored, and not shown to be.
    "proof.missing": "service",
    "proof.wrong": "service",
    "proof.not-asked": "service",
    "proof.used-before": "service",
};
/** The deviation that a refused receipt is, if it is one. */
export function deviationOf(code, service, receipt) {
    const owner = ownerWhenRefused[code];
    if (!owner)
        return [];
    return [
        {
            kind: code,
            report: receipt.reportId,
            service,
            owner: owner === "operator" ? "operator" : `service:${service}`,
            detail: receipt.proof ? `${receipt.kind} pair ${receipt.proof.n}` : receipt.kind,
        },
    ];
}
/** The deviation that a recorded receipt is: a lasting no, or a return, belongs to the service's people. */
export function needsOwner(receipt) {
    const isLastingNo = receipt.kind === "returned" || (receipt.kind === "declined" && receipt.lasting === true);
    if (!isLastingNo)
        return [];
    return [
        {
            kind: `report.${receipt.kind}`,
            report: receipt.reportId,
            service: receipt.service,
            owner: `service:${receipt.service}`,
            detail: receipt.reason ?? "",
        },
    ];
}
//# sourceMappingURL=deviation.js.map