import type { InboxReading, ReceivedActivity } from "../../kernel/federation/received.ts";
import { announcementById } from "../store/announcements.read.ts";
import { communityOfActor } from "../store/communities.read.ts";
import { idsInAddress, localAnnouncementId } from "./addresses.ts";

/** The community to whose stewards a Flag goes: that of the first thing of ours it names, be it the community's or a gathering's. */
export async function reportedCommunity(
  activity: ReceivedActivity,
  reading: InboxReading,
): Promise<string | undefined> {
  for (const uri of activity.objects.slice(0, 100)) {
    const announcementId = localAnnouncementId(reading.origin, uri);
    const announcement =
      announcementId === undefined ? undefined : await announcementById(reading.read, announcementId);
    if (announcement !== undefined) return announcement.communityId;
    for (const id of idsInAddress(reading.origin, uri).slice(0, 5)) {
      const communityId = await communityOfActor(reading.read, id);
      if (communityId !== undefined) return communityId;
    }
  }
  return undefined;
}
