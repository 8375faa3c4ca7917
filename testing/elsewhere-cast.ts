import { personByEmail } from "../src/accounts/store/people.read.ts";
import { personActorOf } from "../src/accounts/store/elsewhere/person-actors.read.ts";
import { accepted, refused } from "../src/kernel/base/result.ts";
import type { Outgoing } from "../src/kernel/federation/outgoing.ts";
import type { ReceivedActivity, ReceivedObject, ReceivedPoll, RemoteActor } from "../src/kernel/federation/received.ts";
import { openAccountCast, type AccountCast } from "./account-cast.ts";
import type { CookieBrowser } from "./cookie-browser.ts";
import { signInByMail } from "./signing-in.ts";

/** Somebody here who takes part elsewhere. */
export interface Participant {
  readonly browser: CookieBrowser;
  readonly personId: string;
  readonly actorId: string;
  readonly uri: string;
}

/** Accounts, with people who take part elsewhere and an outside world that says what a test lets it. */
export interface ElsewhereCast extends AccountCast {
  /** Signs somebody up by e-mail and gives them an actor of their own. */
  participant(name: string): Promise<Participant>;
  /** Actors elsewhere that can be found by their handle. */
  readonly world: Map<string, RemoteActor>;
  /** What the inbox does with an activity: gives the name of the recogniser that acted; undefined when nobody cared. */
  arrives(activity: ReceivedActivity): Promise<string | undefined>;
  /** What goes out for the last event of this name. */
  published(event: string): Promise<readonly Outgoing[]>;
}

/** The gathering on another server that most tests are about. */
export const hall = remoteActor("hall", "Group");

/** An actor on another server, as it would be met. */
export function remoteActor(name: string, type = "Person", host = "social.example"): RemoteActor {
  const uri = `https://${host}/actors/${name}`;
  return {
    uri,
    handle: `@${name}@${host}`,
    host,
    name: name[0]?.toUpperCase() + name.slice(1),
    url: `https://${host}/@${name}`,
    inbox: `${uri}/inbox`,
    sharedInbox: `https://${host}/inbox`,
    followers: `${uri}/followers`,
    type,
    alsoKnownAs: [],
    movedTo: undefined,
    keyChangedAt: undefined,
  };
}

let acts = 0;

/** An activity of an actor, as the inbox hands it on. */
export function activityOf(actor: RemoteActor, type: string, parts: Partial<ReceivedActivity> = {}): ReceivedActivity {
  acts += 1;
  return {
    id: `https://${actor.host}/activities/${acts}`,
    type,
    actor,
    objectId: undefined,
    object: undefined,
    inner: undefined,
    target: undefined,
    movedTo: undefined,
    objects: [],
    text: undefined,
    receivedAt: Temporal.Instant.from("2027-02-01T10:00:00Z"),
    ...parts,
  };
}

/** A post of an actor to the world, unless it says otherwise; `verb` is Create, or Update. */
export function postOf(actor: RemoteActor, parts: Partial<ReceivedObject> = {}, verb = "Create"): ReceivedActivity {
  acts += 1;
  const object: ReceivedObject = {
    id: `https://${actor.host}/notes/${acts}`,
    type: "Note",
    attributedTo: actor.uri,
    inReplyTo: undefined,
    name: undefined,
    text: "words",
    html: "<p>words</p>",
    summary: undefined,
    url: undefined,
    poll: undefined,
    published: undefined,
    audience: [],
    isPublic: true,
    language: undefined,
    ...parts,
  };
  return activityOf(actor, verb, { objectId: object.id, object });
}

/** A post to these alone. */
export function directPostOf(actor: RemoteActor, to: readonly string[], parts: Partial<ReceivedObject> = {}) {
  return postOf(actor, { audience: to, isPublic: false, ...parts });
}

/** A poll with these options, open for a week of the tests' clock. */
export function pollOf(labels: readonly string[], parts: Partial<ReceivedPoll> = {}): Partial<ReceivedObject> {
  const options = labels.map((label) => ({ label, votes: 0 }));
  const endsAt = Temporal.Instant.from("2027-02-08T10:00:00Z");
  return { type: "Question", poll: { choice: "one", options, voters: 0, endsAt, isClosed: false, ...parts } };
}

/** Opens the cast on the engine of the run; the test closes it. */
export async function openElsewhereCast(): Promise<ElsewhereCast> {
  const world = new Map<string, RemoteActor>([[hall.handle, hall]]);
  const lookUpActor = async (name: string) => {
    const found = world.get(name);
    return found === undefined ? refused({ kind: "no-such-actor" as const }) : accepted(found);
  };
  const egress = {
    fetch: async () => refused({ kind: "unreachable" as const, detail: "no network", mayRetry: true }),
    close: () => {},
  };
  const cast = await openAccountCast({ federation: () => ({ egress, lookUpActor }) });
  const { application, capability, events } = cast;
  return {
    ...cast,
    world,
    participant: async (name) => {
      const email = `${name.toLowerCase()}@mail.example`;
      const browser = await signInByMail(cast, email, name);
      await browser.submit("/me/elsewhere", "/me/elsewhere", { handle: name.toLowerCase(), name });
      const personId = (await personByEmail(application.read, email)) ?? "";
      const actorId = (await personActorOf(application.read, personId))?.id ?? "";
      return { browser, personId, actorId, uri: `${application.origin.origin}/actors/${actorId}` };
    },
    arrives: async (activity) => {
      const reading = { read: application.read, origin: application.origin };
      for (const recogniser of capability.inbox ?? []) {
        if (!recogniser.types.includes(activity.type)) continue;
        const recognition = await recogniser.recognise(activity, reading);
        if (recognition === undefined) continue;
        const by = { actor: { kind: "visitor" }, origin: { from: "federated", key: activity.id } } as const;
        const answer = await application.execute(recognition.command, recognition.input, by);
        if (!answer.ok) throw new Error(`${recogniser.name}: ${JSON.stringify(answer.refusal)}`);
        return recogniser.name;
      }
      return undefined;
    },
    published: async (name) => {
      const event = events.findLast((known) => known.name === name);
      if (event === undefined) throw new Error(`no ${name}`);
      const publishers = (capability.outbox ?? []).filter((publisher) => publisher.events.includes(name));
      return (await Promise.all(publishers.map((publisher) => publisher.publish(application, event)))).flat();
    },
  };
}
