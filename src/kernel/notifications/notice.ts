import type { Application } from "../application.ts";
import type { LoggedEvent } from "../activity-log/event.ts";

/**
 * Something one person is to be told. One notice per person and matter: told twice, it is sent once.
 *
 * The same sentence goes out as a direct message or as an e-mail, by the way the person chose for its kind.
 */
export interface Notice {
  readonly personId: string;
  /** What sort of news this is; people choose a way per kind: `gathering-dates`, `decisions`, `reminders`, `replies`, `announcements`, `membership`, `stewardship`. */
  readonly kind: string;
  /** Unique per person: `gathering-date-set:<gathering>:<sequence>`. */
  readonly matter: string;
  /** The local actor that speaks. */
  readonly from: string;
  /**
   * The message; a blank line in it parts paragraphs. If there is also a message `<key>.subject`, it heads the e-mail; else the first
   * sentence does.
   */
  readonly key: string;
  /** Instants are written as `{ instant }` with an ISO text, so that each reader sees their own zone. */
  readonly values: Readonly<Record<string, NoticeValue>>;
  /** A path on this server that the message ends with. */
  readonly path: string | undefined;
  /** Answers to something the person just did go at once, ignore quiet hours and do not say how to stop. */
  readonly urgent: boolean;
  /** From then on it is no news any more, and is not sent: a reminder of a gathering that has begun. */
  readonly until?: Temporal.Instant;
}

export type NoticeValue =
  | string
  | number
  | { readonly instant: string }
  | { readonly day: string }
  | { readonly key: string; readonly values?: Readonly<Record<string, string | number>> };

/** Given an event, says who is to be told what. It changes nothing itself. */
export interface NoticeSource {
  readonly name: string;
  readonly events: readonly string[];
  notices(application: Application, event: LoggedEvent): Promise<readonly Notice[]>;
}
