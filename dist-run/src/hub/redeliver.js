// A loss has been found: a challenge answered wrong, a report that a case system does not give back. It is noted for
// somebody to look at, and the report is handed over again from the hub's hold. What was receipted stands: receipts
// tell what was so then. Where the content has been erased there is nothing to hand over, and that is an incident.
import { noteDeviations } from "./receipt-store.js";
import { reopen } from "./store.js";
/** Notes each loss, and books that the report be offered again now. The same loss found again books nothing new. */
export async function redeliver(tx, losses, now) {
    if (losses.length === 0)
        return;
    const reopened = new Set(await reopen(tx, losses.map(({ report }) => report), now));
    const gone = losses.filter(({ report }) => !reopened.has(report));
    await noteDeviations(tx, losses.map((loss) => ({ ...loss, owner: `service:${loss.service}` })), now);
    await noteDeviations(tx, gone.map((loss) => ({ ...loss, kind: "report.lost", owner: "operator" })), now);
}
//# sourceMappingURL=redeliver.js.map