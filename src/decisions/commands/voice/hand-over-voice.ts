import { z } from "zod";
import { isMember } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { tagsIn } from "../../model/threads/tags.ts";
import type { PersonId } from "../../model/thread.ts";
import {
  handingRefusal,
  mostHandedEach,
  mostMonths,
  monthsAtFirst,
  voiceScopes,
  type HandedVoiceId,
  type HandingRefusal,
  type VoiceScope,
} from "../../model/voice/handed-voices.ts";
import { isElector } from "../../store/proposals/stances.read.ts";
import { handedBy, mostVoicesIn, voicesInForce } from "../../store/voice/handed.read.ts";
import { insertHanded, writeEnded } from "../../store/voice/handed.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, mustBeMember, proposalOf, type StandingRefusal } from "../standing.ts";
import { canBeSpokenFor } from "./voice-standing.ts";

export type HandOverRefusal =
  | StandingRefusal
  | (HandingRefusal & { readonly field: "holder" })
  | { readonly kind: "voices-not-handed-over" }
  | { readonly kind: "no-such-member"; readonly field: "holder" }
  | { readonly kind: "topic-unfit"; readonly field: "topic" }
  | { readonly kind: "no-speaking-for-others" }
  | { readonly kind: "not-on-the-list" }
  | { readonly kind: "proposal-over" }
  | { readonly kind: "too-many-voices-handed"; readonly most: number };

/**
 * A member offers another member their voice: for one proposal, for a topic, or for all the community decides. It counts once the other has
 * taken it, and runs out by itself.
 *
 * Refuses what standing refuses, `voices-not-handed-over` where the community does without, `no-such-member`, `voice-in-a-ring`,
 * `holds-enough-voices`, `topic-unfit`, `too-many-voices-handed`; of one proposal `proposal-over`, `not-on-the-list`, and
 * `no-speaking-for-others` where each answers alone.
 */
export const handOverVoice = defineCommand({
  name: "decisions/hand-over-voice",
  input: z.object({
    communityId: communityInput,
    holder: idInput,
    scope: z.enum(voiceScopes).default("community"),
    topic: z.string().trim().max(60).default(""),
    proposalId: idInput.or(z.literal("")).default(""),
    months: z.coerce.number().int().min(1).max(mostMonths).default(monthsAtFirst),
  }),
  chain: (input) => input.communityId,
  authorise: mustBeMember,
  async run(context, input): Promise<Result<{ readonly voiceId: HandedVoiceId }, HandOverRefusal>> {
    const giver = actingPerson(context) as PersonId;
    const { communityId, holder } = input;
    const most = await mostVoicesIn(context.db, communityId);
    if (most === 0) return refused({ kind: "voices-not-handed-over" });
    if (!(await isMember(context.db, communityId, holder))) return refused({ kind: "no-such-member", field: "holder" });
    const subject = await subjectOf(context, giver, input);
    if (!subject.ok) return subject;
    const inForce = await voicesInForce(context.db, communityId, context.now);
    const before = await handedBy(context.db, communityId, giver, context.now);
    const isSame = (voice: { readonly scope: VoiceScope; readonly subject: string }) =>
      voice.scope === input.scope && voice.subject === subject.value;
    // What it would take the place of is gone by then.
    const beside = inForce.filter((voice) => voice.giver !== giver || !isSame(voice));
    const refusal = handingRefusal(beside, { giver, holder }, most);
    if (refusal !== undefined) return refused({ ...refusal, field: "holder" });
    for (const offer of before) {
      if (isSame(offer) && offer.acceptedAt === undefined) await writeEnded(context.db, offer.id, context.now);
    }
    const others = before.filter((voice) => !isSame(voice));
    if (others.length >= mostHandedEach) return refused({ kind: "too-many-voices-handed", most: mostHandedEach });
    const id = context.ids.next<"handed-voice">();
    const endsAt = context.now.toZonedDateTimeISO("UTC").add({ months: input.months }).toInstant();
    const voice = { id, communityId, giver, holder, scope: input.scope, subject: subject.value };
    await insertHanded(context.db, { ...voice, offeredAt: context.now, endsAt });
    context.emit({
      name: "voice-offered",
      version: 1,
      payload: { voice: id, from: giver, to: holder, scope: input.scope },
    });
    return accepted({ voiceId: id });
  },
});

/** The topic as tags are written, or the proposal's id; each is asked whether a voice can be handed over for it. */
async function subjectOf(
  context: CommandContext,
  giver: PersonId,
  input: {
    readonly communityId: string;
    readonly scope: VoiceScope;
    readonly topic: string;
    readonly proposalId: string;
  },
): Promise<Result<string, HandOverRefusal>> {
  if (input.scope === "community") return accepted("");
  if (input.scope === "topic") {
    const tags = tagsIn(input.topic);
    const [tag] = "kind" in tags || tags.length !== 1 ? [] : tags;
    return tag === undefined ? refused({ kind: "topic-unfit", field: "topic" }) : accepted(tag);
  }
  const proposal = await proposalOf(context, input);
  if (proposal === undefined) return refused({ kind: "not-found" });
  const isOver = proposal.state !== "open" || Temporal.Instant.compare(context.now, proposal.closesAt) >= 0;
  if (isOver) return refused({ kind: "proposal-over" });
  if (!canBeSpokenFor(proposal)) return refused({ kind: "no-speaking-for-others" });
  const isListed = await isElector(context.db, proposal.id, giver);
  return isListed ? accepted(proposal.id) : refused({ kind: "not-on-the-list" });
}
