// Breaks the world at one chosen step. Every statement, every commit and every request is a step; the chosen one
// fails either before it takes effect, or after it has taken effect and before anybody hears of it. In a
// crash, everything the room does after that fails as well, until it is started again. A statement in a transaction
// breaks before it only: broken after it, the transaction is undone just the same.
export class Broken extends Error {
    constructor(what) {
        super(`broken by the test: ${what}`);
        this.name = "Broken";
    }
}
/** Counts steps over the whole world and knows which one is to break, and who is dead of it. */
export class Breaker {
    steps = 0;
    /** What was broken, for the message of a failed test. */
    broke = null;
    dead = null;
    at;
    constructor(at) {
        this.at = at;
    }
    /** Takes one step of `room`, breaking it if it is the chosen one. `isUndone`: an error undoes its effect. */
    async step(room, what, effect, isUndone = false) {
        if (this.dead === room)
            throw new Broken(`${room} is dead`);
        const isStep = !(isUndone && this.at?.when === "after");
        if (isStep)
            this.steps += 1;
        const chosen = isStep && this.at?.step === this.steps;
        if (chosen && this.at?.when === "before")
            this.fall(room, `before ${what}`);
        const result = await effect();
        if (chosen && this.at?.when === "after")
            this.fall(room, `after ${what}`);
        // The room may have died, by another of its tasks, while this step was under way.
        if (this.dead === room)
            throw new Broken(`${room} is dead`);
        return result;
    }
    fall(room, what) {
        this.broke = `${room} ${what}`;
        if (this.at?.manner === "crash")
            this.dead = room;
        throw new Broken(this.broke);
    }
}
const firstWords = (strings) => strings.join("?").trim().replace(/\s+/g, " ").slice(0, 60);
function breakingSql(sql, room, breaker, isInTx) {
    return new Proxy(sql, {
        apply(target, self, args) {
            const call = () => Reflect.apply(target, self, args);
            const [first] = args;
            const isStatement = Array.isArray(first) && "raw" in first;
            if (!isStatement)
                return call(); // a helper, such as sql(rows): no step of its own
            const what = `statement "${firstWords(first)}"`;
            return breaker.step(room, what, call, isInTx);
        },
    });
}
/** A database whose every statement and commit is a step. */
export function breakingDb(db, room, breaker) {
    return {
        read: breakingSql(db.read, room, breaker, false),
        begin: (work) => breaker.step(room, "commit (answer lost)", () => db.begin(async (tx) => {
            const result = await work(breakingSql(tx, room, breaker, true));
            // Dying here undoes the transaction, as a lost connection does.
            await breaker.step(room, "commit", async () => undefined);
            return result;
        })),
        listen: async () => undefined,
        close: () => db.close(),
    };
}
/** A road on which every request is a step of the one who asks: it may never arrive, or its answer be lost. */
export function breakingRoad(road, room, breaker) {
    return (url, init) => breaker.step(room, `request ${init.method ?? "GET"} ${new URL(url).pathname.replace(/[0-9a-f-]{36}/, ":id")}`, () => road(url, init));
}
//# sourceMappingURL=breaking.js.map