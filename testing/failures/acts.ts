import { freshKeys, type ForeignActor } from "../foreign-actor.ts";
import type { ForeignServer } from "../foreign-server.ts";
import type { League } from "./league.ts";

/** One act of somebody: a follow from another server, or a gathering announced by a form. Sent again, it is the same act. */
export interface Act {
  /** The id of the Follow, or the handle of the gathering. */
  readonly name: string;
  readonly kind: "follow" | "form";
  /** Sends it; the answer's status, or undefined when none came. */
  send(): Promise<number | undefined>;
}

/** Whether an answer says that the act was taken. */
export function isAcknowledged(status: number | undefined): boolean {
  return status === 202 || status === 303;
}

// What is tested is what becomes of acts; thousands of followers share one key, since making a key takes long.
const keys = freshKeys();

/** Gives ever new acts on a league: each follow by somebody new. */
export function actsOn(league: League, foreign: ForeignServer) {
  let made = 0;
  const next = (prefix: string) => `${prefix}${(made += 1)}`;
  return {
    follow(): Act & { readonly actor: ForeignActor } {
      const actor = foreign.addActor(next("fan"), { keys });
      const id = `${actor.id}#follow`;
      const activity = {
        "@context": "https://www.w3.org/ns/activitystreams",
        id,
        type: "Follow",
        actor: actor.id,
        object: league.gatheringActor,
      };
      return { kind: "follow", name: id, actor, send: () => statusOf(foreign.send(actor, league.inbox, activity)) };
    },
    /** Reads the form anew, so the server must be up; the act may be sent when it is not. */
    async form(): Promise<Act> {
      const handle = next("gathering_");
      const page = await league.organiser.get(`${league.announcing}/new`);
      const hidden = league.organiser.formOn(page, league.announcing);
      const typed = {
        title: `Gathering ${handle}`,
        purpose: "Meet again.",
        handle,
        language: "en",
        zone: "Europe/Rome",
      };
      return {
        kind: "form",
        name: handle,
        send: () => statusOf(league.organiser.post(league.announcing, { ...hidden, ...typed })),
      };
    },
  };
}

/** An ever new stream of acts, see {@link actsOn}. */
export type Acts = ReturnType<typeof actsOn>;

async function statusOf(answer: Promise<{ readonly status: number }>): Promise<number | undefined> {
  try {
    return (await answer).status;
  } catch {
    // The connection broke, or was refused: nobody knows whether the act was taken.
    return undefined;
  }
}
