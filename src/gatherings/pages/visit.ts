import { signInFirst } from "../../accounts/index.ts";
import { communityById, isMember, isSteward, type Community, type PersonId } from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import { showNotFound } from "../../ui/refusal-page.tsx";
import type { PageContext } from "../../ui/request.ts";
import type { CommunityOfPage } from "../../ui/components/site-header.tsx";
import { mayReadNames, namesAudience, type NamesAudience } from "../model/names-audience.ts";
import { gatheringById, type Gathering } from "../store/gatherings.read.ts";
import { forbidden } from "./acts.ts";
import { communityPath } from "./addresses.ts";

/** What the reader of a page may do and see there. */
export interface ReaderStanding {
  /** Undefined for a visitor. */
  readonly personId: PersonId | undefined;
  /** Whether they announced the gathering, or are a steward of its community. */
  readonly organises: boolean;
  readonly isMember: boolean;
  readonly readsNames: boolean;
}

/** A request about one gathering, with whose it is and what the reader is to it. */
export interface GatheringVisit {
  readonly c: PageContext;
  readonly application: Application;
  readonly gathering: Gathering;
  readonly community: Community;
  readonly standing: ReaderStanding;
  readonly namesFor: NamesAudience;
}

type Answer = Response | Promise<Response>;

/** Handles a route with the parameter `id` of a gathering; where there is none, the reader is told so. */
export function visiting(application: Application, answer: (visit: GatheringVisit) => Answer) {
  return async (c: PageContext): Promise<Response> => {
    const gathering = await gatheringById(application.read, c.req.param("id") ?? "");
    if (gathering === undefined) return showNotFound(c);
    const community = await communityById(application.read, gathering.communityId);
    if (community === undefined) throw new Error(`gathering ${gathering.id} has no community`);
    const namesFor = namesAudience(community.memberList);
    const standing = await standingOf(application, c, gathering, namesFor);
    return answer({ c, application, gathering, community, standing, namesFor });
  };
}

/** As {@link visiting}, for pages of those who organise the gathering alone. */
export function visitingAsOrganiser(application: Application, answer: (visit: GatheringVisit) => Answer) {
  return visiting(application, (visit) => {
    if (visit.standing.organises) return answer(visit);
    return visit.standing.personId === undefined ? signInFirst(visit.c) : forbidden(visit.c, "not-an-organiser");
  });
}

/** The community as the header of its pages shows it. */
export function communityOfPage(community: Community): CommunityOfPage {
  return { name: community.name, path: communityPath(community), hue: community.hue };
}

async function standingOf(
  application: Application,
  c: PageContext,
  gathering: Gathering,
  namesFor: NamesAudience,
): Promise<ReaderStanding> {
  const personId = c.var.reader.person?.id as PersonId | undefined;
  if (personId === undefined) {
    return { personId, organises: false, isMember: false, readsNames: mayReadNames(namesFor, nobody) };
  }
  const { read } = application;
  const [organises, member] = await Promise.all([
    personId === gathering.organiserId || isSteward(read, gathering.communityId, personId),
    isMember(read, gathering.communityId, personId),
  ]);
  return { personId, organises, isMember: member, readsNames: mayReadNames(namesFor, { organises, isMember: member }) };
}

const nobody = { organises: false, isMember: false };
