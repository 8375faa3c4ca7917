import { handedFor, type ScopedVoice, type VoiceScope } from "./handed-voices.ts";

/** From hand to hand, and what for: the first has handed their voice to the second, and so on; the last one speaks. */
export interface VoiceChain {
  readonly scope: VoiceScope;
  readonly subject: string;
  readonly people: readonly string[];
}

/**
 * All voices in force as chains, each as long as it goes: those for everything, then those for one topic after another, then those for single
 * proposals. Where a chain for a topic comes to somebody who handed theirs over for everything, it goes on there.
 */
export function chainsOf(voices: readonly ScopedVoice[]): readonly VoiceChain[] {
  const subjects = [
    ...new Map(voices.map(({ scope, subject }) => [`${scope} ${subject}`, { scope, subject }])).values(),
  ];
  const inOrder = subjects.toSorted((one, other) => place(one.scope) - place(other.scope) || compare(one, other));
  return inOrder.flatMap((about) => chainsFor(voices, about));
}

function chainsFor(voices: readonly ScopedVoice[], about: Omit<VoiceChain, "people">): readonly VoiceChain[] {
  const isOf = (voice: ScopedVoice) => voice.scope === about.scope && voice.subject === about.subject;
  const topics = about.scope === "topic" ? [about.subject] : [];
  const held = voices.filter((voice) => isOf(voice) || voice.scope === "community");
  const handed = handedFor(held, { proposalId: about.scope === "proposal" ? about.subject : "", topics });
  const own = new Set(voices.filter(isOf).map(({ giver }) => giver));
  const before = new Set([...own].flatMap((giver) => handed.get(giver) ?? []));
  // Whoever is handed a voice of this kind is within a chain, and begins none.
  const first = [...own].filter((giver) => !before.has(giver)).toSorted();
  return first.map((giver) => ({ ...about, people: along(handed, giver) }));
}

function along(handed: ReadonlyMap<string, string>, from: string): readonly string[] {
  const people = new Set<string>();
  let person: string | undefined = from;
  while (person !== undefined && !people.has(person)) {
    people.add(person);
    person = handed.get(person);
  }
  return [...people];
}

function place(scope: VoiceScope): number {
  return ["community", "topic", "proposal"].indexOf(scope);
}

function compare(one: { readonly subject: string }, other: { readonly subject: string }): number {
  if (one.subject === other.subject) return 0;
  return one.subject < other.subject ? -1 : 1;
}
