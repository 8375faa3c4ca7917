import type { Application } from "../../application.ts";
import type { Actor } from "../../commands/command.ts";
import type { FederatedPeople } from "../federation-options.ts";
import type { InboxReading, ReceivedActivity, Recogniser, Recognition } from "../received.ts";
import type { RemoteActors } from "../remote-actors/remote-actors.ts";

/** What acting on received activities needs. */
export interface RouterOptions {
  readonly application: Application;
  readonly recognisers: readonly Recogniser[];
  readonly people: FederatedPeople;
  readonly actors: Pick<RemoteActors, "ask" | "forget">;
}

/** Acts on received activities. */
export interface Router {
  /** Whether anybody here might care for activities of this type. */
  hears(type: string): boolean;
  /** Acts on an activity whose sender is proven: at least once, and twice does no harm. A throw means: later again. */
  route(activity: ReceivedActivity): Promise<void>;
}

/** Types that concern the actor itself, whoever else cares for them. */
const aboutActors = ["Update", "Delete", "Move"];

/** The first recogniser that recognises an activity says which command it is; the command's receipt keeps it from acting twice. */
export function createRouter(options: RouterOptions): Router {
  const { application, recognisers, people, actors } = options;
  const reading: InboxReading = { read: application.read, origin: application.origin };
  const types = new Set([...aboutActors, ...recognisers.flatMap(({ types }) => types)]);
  const byType = new Map([...types].map((type) => [type, recognisers.filter(({ types }) => types.includes(type))]));

  const recognise = async (activity: ReceivedActivity) => {
    for (const recogniser of byType.get(activity.type) ?? []) {
      const recognition = await recogniser.recognise(activity, reading);
      if (recognition !== undefined) return { recogniser, recognition };
    }
    return undefined;
  };

  const actorOf = async (activity: ReceivedActivity): Promise<Actor> => {
    const personId = await people.personFor(activity.actor);
    return personId === undefined ? { kind: "visitor" } : { kind: "person", personId };
  };

  const act = async (activity: ReceivedActivity, { command, input }: Recognition, recogniser: Recogniser) => {
    const actor: Actor = recogniser.isOverheard === true ? { kind: "visitor" } : await actorOf(activity);
    const origin = { from: "federated", key: activity.id } as const;
    const by = { actor, origin, arrivedAt: activity.receivedAt };
    const answer = await application.execute(command, input, by);
    const reply = await recogniser.reply?.(activity, answer, reading);
    if (reply !== undefined) await people.sendReply(reply, activity);
  };

  return {
    hears: (type) => types.has(type),
    route: async (activity) => {
      const { uri, host } = activity.actor;
      // Asked again here: a block may have come while the activity waited.
      if (await people.isBlocked({ uri, host })) return;
      const whole = await asItIsNow(actors, activity);
      if (whole === undefined) return;
      const recognised = await recognise(whole);
      if (recognised !== undefined) await act(whole, recognised.recognition, recognised.recogniser);
      if (whole.type === "Delete" && whole.objectId === uri) await actors.forget(uri);
    },
  };
}

/** What is said of actors is judged by what they say of themselves now; undefined when they do not confirm it. */
async function asItIsNow(
  actors: Pick<RemoteActors, "ask">,
  activity: ReceivedActivity,
): Promise<ReceivedActivity | undefined> {
  const { type, actor, objectId } = activity;
  if (type === "Move") return provenMove(actors, activity);
  if (type !== "Update" || objectId !== actor.uri) return activity;
  const anew = await actors.ask(actor.uri);
  return anew.ok ? { ...activity, actor: anew.value.actor } : activity;
}

/** A Move counts only when the new account says that it was this one before; what the old one says is in the activity. */
async function provenMove(
  actors: Pick<RemoteActors, "ask">,
  activity: ReceivedActivity,
): Promise<ReceivedActivity | undefined> {
  const { actor, target } = activity;
  if (target === undefined || target === actor.uri) return undefined;
  const found = await actors.ask(target);
  if (!found.ok) {
    if (found.refusal.kind === "unreachable")
      throw new Error(`the server of ${target} cannot be asked about a move now`);
    return undefined;
  }
  const { alsoKnownAs } = found.value.actor;
  return alsoKnownAs.includes(actor.uri) ? { ...activity, movedTo: found.value.actor } : undefined;
}
