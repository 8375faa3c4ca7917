import { openConnections, type Connections } from "./http-connections.ts";
import type { Load } from "./highest-rate.ts";
import { signedVote, type Poll, type Voter } from "./voters.ts";

const SIGNED_AT_ONCE = 32;

/** A load of signed votes: each of a voter, a poll and an option that were not together before, each with an id of its own. */
export interface VoteLoad extends Load {
  /** How many votes have been sent so far. */
  sent(): number;
  close(): void;
}

/** Votes for a server; `pollAt` gives its polls one after the other, without end. */
export function voteLoad(origin: URL, voters: readonly Voter[], pollAt: (place: number) => Poll): VoteLoad {
  const connections: Connections = openConnections(origin.hostname, Number(origin.port), 128);
  const ready: Buffer[] = [];
  let made = 0;
  let sent = 0;

  const next = (): Promise<Buffer> => {
    const place = made++;
    const voter = voters[place % voters.length];
    const choice = Math.floor(place / voters.length);
    const poll = pollAt(Math.floor(choice / 8));
    const option = poll.options[choice % 8];
    if (voter === undefined || option === undefined) throw new Error("there is nobody to vote, or nothing to vote for");
    return signedVote(voter, poll, option, `${origin.port}-${place}`);
  };

  return {
    prepare: async (count) => {
      while (ready.length < count) {
        const some = Math.min(SIGNED_AT_ONCE, count - ready.length);
        ready.push(...(await Promise.all(Array.from({ length: some }, next))));
      }
    },
    send: async () => {
      // A push may outrun what was made ready; the driver then signs on the spot, and is slower for it.
      const vote = ready.pop() ?? (await next());
      sent += 1;
      return (await connections.send(vote)).status;
    },
    taken: 202,
    sent: () => sent,
    close: () => connections.close(),
  };
}
