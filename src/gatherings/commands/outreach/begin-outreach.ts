import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostTargets } from "../../model/outreach/read-targets.ts";
import { targetsOf } from "../../store/outreach/targets.read.ts";
import { writeAsking, writeState } from "../../store/outreach/targets.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { actingPerson, gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";
import { neverAsk } from "./refused-addresses.ts";

export const askTargetJob = "gatherings/ask-target";

export type BeginOutreachRefusal =
  | StandingRefusal
  | { readonly kind: "nobody-to-ask" }
  | { readonly kind: "gathering-cancelled" };

/**
 * Has everybody on the board asked who is not asked yet: each by a job of its own, so that nobody is asked twice whatever happens to the
 * program meanwhile. Who never wants to be asked again is not.
 *
 * Refuses `nobody-to-ask`, and a gathering that is called off or over.
 */
export const beginOutreach = defineCommand({
  name: "gatherings/begin-outreach",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly asking: number }, BeginOutreachRefusal>> {
    const gathering = await gatheringOf(context, input);
    const by = actingPerson(context);
    if (gathering === undefined || by === undefined) return refused({ kind: "not-found" });
    const isAhead = ["idea", "asking-when", "date-set"].includes(gathering.state);
    if (!isAhead) return refused({ kind: "gathering-cancelled" });
    const listed = await targetsOf(context.db, gathering.id, { after: "", limit: mostTargets, state: "listed" });
    if (listed.length === 0) return refused({ kind: "nobody-to-ask" });
    let asking = 0;
    for (const { id, address } of listed) {
      if (await neverAsk(context, [address])) {
        await writeState(context.db, id, "opted-out");
        continue;
      }
      await writeAsking(context.db, id, { by, at: context.now });
      const payload = { communityId: input.communityId, gatheringId: gathering.id, targetId: id };
      await context.schedule({ kind: askTargetJob, key: id, due: context.now, payload });
      asking += 1;
    }
    context.emit({ name: "outreach-begun", version: 1, payload: { gathering: gathering.id, targets: asking } });
    return accepted({ asking });
  },
});
