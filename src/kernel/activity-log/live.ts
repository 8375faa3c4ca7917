import type { WakeUps } from "../database/wake.ts";
import type { LoggedEvent } from "./event.ts";
import type { LiveSource } from "./live-source.ts";
import type { Timers } from "./live-timers.ts";

/** Somebody who follows topics. */
export interface Follower {
  readonly topics: readonly string[];
  readonly personId: string | undefined;
  /** Something changed there, by these events; by none when it is only known that something may have. */
  changed(topic: string, events: readonly string[]): void;
  /** Their session may have ended. */
  doubted(): void;
}

/** What changes, told to whoever follows it, in this process and in the others. */
export interface Live {
  /** To be told after every commit. */
  committed(events: readonly LoggedEvent[]): void;
  /** @returns how to follow no longer */
  follow(follower: Follower): () => void;
  close(): void;
}

export interface LiveOptions {
  readonly sources: readonly LiveSource[];
  /** The people whose sessions may have ended by an event. */
  readonly endsSessionsOf: (event: LoggedEvent) => readonly string[];
  readonly wakeUps: WakeUps;
  readonly timers: Timers;
}

const CHANNEL = "live";
/** Many votes in one moment are one renewal. */
const GATHER_MS = 250;

/** A word between processes: what changed by which event, or who may be signed out. */
type Word = { readonly topic: string; readonly event: string } | { readonly doubted: string };

/** Begins to tell followers what changes. */
export function createLive({ sources, endsSessionsOf, wakeUps, timers }: LiveOptions): Live {
  const followers = new Map<string, Set<Follower>>();
  const everyone = new Set<Follower>();
  const changes = new Map<string, Set<string>>();
  let telling: (() => void) | undefined;

  const tell = () => {
    telling = undefined;
    const told = [...changes];
    changes.clear();
    for (const [topic, events] of told) {
      for (const follower of followers.get(topic) ?? []) follower.changed(topic, [...events]);
    }
  };
  const change = (topic: string, event?: string) => {
    if (!followers.has(topic)) return;
    const events = changes.get(topic) ?? new Set();
    changes.set(topic, event === undefined ? events : events.add(event));
    telling ??= timers.later(GATHER_MS, tell);
  };
  const stop = wakeUps.listen(CHANNEL, (text) => {
    if (text === undefined) return [...followers.keys()].forEach((topic) => change(topic));
    const word = JSON.parse(text) as Word;
    if ("topic" in word) return change(word.topic, word.event);
    for (const follower of everyone) if (follower.personId === word.doubted) follower.doubted();
  });
  const say = (word: Word) => wakeUps.say(CHANNEL, JSON.stringify(word));
  return {
    committed(events) {
      for (const event of events) {
        for (const source of sources) {
          if (!source.events.includes(event.name)) continue;
          for (const id of source.touched(event)) say({ topic: `${source.name}:${id}`, event: event.name });
        }
        for (const personId of endsSessionsOf(event)) say({ doubted: personId });
      }
    },
    follow(follower) {
      everyone.add(follower);
      for (const topic of follower.topics) followers.set(topic, (followers.get(topic) ?? new Set()).add(follower));
      return () => {
        everyone.delete(follower);
        for (const topic of follower.topics) leave(followers, topic, follower);
      };
    },
    close() {
      stop();
      telling?.();
    },
  };
}

function leave(followers: Map<string, Set<Follower>>, topic: string, follower: Follower): void {
  const others = followers.get(topic);
  others?.delete(follower);
  if (others?.size === 0) followers.delete(topic);
}
