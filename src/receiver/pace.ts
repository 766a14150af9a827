// How the loops keep time: a pause that a stop or a knock ends, and a lane that lets so many pass at once.
// Real time, not the room's clock: these only decide how soon to look, never what is due.

/** Waits, but no longer than until it is stopped. */
export function pause(ms: number, stopped: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (stopped.aborted) return Promise.resolve();
  const done = () => {
    clearTimeout(timer);
    stopped.removeEventListener("abort", done);
    resolve();
  };
  const timer = setTimeout(done, ms);
  stopped.addEventListener("abort", done, { once: true });
  return promise;
}

/** A lane: so many at once, so many waiting, and no more. */
export type Lane = {
  /** How many more it takes now. */
  room(): number;
  /** Runs the work when there is a place for it. The work must not throw. False, and nothing is run, when the lane is full. */
  enter(work: () => Promise<void>): boolean;
  /** Resolves when so many more have place. */
  hasRoom(places: number): Promise<void>;
  /** Whether anything is under way. */
  isBusy(): boolean;
  /** Resolves when nothing is under way. */
  isEmpty(): Promise<void>;
};

/** Makes a lane. */
export function lane(atOnce: number, waitingMax: number): Lane {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const watchers: (() => void)[] = [];
  const isBusy = () => running + waiting.length > 0;
  const room = () => atOnce + waitingMax - running - waiting.length;
  const next = () => {
    const work = running < atOnce ? waiting.shift() : undefined;
    if (work === undefined) return;
    running += 1;
    void work().finally(() => {
      running -= 1;
      next();
      for (const watcher of watchers.splice(0)) watcher();
    });
  };
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise<void>((resolve) => watchers.push(resolve));
  };
  return {
    room,
    enter: (work) => {
      if (room() <= 0) return false;
      waiting.push(work);
      next();
      return true;
    },
    hasRoom: (places) => until(() => room() >= places),
    isBusy,
    isEmpty: () => until(() => !isBusy()),
  };
}
