import { z } from "zod";
import { describePerson } from "../../../accounts/index.ts";
import { isBlocked } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { dateHandles } from "../../model/series/date-handle.ts";
import { fairStart } from "../../model/series/night-debt.ts";
import { announcementOf, timesInQuestion, type Series } from "../../model/series/series.ts";
import type { SessionTime } from "../../model/session.ts";
import { interestOf } from "../../store/interest.read.ts";
import { answersForSeries } from "../../store/series/series.read.ts";
import { insertDate, updateDebt } from "../../store/series/series.write.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { answerSession } from "../answer-rsvp.ts";
import { communityInput } from "../inputs.ts";
import { setSessions } from "../set-sessions.ts";
import { copyGathering } from "./copy-gathering.ts";
import { freeHandle } from "./free-handle.ts";
import { nextDateOf, scheduleNext } from "./next-date.ts";
import { latestGathering, seriesOf } from "./series-standing.ts";
import { zonesOnList } from "./zones-on-list.ts";

type Refusal = { readonly kind: "not-found" } | { readonly kind: "only-the-clock" };

/** The clock's word that the next gathering of a series is to be announced. */
export const announceNext = defineCommand({
  name: "gatherings/announce-next",
  input: z.object({ communityId: communityInput, seriesId: z.string().max(64) }),
  chain: (input) => input.communityId,
  authorise: async (context): Promise<Refusal | undefined> =>
    context.actor.kind === "clock" ? undefined : { kind: "only-the-clock" },
  async run(context, input): Promise<Result<{ readonly gatheringId: string | null }, Refusal>> {
    const series = await seriesOf(context, input);
    const before = series && (await latestGathering(context, series));
    if (series === undefined || before === undefined) return refused({ kind: "not-found" });
    if (series.endedAt !== undefined) return accepted({ gatheringId: null });
    const date = await nextDateOf(context, series);
    const isDue = date !== undefined && Temporal.Instant.compare(announcementOf(series, date), context.now) <= 0;
    const gatheringId = isDue ? await announce(context, series, before, date) : null;
    await scheduleNext(context, series);
    return accepted({ gatheringId });
  },
});

async function announce(
  context: CommandContext,
  series: Series,
  before: Gathering,
  date: Temporal.PlainDateTime,
): Promise<string> {
  const handle = await freeHandle(context, dateHandles(before.handle, date.toPlainDate()));
  const copied = await copyGathering(context, before, { handle, title: before.title, purpose: before.purpose });
  if (!copied.ok) throw new Error(`the handle ${handle} for the next of series ${series.id}: ${copied.refusal.kind}`);
  const gathering = copied.value;
  const { time, debt } = fairStart(
    timesInQuestion(series, date),
    await zonesOnList(context.db, gathering.id),
    series.debt,
  );
  await insertDate(context.db, series.id, { date, gatheringId: gathering.id, reason: "" });
  await updateDebt(context.db, series.id, debt);
  await setDateOf(context, gathering, time);
  await answerForAll(context, series, gathering);
  return gathering.id;
}

async function setDateOf(context: CommandContext, gathering: Gathering, time: SessionTime): Promise<void> {
  const about = { communityId: gathering.communityId, gatheringId: gathering.id };
  await setSessions(context, about, [{ id: context.ids.next<"session">(), time }], "");
}

/**
 * Whoever answered for the series, and is still on the list, is answered for and told so. Whom the rules of the seats refuse is left to
 * answer by themselves.
 */
async function answerForAll(context: CommandContext, series: Series, gathering: Gathering): Promise<void> {
  const [session] = await sessionsOf(context.db, gathering.id);
  if (session === undefined) return;
  for (const { person, answer } of await answersForSeries(context.db, series.id)) {
    if ((await interestOf(context.db, gathering.id, person)) !== "on-list") continue;
    const host = (await describePerson(context.db, person))?.host;
    if (await isBlocked(context.db, gathering.communityId, { personId: person, host })) continue;
    await answerSession(context, gathering, session, { person, answer, people: 1, seat: "" });
  }
}
