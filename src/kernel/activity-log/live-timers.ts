/** Timers, so that tests need not wait. Each call gives how to stop it. */
export interface Timers {
  later(milliseconds: number, run: () => void): () => void;
  every(milliseconds: number, run: () => void): () => void;
}

/** The runtime's own timers; they keep no process from ending. */
export const realTimers: Timers = {
  later(milliseconds, run) {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
  every(milliseconds, run) {
    const timer = setInterval(run, milliseconds).unref();
    return () => clearInterval(timer);
  },
};
