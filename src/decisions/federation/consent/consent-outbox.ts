import { contactOf } from "../../../accounts/index.ts";
import { listenerByUri } from "../../../communities/index.ts";
import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import type { Application } from "../../../kernel/application.ts";
import { activityAround, pollContext } from "../../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument, Outgoing, Publisher } from "../../../kernel/federation/outgoing.ts";
import { speakersOn } from "../../commands/consent/speakers.ts";
import { electorateOf, roundKinds } from "../../model/consent/rounds.ts";
import { consentById, type Consent } from "../../store/consent/consents.read.ts";
import { threadById, type Thread } from "../../store/threads/threads.read.ts";
import { activityUrl, actorUrl } from "../addresses.ts";
import { composedEnding } from "./composed-ending.ts";
import { composedRound, type AskedRound } from "./composed-round.ts";

/** A round opens: to all who listen when the world may read it, and a copy to each who is asked and would not see it otherwise. */
const asking: Publisher = {
  name: "decisions/asking-the-circle",
  events: ["consent-round-opened"],
  publish: async (application, event) => {
    const round = roundIn(event);
    const consent = round === undefined ? undefined : await consentById(application.read, round.consentId);
    const thread = consent === undefined ? undefined : await threadById(application.read, consent.threadId);
    if (round === undefined || consent === undefined || thread === undefined) return [];
    const outgoing: Outgoing[] = [];
    const document = await composedRound(application, round, undefined);
    if (document !== undefined)
      outgoing.push(toFollowers(event, around(application, event, "Create", "create", document)));
    for await (const { speaker, uri } of reachedByCopy(application, consent, thread, round)) {
      const copy = await composedRound(application, round, speaker);
      if (copy === undefined) continue;
      const activity = around(application, event, "Create", `for-${speaker.personId}`, copy);
      outgoing.push({ from: event.chain, activity, to: { kind: "actors", uris: [uri] } });
    }
    return outgoing;
  },
};

/** A round is over: its poll is shown as closed. */
const closing: Publisher = {
  name: "decisions/closing-rounds",
  events: ["consent-round-closed"],
  publish: async (application, event) => {
    const round = roundIn(event);
    const document = round === undefined ? undefined : await composedRound(application, round, undefined);
    if (document?.["type"] !== "Question") return [];
    return [toFollowers(event, around(application, event, "Update", "update", document))];
  },
};

const endings = ["adopted", "failed-quorum", "withdrawn", "parked", "referred", "other-method"];

/** What came of a process is told once, and told anew when the decision changes its standing. */
const ending: Publisher = {
  name: "decisions/ending-consents",
  events: ["consent-moved", "decision-kept", "decision-ended", "decision-overdue", "decision-superseded"],
  publish: async (application, event) => {
    const isNew = event.name === "consent-moved";
    if (isNew && !endings.includes(textIn(event, "to"))) return [];
    const document = await composedEnding(application, textIn(event, "proposal"));
    if (document === undefined) return [];
    const activity = isNew
      ? around(application, event, "Create", "create", document)
      : around(application, event, "Update", "update", { ...document, updated: event.at.toString() });
    return [toFollowers(event, activity)];
  },
};

/** What consent processes tell the fediverse. The community speaks, whose chain the event is in. */
export const consentOutbox: readonly Publisher[] = [asking, closing, ending];

/** Those who are asked, chose to hear by the fediverse, and would not see it: they do not follow, or it is among members. */
async function* reachedByCopy(application: Application, consent: Consent, thread: Thread, round: AskedRound) {
  const listId = electorateOf(consent.id, round.kind, round.number);
  const list = { communityId: consent.communityId, listId };
  for await (const speaker of speakersOn(application.read, list, application.clock())) {
    const contact = await contactOf(application.read, speaker.personId);
    const uri = contact?.actorUri;
    if (uri === undefined || contact?.ways.decisions !== "fediverse") continue;
    const follows = (await listenerByUri(application.read, consent.communityId, uri)) !== undefined;
    if (thread.audience === "members" || !follows) yield { speaker, uri };
  }
}

function roundIn(event: LoggedEvent): AskedRound | undefined {
  const kind = roundKinds.find((one) => one === event.payload["round"]);
  const number = event.payload["number"];
  if (kind === undefined || typeof number !== "number") return undefined;
  return { consentId: textIn(event, "proposal"), kind, number };
}

function around(
  application: Application,
  event: LoggedEvent,
  type: "Create" | "Update",
  what: string,
  document: ActivityDocument,
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
