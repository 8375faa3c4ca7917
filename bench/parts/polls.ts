import { announceGathering } from "../../src/gatherings/commands/announce-gathering.ts";
import { openSchedulingPoll } from "../../src/gatherings/commands/open-scheduling-poll.ts";
import { actorUrl, pollUrl } from "../../src/gatherings/federation/addresses.ts";
import type { Actor } from "../../src/kernel/commands/command.ts";
import { keepActor } from "../../src/kernel/federation/remote-actors/kept-actors.ts";
import { foundLeague, meet, type Records } from "./records.ts";
import type { Poll, Voter } from "./voters.ts";

const OPTIONS = 8;

/** Makes the voters known, as they are after they have taken part once: people, and actors whose keys are kept. */
export async function knowVoters(records: Records, voters: readonly Voter[]): Promise<void> {
  const { application } = records;
  for (const { uri, host, keyId, publicKeyPem } of voters) {
    await meet(records, uri);
    const name = uri.slice(uri.lastIndexOf("/") + 1);
    const actor = {
      uri,
      handle: `@${name}@${host}`,
      host,
      name,
      url: uri,
      inbox: `${uri}/inbox`,
      sharedInbox: `https://${host}/inbox`,
      followers: undefined,
      type: "Person",
      alsoKnownAs: [],
      movedTo: undefined,
      keyChangedAt: undefined,
    };
    const keys = [{ id: keyId, kind: "pem", pem: publicKeyPem }] as const;
    await keepActor(application, { actor, keys, fetchedAt: application.clock() });
  }
}

/** A gathering that asks when, and all that is needed to ask anew. */
export interface AskedGathering {
  readonly communityId: string;
  readonly gatheringId: string;
  readonly steward: Actor;
  readonly starts: readonly string[];
  readonly nativeLabels: Readonly<Record<string, string>>;
  readonly closesAt: string;
  readonly poll: Poll;
}

/** A community with `count` gatherings, each asking when among eight slots, for a day to come. */
export async function askInGatherings(records: Records, count: number): Promise<readonly AskedGathering[]> {
  const { application, run } = records;
  const { origin } = application;
  const { communityId, steward } = await foundLeague(records);
  const soon = application.clock().toZonedDateTimeISO("Europe/Rome").add({ days: 10 });
  const starts = Array.from({ length: OPTIONS }, (_, day) =>
    soon.add({ days: day }).toPlainDateTime().with({ hour: 19, minute: 0 }).toString({ smallestUnit: "minute" }),
  );
  const options = starts.map((start) => `at ${start}`);
  const nativeLabels = Object.fromEntries(starts.map((start) => [start, `at ${start}`]));
  const closesAt = application.clock().add({ hours: 24 }).toString();
  const asked: AskedGathering[] = [];
  for (let place = 0; place < count; place++) {
    const said = {
      handle: `gathering_${place}`,
      title: `Gathering ${place}`,
      purpose: "Meet the others.",
      language: "en",
    };
    const { gatheringId } = await run(announceGathering, { communityId, ...said, zone: "Europe/Rome" }, steward);
    const about = { communityId, gatheringId, starts, nativeLabels, closesAt };
    const { pollId } = await run(openSchedulingPoll, { ...about, zone: "Europe/Rome", lengthMinutes: 60 }, steward);
    const poll = { uri: pollUrl(origin, gatheringId, pollId), actorUri: actorUrl(origin, gatheringId), options };
    asked.push({ ...about, steward, poll });
  }
  return asked;
}
