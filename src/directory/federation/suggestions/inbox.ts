import { serverActorId } from "../../../kernel/federation/local-actor.ts";
import type { ReceivedActivity, Recogniser } from "../../../kernel/federation/received.ts";
import { suggestPlace } from "../../commands/suggestions/suggest-place.ts";
import { suggestedPlace } from "../../model/suggestions/suggested-place.ts";

/** "Please add social.example", said to the server's actor, in any of the five languages. What is said around it is not kept. */
export const suggestionsInMessages: Recogniser = {
  name: "directory/suggestions",
  types: ["Create"],
  async recognise(activity, { origin }) {
    const host = placeNamedIn(activity, `${origin.origin}/actors/${serverActorId}`);
    return host === undefined ? undefined : { command: suggestPlace, input: { host: host.slice(0, 260) } };
  },
  async reply(activity, answer, { origin }) {
    const host = placeNamedIn(activity, `${origin.origin}/actors/${serverActorId}`) ?? "";
    const directory = `${origin.origin}/directory`;
    if (answer.ok) {
      return { from: serverActorId, key: "directory.suggestion-reply.waiting", values: { host, page: directory } };
    }
    const { refusal } = answer;
    const outcome = told.find((kind) => kind === refusal.kind);
    if (outcome === undefined) return undefined;
    const entryId = "entryId" in refusal && typeof refusal.entryId === "string" ? refusal.entryId : undefined;
    const reason = "reason" in refusal && typeof refusal.reason === "string" ? refusal.reason : "";
    const page = entryId === undefined ? directory : `${directory}/${entryId}`;
    return { from: serverActorId, key: `directory.suggestion-reply.${outcome}`, values: { host, page, reason } };
  },
};

const told = [
  "not-a-host",
  "opted-out",
  "entry-exists",
  "suggested-already",
  "suggestion-was-refused",
  "suggested-enough",
  "suggestions-full",
] as const;

function placeNamedIn({ actor, object }: ReceivedActivity, server: string): string | undefined {
  if (object?.type !== "Note" || object.attributedTo !== actor.uri || object.text === undefined) return undefined;
  return object.audience.includes(server) ? suggestedPlace(object.text) : undefined;
}
