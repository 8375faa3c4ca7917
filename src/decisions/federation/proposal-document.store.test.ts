import { afterAll, beforeAll, expect, test } from "vitest";
import { agree, openDecisionCast, type CastProposal, type DecisionCast } from "../../../testing/decision-cast.ts";
import { federationExample } from "../../../testing/federation-examples.ts";
import { byPerson } from "../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../communities/index.ts";
import { closeProposal } from "../commands/proposals/close-proposal.ts";
import { proposalById } from "../store/proposals/proposals.read.ts";
import { decisionOutbox } from "./outbox.ts";

let cast: DecisionCast;
let ada: PersonId;
let communityId: CommunityId;
let about: CastProposal;
beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  communityId = await cast.community(ada);
  about = await cast.proposal(ada, communityId);
});
afterAll(() => cast.close());

/** What goes out to all for the last event of this name, the last of it, with the ids that `FEDERATION.md` gives to such things. */
async function published(name: string): Promise<unknown> {
  const event = cast.events.findLast((known) => known.name === name);
  if (event === undefined) throw new Error(`no ${name}`);
  const publishers = decisionOutbox.filter((publisher) => publisher.events.includes(name));
  const outgoing = (await Promise.all(publishers.map((each) => each.publish(cast.application, event)))).flat();
  const toAll = outgoing.filter(({ to }) => to.kind === "followers").at(-1);
  const thread = (await proposalById(cast.application.read, about.proposalId))?.threadId ?? "";
  const text = JSON.stringify(toAll?.activity)
    .replaceAll(communityId, "019440a0-0000-7000-8000-000000000001")
    .replaceAll(about.proposalId, "019440a0-0000-7000-8000-00000000000b")
    .replaceAll(thread, "019440a0-0000-7000-8000-00000000000a");
  return JSON.parse(text.replace(/(\/activities\/[0-9a-f-]{36})\/\d+\//g, "$1/7/")) as unknown;
}

test("a proposal goes out as the document shows", async () => {
  expect(await published("proposal-opened")).toEqual(federationExample("out", "proposal"));
});

test("what came of it goes out as the document shows", async () => {
  await cast.answer(ada, about, agree);
  await cast.application.execute(closeProposal, about, byPerson(ada));
  expect(await published("proposal-closed")).toEqual(federationExample("out", "outcome"));
});
