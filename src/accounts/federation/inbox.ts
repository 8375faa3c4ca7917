import { serverActorId } from "../../kernel/federation/local-actor.ts";
import type { ReceivedActivity, Recogniser } from "../../kernel/federation/received.ts";
import { stopByReply } from "../../kernel/notifications/stop-by-reply.ts";
import { stopOrStart } from "../../kernel/notifications/stop-words.ts";
import type { PersonalData } from "../../kernel/personal-data.ts";
import { hashOfToken } from "../../kernel/secrets/token.ts";
import { startNotices, stopNotices } from "../commands/hearing/stop-notices.ts";
import { forgetActor } from "../commands/people/forget-actor.ts";
import { moveIdentity } from "../commands/people/move-identity.ts";
import { refreshRemoteActor } from "../commands/people/refresh-remote-actor.ts";
import { claimCode } from "../commands/sign-in/claim-code.ts";
import { codeIn } from "../model/sign-in-code.ts";
import { personByActor } from "../store/people.read.ts";

/**
 * A sign-in code in a message to the server's actor. Seen by others it is worth nothing, since only the browser that shows it can go
 * on; so a message that was meant to be direct and is not counts as well.
 */
export const codeInMessage: Recogniser = {
  name: "accounts/sign-in-code",
  types: ["Create"],
  async recognise(activity, { origin }) {
    const said = ownWords(activity);
    if (said === undefined || !said.audience.includes(`${origin.origin}/actors/${serverActorId}`)) return undefined;
    const code = codeIn(said.text);
    if (code === undefined) return undefined;
    return { command: claimCode, input: { codeHash: hashOfToken(code), actor: activity.actor } };
  },
  async reply(_activity, answer, { origin }) {
    const outcome = answer.ok ? String(answer.value) : "unknown";
    return { from: serverActorId, key: `accounts.code-reply.${outcome}`, values: { page: `${origin.origin}/me` } };
  },
};

/** STOP or START in answer to news: of that kind alone. */
export const stopOfNews: Recogniser = stopByReply({
  stop: ({ personId, kind }) => ({ command: stopNotices, input: { personId, kind } }),
  start: ({ personId, kind }) => ({ command: startNotices, input: { personId, kind } }),
});

/** STOP or START from somebody known, in a direct message that answers nothing: of everything. */
export const stopOfEverything: Recogniser = {
  name: "accounts/stop",
  types: ["Create"],
  async recognise(activity, { read }) {
    const asked = askedOfUs(activity);
    if (asked === undefined) return undefined;
    const personId = await personByActor(read, activity.actor.uri);
    if (personId === undefined) return undefined;
    return { command: asked === "stop" ? stopNotices : startNotices, input: { personId } };
  },
  async reply(activity, _answer, { origin }) {
    const key = askedOfUs(activity) === "stop" ? "accounts.stop-reply" : "accounts.start-reply";
    return { from: serverActorId, key, values: { page: `${origin.origin}/me/notices` } };
  },
};

function askedOfUs(activity: ReceivedActivity): "stop" | "start" | undefined {
  const said = ownWords(activity);
  return said === undefined || activity.object?.isPublic === true ? undefined : stopOrStart(said.text);
}

/** A known actor changed what it says of itself. */
export const changedActor: Recogniser = {
  name: "accounts/changed-actor",
  types: ["Update"],
  async recognise(activity, { read }) {
    if (activity.objectId !== activity.actor.uri) return undefined;
    const known = await personByActor(read, activity.actor.uri);
    return known === undefined ? undefined : { command: refreshRemoteActor, input: activity.actor };
  },
};

/** A known actor was deleted at home. */
export function deletedActor(personalData: readonly PersonalData[]): Recogniser {
  const command = forgetActor(personalData);
  return {
    name: "accounts/deleted-actor",
    types: ["Delete"],
    async recognise(activity, { read }) {
      if (activity.objectId !== activity.actor.uri) return undefined;
      const known = await personByActor(read, activity.actor.uri);
      return known === undefined ? undefined : { command, input: { uri: activity.actor.uri } };
    },
  };
}

/** A known actor moved, as both the old and the new account say. */
export function movedActor(personalData: readonly PersonalData[]): Recogniser {
  const command = moveIdentity(personalData);
  return {
    name: "accounts/moved-actor",
    types: ["Move"],
    async recognise({ actor, movedTo }, { read }) {
      if (movedTo === undefined || movedTo.uri === actor.uri) return undefined;
      const known = await personByActor(read, actor.uri);
      return known === undefined ? undefined : { command, input: { from: actor.uri, to: movedTo } };
    },
  };
}

/** What the actor of this activity said in its own words, if that is what the activity is. */
function ownWords({
  actor,
  object,
}: ReceivedActivity): { readonly text: string; readonly audience: readonly string[] } | undefined {
  if (object?.type !== "Note" || object.attributedTo !== actor.uri || object.text === undefined) return undefined;
  return { text: object.text, audience: object.audience };
}
