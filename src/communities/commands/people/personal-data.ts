import { contactOf, describePerson } from "../../../accounts/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonalData } from "../../../kernel/personal-data.ts";
import { communityIdsOf } from "../../store/members.read.ts";
import { keptOfPerson } from "../../store/people.read.ts";
import { carryAdmissions, carryBlocks, carryListeningAndReports, forgetTraces } from "../../store/people.write.ts";
import { carryMembership } from "./carry-membership.ts";
import { loseMember } from "./lose-member.ts";

/** What communities keep of people, and how they let go of it. What somebody wrote in a community's name stays the community's. */
export const communityPersonalData: PersonalData = {
  name: "communities",
  export: keptOfPerson,
  writtenIn: [
    "application-declined",
    "listening-approved",
    "listening-declined",
    "listening-started",
    "listening-stopped",
    "member-joined",
    "membership-asked-for",
    "membership-ended",
    "person-blocked",
    "person-invited",
    "post-shared",
    "post-unshared",
  ],
  async forget(context, personId) {
    for (const communityId of await communityIdsOf(context.db, personId)) {
      await context.execute(loseMember, { communityId, personId });
    }
    await forgetTraces(context.db, { personId, names: await namesOf(context.db, personId) });
  },
  join: joinPeople,
};

async function joinPeople(context: CommandContext, kept: string, joined: string): Promise<void> {
  for (const communityId of await communityIdsOf(context.db, joined)) {
    await context.execute(carryMembership, { communityId, kept, joined });
  }
  await carryAdmissions(context.db, joined, kept);
  await carryListeningAndReports(context.db, joined, kept);
  await carryBlocks(context.db, joined, kept);
}

async function namesOf(database: Database, personId: string): Promise<readonly string[]> {
  const person = await describePerson(database, personId);
  const contact = await contactOf(database, personId);
  return [person?.handle, person?.url, contact?.actorUri].filter((name) => name !== undefined);
}
