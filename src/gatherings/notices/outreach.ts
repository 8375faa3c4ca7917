import type { NoticeSource } from "../../kernel/notifications/notice.ts";
import { gatheringById } from "../store/gatherings.read.ts";
import { targetById } from "../store/outreach/targets.read.ts";
import { largestTeam, teamsOf } from "../store/outreach/teams.read.ts";

/** Whoever answered an invitation hears how it is noted; an instance that comes gets the link for its team. */
export const outreachNotices: NoticeSource = {
  name: "gatherings/outreach",
  events: ["invitation-answered"],
  async notices(application, event) {
    const { gathering: id, target: targetId, person: personId } = event.payload;
    if (typeof id !== "string" || typeof targetId !== "string" || typeof personId !== "string") return [];
    const [gathering, target] = [
      await gatheringById(application.read, id),
      await targetById(application.read, targetId),
    ];
    if (gathering === undefined || target?.answer === undefined) return [];
    const team = (await teamsOf(application.read, [target.id])).get(target.id);
    const brings = target.answer === "yes" && team !== undefined && !team.isRevoked;
    const values = {
      title: gathering.title,
      answer: target.answer,
      people: target.people ?? 1,
      instance: target.address,
      most: largestTeam,
    };
    const key = brings ? "gatherings.outreach.notice.bring-team" : "gatherings.outreach.notice.answered";
    const path = brings ? `/gatherings/${id}/team/${team.token}` : `/gatherings/${id}`;
    return [{ personId, kind: "replies", matter: event.id, from: id, key, values, path, urgent: true }];
  },
};
