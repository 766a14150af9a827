// Whether the hub holds a receiver's word that was not shown to be true: a `stored` or `registered` without the answer
// that the sender wrote down for that very question when it sealed the report.
import { pairFor, pairIn } from "../src/core/proof.js";
/** Each receipt at the hub that carries no proof, or another than the right one. */
export async function unshownReceipts(hub) {
    const rows = await hub `
    select receipt.body, package.pairs from receipt join package on package.report = receipt.report
    where receipt.kind in ('stored', 'registered')`;
    return rows.flatMap(({ body, pairs }) => {
        const { reportId, kind, proof } = JSON.parse(body);
        const n = pairFor[kind];
        const isShown = pairs !== null && proof?.n === n && proof.mac === pairIn(pairs, n).mac;
        return isShown ? [] : [`stored-is-shown: ${reportId} is said to be ${kind} without the right proof`];
    });
}
//# sourceMappingURL=world-proofs.js.map