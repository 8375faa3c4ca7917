import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import { activityAround, pollContext } from "../../../kernel/federation/documents/addressing.ts";
import type { Publisher } from "../../../kernel/federation/outgoing.ts";
import { decisionById } from "../../store/consent/adopted.read.ts";
import { activityUrl, actorUrl } from "../addresses.ts";
import { composedDecision } from "./composed-decision.ts";

const changes = [
  "decision-begun",
  "decision-review-due",
  "decision-kept",
  "decision-to-be-changed",
  "decision-ended",
  "decision-overdue",
  "decision-superseded",
];

/**
 * The record of a decision that a proposal made, and anew whenever its standing changes. What consent decided is told by the outcome of its
 * process (see `consent-outbox.ts`): nobody reads one decision twice.
 */
const recording: Publisher = {
  name: "decisions/recording",
  events: ["decision-adopted", ...changes],
  publish: async (application, event) => {
    const id = textIn(event, "decision");
    const decision = await decisionById(application.read, id);
    const document = decision?.proposalId === undefined ? undefined : await composedDecision(application, id);
    if (document === undefined) return [];
    const isNew = event.name === "decision-adopted";
    const [type, what] = isNew ? (["Create", "create-decision"] as const) : (["Update", "update-decision"] as const);
    const activity = activityAround(
      pollContext,
      type,
      activityUrl(application.origin, event, what),
      actorUrl(application.origin, event.chain),
      isNew ? document : { ...document, updated: event.at.toString() },
    );
    return [{ from: event.chain, activity, to: { kind: "followers" } }];
  },
};

/** What the register tells the fediverse. The community speaks, whose chain the event is in. */
export const registerOutbox: readonly Publisher[] = [recording];

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
