// Receivers that wait for something to be offered. Waking one that nothing is due for does no harm: it looks,
// and waits on. Nothing depends on being woken either, for the worker looks for what is due all the time.

export type Waiting = {
  /** Begins to wait for a service. Begin before looking, so that what comes in between is not missed. */
  begin(service: string): Turn;
  wake(service: string): void;
  /** Services that somebody waits for now. */
  services(): string[];
  /** Ends all waiting, now and from now on. */
  close(): void;
  isClosed(): boolean;
};

export type Turn = {
  /** Resolves when woken, after `ms`, or when the caller has gone. */
  within(ms: number, gone?: AbortSignal): Promise<void>;
  /** To be called when done waiting, woken or not. */
  end(): void;
};

/** An empty waiting room. */
export function waitingRoom(): Waiting {
  const bells = new Map<string, Set<() => void>>();
  let closed = false;

  function begin(service: string): Turn {
    const { promise, resolve } = Promise.withResolvers<void>();
    const here = bells.get(service) ?? new Set();
    bells.set(service, here.add(resolve));
    if (closed) resolve();
    return {
      within: (ms, gone) => firstOf(promise, resolve, ms, gone),
      end: () => {
        here.delete(resolve);
        if (here.size === 0 && bells.get(service) === here) bells.delete(service);
      },
    };
  }

  function wake(service: string): void {
    for (const ring of bells.get(service) ?? []) ring();
  }

  return {
    begin,
    wake,
    services: () => [...bells.keys()],
    close: () => {
      closed = true;
      for (const service of bells.keys()) wake(service);
    },
    isClosed: () => closed,
  };
}

async function firstOf(
  woken: Promise<void>,
  ring: () => void,
  ms: number,
  gone?: AbortSignal,
): Promise<void> {
  if (gone?.aborted) return;
  const timer = setTimeout(ring, ms);
  gone?.addEventListener("abort", ring, { once: true });
  await woken;
  clearTimeout(timer);
  gone?.removeEventListener("abort", ring);
}
