import type { Command } from "../commands/command.ts";
import type { AnyRefusal, Result } from "../base/result.ts";
import type { Database } from "../database/database.ts";

/** An actor on another server, as it said of itself when last asked. */
export interface RemoteActor {
  readonly uri: string;
  /** `@ana@social.example`; proven by WebFinger when it was first met, else the host is the one of the URI. */
  readonly handle: string;
  readonly host: string;
  readonly name: string;
  /** The page that people see. */
  readonly url: string;
  readonly inbox: string;
  readonly sharedInbox: string | undefined;
  /** The collection of its followers, by which it addresses all of them; undefined when it names none. */
  readonly followers: string | undefined;
  /** `Person`, `Group`, `Service`, `Application` or `Organization`. */
  readonly type: string;
  readonly alsoKnownAs: readonly string[];
  readonly movedTo: string | undefined;
  /** Set when it showed another key than before: whoever trusts it with a role should ask for a confirmation. */
  readonly keyChangedAt: Temporal.Instant | undefined;
}

/** An option of a poll on another server. */
export interface ReceivedOption {
  /** What a vote for it must name, to the letter. */
  readonly label: string;
  /** Undefined where its server does not tell. */
  readonly votes: number | undefined;
}

/** A native poll as its server showed it when it last spoke of it. */
export interface ReceivedPoll {
  readonly choice: "one" | "several";
  readonly options: readonly ReceivedOption[];
  readonly voters: number | undefined;
  /** When it ends; undefined for one without an end. */
  readonly endsAt: Temporal.Instant | undefined;
  /** Whether it was closed, whenever it was to end. */
  readonly isClosed: boolean;
}

/** Something that an object carries and its server keeps: a picture, a recording, another file. */
export interface ReceivedAttachment {
  /** `Image`, `Document`, `Video`, … as its server calls it. */
  readonly type: string;
  readonly mediaType: string | undefined;
  readonly url: string;
  /** What it shows, in words; empty where its server does not say. */
  readonly name: string;
}

/** The parts of a received object that anybody here looks at. Text is plain text made of the cleaned HTML. */
export interface ReceivedObject {
  readonly id: string | undefined;
  readonly type: string;
  readonly attributedTo: string | undefined;
  readonly inReplyTo: string | undefined;
  /** The label of a poll's option when this is a vote, else a title. */
  readonly name: string | undefined;
  /** Plain text without leading mentions; undefined when there is none (snac2 sends `<br>` with each vote: that is none). */
  readonly text: string | undefined;
  /** The HTML as it came, cut but not cleaned: for showing, by whoever cleans it. */
  readonly html: string | undefined;
  /** A warning of what follows; of an event, when and where. As it came: HTML or plain text, cut but not cleaned. */
  readonly summary: string | undefined;
  /** The page that people see. */
  readonly url: string | undefined;
  /** Set when it is a poll. */
  readonly poll: ReceivedPoll | undefined;
  /** What it carries, in its order, as far as it has an address; cut to the first few. Left out where there is nothing; none of it is fetched. */
  readonly attachments?: readonly ReceivedAttachment[];
  readonly published: Temporal.Instant | undefined;
  /** URIs that the object names as reader, in `to` or `cc`. */
  readonly audience: readonly string[];
  /** Whether the world may read it. */
  readonly isPublic: boolean;
  /** Set when the world may read it but is not who it is for: it names the world in `cc` alone, and wants to be in no list. */
  readonly isQuiet?: true;
  readonly language: string | undefined;
}

/**
 * An activity whose sender is proven: the key that signed it stands in the document of `actor`.
 *
 * `object` is what it carried; for an object given only by its id, `objectId` alone is set. What Create and Update carry is
 * the actor's own (`attributedTo`), what Undo takes back the actor did, and what Delete names is of the actor's own server;
 * anything else was refused at the door.
 */
export interface ReceivedActivity {
  readonly id: string;
  /** `Follow`, `Undo`, `Create`, `Update`, `Delete`, `Join`, `Leave`, `Accept`, `TentativeAccept`, `Reject`, `Invite`, `Like`, `Announce`, `Block`, `Flag`, `Move`. */
  readonly type: string;
  readonly actor: RemoteActor;
  readonly objectId: string | undefined;
  readonly object: ReceivedObject | undefined;
  /** For Undo, Accept, Reject and their like: the activity inside, where it was given whole. */
  readonly inner:
    | { readonly type: string; readonly id: string | undefined; readonly objectId: string | undefined }
    | undefined;
  /** For Move. */
  readonly target: string | undefined;
  /** For Move, when both the old and the new account say so: the new one. */
  readonly movedTo: RemoteActor | undefined;
  /** For Flag: every object complained of. */
  readonly objects: readonly string[];
  /** What was said along with it: the reason of a Flag, the message of a Join (Mobilizon's participationMessage). */
  readonly text: string | undefined;
  /** When it arrived here. This counts, not what the sender says: a vote that came in time is in time however late it is handled. */
  readonly receivedAt: Temporal.Instant;
}

/** What a recogniser makes of an activity: a command and its input, and how a refusal is told to the sender. */
export interface Recognition {
  readonly command: Command;
  readonly input: unknown;
}

/** What recognisers may look at. */
export interface InboxReading {
  readonly read: Database;
  readonly origin: URL;
}

/**
 * Looks at an activity and answers "not mine" (undefined) or what is to be done. It changes nothing itself.
 *
 * Federation rooms hold one per matter; the first that recognises an activity is the only one that acts.
 */
export interface Recogniser {
  readonly name: string;
  readonly types: readonly string[];
  /** Who speaks is only listened to and does nothing here: nobody is made of them, and the command runs as a visitor's. */
  readonly isOverheard?: true;
  recognise(activity: ReceivedActivity, reading: InboxReading): Promise<Recognition | undefined>;
  /**
   * What to say to the sender by direct message after the command, if anything: from which local actor, which message key and values.
   * A sender whose vote came too late sees it as cast; only we can say otherwise.
   */
  reply?(
    activity: ReceivedActivity,
    answer: Result<unknown, AnyRefusal>,
    reading: InboxReading,
  ): Promise<DirectReply | undefined>;
}

export interface DirectReply {
  readonly from: string;
  readonly key: string;
  /** What the message is about, such as `proposal-answer:` with an id, where a reply to it is to be understood; else nobody reads replies. */
  readonly about?: string;
  /** Plain values, and other messages that are to be put into the sender's words. */
  readonly values: Readonly<
    Record<
      string,
      string | number | { readonly key: string; readonly values: Readonly<Record<string, string | number>> }
    >
  >;
}
