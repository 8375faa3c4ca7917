import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/community.ts";
import { blockLevelOf } from "../../store/blocks.read.ts";
import { listenerByUri } from "../../store/listeners.read.ts";
import { isMember, roleOf, stewardsOf } from "../../store/members.read.ts";
import { openReports } from "../../store/reports.read.ts";
import { startListening } from "../listening/start-listening.ts";
import { appointSteward } from "../membership/appoint-steward.ts";
import { joinCommunity } from "../membership/join-community.ts";
import { blockPerson } from "../moderation/block-person.ts";
import { fileReport } from "../moderation/file-report.ts";
import { communityPersonalData } from "./personal-data.ts";

let cast: CommunityCast;
let ada: PersonId;
beforeAll(async () => {
  cast = await openCommunityCast();
  ada = await cast.person("Ada");
});
afterAll(() => cast.close());

// The commands by which people join or leave are those of accounts; here they are only the transaction around.
const joinPeople = defineCommand({
  name: "test/join-people",
  input: z.object({ kept: z.string(), joined: z.string() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { kept, joined }) {
    await communityPersonalData.join(context, kept, joined);
    return accepted(null);
  },
});
const leaveServer = defineCommand({
  name: "test/leave-server",
  input: z.object({ personId: z.string() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { personId }) {
    await communityPersonalData.forget(context, personId);
    return accepted(null);
  },
});
const server = () => by({ kind: "server" });

test("two people who turn out to be one have one membership, with the greater trust of the two", async () => {
  const [kept, joined] = [await cast.person("Kept"), await cast.person("Joined", "old.example")];
  const both = await cast.community(ada);
  await cast.join(both, kept, joined);
  valueOf(
    await cast.application.execute(
      appointSteward,
      { communityId: both, personId: joined, reason: "Care." },
      byPerson(ada),
    ),
  );
  const onlyJoined = await cast.community(ada);
  await cast.join(onlyJoined, joined);
  valueOf(await cast.application.execute(joinPeople, { kept, joined }, server()));
  expect(await roleOf(cast.application.read, both, kept)).toBe("steward");
  expect(await roleOf(cast.application.read, onlyJoined, kept)).toBe("member");
  expect(await isMember(cast.application.read, both, joined)).toBe(false);
  expect(cast.events.at(-1)).toMatchObject({
    name: "membership-carried",
    chain: onlyJoined,
    payload: { kept, joined },
  });
});

test("nobody sheds a block by turning out to be somebody else", async () => {
  const [kept, joined] = [await cast.person("Clean"), await cast.person("Shady", "old.example")];
  const communityId = await cast.community(ada);
  const block = { communityId, personId: joined, level: "block", reason: "Threats." };
  valueOf(await cast.application.execute(blockPerson, block, byPerson(ada)));
  valueOf(await cast.application.execute(joinPeople, { kept, joined }, server()));
  expect(await blockLevelOf(cast.application.read, communityId, { personId: kept })).toBe("block");
});

test("of somebody who leaves the server nothing stays with communities but the record", async () => {
  const communityId = await cast.community(ada, { joining: "approval" });
  const grace = await cast.person("Grace");
  const uri = "https://social.example/users/grace";
  const listen = {
    communityId,
    actorId: communityId,
    uri,
    personId: grace,
    inbox: `${uri}/inbox`,
    followId: `${uri}#1`,
  };
  valueOf(
    await cast.application.execute(startListening, listen, { ...server(), origin: { from: "federated", key: uri } }),
  );
  valueOf(await cast.application.execute(joinCommunity, { communityId, reason: "Please." }, byPerson(grace)));
  const report = { communityId, account: "@x@y.example", text: "They wrote to me." };
  valueOf(await cast.application.execute(fileReport, report, byPerson(grace)));
  const about = { communityId, account: "@grace@social.example", text: "She wrote to me." };
  valueOf(await cast.application.execute(fileReport, about, byPerson(ada)));
  const kept = await communityPersonalData.export(cast.application.read, grace);
  expect(kept).toMatchObject({
    applications: [{ reason: "Please." }],
    listening: [{ as: uri }],
    reports: [{ text: report.text }],
  });

  valueOf(await cast.application.execute(leaveServer, { personId: grace }, byPerson(grace)));
  const after = await communityPersonalData.export(cast.application.read, grace);
  expect(Object.values(after).flat()).toEqual([]);
  expect(await listenerByUri(cast.application.read, communityId, uri)).toBeUndefined();
  expect(await openReports(cast.application.read, communityId, { after: "", limit: 10 })).toEqual([]);
});

test("a community whose last steward leaves the server passes to whoever has been a member longest", async () => {
  const steward = await cast.person("Steward");
  const communityId = await cast.community(steward);
  const [first, second] = [await cast.person("First"), await cast.person("Second")];
  await cast.join(communityId, first);
  cast.clock.pass({ hours: 1 });
  await cast.join(communityId, second);
  valueOf(await cast.application.execute(leaveServer, { personId: steward }, byPerson(steward)));
  expect(await stewardsOf(cast.application.read, communityId)).toEqual([first]);
  expect(cast.events.filter((event) => event.chain === communityId).map((event) => event.name)).toContain(
    "steward-appointed",
  );
});
