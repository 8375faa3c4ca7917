import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { communityInput } from "../inputs.ts";
import { end } from "./next-date.ts";
import { mayOrganiseSeries, seriesOf, type SeriesRefusal } from "./series-standing.ts";

/** Ends a series: no further gathering is announced, and what is announced stays. Ending it again changes nothing. */
export const endSeries = defineCommand({
  name: "gatherings/end-series",
  input: z.object({ communityId: communityInput, seriesId: z.string().max(64) }),
  chain: (input) => input.communityId,
  authorise: mayOrganiseSeries,
  async run(context, input): Promise<Result<{ readonly ended: true }, SeriesRefusal>> {
    const series = await seriesOf(context, input);
    if (series === undefined) return refused({ kind: "not-found" });
    if (series.endedAt === undefined) await end(context, series);
    return accepted({ ended: true });
  },
});
