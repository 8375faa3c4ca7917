import { joinInterestList } from "../gatherings/commands/join-interest-list.ts";
import { answerSeries } from "../gatherings/commands/series/answer-series.ts";
import { makeSeries } from "../gatherings/commands/series/make-series.ts";
import { setDate } from "../gatherings/commands/set-date.ts";
import { demoSteward } from "./seed-cast.ts";
import { announce, dayFromNow, zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

/** A circle that meets every two weeks, at one of two hours, so that nobody gets up each time. */
export async function seedSeries(stage: Stage): Promise<void> {
  const about = await announce(stage, {
    handle: "organising_circle",
    title: "Organising circle",
    purpose: "Keep the league going: what is to be done until the next time, and who does it.",
    description: "Open to every member. The first ten minutes are for arriving.",
  });
  const steward = stage.actorOf(demoSteward.name);
  for (const name of ["Jonas Weide", "Tess Harrow", "Yuki Aramaki", "Kiri Tamahori"]) {
    await stage.run(joinInterestList, about, stage.actorOf(name));
  }
  const sessions = [{ start: `${dayFromNow(stage, 5).toString()}T19:00`, zone, lengthMinutes: 90 }];
  await stage.run(setDate, { ...about, sessions, reason: "As always, an evening in Europe first." }, steward);
  const rule = "FREQ=WEEKLY;INTERVAL=2";
  const { seriesId } = await stage.run(
    makeSeries,
    { ...about, rule, otherTimes: ["09:00"], announceDays: 14 },
    steward,
  );
  const answer = { communityId: about.communityId, seriesId, answer: "going" } as const;
  for (const name of ["Jonas Weide", "Tess Harrow"]) await stage.run(answerSeries, answer, stage.actorOf(name));
}
