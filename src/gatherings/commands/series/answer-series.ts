import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { dropAnswer, putAnswer } from "../../store/series/series.write.ts";
import { communityInput } from "../inputs.ts";
import { joinInterestList } from "../join-interest-list.ts";
import { actingPerson } from "../standing.ts";
import { latestGathering, mayTakePartInSeries, seriesOf, type SeriesRefusal } from "./series-standing.ts";

/**
 * What a person answers for every date of a series that is announced from now on; each date may be answered otherwise when it comes. An
 * empty answer takes it back. Whoever answers is on the list, and so hears of the dates.
 */
export const answerSeries = defineCommand({
  name: "gatherings/answer-series",
  input: z.object({
    communityId: communityInput,
    seriesId: z.string().max(64),
    answer: z.enum(["", "going", "maybe", "audience"]),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePartInSeries,
  async run(context, input): Promise<Result<{ readonly answer: string }, SeriesRefusal>> {
    const person = actingPerson(context);
    const series = await seriesOf(context, input);
    const latest = series && (await latestGathering(context, series));
    if (person === undefined || series === undefined || latest === undefined) return refused({ kind: "not-found" });
    if (input.answer === "") {
      await dropAnswer(context.db, series.id, person);
    } else {
      await putAnswer(context.db, series.id, person, input.answer, context.now);
      const joined = await context.execute(joinInterestList, {
        communityId: input.communityId,
        gatheringId: latest.id,
      });
      if (!joined.ok && joined.refusal.kind !== "invalid-input") return refused(joined.refusal);
    }
    context.emit({ name: "series-answered", version: 1, payload: { series: series.id, person, answer: input.answer } });
    return accepted({ answer: input.answer });
  },
});
