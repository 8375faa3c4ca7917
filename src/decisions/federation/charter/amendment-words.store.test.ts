import { afterAll, beforeAll, expect, test } from "vitest";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { proposeAmendment } from "../../commands/charter/propose-amendment.ts";
import { setFirstCharter } from "../../commands/charter/set-first-charter.ts";
import { charterOf } from "../../store/charter/charter.read.ts";
import { composedBallot } from "../composed-ballot.ts";

let cast: DecisionCast;
beforeAll(async () => {
  cast = await openDecisionCast();
});
afterAll(() => cast.close());

test("an amendment says to the fediverse which parts of the charter it would change", async () => {
  const ada = await cast.person("Ada");
  const communityId = await cast.community(ada);
  const itself = { id: "charter", name: "This charter", way: "two-thirds" };
  const first = [itself, { name: "Spending", way: "apache-lazy" }, { name: "Blocks", way: "two-thirds" }];
  valueOf(await cast.application.execute(setFirstCharter, { communityId, matters: first }, byPerson(ada)));
  const [, spending] = (await charterOf(cast.application.read, communityId))?.matters ?? [];
  const matters = [
    itself,
    { id: spending?.id ?? "", name: "Spending", way: "cotech-fund" },
    { name: "Members", way: "two-thirds" },
  ];
  const closesAt = cast.clock.now().add({ hours: 192 }).toString();
  const put = { communityId, title: "Amend", text: "Why.", language: "en", zone: "UTC", closesAt, matters };
  const { proposalId } = valueOf(await cast.application.execute(proposeAmendment, put, byPerson(ada)));
  const poll = await composedBallot(cast.application, proposalId, undefined);
  const words = "It would change the charter: Spending (changed), Members (new) and Blocks (taken away).";
  expect(JSON.stringify(poll?.["content"])).toContain(words);
  const other = await cast.proposal(ada, communityId);
  const plain = await composedBallot(cast.application, other.proposalId, undefined);
  expect(JSON.stringify(plain)).not.toContain("charter");
});
