import { addBlocks } from "../src/gatherings/commands/agenda/add-blocks.ts";
import { answerRsvp } from "../src/gatherings/commands/answer-rsvp.ts";
import { writeNotes } from "../src/gatherings/commands/notes/write-notes.ts";
import type { CommunityId, PersonId } from "../src/communities/index.ts";
import { valueOf } from "./community-cast.ts";
import type { CastGathering, GatheringCast } from "./gathering-cast.ts";
import { byPerson } from "./test-application.ts";

/** A gathering that was held, and what is in its agenda. */
export interface HeldGathering extends CastGathering {
  /** A block with notes. */
  readonly updates: string;
  /** A block without. */
  readonly checkIn: string;
}

/**
 * A gathering with an agenda of two blocks, notes on one of them and on the whole, to which these people went. It is over when this is
 * done: on 20 February 2027 at 18:00 UTC.
 */
export async function holdGathering(
  cast: GatheringCast,
  organiser: PersonId,
  communityId: CommunityId,
  people: readonly PersonId[],
): Promise<HeldGathering> {
  const { execute } = cast.application;
  cast.clock.set("2027-02-01T10:00:00Z");
  const about = await cast.gathering(organiser, communityId);
  await cast.date(organiser, about, "2027-02-20T18:00");
  const blocks = [
    { title: "Updates *from* circles", minutes: 40, notes: true },
    { title: "Check in", minutes: 20, notes: false },
  ];
  const [updates = "", checkIn = ""] = valueOf(
    await execute(addBlocks, { ...about, blocks }, byPerson(organiser)),
  ).blockIds;
  for (const person of people)
    valueOf(await execute(answerRsvp, { ...about, answer: "going", people: 2 }, byPerson(person)));
  const write = (place: string, text: string) =>
    execute(writeNotes, { ...about, place, version: 0, text }, byPerson(organiser));
  valueOf(await write(updates, "# Hosting\n\nWe **share** a server.\n\n- one\n- two"));
  valueOf(await write("whole", "It rained & we met <inside>."));
  cast.clock.set("2027-02-20T18:00:00Z");
  await cast.pumpClock();
  return { ...about, updates, checkIn };
}
