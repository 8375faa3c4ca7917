import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import {
  applicationsTo,
  invitationsOf,
  linksOf,
  type Application,
  type Invitation,
  type InvitationLink,
} from "../../store/admissions.read.ts";
import { listenersWaiting, type Listener } from "../../store/listeners.read.ts";
import type { CommunityVisit } from "../visit.ts";

/** Who waits to come in, and who was asked to. */
export interface Admissions {
  readonly applications: readonly Application[];
  readonly listeners: readonly Listener[];
  readonly invitations: readonly Invitation[];
  readonly links: readonly InvitationLink[];
  readonly people: ReadonlyMap<string, PersonDescription>;
}

const SHOWN = 100;

/** Reads what the page of admissions shows; of each list the first hundred, since each of them is there to grow shorter. */
export async function readAdmissions({ application, community }: CommunityVisit): Promise<Admissions> {
  const { read } = application;
  const page = { after: "", limit: SHOWN };
  const [applications, listeners, invitations, links] = await Promise.all([
    applicationsTo(read, community.id, page),
    listenersWaiting(read, community.id, page),
    invitationsOf(read, community.id, page),
    linksOf(read, community.id, application.clock()),
  ]);
  const people = await describePeople(read, [
    ...applications.map((applicant) => applicant.personId),
    ...invitations.map((invited) => invited.personId),
    ...links.map((link) => link.madeBy),
  ]);
  return { applications, listeners, invitations, links, people };
}
