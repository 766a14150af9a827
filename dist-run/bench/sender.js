// The sender of workload W1: it keeps 32 reports under way. Each is durable in its own store before it is posted,
// and counts as confirmed when the sender has seen a `registered` receipt, signed by the service's own key, for
// exactly these bytes.
import { refuse } from "../src/core/problem.js";
import { checkReceipt } from "../src/core/receipt.js";
import { hear } from "./hear.js";
import { post } from "./hub-door.js";
export const windowSize = 32;
const patienceMs = 60_000;
/** A sender at this installation, with this store. */
export function senderAt(to, store) {
    const hub = to;
    const waiting = new Map();
    const stopping = new AbortController();
    const hearing = hear(hub, heard, stopping.signal);
    // Raced against every run; between two runs nobody listens, and the next one hears of it.
    hearing.then(undefined, () => undefined);
    function heard(receipt) {
        const one = waiting.get(receipt.reportId);
        if (!one || receipt.kind !== "registered")
            return;
        checkRegistered(receipt, one.sealed, to);
        waiting.delete(receipt.reportId);
        one.confirmed();
    }
    async function send(sealed) {
        const began = performance.now();
        await store.keep(sealed);
        const { promise, resolve } = Promise.withResolvers();
        // Before it is posted: the receipt may be heard of before the answer is.
        waiting.set(sealed.id, { sealed, confirmed: resolve });
        await post(hub, sealed);
        await promise;
        return performance.now() - began;
    }
    async function run(reports, done) {
        const queue = reports.values();
        const latenciesMs = [];
        const lane = async () => {
            for (const sealed of queue) {
                latenciesMs.push(await send(sealed));
                done(latenciesMs.length);
            }
        };
        const began = performance.now();
        const lanes = Promise.all(Array.from({ length: windowSize }, lane));
        const ends = [lanes, hearing, to.hub.broken, to.receiver.broken];
        await Promise.race([...ends, standstill(() => latenciesMs.length, reports.length)]);
        return { latenciesMs, seconds: (performance.now() - began) / 1000 };
    }
    return {
        run,
        stop: async () => {
            stopping.abort();
            await Promise.allSettled([hearing]); // What it failed of, the run has told already.
        },
    };
}
function checkRegistered(receipt, { header, contentHash }, to) {
    checkReceipt(receipt, to.service.receiptKey);
    const isForThese = receipt.sealedHash === header.sealed.hash && receipt.contentHash === contentHash;
    if (!isForThese || receipt.service !== header.service)
        refuse("receipt.wrong-content");
}
/** Rejects when nothing has been confirmed for a minute, so that a bench never hangs. */
function standstill(confirmed, of) {
    const { promise, reject } = Promise.withResolvers();
    let last = { count: confirmed(), at: performance.now() };
    const look = setInterval(() => {
        const count = confirmed();
        const now = performance.now();
        if (count !== last.count)
            last = { count, at: now };
        if (count === of)
            clearInterval(look);
        if (now - last.at < patienceMs)
            return;
        clearInterval(look);
        reject(new Error(`nothing was confirmed for ${patienceMs / 1000} s: ${count} of ${of} were`));
    }, 1000);
    look.unref();
    return promise;
}
//# sourceMappingURL=sender.js.map