import type { CommandContext } from "../../../kernel/commands/command.ts";
import { endOfTerm } from "../../model/ladder/delegate.ts";
import { footingOf } from "../../model/ladder/evidence.ts";
import { isSameStep, stepFrom, stepKinds } from "../../model/ladder/step.ts";
import { endOfVouch } from "../../model/ladder/vouch.ts";
import type { Proof } from "../../model/verification/proofs.ts";
import { settleEntry } from "../../store/directory.write.ts";
import { keepStep } from "../../store/ladder/ladder.write.ts";
import { stepsOf } from "../../store/ladder/steps.read.ts";
import { vouchedForBy } from "../../store/ladder/vouches.read.ts";
import { ladderOf } from "./ladder-of.ts";
import { scheduleSettling } from "./schedule-settling.ts";

/**
 * Lets the steps of a place stand as what they rest on does now, and lets it be found by them; it is settled again when the next
 * term or vouch ends. Events tell which step was reached or went stale.
 */
export async function settleSteps(context: CommandContext, entryId: string): Promise<void> {
  const { db, now } = context;
  const before = (await stepsOf(db, [entryId])).get(entryId) ?? [];
  const { delegates, documents, vouches } = await ladderOf(db, entryId, now);
  const pieces = { delegate: delegates, documents, peers: vouches };
  let hasChanged = false;
  for (const kind of stepKinds) {
    const was = before.find((step) => step.kind === kind);
    const is = stepFrom(
      kind,
      pieces[kind].map(({ piece }) => piece),
      was,
      now,
    );
    if (was === undefined && is === undefined) continue;
    await keepStep(db, entryId, kind, is);
    if (isSameStep(was, is)) continue;
    hasChanged = true;
    if (is?.state === "proved") {
      context.emit({ name: "directory-step-reached", version: 1, payload: { entryId, kind } });
    } else if (is !== undefined) {
      context.emit({
        name: "directory-step-stale",
        version: 1,
        payload: { entryId, kind, because: is.fault ?? "gone" },
      });
    }
  }
  if (hasChanged) await settleEntry(db, entryId, now);
  const [end] = [...delegates.map(({ until }) => endOfTerm(until)), ...vouches.map(endOfVouch)]
    .filter((one) => Temporal.Instant.compare(one, now) > 0)
    .toSorted(Temporal.Instant.compare);
  if (end !== undefined) await scheduleSettling(context, entryId, end);
}

/** Lets the steps of a place stand anew after its account was proved or lost, and those of the places for which it vouches. */
export async function settleAfterAccount(
  context: CommandContext,
  entryId: string,
  { before, after }: { readonly before: readonly Proof[]; readonly after: readonly Proof[] },
): Promise<void> {
  const [was, is] = [footingOf(before), footingOf(after)];
  if (was?.uri === is?.uri && was?.since.epochNanoseconds === is?.since.epochNanoseconds) return;
  await settleSteps(context, entryId);
  for (const vouchedFor of await vouchedForBy(context.db, entryId)) await settleSteps(context, vouchedFor);
}
