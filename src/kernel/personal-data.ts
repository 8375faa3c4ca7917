import type { Json } from "./base/canonical-json.ts";
import type { CommandContext } from "./commands/command.ts";
import type { Database } from "./database/database.ts";

/** One thing kept of a person, as plain values by name, for them to take along. */
export type PersonalRecord = Readonly<Record<string, Json>>;

/** What a capability keeps of people, and how it lets go of it. Every capability whose rows name a person has one. */
export interface PersonalData {
  /** The capability's name. */
  readonly name: string;
  /** All that is kept of this person, by the name of the list: `rsvps`, `memberships`. */
  export(read: Database, personId: string): Promise<Readonly<Record<string, readonly PersonalRecord[]>>>;
  /**
   * The events whose payloads hold what people wrote or are called; where one is by or about a person who leaves, its payload is
   * erased from the log, and the chain holds.
   */
  readonly writtenIn: readonly string[];
  /**
   * Lets go of a person who leaves, inside the command by which they do: what they wrote goes or stays by the recorded rule of its
   * community; counts, times and ids stay. Runs commands of its own by `context.execute`.
   */
  forget(context: CommandContext, personId: string): Promise<void>;
  /**
   * Two turned out to be one person: what stands under `joined` stands under `kept` afterwards, and once where it counts once.
   * Inside the command by which they are joined.
   */
  join(context: CommandContext, kept: string, joined: string): Promise<void>;
}
