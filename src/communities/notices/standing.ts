import type { NoticeSource } from "../../kernel/notifications/notice.ts";
import { communityById } from "../store/communities.read.ts";

/** A member hears that what stands of them was changed; what it is, they read on a page that is theirs alone. */
export const standingNotices: NoticeSource = {
  name: "communities/standing",
  events: ["member-standing-changed"],
  async notices(application, event) {
    const community = await communityById(application.read, event.chain);
    const personId = event.payload["personId"];
    if (community === undefined || typeof personId !== "string" || event.actor === `person:${personId}`) return [];
    return [
      {
        personId,
        kind: "membership",
        matter: event.id,
        from: community.id,
        key: "communities.vote.notice.changed",
        values: { community: community.name },
        path: `/communities/${community.handle}/standing`,
        urgent: false,
      },
    ];
  },
};
