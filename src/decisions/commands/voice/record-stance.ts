import { z } from "zod";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import type { PersonId } from "../../model/thread.ts";
import { longestNote } from "../../model/voice/recorded.ts";
import { whyElector } from "../../store/electorate/electorates.read.ts";
import { colleaguesOf } from "../../store/electorate/voices.read.ts";
import { recordedOf } from "../../store/voice/recorded.read.ts";
import { writeRecorded } from "../../store/voice/recorded.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { openInTime, stanceOfVoice, take, type GiveStanceRefusal } from "../proposals/give-stance.ts";
import { actingPerson } from "../standing.ts";
import { mustTendCommunity } from "./voice-standing.ts";

export type RecordStanceRefusal =
  | GiveStanceRefusal
  | { readonly kind: "only-stewards" }
  | { readonly kind: "not-for-yourself"; readonly field: "person" }
  | { readonly kind: "person-not-on-the-list"; readonly field: "person" }
  | { readonly kind: "answered-already"; readonly field: "person" }
  | { readonly kind: "refused-already"; readonly field: "person" };

/**
 * A steward writes down the answer that somebody on the list gave by phone. It counts from now on, is marked as such, and the person is asked
 * whether it is right.
 *
 * Refuses what giving a stance does; `only-stewards`; `not-for-yourself`, since one answers for oneself; `person-not-on-the-list`;
 * `answered-already` when the person has answered or confirmed; `refused-already` when they refused what was written down before.
 */
export const recordStance = defineCommand({
  name: "decisions/record-stance",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    person: idInput,
    ballot: z.json(),
    note: z.string().trim().min(1).max(longestNote),
  }),
  chain: (input) => input.communityId,
  authorise: mustTendCommunity,
  async run(context, input): Promise<Result<{ readonly recorded: true }, RecordStanceRefusal>> {
    const open = await openInTime(context, input);
    if (!open.ok) return open;
    const proposal = open.value;
    const person = input.person as PersonId;
    const recorder = actingPerson(context) as PersonId;
    if (proposal.secrecy === "secret") return refused({ kind: "secret-on-the-web" });
    if (person === recorder) return refused({ kind: "not-for-yourself", field: "person" });
    const why = await whyElector(context.db, proposal.id, person);
    if (why === undefined) return refused({ kind: "person-not-on-the-list", field: "person" });
    const colleagues = why === "delegate" ? await colleaguesOf(context.db, proposal.id, person) : [];
    const stance = await stanceOfVoice(context, { proposal, person, colleagues });
    const recorded = await recordedOf(context.db, proposal.id, person);
    if (recorded?.state === "refused") return refused({ kind: "refused-already", field: "person" });
    const isMendable = stance?.by === "phone" && recorded?.state === "unconfirmed";
    if (stance !== undefined && !isMendable) return refused({ kind: "answered-already", field: "person" });
    const ballot = methodOf(proposal).rules.readBallot(input.ballot as Json, questionOf(proposal));
    if (!ballot.ok) return ballot;
    await take(context, proposal, person, stance, { ballot: ballot.value, reason: "", by: "phone", nativeVotes: [] });
    const said = { personId: person, recorderId: recorder, note: input.note, recordedAt: context.now } as const;
    await writeRecorded(context.db, proposal.id, { ...said, state: "unconfirmed" });
    context.emit({ name: "stance-recorded", version: 1, payload: { proposal: proposal.id, person, by: recorder } });
    return accepted({ recorded: true });
  },
});
