import type { WakeUps } from "./wake.ts";

/** Words within one process, which can also be told that words of others may have been missed. */
export interface LocalWords extends WakeUps {
  missed(): void;
}

/** Opens words within this process. */
export function localWords(): LocalWords {
  const listeners = new Map<string, Set<(word: string | undefined) => void>>();
  const tell = (channel: string, word: string | undefined) => {
    for (const heard of listeners.get(channel) ?? []) heard(word);
  };
  return {
    say: tell,
    missed() {
      for (const channel of listeners.keys()) tell(channel, undefined);
    },
    listen(channel, heard) {
      // Its own function each time, so that the same listener may listen twice and leave once.
      const listener = (word: string | undefined) => heard(word);
      const others = listeners.get(channel) ?? new Set();
      listeners.set(channel, others.add(listener));
      return () => {
        others.delete(listener);
        if (others.size === 0) listeners.delete(channel);
      };
    },
    close: async () => listeners.clear(),
  };
}
