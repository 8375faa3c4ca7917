import { contactOf } from "../../accounts/index.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import { activityAround, pollContext } from "../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument, Outgoing, Publisher } from "../../kernel/federation/outgoing.ts";
import { proposalById } from "../store/proposals/proposals.read.ts";
import { postById, threadById } from "../store/threads/threads.read.ts";
import { activityUrl, actorUrl } from "./addresses.ts";
import { consentOutbox } from "./consent/consent-outbox.ts";
import { composedBallot } from "./composed-ballot.ts";
import { composedOutcome } from "./composed-outcome.ts";
import { composedPost } from "./composed-post.ts";
import { lifecycleOutbox } from "./lifecycle/lifecycle-outbox.ts";
import { reachedByCopy } from "./reached-by-copy.ts";
import { recounting } from "./electorate/recounting.ts";
import { registerOutbox } from "./register/outbox.ts";
import { requestOutbox } from "./requests/request-outbox.ts";
import { threadPublishers } from "./threads/outbox.ts";

/** A new thread: its first post, to all who listen to the community. */
const opening: Publisher = {
  name: "decisions/opening",
  events: ["thread-opened"],
  publish: async (application, event) => {
    const document = await composedPost(application, textIn(event, "post"));
    return document === undefined ? [] : [toFollowers(event, created(application, event, document))];
  },
};

/** What is written here in answer to somebody elsewhere: told to them alone, so that a long talk does not fill everybody's timeline. */
const answering: Publisher = {
  name: "decisions/answering",
  events: ["post-written"],
  publish: async (application, event) => {
    const post = await postById(application.read, textIn(event, "post"));
    const document = post === undefined ? undefined : await composedPost(application, post.id);
    const parent = post?.parentId === undefined ? undefined : await postById(application.read, post.parentId);
    if (document === undefined || parent?.sourceUri === undefined) return [];
    const uri = (await contactOf(application.read, parent.authorId))?.actorUri;
    if (uri === undefined) return [];
    const activity = created(application, event, document);
    return [{ from: event.chain, activity, to: { kind: "actors", uris: [uri] } }];
  },
};

/** A proposal: to all who listen when the world may read it, and a copy to each who may answer and would not see it otherwise. */
const proposing: Publisher = {
  name: "decisions/proposing",
  events: ["proposal-opened"],
  publish: async (application, event) => {
    const found = await proposalIn(application, event);
    if (found === undefined) return [];
    const { proposal, thread } = found;
    const outgoing: Outgoing[] = [];
    const document = await composedBallot(application, proposal.id, undefined);
    if (document !== undefined) outgoing.push(toFollowers(event, created(application, event, document)));
    for await (const { personId, uri } of reachedByCopy(application, proposal, thread)) {
      const copy = await composedBallot(application, proposal.id, personId);
      if (copy === undefined) continue;
      const id = activityUrl(application.origin, event, `for-${personId}`);
      const actor = actorUrl(application.origin, event.chain);
      const activity = activityAround(pollContext, "Create", id, actor, copy);
      outgoing.push({ from: event.chain, activity, to: { kind: "actors", uris: [uri] } });
    }
    return outgoing;
  },
};

/** A proposal that has ended: its poll is shown as closed, and what came of it is told. */
const concluding: Publisher = {
  name: "decisions/concluding",
  events: ["proposal-closed", "proposal-withdrawn"],
  publish: async (application, event) => {
    const proposalId = textIn(event, "proposal");
    const ballot = await composedBallot(application, proposalId, undefined);
    const outcome = await composedOutcome(application, proposalId);
    return [
      ...(ballot?.["type"] === "Question" ? [toFollowers(event, updated(application, event, ballot))] : []),
      ...(outcome === undefined ? [] : [toFollowers(event, created(application, event, outcome))]),
    ];
  },
};

/** What somebody states was concluded, beside the count. */
const stating: Publisher = {
  name: "decisions/stating",
  events: ["outcome-stated"],
  publish: async (application, event) => {
    const outcome = await composedOutcome(application, textIn(event, "proposal"));
    return outcome === undefined ? [] : [toFollowers(event, updated(application, event, outcome))];
  },
};

/** What decisions tell the fediverse. The community speaks, whose chain the event is in. */
export const decisionOutbox: readonly Publisher[] = [
  opening,
  answering,
  proposing,
  concluding,
  stating,
  recounting,
  ...threadPublishers,
  ...consentOutbox,
  ...lifecycleOutbox,
  ...registerOutbox,
  ...requestOutbox,
];

async function proposalIn(application: Application, event: LoggedEvent) {
  const proposal = await proposalById(application.read, textIn(event, "proposal"));
  const thread = proposal === undefined ? undefined : await threadById(application.read, proposal.threadId);
  return proposal === undefined || thread === undefined ? undefined : { proposal, thread };
}

function created(application: Application, event: LoggedEvent, document: ActivityDocument): ActivityDocument {
  const id = activityUrl(application.origin, event, "create");
  return activityAround(pollContext, "Create", id, actorUrl(application.origin, event.chain), document);
}

function updated(application: Application, event: LoggedEvent, document: ActivityDocument): ActivityDocument {
  const id = activityUrl(application.origin, event, "update");
  return activityAround(pollContext, "Update", id, actorUrl(application.origin, event.chain), document);
}

function toFollowers(event: LoggedEvent, activity: ActivityDocument): Outgoing {
  return { from: event.chain, activity, to: { kind: "followers" } };
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
