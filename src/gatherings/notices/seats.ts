import { describePerson } from "../../accounts/index.ts";
import { communityById, isMember } from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import type { NoticeSource } from "../../kernel/notifications/notice.ts";
import { mayReadNames, namesAudience } from "../model/names-audience.ts";
import { gatheringById, type Gathering } from "../store/gatherings.read.ts";

/** The second delegate of an instance hears who has its seat: the instance always, the person where names may be read. */
export const seatNotices: NoticeSource = {
  name: "gatherings/seats",
  events: ["rsvp-delegate-waits"],
  async notices(application, event) {
    const { gathering: id, person, holder } = event.payload;
    if (typeof id !== "string" || typeof person !== "string" || typeof holder !== "string") return [];
    const gathering = await gatheringById(application.read, id);
    const described = await describePerson(application.read, holder);
    if (gathering === undefined) return [];
    const isNamed = await mayReadName(application, gathering, person);
    const values = {
      title: gathering.title,
      instance: described?.host ?? "none",
      holder: (isNamed ? described?.name : undefined) ?? "none",
    };
    const key = "gatherings.seats.notice.delegate-waits";
    const path = `/gatherings/${gathering.id}`;
    return [
      { personId: person, kind: "replies", matter: event.id, from: gathering.id, key, values, path, urgent: true },
    ];
  },
};

async function mayReadName(application: Application, gathering: Gathering, reader: string): Promise<boolean> {
  const community = await communityById(application.read, gathering.communityId);
  if (community === undefined) return false;
  const isOneOfThem = await isMember(application.read, gathering.communityId, reader);
  return mayReadNames(namesAudience(community.memberList), { organises: false, isMember: isOneOfThem });
}
