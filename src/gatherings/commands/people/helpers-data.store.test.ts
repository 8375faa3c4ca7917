import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { commitmentById } from "../../store/commitments/commitments.read.ts";
import { rolePartOf, roleHoldersOf } from "../../store/roles/roles.read.ts";
import { answerCommitment } from "../commitments/answer-commitment.ts";
import { proposeCommitment } from "../commitments/propose-commitment.ts";
import { joinInterestList } from "../join-interest-list.ts";
import { offerRole } from "../roles/offer-role.ts";
import { volunteerForRole } from "../roles/volunteer-for-role.ts";
import { gatheringPersonalData } from "./personal-data.ts";

let cast: GatheringCast;
let ada: PersonId;
let community: CommunityId;
let about: CastGathering;
beforeAll(async () => {
  cast = await openGatheringCast();
  ada = await cast.person("Ada");
  community = await cast.community(ada);
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  about = await cast.gathering(ada, community);
});
afterAll(() => cast.close());

// The commands by which people join or leave are those of accounts; here they are only the transaction around.
const people = defineCommand({
  name: "test/helpers",
  input: z.object({ kept: z.string().optional(), joined: z.string().optional(), leaves: z.string().optional() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { kept, joined, leaves }) {
    if (kept !== undefined && joined !== undefined) await gatheringPersonalData.join(context, kept, joined);
    if (leaves !== undefined) await gatheringPersonalData.forget(context, leaves);
    return accepted(null);
  },
});
const run = async (input: object) => valueOf(await cast.application.execute(people, input, by({ kind: "server" })));
const volunteer = async (person: PersonId, role: "host" | "timekeeper") => {
  valueOf(await cast.application.execute(volunteerForRole, { ...about, role }, byPerson(person)));
};
const agree = async (personId: PersonId, role: "host" | "timekeeper") => {
  valueOf(await cast.application.execute(joinInterestList, about, byPerson(personId)));
  valueOf(await cast.application.execute(offerRole, { ...about, role, personId }, byPerson(ada)));
};
const promise = async (proposer: PersonId, ownerId: PersonId) =>
  valueOf(
    await cast.application.execute(
      proposeCommitment,
      { ...about, what: "Quillet-promise", ownerId, due: "2027-03-12" },
      byPerson(proposer),
    ),
  ).commitmentId;
const commitment = (id: string) => commitmentById(cast.application.read, id);

test("whoever leaves frees their roles, drops what they promised, and takes their words along", async () => {
  const leaver = await cast.person("Leaving-helper");
  await volunteer(leaver, "host");
  await agree(leaver, "host");
  const own = await promise(leaver, leaver);
  const asked = await promise(leaver, ada);
  const taken = await promise(ada, leaver);
  valueOf(
    await cast.application.execute(
      answerCommitment,
      { ...about, commitmentId: taken, act: "accept" },
      byPerson(leaver),
    ),
  );
  await run({ leaves: leaver });
  expect(await roleHoldersOf(cast.application.read, about.gatheringId)).toEqual([]);
  expect(await commitment(own)).toMatchObject({ state: "dropped", what: "" });
  expect(await commitment(asked)).toBeUndefined();
  expect(await commitment(taken)).toMatchObject({ state: "dropped", what: "Quillet-promise" });
  cast.clock.set("2027-03-12T17:00:00Z");
  await cast.pumpClock();
  expect(cast.events.filter(({ name }) => name === "commitment-asked-after")).toEqual([]);
});

test("whoever leaves after a gathering stays counted in its roles", async () => {
  const leaver = await cast.person("Past-helper");
  await volunteer(leaver, "host");
  await agree(leaver, "host");
  await cast.date(ada, about, "2027-02-02T18:00");
  cast.clock.set("2027-02-02T19:00:00Z");
  await cast.pumpClock();
  await run({ leaves: leaver });
  expect(await roleHoldersOf(cast.application.read, about.gatheringId)).toHaveLength(1);
});

test("two who turn out to be one hold each role once, and what both promised is theirs", async () => {
  const [kept, joined] = [await cast.person("Kept-helper"), await cast.person("Joined-helper", "b.example")];
  await volunteer(kept, "host");
  await volunteer(joined, "host");
  await agree(joined, "host");
  await volunteer(joined, "timekeeper");
  const id = await promise(joined, joined);
  await run({ kept, joined });
  expect((await rolePartOf(cast.application.read, about.gatheringId, "host", kept))?.state).toBe("held");
  expect((await rolePartOf(cast.application.read, about.gatheringId, "timekeeper", kept))?.state).toBe("volunteered");
  expect(await rolePartOf(cast.application.read, about.gatheringId, "host", joined)).toBeUndefined();
  expect(await commitment(id)).toMatchObject({ ownerId: kept, proposerId: kept });
});

test("a person takes along their roles and what they promised", async () => {
  const person = await cast.person("Exporting-helper");
  await volunteer(person, "timekeeper");
  await promise(person, person);
  const kept = await gatheringPersonalData.export(cast.application.read, person);
  expect(kept["roles"]).toMatchObject([{ role: "timekeeper", state: "volunteered" }]);
  expect(kept["commitments"]).toMatchObject([{ what: "Quillet-promise", isOwn: true, due: "2027-03-12" }]);
});
