import type { Child } from "hono/jsx";
import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { personUri } from "../../model/listener.ts";
import { applicationOf, invitationOf, type Application, type Invitation } from "../../store/admissions.read.ts";
import { announcementsOf, type Announcement } from "../../store/announcements.read.ts";
import { countFollowers, listeningOf, type Listener } from "../../store/listeners.read.ts";
import { countMembers, stewardsOf } from "../../store/members.read.ts";
import type { CommunityVisit } from "../visit.ts";

/** What the page of a community shows to this reader. */
export interface CommunityView {
  readonly visit: CommunityVisit;
  readonly memberCount: number;
  readonly listenerCount: number;
  /** Nobody, when the list of members is not open to this reader. */
  readonly stewards: readonly PersonDescription[];
  readonly announcements: readonly Announcement[];
  /** The reader's own. */
  readonly application: Application | undefined;
  readonly invitation: Invitation | undefined;
  /** How the reader hears of announcements: by following from elsewhere, by being told from here, or not. */
  readonly listening: "from-elsewhere" | "from-here" | "not";
  readonly sections: Child[];
}

const ANNOUNCEMENTS = 10;
const STEWARDS = 12;

/** Reads what the page of a community shows. */
export async function readCommunityView(visit: CommunityVisit): Promise<CommunityView> {
  const { application, services, community, personId, c } = visit;
  const { read } = application;
  const [memberCount, listenerCount, announcements, stewards, asked, invited, listening, sections] = await Promise.all([
    countMembers(read, community.id),
    countFollowers(read, community.id),
    announcementsOf(read, community.id, ANNOUNCEMENTS),
    mayReadMembers(visit) ? readStewards(visit) : [],
    personId === undefined ? undefined : applicationOf(read, community.id, personId),
    personId === undefined ? undefined : invitationOf(read, community.id, personId),
    personId === undefined ? [] : listeningOf(read, community.id, personId),
    Promise.all(services.communitySections.map((section) => section(application, c, community))),
  ]);
  const invitation = invited?.isDeclined === false ? invited : undefined;
  const own = { application: asked, invitation, listening: wayOfListening(listening, personId) };
  return { visit, memberCount, listenerCount, announcements, stewards, ...own, sections };
}

function wayOfListening(listening: readonly Listener[], personId: string | undefined): CommunityView["listening"] {
  if (listening.some((listener) => listener.uri !== personUri(personId ?? ""))) return "from-elsewhere";
  return listening.length > 0 ? "from-here" : "not";
}

/** Whether the community shows its list of members to this reader. */
export function mayReadMembers({ community, role }: Pick<CommunityVisit, "community" | "role">): boolean {
  if (community.memberList === "everyone" || role === "steward") return true;
  return community.memberList === "members" && role === "member";
}

async function readStewards({ application, community }: CommunityVisit): Promise<readonly PersonDescription[]> {
  const ids = (await stewardsOf(application.read, community.id)).slice(0, STEWARDS);
  const people = await describePeople(application.read, ids);
  return ids.flatMap((id) => people.get(id) ?? []);
}
