import type { PersonId } from "./person.ts";
import type { Ways } from "./notice-kinds.ts";

/** Hours in which nothing that can wait is sent: wall-clock times `HH:MM` in the person's zone; may run over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** How a person wants to hear of things. */
export interface Contact {
  readonly personId: PersonId;
  /** BCP 47 tag of the language they chose or were met in; undefined when nothing is known. */
  readonly language: string | undefined;
  /** IANA zone; undefined when they never said. */
  readonly zone: string | undefined;
  readonly ways: Ways;
  readonly quietHours: QuietHours | undefined;
  /** The actor to write to; undefined for people without a fediverse account. */
  readonly actorUri: string | undefined;
  /** A verified address. */
  readonly email: string | undefined;
}
