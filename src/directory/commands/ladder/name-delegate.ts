import { z } from "zod";
import { peopleByHandle } from "../../../accounts/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { fieldValue, longest } from "../../model/entry-fields.ts";
import { delegateBounds, unfitTerm } from "../../model/ladder/delegate.ts";
import { freshEvidence } from "../../model/ladder/evidence.ts";
import { delegatesOf } from "../../store/ladder/evidence.read.ts";
import { insertDelegate } from "../../store/ladder/ladder.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";
import { spokenPlace, type LadderRefusal } from "./ladder-refusals.ts";
import { mayName } from "./public-decision.ts";
import { settleSteps } from "./settle-steps.ts";

/**
 * Whoever speaks for a place names somebody whom their collective has decided on as its delegate: by which account they are known, for what, until which
 * day, and where the decision can be read. The address was just looked at, or is one of our own register.
 *
 * Refuses `not-found`, `only-who-speaks`, `shown-enough` beyond five, `term-past`, `term-too-long`, `decision-not-public` for one of our own register that
 * not everybody may read, that does not hold, or of a community they do not belong to; and `sign-in-needed`.
 */
export const nameDelegate = defineCommand({
  name: "directory/name-delegate",
  input: z.object({
    entryId: z.string().min(1).max(64),
    /** As in `@ana@social.example`. */
    handle: z
      .string()
      .trim()
      .refine((handle) => /^@[^\s@/:]{1,100}@[^\s@/?#:]{1,260}$/u.test(handle), "not-a-handle"),
    scope: z.string().trim().max(delegateBounds.scope),
    decision: z
      .string()
      .trim()
      .max(longest.url)
      .refine((address) => fieldValue("bylaws", address) !== undefined, "not-a-page-address"),
    decisionId: z.string().max(64).optional(),
    until: z.iso.date().transform((day) => Temporal.PlainDate.from(day)),
  }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, input): Promise<Result<null, LadderRefusal | DirectoryRefusal>> {
    const { db, now } = context;
    const { scope, decision, decisionId, until } = input;
    const spoken = await spokenPlace(context, input.entryId);
    if (typeof spoken === "string") return refused({ kind: spoken });
    const { entry, footing, personId } = spoken;
    const unfit = unfitTerm(until, now.toZonedDateTimeISO("UTC").toPlainDate());
    if (unfit !== undefined) return refused({ kind: unfit, field: "until" });
    if (decisionId !== undefined && !(await mayName(db, decisionId, personId))) {
      return refused({ kind: "decision-not-public", field: "decision" });
    }
    const named = await delegatesOf(db, entry.id);
    if (named.length >= delegateBounds.most) return refused({ kind: "shown-enough", most: delegateBounds.most });
    const handle = input.handle.toLowerCase();
    const [known, ...others] = await peopleByHandle(db, [handle]);
    const id = context.ids.next<"delegate">();
    const evidence = freshEvidence(footing.uri, now);
    const said = { entryId: entry.id, personId, delegateId: others.length === 0 ? known : undefined };
    await insertDelegate(db, said, { id, ...evidence, handle, scope, decision, decisionId, until });
    context.emit({ name: "directory-delegate-named", version: 1, payload: { entryId: entry.id, delegateId: id } });
    await settleSteps(context, entry.id);
    return accepted(null);
  },
});
