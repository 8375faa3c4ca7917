import { addOrganisation } from "../src/communities/commands/standing/add-organisation.ts";
import { endDelegation } from "../src/communities/commands/standing/end-delegation.ts";
import { nameDelegate } from "../src/communities/commands/standing/name-delegate.ts";
import { describePerson, type PersonId } from "../src/accounts/index.ts";
import type { CommunityId } from "../src/communities/index.ts";
import { valueOf, type CommunityCast } from "./community-cast.ts";
import { byPerson } from "./test-application.ts";

/** How a steward keeps the list of organisations in a test. */
export interface VoicesPlay {
  /** An organisation of the community, for which these members speak. Gives its id. */
  organisation(communityId: CommunityId, name: string, ...delegates: readonly PersonId[]): Promise<string>;
  /** Somebody speaks for it, from today unless `said` says otherwise. */
  speaks(communityId: CommunityId, organisationId: string, delegate: PersonId, said?: object): Promise<void>;
  speaksNoMore(communityId: CommunityId, organisationId: string, delegate: PersonId): Promise<void>;
}

/** The acts of a steward over a cast of members who came with a handle. */
export function voicesPlay(cast: Pick<CommunityCast, "application">, steward: PersonId): VoicesPlay {
  const { application } = cast;
  const play: VoicesPlay = {
    async organisation(communityId, name, ...delegates) {
      const added = await application.execute(addOrganisation, { communityId, name }, byPerson(steward));
      const { organisationId } = valueOf(added);
      for (const delegate of delegates) await play.speaks(communityId, organisationId, delegate);
      return organisationId;
    },
    async speaks(communityId, organisationId, delegate, said = {}) {
      const person = (await describePerson(application.read, delegate))?.handle ?? "";
      const input = { communityId, organisationId, person, decidedBy: "Assembly", ...said };
      valueOf(await application.execute(nameDelegate, input, byPerson(steward)));
    },
    async speaksNoMore(communityId, organisationId, personId) {
      valueOf(await application.execute(endDelegation, { communityId, organisationId, personId }, byPerson(steward)));
    },
  };
  return play;
}
