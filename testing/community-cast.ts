import { randomUUID } from "node:crypto";
import { accountsSchema, meetRemoteActor } from "../src/accounts/index.ts";
import { communitiesSchema, type CommunityId, type PersonId } from "../src/communities/index.ts";
import { foundCommunity } from "../src/communities/commands/community/found-community.ts";
import { joinCommunity } from "../src/communities/commands/membership/join-community.ts";
import { peopleTables } from "../src/accounts/store/people.tables.ts";
import type { AnyRefusal, Result } from "../src/kernel/base/result.ts";
import { by, byPerson, openTestApplication, type TestApplication, type TestParts } from "./test-application.ts";

/** A Koinon on which communities can be founded, and people to found them. */
export interface CommunityCast extends TestApplication {
  /** Somebody met as `@name@host`, with `https://host/users/name` as actor. */
  person(name: string, host?: string): Promise<PersonId>;
  /** A community founded by somebody; anything it says of itself or its rules may be given. */
  community(founder: PersonId, said?: Readonly<Record<string, unknown>>): Promise<CommunityId>;
  /** Makes people members of an open community. */
  join(communityId: CommunityId, ...people: readonly PersonId[]): Promise<void>;
}

/** Opens a Koinon with accounts and communities on the engine of the run; the test closes it. */
export async function openCommunityCast(parts: Partial<TestParts> = {}): Promise<CommunityCast> {
  const test = await openTestApplication({
    ...parts,
    schema: [...accountsSchema, ...communitiesSchema, ...(parts.schema ?? [])],
  });
  const { application } = test;
  let founded = 0;
  const cast = {
    async person(name: string, host = "social.example"): Promise<PersonId> {
      const uri = `https://${host}/users/${name.toLowerCase()}`;
      const handle = `@${name.toLowerCase()}@${host}`;
      const facts = { uri, handle, host, name, url: `https://${host}/@${name.toLowerCase()}` };
      return valueOf(await application.execute(meetRemoteActor, facts, by({ kind: "visitor" }))).personId;
    },
    async community(founder: PersonId, said = {}): Promise<CommunityId> {
      founded += 1;
      const communityId = randomUUID() as CommunityId;
      await makeOperator(test, founder);
      const input = { ...plainCommunity, handle: `plum_${founded}`, ...said, communityId };
      valueOf(await application.execute(foundCommunity, input, byPerson(founder)));
      return communityId;
    },
    async join(communityId: CommunityId, ...people: readonly PersonId[]): Promise<void> {
      for (const person of people) {
        valueOf(await application.execute(joinCommunity, { communityId }, byPerson(person)));
      }
    },
  };
  return { ...test, ...cast };
}

/** What the founding form sends for a small open community. */
export const plainCommunity = {
  name: "Plum League",
  purpose: { en: "Co-operative servers that meet to decide together." },
  languages: ["en"],
  zone: "Europe/Rome",
  hue: "plum",
  joining: "open",
  memberList: "everyone",
} as const;

/** The value of a result that was not refused; a refusal makes the test fail and says which it was. */
export function valueOf<Value>(result: Result<Value, AnyRefusal>): Value {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
}

// Taking charge of a server is a story of its own; here it is only a condition for founding.
async function makeOperator(test: TestApplication, person: PersonId): Promise<void> {
  await test.application.database.write(async (transaction) => {
    await peopleTables(transaction).updateTable("people").set({ is_operator: 1 }).where("id", "=", person).execute();
  });
}
