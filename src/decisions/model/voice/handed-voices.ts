import type { Id } from "../../../kernel/base/ids.ts";

export type HandedVoiceId = Id<"handed-voice">;

/** For what a voice is handed over: one proposal, the proposals in threads with one tag, or all of the community's. */
export type VoiceScope = "proposal" | "topic" | "community";
/** From the narrowest: where several hold, the first one does. */
export const voiceScopes: readonly VoiceScope[] = ["proposal", "topic", "community"];

/** How many voices somebody holds at most, where the community has not said otherwise (decisions reference, section 1, item 3: our design). */
export const mostVoicesAtFirst = 5;
/** More than this no community can allow. */
export const mostVoicesEver = 50;
/** For how long a voice is handed over unless said otherwise, and at most, in months. */
export const monthsAtFirst = 6;
export const mostMonths = 12;
/** So many voices somebody has handed or offered at one time in one community at most. */
export const mostHandedEach = 10;

/** One person speaks for another. */
export interface HandedVoice {
  readonly giver: string;
  readonly holder: string;
}

/** With what it holds for: the proposal's id, the tag, or nothing. */
export interface ScopedVoice extends HandedVoice {
  readonly scope: VoiceScope;
  readonly subject: string;
}

/** What a voice can be handed over for, seen from one proposal. */
export interface ProposalSubject {
  readonly proposalId: string;
  /** The tags of its thread. */
  readonly topics: readonly string[];
}

/** Somebody on the list who has not answered, and who spoke for them: through whom first, and whose answer it is. */
export interface SpokenVoice {
  readonly giver: string;
  /** Whom they handed their voice to; the speaker, or somebody who handed theirs on. */
  readonly next: string;
  readonly speaker: string;
}

/**
 * Who speaks first for whom on one proposal: of everything somebody has handed over, the narrowest that holds for it. Of two topics the
 * first by the alphabet holds, so that the order of rows changes nothing.
 */
export function handedFor(
  voices: readonly ScopedVoice[],
  { proposalId, topics }: ProposalSubject,
): ReadonlyMap<string, string> {
  const held = voices.filter(({ scope, subject }) => {
    if (scope === "community") return true;
    return scope === "proposal" ? subject === proposalId : topics.includes(subject);
  });
  const narrowestLast = held.toSorted((one, other) => -inOrder(one, other));
  return new Map(narrowestLast.map(({ giver, holder }) => [giver, holder]));
}

function inOrder(one: ScopedVoice, other: ScopedVoice): number {
  const byScope = voiceScopes.indexOf(one.scope) - voiceScopes.indexOf(other.scope);
  if (byScope !== 0) return byScope;
  return compare(one.subject, other.subject) || compare(one.holder, other.holder);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * Whose voice is spoken by whom: each of `silent` is spoken for by the nearest person along the chain of hands who is among `answered`.
 * With A→B, B→C and an answer of C alone, C speaks for A and for B; with an answer of B, B speaks for A. A ring in which nobody answered
 * speaks for nobody.
 */
export function spokenVoices(
  handed: ReadonlyMap<string, string>,
  { silent, answered }: { readonly silent: ReadonlySet<string>; readonly answered: ReadonlySet<string> },
): readonly SpokenVoice[] {
  const spoken: SpokenVoice[] = [];
  for (const [giver, next] of handed) {
    if (!silent.has(giver) || answered.has(giver)) continue;
    const speaker = nearest(handed, next, answered);
    if (speaker !== undefined) spoken.push({ giver, next, speaker });
  }
  return spoken.toSorted((one, other) => compare(one.giver, other.giver));
}

function nearest(handed: ReadonlyMap<string, string>, from: string, answered: ReadonlySet<string>): string | undefined {
  const passed = new Set<string>();
  let person: string | undefined = from;
  while (person !== undefined && !passed.has(person)) {
    if (answered.has(person)) return person;
    passed.add(person);
    person = handed.get(person);
  }
  return undefined;
}

/** Why a voice cannot be handed over. */
export type HandingRefusal =
  | { readonly kind: "voice-in-a-ring" }
  | { readonly kind: "holds-enough-voices"; readonly most: number };

/**
 * Whether one more voice can be handed over, beside all that are in force in the community, whatever for: it must lead back to nobody, and
 * nobody along the way may then hold more than `most`, those handed on included.
 */
export function handingRefusal(
  inForce: readonly HandedVoice[],
  { giver, holder }: HandedVoice,
  most: number,
): HandingRefusal | undefined {
  const along = reached(inForce, holder, "holder");
  if (along.has(giver)) return { kind: "voice-in-a-ring" };
  const after = [...inForce, { giver, holder }];
  const isTooMuch = [...along].some((person) => heldBy(after, person).size > most);
  return isTooMuch ? { kind: "holds-enough-voices", most } : undefined;
}

/** Everybody whose voice comes to this person, at once or from hand to hand. */
export function heldBy(inForce: readonly HandedVoice[], person: string): ReadonlySet<string> {
  const held = new Set(reached(inForce, person, "giver"));
  held.delete(person);
  return held;
}

/** Whoever is reached from a person, who is among them: along the hands, or back along them. */
function reached(inForce: readonly HandedVoice[], person: string, towards: "giver" | "holder"): ReadonlySet<string> {
  const from = towards === "holder" ? "giver" : "holder";
  const steps = Map.groupBy(inForce, (voice) => voice[from]);
  const found = new Set([person]);
  // A set is walked to its end, those included that are added on the way.
  for (const one of found) for (const voice of steps.get(one) ?? []) found.add(voice[towards]);
  return found;
}
