import { announceGathering } from "../src/gatherings/commands/announce-gathering.ts";
import { commitmentJobs } from "../src/gatherings/commands/commitments/jobs.ts";
import { gatheringJobs } from "../src/gatherings/commands/jobs.ts";
import { openSchedulingPoll } from "../src/gatherings/commands/open-scheduling-poll.ts";
import { roleJobs } from "../src/gatherings/commands/roles/jobs.ts";
import { setDate } from "../src/gatherings/commands/set-date.ts";
import { gatheringCatalogues } from "../src/gatherings/messages/catalogue.ts";
import { interfaceCatalogues } from "../src/ui/messages/catalogue.ts";
import type { CommunityId, PersonId } from "../src/communities/index.ts";
import { gatheringSchema } from "../src/gatherings/store/gathering-schema.ts";
import { openCommunityCast, valueOf, type CommunityCast } from "./community-cast.ts";
import { byPerson, pumpJobs, type TestParts } from "./test-application.ts";

/** What every command about one gathering is told. */
export interface CastGathering {
  readonly communityId: string;
  readonly gatheringId: string;
}

/** A cast of communities and people who gather. */
export interface GatheringCast extends CommunityCast {
  /** A gathering that this member announces. */
  gathering(organiser: PersonId, communityId: CommunityId): Promise<CastGathering>;
  /** Asks when, over these starts in Europe/Rome, until `closesAt`; all of them travel, labelled by their start. */
  poll(organiser: PersonId, about: CastGathering, starts: readonly string[], closesAt: string): Promise<string>;
  /** Sets one session of an hour, in Europe/Rome. Gives its id. */
  date(organiser: PersonId, about: CastGathering, start: string): Promise<string>;
  /** Lets the clock do what is due. */
  pumpClock(): Promise<void>;
}

let handles = 0;

/** Opens an empty database for communities and gatherings, and whatever else a test needs; the test closes it. */
export async function openGatheringCast(
  more: Partial<Pick<TestParts, "schema" | "messages">> = {},
): Promise<GatheringCast> {
  const cast = await openCommunityCast({
    schema: [...gatheringSchema, ...(more.schema ?? [])],
    messages: [interfaceCatalogues, gatheringCatalogues, ...(more.messages ?? [])],
  });
  const { execute } = cast.application;
  return {
    ...cast,
    pumpClock: () => pumpJobs(cast.application, [...gatheringJobs, ...commitmentJobs, ...roleJobs]),
    async gathering(organiser, communityId) {
      handles += 1;
      const input = {
        communityId,
        handle: `gathering_${handles}`,
        title: "First gathering",
        purpose: "Meet the other co-operative servers.",
        language: "en",
        zone: "Europe/Rome",
      };
      const { gatheringId } = valueOf(await execute(announceGathering, input, byPerson(organiser)));
      return { communityId, gatheringId };
    },
    async poll(organiser, about, starts, closesAt) {
      const nativeLabels = Object.fromEntries(starts.map((start) => [start, `at ${start}`]));
      const input = { ...about, zone: "Europe/Rome", lengthMinutes: 60, starts, nativeLabels, closesAt };
      return valueOf(await execute(openSchedulingPoll, input, byPerson(organiser))).pollId;
    },
    async date(organiser, about, start) {
      const sessions = [{ start, zone: "Europe/Rome", lengthMinutes: 60 }];
      const set = await execute(setDate, { ...about, sessions, reason: "most can come" }, byPerson(organiser));
      const [first = ""] = valueOf(set).sessionIds;
      return first;
    },
  };
}
