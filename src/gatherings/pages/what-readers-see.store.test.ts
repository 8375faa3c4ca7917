import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import type { CastGathering } from "../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../testing/gathering-visits.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { answerRsvp } from "../commands/answer-rsvp.ts";
import { answerSchedulingPoll } from "../commands/answer-scheduling-poll.ts";
import { closeSchedulingPoll } from "../commands/close-scheduling-poll.ts";
import { joinInterestList } from "../commands/join-interest-list.ts";
import type { PersonId } from "../model/gathering.ts";
import { pollOfGathering } from "../store/polls.read.ts";

/** What Emmy says to those who organise, and to nobody else. */
const secret = "my daughter is ill";

/** One gathering in each state, all with answers of Emmy, who is on another server and no member. */
interface Walk {
  readonly visits: GatheringVisits;
  readonly paths: readonly string[];
}

async function openWalk(memberList: "everyone" | "members" | "stewards"): Promise<Walk> {
  const visits = await openGatheringVisits({ memberList });
  const { cast, ada, emmy, community } = visits;
  const idea = await cast.gathering(ada, community);
  valueOf(await cast.application.execute(joinInterestList, idea, byPerson(emmy)));
  const asking = await askedAndAnswered(visits);
  const closed = await askedAndAnswered(visits);
  valueOf(await cast.application.execute(closeSchedulingPoll, closed, byPerson(ada)));
  const dated = await askedAndAnswered(visits);
  await cast.date(ada, dated, "2027-02-20T18:00");
  valueOf(await cast.application.execute(answerRsvp, { ...dated, answer: "going" }, byPerson(emmy)));
  const paths = [idea, asking, closed, dated].flatMap(({ gatheringId }) => pagesOf(gatheringId));
  return { visits, paths: [...paths, `${visits.communityPath}/gatherings`, `${visits.communityPath}/calendar.ics`] };
}

async function askedAndAnswered({ cast, ada, emmy, community }: GatheringVisits): Promise<CastGathering> {
  const about = await cast.gathering(ada, community);
  await cast.poll(ada, about, ["2027-02-20T18:00", "2027-02-21T18:00"], "2027-02-10T10:00:00Z");
  const [first, second] = (await pollOfGathering(cast.application.read, about.gatheringId))?.slots ?? [];
  const answers = { [first?.id ?? ""]: "no", [second?.id ?? ""]: "no" };
  valueOf(await cast.application.execute(answerSchedulingPoll, { ...about, answers, note: secret }, byPerson(emmy)));
  return about;
}

/** Every address under a gathering that answers a GET. */
function pagesOf(id: string): readonly string[] {
  const parts = [
    "",
    "/poll",
    "/poll/answers",
    "/poll/new",
    "/date",
    "/settings",
    "/cancellation",
    "/people",
    "/calendar.ics",
  ];
  return parts.map((part) => `/gatherings/${id}${part}`);
}

async function seenBy({ visits, paths }: Walk, person?: PersonId): Promise<string> {
  const browser = visits.browser(person);
  const pages: string[] = [];
  for (const path of paths) pages.push((await browser.get(path)).html);
  return pages.join("\n");
}

describe.each(["everyone", "members", "stewards"] as const)(
  "in a community whose list of members is for %s",
  (memberList) => {
    let walk: Walk;
    beforeAll(async () => {
      walk = await openWalk(memberList);
    });
    afterAll(() => walk.visits.cast.close());

    test("a note to organisers is read by them and by who wrote it, on no page of anybody else", async () => {
      const { ada, grace, emmy } = walk.visits;
      expect(await seenBy(walk, ada)).toContain(secret);
      expect(await seenBy(walk, emmy)).toContain(secret);
      expect(await seenBy(walk, grace)).not.toContain(secret);
      expect(await seenBy(walk)).not.toContain(secret);
    });

    test("who comes is named to those who may see the members, and to nobody else", async () => {
      const { ada, grace } = walk.visits;
      const names = {
        passerBy: await seenBy(walk),
        member: await seenBy(walk, grace),
        organiser: await seenBy(walk, ada),
      };
      const reads = (html: string) => html.includes("@emmy@other.example");
      expect(reads(names.organiser)).toBe(true);
      expect(reads(names.member)).toBe(memberList !== "stewards");
      expect(reads(names.passerBy)).toBe(memberList === "everyone");
    });

    test("who is on the interest list, and who said what to the poll, is named to organisers alone", async () => {
      const { visits, paths } = walk;
      const [ideaPage = ""] = paths;
      const polls = paths.filter((path) => path.endsWith("/poll"));
      for (const path of [ideaPage, ...polls]) {
        for (const person of [undefined, visits.grace]) {
          expect((await visits.browser(person).get(path)).html).not.toContain("other.example");
        }
      }
      expect((await visits.browser(visits.ada).get(`${ideaPage}/people`)).html).toContain("@emmy@other.example");
    });

    test("each page says who may see the names", async () => {
      const page = (await walk.visits.browser().get(walk.paths[0] ?? "")).words;
      const lines = {
        everyone: "Everyone can see who comes",
        members: "Members of this community can see who comes",
        stewards: "Only those who organise",
      };
      expect(page).toContain(lines[memberList]);
    });
  },
);
