import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import type { Application } from "../../../kernel/application.ts";
import { activityAround, pollContext } from "../../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument, Outgoing, Publisher } from "../../../kernel/federation/outgoing.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { activityUrl, actorUrl } from "../addresses.ts";
import { composedBallot } from "../composed-ballot.ts";
import { reachedByCopy } from "../reached-by-copy.ts";
import { composedAddedOptions, composedChange } from "./composed-change.ts";

/** Another closing time: what asks says so from now on, its copies too, and a Note says why. */
const retiming: Publisher = {
  name: "decisions/retiming",
  events: ["proposal-extended", "proposal-reopened"],
  publish: async (application, event) => {
    const proposalId = textIn(event, "proposal");
    const place = event.payload["change"];
    const ballot = await composedBallot(application, proposalId, undefined);
    const note = typeof place === "number" ? await composedChange(application, proposalId, place) : undefined;
    return [
      ...(ballot === undefined ? [] : [toFollowers(event, around(application, event, "Update", ballot, "update"))]),
      ...(note === undefined ? [] : [toFollowers(event, around(application, event, "Create", note, "create"))]),
      ...(await copiesAnew(application, event)),
    ];
  },
};

/** What was closed early is over in the copies as well; those of others end by themselves. */
const endingCopies: Publisher = {
  name: "decisions/ending-copies",
  events: ["proposal-closed"],
  publish: async (application, event) => (event.payload["early"] === true ? copiesAnew(application, event) : []),
};

/** The count so far, for servers that show the native poll, where it is shown to all. */
const counting: Publisher = {
  name: "decisions/counting",
  events: ["proposal-tallies-due"],
  publish: async (application, event) => {
    const ballot = await composedBallot(application, textIn(event, "proposal"), undefined);
    if (ballot?.["type"] !== "Question") return [];
    return [toFollowers(event, around(application, event, "Update", ballot, "update"))];
  },
};

/** Options that were added: once, since a native poll cannot list them. */
const adding: Publisher = {
  name: "decisions/adding",
  events: ["added-options-due"],
  publish: async (application, event) => {
    const note = await composedAddedOptions(application, textIn(event, "proposal"));
    return note === undefined ? [] : [toFollowers(event, around(application, event, "Create", note, "create"))];
  },
};

/** What the life of a proposal tells the fediverse. */
export const lifecycleOutbox: readonly Publisher[] = [retiming, endingCopies, counting, adding];

async function copiesAnew(application: Application, event: LoggedEvent): Promise<readonly Outgoing[]> {
  const proposal = await proposalById(application.read, textIn(event, "proposal"));
  const thread = proposal === undefined ? undefined : await threadById(application.read, proposal.threadId);
  if (proposal === undefined || thread === undefined) return [];
  const outgoing: Outgoing[] = [];
  for await (const { personId, uri } of reachedByCopy(application, proposal, thread)) {
    const copy = await composedBallot(application, proposal.id, personId);
    if (copy === undefined) continue;
    const activity = around(application, event, "Update", copy, `for-${personId}`);
    outgoing.push({ from: event.chain, activity, to: { kind: "actors", uris: [uri] } });
  }
  return outgoing;
}

function around(
  application: Application,
  event: LoggedEvent,
  type: "Create" | "Update",
  document: ActivityDocument,
  what: string,
): ActivityDocument {
  const id = activityUrl(application.origin, event, what);
  return activityAround(pollContext, type, id, actorUrl(application.origin, event.chain), document);
}

function toFollowers(event: LoggedEvent, activity: ActivityDocument): Outgoing {
  return { from: event.chain, activity, to: { kind: "followers" } };
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
