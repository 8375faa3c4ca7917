import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import type { Application } from "../../../kernel/application.ts";
import { activityAround, pollContext } from "../../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument, Outgoing, Publisher } from "../../../kernel/federation/outgoing.ts";
import { activityUrl, actorUrl } from "../addresses.ts";
import { composedBallot } from "../composed-ballot.ts";
import { composedOutcome } from "../composed-outcome.ts";

/** Another count after a challenge: the poll shows its numbers from now on, and what was told of the first is told anew. */
export const recounting: Publisher = {
  name: "decisions/recounting",
  events: ["proposal-recounted"],
  publish: async (application, event) => {
    const { proposal } = event.payload;
    if (typeof proposal !== "string") return [];
    const ballot = await composedBallot(application, proposal, undefined);
    const outcome = await composedOutcome(application, proposal);
    return [
      ...(ballot?.["type"] === "Question" ? [updated(application, event, "update-poll", ballot)] : []),
      ...(outcome === undefined ? [] : [updated(application, event, "update", outcome)]),
    ];
  },
};

function updated(application: Application, event: LoggedEvent, what: string, document: ActivityDocument): Outgoing {
  const id = activityUrl(application.origin, event, what);
  const activity = activityAround(pollContext, "Update", id, actorUrl(application.origin, event.chain), document);
  return { from: event.chain, activity, to: { kind: "followers" } };
}
