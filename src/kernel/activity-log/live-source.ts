import type { Application } from "../application.ts";
import type { LoggedEvent } from "./event.ts";

/**
 * What of a capability can be followed while its page is open: things of one sort, each by its topic `<name>:<id>`.
 *
 * Whoever follows a topic hears that something changed and the names of the events, nothing else, and asks for the page again.
 */
export interface LiveSource {
  /** The part of its topics before the colon: `gathering`. */
  readonly name: string;
  readonly events: readonly string[];
  /** The ids of the things whose pages look different after this event; from the event alone, since it is asked at every commit. */
  touched(event: LoggedEvent): readonly string[];
  /** Whether this person, or a visitor, may know that something changed there. Asked again while they follow. */
  mayFollow(application: Application, id: string, personId: string | undefined): Promise<boolean>;
}
