import { z } from "zod";
import { describePeople } from "../../../accounts/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { joinedHistory } from "../../model/joining/joined-stances.ts";
import { electorateChosen, serversOf } from "../../store/electorate/electorates.read.ts";
import {
  answersOfBoth,
  bothHaveVoted,
  listNamed,
  speakForTwo,
  saidOf,
  type JoinedList,
  type JoinedPair,
  type SaidInRound,
} from "../../store/joining/joining.read.ts";
import {
  countOneLess,
  joinPlaces,
  keepApart,
  writeEligible,
  writeHistory,
  writeJoinedAnswer,
} from "../../store/joining/joining.write.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { electorsOf } from "../../store/proposals/stances.read.ts";
import { proceed } from "../consent/proceed.ts";
import { communityInput, idInput } from "../inputs.ts";
import { tallyChanged } from "../lifecycle/send-tallies.ts";

const PEOPLE_AT_ONCE = 2_000;

/**
 * Two who stand on one list turned out to be one person. While it is open they have one place and one answer from now on, the later;
 * what is closed stays as it was counted (docs/decisions/0109). Run inside the command that joins them; no edge offers it. Refuses
 * `not-found` for a list that nothing has.
 */
export const joinAnswers = defineCommand({
  name: "decisions/join-answers",
  input: z.object({ communityId: communityInput, listId: z.string().min(1).max(100), kept: idInput, joined: idInput }),
  chain: (input) => input.communityId,
  authorise: async (): Promise<{ readonly kind: "not-found" } | undefined> => undefined,
  async run(context, input): Promise<Result<{ readonly isOne: boolean }, { readonly kind: "not-found" }>> {
    const list = await listNamed(context.db, input.listId);
    if (list?.communityId !== input.communityId) return refused({ kind: "not-found" });
    if (!(await canBeOne(context, list, input.listId, input))) {
      await keepApart(context.db, input.listId, input);
      return accepted({ isOne: false });
    }
    await joinOnList(context, list, input.listId, input);
    return accepted({ isOne: true });
  },
});

/** Makes one place and one answer of two on a list that is open. */
export async function joinOnList(
  context: CommandContext,
  list: JoinedList,
  listId: string,
  pair: JoinedPair,
): Promise<void> {
  const { db } = context;
  if (list.kind === "proposal") {
    const history = joinedHistory(await saidOf(db, list.id, pair.kept), await saidOf(db, list.id, pair.joined));
    await writeHistory(db, list.id, pair, history);
  } else {
    for (const { round, kept, joined } of await answersOfBoth(db, list, pair)) {
      await writeJoinedAnswer(db, round, pair, standing(kept, joined));
    }
  }
  const wereTwo = await joinPlaces(db, listId, pair);
  const { kind } = await electorateChosen(db, list.id);
  // An organisation has its one voice, however many speak for it.
  if (wereTwo && kind !== "organisations") await countOneLess(db, list);
  if ((await serversOf(db, listId)).length > 0) await countEligible(context, listId);
  const { kept, joined } = pair;
  context.emit({
    name: "answers-joined",
    version: 1,
    payload: { thread: list.threadId, proposal: list.id, kept, joined },
  });
  const proposal = await proposalById(db, list.id);
  if (proposal !== undefined) await tallyChanged(context, proposal);
  else if (list.review === undefined) await proceed(context, list.id);
}

/** Two ballots in a box cannot be told from others, and two organisations have two voices, whoever speaks for them. */
async function canBeOne(context: CommandContext, list: JoinedList, listId: string, pair: JoinedPair): Promise<boolean> {
  if (!list.isOpen || (await bothHaveVoted(context.db, listId, pair))) return false;
  return !(await speakForTwo(context.db, listId, pair));
}

/** Whose word stands in a round: an objection, since it is there to be heard; else what was said later. */
function standing(kept: SaidInRound, joined: SaidInRound): "kept" | "joined" {
  const objects = (said: SaidInRound) => said.answer === "objection";
  if (objects(kept) !== objects(joined)) return objects(kept) ? "kept" : "joined";
  return joined.at > kept.at ? "joined" : "kept";
}

async function countEligible(context: CommandContext, listId: string): Promise<void> {
  const hosts = new Map<string, number>();
  let after = "";
  for (;;) {
    const page = await electorsOf(context.db, listId, { after, limit: PEOPLE_AT_ONCE });
    const described = await describePeople(
      context.db,
      page.map(({ personId }) => personId),
    );
    for (const { personId } of page) {
      const host = described.get(personId)?.host ?? "";
      hosts.set(host, (hosts.get(host) ?? 0) + 1);
    }
    after = page.at(-1)?.personId ?? "";
    if (page.length < PEOPLE_AT_ONCE) break;
  }
  await writeEligible(context.db, listId, hosts);
}
