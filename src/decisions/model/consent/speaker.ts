import type { PersonId } from "../thread.ts";

/** Stands in the place of an organisation where somebody speaks for themselves. */
export const forThemselves = "";

/** Who speaks in a consent process, and for whom. */
export interface Speaker {
  readonly personId: PersonId;
  /** The organisation whose one voice it is; {@link forThemselves} where persons are asked. */
  readonly onBehalfOf: string;
}

/**
 * Whether two speak with one voice: one person for themselves, or any two who speak for the same organisation, be it one after the other.
 *
 * `isOneVoice({ personId: ada, onBehalfOf: "allmende" }, { personId: grace, onBehalfOf: "allmende" })` is true.
 */
export function isOneVoice(one: Speaker, other: Speaker): boolean {
  if (one.onBehalfOf !== other.onBehalfOf) return false;
  return one.onBehalfOf !== forThemselves || one.personId === other.personId;
}
