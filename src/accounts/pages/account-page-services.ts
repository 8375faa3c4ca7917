import type { Child } from "hono/jsx";
import type { Application } from "../../kernel/application.ts";
import type { AnyRefusal, Result } from "../../kernel/base/result.ts";
import type { PersonalData } from "../../kernel/personal-data.ts";
import type { PageContext } from "../../ui/request.ts";
import type { ClaimHandle } from "../commands/elsewhere/open-actor.ts";
import type { ServerSignIn } from "../model/server-sign-in.ts";

/** A letter to one address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** What the pages of accounts need besides the application. */
export interface AccountPageServices {
  readonly application: Application;
  /** The server's own secret, at least 32 octets. */
  readonly secret: Uint8Array;
  /** `koinon@gather.example`: the server's actor, which takes sign-in codes; undefined with federation switched off. */
  readonly serverHandle: string | undefined;
  /** Undefined with federation switched off. */
  readonly serverSignIn: ServerSignIn | undefined;
  /** Finds an actor on another server, proven both ways; undefined with federation switched off. */
  readonly findActor: FindActor | undefined;
  /** Sends a letter, or keeps it for sending; undefined without SMTP. */
  readonly sendMail: ((mail: Mail) => Promise<void>) | undefined;
  /** Lets something go on after the page was answered; reports it if it fails. */
  readonly inBackground: (work: Promise<void>) => void;
  readonly claimHandle: ClaimHandle;
  /** What each capability keeps of a person, for export, joining and leaving. */
  readonly personalData: readonly PersonalData[];
  /** What other capabilities have to show on a person's own page, from top to bottom. */
  readonly ownSections: readonly OwnSection[];
  readonly serverWork: ServerWork;
}

/** Finds an actor by its handle or address; the refusal's kind `unreachable` may be tried again. */
export type FindActor = (name: string) => Promise<Result<FoundActor, AnyRefusal>>;

/** What is needed of an actor to follow it, or to write to it. */
export interface FoundActor {
  readonly uri: string;
  readonly handle: string;
  readonly host: string;
  readonly name: string;
  readonly url: string;
  readonly type: string;
}

/** A part of one's own page; nothing where there is nothing to show. */
export type OwnSection = (application: Application, c: PageContext) => Promise<Child | undefined>;

/** How the machinery of the server fares, for its operators. */
export interface ServerWork {
  /** Deliveries to other servers that were given up, the newest first. */
  deadLetters(most: number): Promise<readonly DeadLetter[]>;
  /** What waits to be received and sent. */
  queueDepth(): Promise<number>;
}

/** A delivery that was given up. */
export interface DeadLetter {
  readonly inbox: string;
  readonly error: string;
  readonly at: Temporal.Instant;
}
