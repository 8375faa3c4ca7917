import type { Id } from "../../kernel/base/ids.ts";

/** A human being as this server knows them: one or several identities, one standing. */
export type PersonId = Id<"person">;

/** One way in which a person is known: a fediverse actor or an e-mail address. */
export type IdentityId = Id<"identity">;

/** What an actor on another server says of itself, as far as people here need it. */
export interface ActorFacts {
  /** The key of the identity; never changes. */
  readonly uri: string;
  /** `@ana@social.example`. */
  readonly handle: string;
  readonly host: string;
  readonly name: string;
  /** The page that people see. */
  readonly url: string;
}

/** How a person is shown to others: the name first, the handle always with its host. */
export interface PersonDescription {
  readonly id: PersonId;
  /** Cleaned for showing; undefined for someone who has left, who is shown as a former member (see `personName`). */
  readonly name: string | undefined;
  /** `@ana@social.example`; undefined for a person known by e-mail alone, or not at all any more. */
  readonly handle: string | undefined;
  readonly host: string | undefined;
  /** Their page at home. */
  readonly url: string | undefined;
}

/** Whether a person may take part: `suspended` by the operator, `left` by their own will. */
export type Standing = "active" | "suspended" | "left";
