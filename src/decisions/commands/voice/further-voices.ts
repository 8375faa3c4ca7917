import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Database } from "../../../kernel/database/database.ts";
import {
  counted,
  noFurtherVoices,
  noVoiceCounts,
  type FurtherVoices,
  type SpokenBallot,
  type VoiceCounts,
} from "../../model/voice/voices.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { electorateChosen } from "../../store/electorate/electorates.read.ts";
import { tagsOf } from "../../store/threads/care.read.ts";
import { answeredGuests } from "../../store/voice/guests.read.ts";
import { mostVoicesIn, voicesInForce } from "../../store/voice/handed.read.ts";
import { countRecorded } from "../../store/voice/recorded.read.ts";
import { ballotsSpoken, spokenNow, spokenThen, voiceCountsOf } from "../../store/voice/spoken.read.ts";
import { insertSpoken, insertVoiceCounts } from "../../store/voice/spoken.write.ts";
import { canBeSpokenFor } from "./voice-standing.ts";

/** Everything said on a proposal in another way than by answering oneself. */
export interface VoicesAway {
  readonly further: FurtherVoices;
  readonly counts: VoiceCounts;
}

const nobodyAway: VoicesAway = { further: noFurtherVoices, counts: noVoiceCounts };

/** Who is spoken for, as it stands at an instant while a proposal is open, or as it was counted: at most `limit`. */
export async function spokenFor(
  db: Database,
  proposal: Proposal,
  at: Temporal.Instant,
  limit: number,
): Promise<readonly SpokenBallot[]> {
  if (proposal.state === "withdrawn" || !canBeSpokenFor(proposal)) return [];
  if (proposal.state === "closed") return spokenThen(db, proposal.id, limit);
  return (await spokenAt(db, proposal, at)).slice(0, limit);
}

/** What is counted besides people's own answers: as it stands while a proposal is open, or as it was counted. */
export async function voicesAway(db: Database, proposal: Proposal, at: Temporal.Instant): Promise<VoicesAway> {
  if (proposal.state === "withdrawn" || proposal.secrecy === "secret") return nobodyAway;
  if (proposal.state === "open") return standing(db, proposal, at, await spokenAt(db, proposal, at));
  const counts = await voiceCountsOf(db, proposal.id);
  const proxied = counts.byProxy === 0 ? [] : await ballotsSpoken(db, proposal.id);
  const guests = counts.guests === 0 ? [] : await countedGuests(db, proposal, proposal.closedAt ?? at);
  return { further: { proxied, guests: counted(guests) }, counts };
}

/** Takes down what is counted besides people's own answers when a proposal closes, at the instant at which it does. */
export async function keepVoices(
  context: CommandContext,
  proposal: Proposal,
  closing: Temporal.Instant,
): Promise<FurtherVoices> {
  if (proposal.secrecy === "secret") return noFurtherVoices;
  const spoken = await spokenAt(context.db, proposal, closing);
  const { further, counts } = await standing(context.db, proposal, closing, spoken);
  await insertSpoken(context.db, proposal.id, spoken);
  if (Object.values(counts).some((count) => count > 0)) {
    await insertVoiceCounts(context.db, proposal.id, counts);
    context.emit({ name: "voices-counted", version: 1, payload: { proposal: proposal.id, ...counts } });
  }
  return further;
}

async function spokenAt(db: Database, proposal: Proposal, at: Temporal.Instant): Promise<readonly SpokenBallot[]> {
  if (!canBeSpokenFor(proposal) || (await mostVoicesIn(db, proposal.communityId)) === 0) return [];
  const inForce = await voicesInForce(db, proposal.communityId, at);
  if (inForce.length === 0) return [];
  // An organisation has one voice, which its delegates share: nobody lends a part of it.
  if ((await electorateChosen(db, proposal.id)).kind === "organisations") return [];
  const topics = (await tagsOf(db, [proposal.threadId])).get(proposal.threadId) ?? [];
  return spokenNow(db, { proposalId: proposal.id, topics }, inForce);
}

async function countedGuests(db: Database, proposal: Proposal, at: Temporal.Instant): Promise<readonly Json[]> {
  const guests = await answeredGuests(db, proposal.id, at);
  return guests.flatMap(({ standing: as, ballot }) => (as === "counted" ? [ballot] : []));
}

async function standing(
  db: Database,
  proposal: Proposal,
  at: Temporal.Instant,
  spoken: readonly SpokenBallot[],
): Promise<VoicesAway> {
  const guests = Map.groupBy(await answeredGuests(db, proposal.id, at), (guest) => guest.standing);
  const ballots = (guests.get("counted") ?? []).map(({ ballot }) => ballot);
  return {
    further: { proxied: counted(spoken.map(({ ballot }) => ballot)), guests: counted(ballots) },
    counts: {
      byProxy: spoken.length,
      ...(await countRecorded(db, proposal.id)),
      guests: ballots.length,
      advisory: guests.get("advisory")?.length ?? 0,
    },
  };
}
