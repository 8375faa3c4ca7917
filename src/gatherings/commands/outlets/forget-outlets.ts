import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { outletsOf } from "../../store/outlets/outlets.read.ts";
import { deleteOutletsOf } from "../../store/outlets/outlets.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";
import { outletsAreKeptFor, scheduleForgetting } from "./keep-outlets.ts";

const over: readonly string[] = ["held", "minuted", "cancelled"];

/** The clock's look at the outlets of a gathering: when it has been over for a while, they are deleted with their secrets. */
export const forgetOutlets = defineCommand({
  name: "gatherings/forget-outlets",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, about): Promise<Result<{ readonly forgotten: boolean }, StandingRefusal>> {
    const gathering = await gatheringOf(context, about);
    if (gathering === undefined) return refused({ kind: "not-found" });
    if ((await outletsOf(context.db, gathering.id)).length === 0) return accepted({ forgotten: false });
    const end = gathering.changedAt.add(outletsAreKeptFor);
    if (!over.includes(gathering.state) || Temporal.Instant.compare(context.now, end) < 0) {
      await scheduleForgetting(context, about);
      return accepted({ forgotten: false });
    }
    await deleteOutletsOf(context.db, gathering.id);
    context.emit({ name: "outlets-forgotten", version: 1, payload: { gathering: gathering.id } });
    return accepted({ forgotten: true });
  },
});
