import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { noteTested } from "../../store/outlets/outlets.write.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { outletOf } from "./keep-outlets.ts";
import { aboutOutlet } from "./outlet-input.ts";
import { sendingJob } from "./sending-job.ts";

type Refusal =
  | StandingRefusal
  | { readonly kind: "outlet-paused" }
  | { readonly kind: "outlet-tested-lately"; readonly again: { readonly instant: string } };

const between = Temporal.Duration.from({ minutes: 1 });

/**
 * Sends a test to an outlet, once a minute at most, since nobody knows whether whoever gets it agreed.
 *
 * Refuses what standing refuses, `outlet-paused` and `outlet-tested-lately`.
 */
export const tryOutlet = defineCommand({
  name: "gatherings/try-outlet",
  input: z.object(aboutOutlet),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, { communityId, gatheringId, outletId }): Promise<Result<null, Refusal>> {
    const outlet = await outletOf(context, gatheringId, outletId);
    if (outlet === undefined) return refused({ kind: "not-found" });
    if (outlet.pausedAt !== undefined) return refused({ kind: "outlet-paused" });
    const again = outlet.testedAt?.add(between);
    if (again !== undefined && Temporal.Instant.compare(context.now, again) < 0) {
      return refused({ kind: "outlet-tested-lately", again: { instant: again.toString() } });
    }
    await noteTested(context.db, outlet.id, context.now);
    const at = context.now.toString();
    const said = { communityId, gatheringId, outletId, origin: outlet.origin };
    await context.schedule(sendingJob({ ...said, cause: `test/${at}`, kind: "test", text: "", at, until: null }));
    return accepted(null);
  },
});
