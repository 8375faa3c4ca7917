import { randomUUID } from "node:crypto";
import { meetRemoteActor, type PersonId } from "../src/accounts/index.ts";
import { peopleTables } from "../src/accounts/store/people.tables.ts";
import { foundCommunity } from "../src/communities/commands/community/found-community.ts";
import type { Application } from "../src/kernel/application.ts";
import type { Koinon } from "../src/main/koinon.ts";
import { plainCommunity, valueOf } from "./community-cast.ts";
import { by, byPerson } from "./test-application.ts";

/** Somebody who founded a community on this Koinon and is its steward. */
export interface FoundingOrganiser {
  readonly personId: PersonId;
  readonly communityId: string;
}

/** Founds a community, by somebody who is here already or else by an organiser whose own server nobody asks anything. */
export async function foundingOrganiser({ application }: Koinon, founder?: PersonId): Promise<FoundingOrganiser> {
  const personId = founder ?? (await olgaOfSocial(application));
  // Taking charge of a server is a story of its own; here it is only a condition for founding.
  await application.database.write(async (transaction) => {
    await peopleTables(transaction).updateTable("people").set({ is_operator: 1 }).where("id", "=", personId).execute();
  });
  const communityId = randomUUID();
  valueOf(
    await application.execute(foundCommunity, { ...plainCommunity, handle: "plum", communityId }, byPerson(personId)),
  );
  return { personId, communityId };
}

async function olgaOfSocial(application: Application): Promise<PersonId> {
  const uri = "https://social.example/users/olga";
  const facts = { uri, handle: "@olga@social.example", host: "social.example", name: "Olga", url: uri };
  return valueOf(await application.execute(meetRemoteActor, facts, by({ kind: "visitor" }))).personId;
}
