import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import {
  leastLastCallDays,
  mostLastCallDays,
  statesAfter,
  usualLastCallDays,
  type RequestState,
} from "../../model/requests/request.ts";
import type { PersonId } from "../../model/thread.ts";
import { movesOf, requestById, type CommentRequest } from "../../store/requests/requests.read.ts";
import { moveRequestTo } from "../../store/requests/requests.write.ts";
import { actingPerson, type StandingRefusal } from "../standing.ts";
import { lastCallJob } from "./last-call-job.ts";
import { aboutRequest, mayTendRequest, requestOf } from "./request-standing.ts";

type MoveRequestRefusal =
  | StandingRefusal
  | { readonly kind: "request-moves-otherwise" }
  | { readonly kind: "last-call-runs"; readonly until: { readonly instant: string } };

interface Move {
  readonly state: RequestState;
  readonly note: string;
  readonly lastCallEndsAt: Temporal.Instant | undefined;
  readonly supersededBy?: string;
}

/**
 * Moves a request to its next state. A last call has an end, before which nothing becomes final; what becomes final takes the place
 * of the request it supersedes, if that is still final.
 *
 * Refuses `request-moves-otherwise` for a state that does not follow, `last-call-runs`, and what standing refuses.
 */
export const moveRequest = defineCommand({
  name: "decisions/move-request",
  input: z.object({
    ...aboutRequest,
    to: z.enum(["comments", "last-call", "final", "withdrawn"]),
    note: z.string().trim().max(1_000).default(""),
    days: z.coerce.number().int().min(leastLastCallDays).max(mostLastCallDays).default(usualLastCallDays),
  }),
  chain: (input) => input.communityId,
  authorise: mayTendRequest,
  async run(context, input): Promise<Result<{ readonly state: RequestState }, MoveRequestRefusal>> {
    const request = await requestOf(context, input);
    if (request === undefined) return refused({ kind: "not-found" });
    if (!statesAfter(request.state).includes(input.to)) return refused({ kind: "request-moves-otherwise" });
    const { lastCallEndsAt: until } = request;
    if (input.to === "final" && until !== undefined && Temporal.Instant.compare(context.now, until) < 0) {
      return refused({ kind: "last-call-runs", until: { instant: until.toString() } });
    }
    const isLastCall = input.to === "last-call";
    const endsAt = isLastCall ? context.now.add({ hours: 24 * input.days }) : undefined;
    const lastCallEndsAt = input.to === "final" ? until : endsAt;
    await move(context, request, { state: input.to, note: input.note, lastCallEndsAt });
    await context.unschedule(lastCallJob, request.id);
    const payload = { communityId: request.communityId, requestId: request.id };
    if (endsAt !== undefined) await context.schedule({ kind: lastCallJob, key: request.id, due: endsAt, payload });
    if (input.to === "final") await supersede(context, request);
    return accepted({ state: input.to });
  },
});

/** The request whose place a final one takes is superseded by it. */
async function supersede(context: CommandContext, by: CommentRequest): Promise<void> {
  const earlier = by.supersedes === undefined ? undefined : await requestById(context.db, by.supersedes);
  if (earlier?.state !== "final") return;
  const { lastCallEndsAt } = earlier;
  await move(context, earlier, { state: "superseded", note: "", lastCallEndsAt, supersededBy: by.id });
}

async function move(context: CommandContext, request: CommentRequest, to: Move): Promise<void> {
  const last = (await movesOf(context.db, request.id, 1)).at(-1);
  const place = (last?.place ?? 0) + 1;
  const movedBy = actingPerson(context) as PersonId;
  await moveRequestTo(context.db, request.id, { ...to, place, movedBy, movedAt: context.now });
  context.emit({
    name: "request-moved",
    version: 1,
    payload: { thread: request.threadId, request: request.id, to: to.state, place, person: movedBy },
  });
}
