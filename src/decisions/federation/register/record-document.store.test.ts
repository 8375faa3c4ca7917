import { afterAll, beforeAll, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { federationExample } from "../../../../testing/federation-examples.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { closeProposal } from "../../commands/proposals/close-proposal.ts";
import { recordDecision } from "../../commands/register/record-decision.ts";
import { decisionById } from "../../store/consent/adopted.read.ts";
import { decisionOutbox } from "../outbox.ts";

let cast: DecisionCast;
let ada: PersonId;
let community: CommunityId;
let decisionId: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  cast.clock.set("2027-02-01T10:00:00Z");
  ada = await cast.person("Ada");
  community = await cast.community(ada);
  const about = await cast.proposal(ada, community);
  valueOf(await cast.application.execute(closeProposal, about, byPerson(ada)));
  const said = {
    title: "A shared moderator",
    text: "We pay one shared moderator.",
    responsible: "Grace",
    termMonths: 3,
  };
  decisionId = valueOf(await cast.application.execute(recordDecision, { ...about, ...said }, byPerson(ada))).decisionId;
});
afterAll(() => cast.close());

/** What goes out to all for the last event of this name, with the ids that `FEDERATION.md` gives to such things. */
async function published(name: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const event = cast.events.findLast((known) => known.name === name);
  if (event === undefined) throw new Error(`no ${name}`);
  const publishers = decisionOutbox.filter((publisher) => publisher.events.includes(name));
  const outgoing = (await Promise.all(publishers.map((each) => each.publish(cast.application, event)))).flat();
  const thread = (await decisionById(cast.application.read, decisionId))?.threadId ?? "";
  return outgoing
    .filter(({ to }) => to.kind === "followers")
    .map(({ activity }) => {
      const text = JSON.stringify(activity)
        .replaceAll(community, "019440a0-0000-7000-8000-000000000001")
        .replaceAll(decisionId, "019440a0-0000-7000-8000-00000000000d")
        .replaceAll(thread, "019440a0-0000-7000-8000-00000000000a");
      return JSON.parse(text.replace(/(\/activities\/[0-9a-f-]{36})\/\d+\//g, "$1/7/")) as Record<string, unknown>;
    });
}

test("the record of what a proposal decided goes out as the document shows", async () => {
  expect(await published("decision-adopted")).toEqual([federationExample("out", "decision")]);
});

test("the record is told anew when the decision is due for review, and when it is overdue", async () => {
  cast.clock.set("2027-05-01T09:00:00Z");
  await cast.pumpClock();
  const [due] = await published("decision-review-due");
  expect(due).toMatchObject({ type: "Update", object: { type: "Article", updated: "2027-05-01T09:00:00Z" } });
  expect(JSON.stringify(due)).toContain("due for review since Saturday, 1 May 2027");
  cast.clock.set("2027-06-30T09:00:00Z");
  await cast.pumpClock();
  expect(JSON.stringify(await published("decision-overdue"))).toContain("is overdue");
});
