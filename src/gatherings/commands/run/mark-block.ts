import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { takesNotes } from "../../model/notes/notes.ts";
import { markedRuns, marks, runningSession, type Mark } from "../../model/run/run.ts";
import { blockOf } from "../../store/agenda/blocks.read.ts";
import { runsOf } from "../../store/run/runs.read.ts";
import { dropRun, keepRun } from "../../store/run/runs.write.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { blockIdInput } from "../agenda/block-input.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { actingPerson, gatheringOf, mayOrganise, mayTakePart, type StandingRefusal } from "../standing.ts";
import { hostsBlock, runsAgenda } from "./runs-agenda.ts";

export type MarkBlockRefusal =
  | StandingRefusal
  | { readonly kind: "not-a-runner" }
  | { readonly kind: "not-running" }
  | { readonly kind: "block-not-begun" };

/**
 * Marks that a block of the agenda begins or ends now, in the session that runs, or takes that back; the minutes then tell the times as they
 * were. A block that begins ends the one before it.
 *
 * Refuses what standing refuses, `not-a-runner`, `not-running` when no session runs or the minutes are published, and `block-not-begun`.
 */
export const markBlock = defineCommand({
  name: "gatherings/mark-block",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    blockId: blockIdInput,
    mark: z.enum(marks),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly mark: Mark }, MarkBlockRefusal>> {
    const person = actingPerson(context);
    const gathering = await gatheringOf(context, input);
    if (person === undefined || gathering === undefined) return refused({ kind: "not-found" });
    const block = await blockOf(context.db, gathering.id, input.blockId);
    if (block === undefined) return refused({ kind: "not-found" });
    const asking = { personId: person, organises: (await mayOrganise(context, input)) === undefined };
    if (!hostsBlock(block, asking) && !(await runsAgenda(context.db, gathering.id, asking)))
      return refused({ kind: "not-a-runner" });
    const sessions = await sessionsOf(context.db, gathering.id);
    const standing = sessions.filter(({ cancelledAt }) => cancelledAt === undefined);
    const session = takesNotes(gathering.state) ? runningSession(standing, context.now) : undefined;
    if (session === undefined) return refused({ kind: "not-running" });
    const runs = (await runsOf(context.db, gathering.id)).filter(({ sessionId }) => sessionId === session.id);
    const { mark } = input;
    const marked = markedRuns(runs, { sessionId: session.id, blockId: block.id }, mark, context.now);
    if (marked === undefined) return refused({ kind: "block-not-begun" });
    if (marked.kept.length === 0 && marked.dropped === undefined) return accepted({ mark });
    for (const run of marked.kept) await keepRun(context.db, gathering.id, run);
    if (marked.dropped !== undefined) await dropRun(context.db, { sessionId: session.id, blockId: marked.dropped });
    const at = context.now.toString();
    const payload = { gathering: gathering.id, session: session.id, block: block.id, mark, at };
    context.emit({ name: "block-marked", version: 1, payload });
    return accepted({ mark });
  },
});
