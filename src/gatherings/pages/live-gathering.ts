import type { LiveSource } from "../../kernel/activity-log/live-source.ts";
import { gatheringById } from "../store/gatherings.read.ts";

/** The topic of a gathering's pages. */
export function liveAddress(gatheringId: string): string {
  return `/live?topic=gathering:${gatheringId}`;
}

/** Pages of a gathering renew their counts while they are open; that something changed is no secret, as the pages are none. */
export const liveGathering: LiveSource = {
  name: "gathering",
  events: [
    "agenda-changed",
    "commitment-accepted",
    "commitment-done",
    "commitment-dropped",
    "commitment-made",
    "date-set",
    "gathering-cancelled",
    "gathering-edited",
    "helpers-asked",
    "interest-joined",
    "interest-left",
    "role-held",
    "role-stepped-back",
    "rsvp-confirmed",
    "rsvp-noted",
    "rsvp-promoted",
    "rsvp-waitlisted",
    "scheduling-poll-answered",
    "scheduling-poll-closed",
    "scheduling-poll-opened",
    "session-moved",
  ],
  touched: ({ payload }) => (typeof payload["gathering"] === "string" ? [payload["gathering"]] : []),
  mayFollow: async ({ read }, id) => (await gatheringById(read, id)) !== undefined,
};
