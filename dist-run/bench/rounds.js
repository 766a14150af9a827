// The rounds: in each, the pgbench chain and Framme one after the other on the same cluster, every other round
// the other way about, each from a fresh checkpoint. After Framme's run the case system is read out and every
// byte hashed again: what was confirmed and is not there is lost.
var __addDisposableResource = (this && this.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (this && this.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
import { mkdirSync } from "node:fs";
import { chainIn } from "./chain.js";
import { contentsAfter, makeCaseSystem } from "./case-system.js";
import { costOfEach, costSoFar } from "./cost.js";
import { figuresOf, tallyOf } from "./figures.js";
import { layGround } from "./ground.js";
import { install } from "./installation.js";
import { openStore } from "./keep.js";
import { findPgbench } from "./pgbench-program.js";
import { sealMany } from "./sealed-report.js";
import { sealingRate } from "./sealing-rate.js";
import { senderAt } from "./sender.js";
/** Sets everything up, runs all rounds, and takes everything down again. */
export async function runBench(options, progress) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const things = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const pgbench = findPgbench(progress.say);
        if (typeof pgbench === "string")
            progress.say(pgbench);
        progress.say("starting PostgreSQL, hub and receiver");
        const ground = await layGround(options.dir ?? undefined);
        things.defer(() => ground.stop());
        if (options.profile)
            mkdirSync(options.profile, { recursive: true });
        const chain = typeof pgbench === "string" ? null : await chainIn(ground, pgbench);
        const caseSystemUrl = await ground.plainDatabase("bench_case");
        await makeCaseSystem(caseSystemUrl);
        const databases = {
            hub: await ground.roomDatabase("hub"),
            receiver: await ground.roomDatabase("receiver"),
            caseSystem: caseSystemUrl,
        };
        const framme = await install(ground.folder, databases, options.profile);
        things.defer(() => framme.stop());
        const store = openStore(await ground.roomDatabase("outbox"));
        things.defer(() => store.close());
        const sender = senderAt(framme, store);
        things.defer(() => sender.stop());
        const bench = { options, progress, ground, framme, sender, caseSystemUrl, chain, lastRow: 0 };
        const sealing = await sealingRate(framme);
        const rounds = await runRounds(bench);
        return {
            settings: ground.settings,
            pgbench: typeof pgbench === "string" ? pgbench : pgbench.version,
            sealing,
            rounds,
            warnings: { ...framme.hub.warnings(), ...framme.receiver.warnings() },
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function runRounds(bench) {
    const { options, progress } = bench;
    if (options.warmUp > 0)
        await runFramme(bench, await sealed(bench, options.warmUp, "warm-up"), "warm-up");
    const rounds = [];
    while (rounds.length < options.rounds) {
        const name = `round ${rounds.length + 1} of ${options.rounds}`;
        const reports = await sealed(bench, options.count, name);
        const chainFirst = rounds.length % 2 === 0;
        const before = chainFirst ? await runChain(bench) : null;
        const framme = await runFramme(bench, reports, name);
        const chain = chainFirst ? before : await runChain(bench);
        const beside = chain ? `, pgbench chain ${Math.round(chain.perSecond)}/s` : "";
        progress.say(`${name}: Framme ${Math.round(framme.perSecond)} confirmed/s${beside}`);
        rounds.push({ framme, chain });
    }
    return rounds;
}
function sealed({ framme, progress }, count, name) {
    return sealMany(framme, count, (made) => progress.done(`${name}: sealed`, made, count));
}
async function runChain({ chain, ground, options }) {
    if (!chain)
        return null;
    await ground.checkpoint();
    return figuresOf(await chain.run(options.count));
}
async function runFramme(bench, reports, name) {
    const { ground, framme, sender, progress } = bench;
    const processes = { hub: framme.hub.pid, receiver: framme.receiver.pid };
    const soFar = () => costSoFar(processes, `${ground.folder}/postgres`);
    await ground.checkpoint();
    const before = soFar();
    const run = await sender.run(reports, (done) => progress.done(`${name}: confirmed`, done, reports.length));
    const cost = costOfEach(before, soFar(), reports.length);
    const { held, last } = await contentsAfter(bench.caseSystemUrl, bench.lastRow);
    bench.lastRow = last;
    const sent = new Map(reports.map(({ id, contentHash }) => [id, contentHash]));
    return { ...figuresOf(run), ...tallyOf(sent, held), cost };
}
//# sourceMappingURL=rounds.js.map