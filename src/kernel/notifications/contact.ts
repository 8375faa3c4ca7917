import type { Database } from "../database/database.ts";

/** By which way a person hears: a direct message to their fediverse account, an e-mail, or not at all. */
export type Way = "fediverse" | "email" | "none";

/** Hours in which nothing that can wait is sent: wall-clock times `HH:MM` in the person's zone; may run over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** How a person wants to hear of things. */
export interface Contact {
  /** Another id than the one asked for, if two people turned out to be one. */
  readonly personId: string;
  /** BCP 47; undefined when nothing is known. */
  readonly language: string | undefined;
  /** IANA zone; undefined when they never said. */
  readonly zone: string | undefined;
  /** By kind of news; a kind that is not there is told by no way. */
  readonly ways: Readonly<Record<string, Way>>;
  readonly quietHours: QuietHours | undefined;
  /** The actor to write to. */
  readonly actorUri: string | undefined;
  /** A verified address. */
  readonly email: string | undefined;
}

/** What only the capabilities know of those who are told things. */
export interface People {
  /** Undefined for somebody who hears of nothing: suspended, gone, or never met. */
  contactOf(read: Database, personId: string): Promise<Contact | undefined>;
  personByActor(read: Database, actorUri: string): Promise<string | undefined>;
}
