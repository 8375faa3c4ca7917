import type { Application } from "../application.ts";
import type { Write } from "../database/database.ts";
import type { DirectMessage } from "../federation/federation-handle.ts";
import type { Language } from "../i18n/language.ts";
import type { People } from "./contact.ts";
import type { Mailer } from "./mailer.ts";

/** What telling people needs from the composition. */
export interface NotificationOptions {
  readonly people: People;
  /** Language and zone of people of whom nothing is known. */
  readonly server: () => { readonly language: Language; readonly zone: string };
  /** Composes a direct message; what is given back queues it. Queued twice with one key, it is sent once. */
  readonly prepareDirect: (message: DirectMessage) => Promise<Write>;
  /** Undefined without SMTP: e-mail is off. */
  readonly mail: NoticeMail | undefined;
}

/** What letters to people need. */
export interface NoticeMail {
  readonly mailer: Mailer;
  /** An address that opens this path and signs its reader in, since it goes to their own mailbox. */
  linkFor(application: Application, personId: string, path: string): Promise<string>;
  /** Where a letter of this kind is stopped by its reader; see `stop-by-link.tsx`. */
  stopUrl(personId: string, kind: string): string;
  /** The name of a local actor, to stand beside the server's address. */
  senderName(application: Application, actorId: string): Promise<string | undefined>;
}
