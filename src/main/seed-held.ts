import { announce as speakForLeague } from "../communities/commands/announcements/announce.ts";
import { answerRsvp } from "../gatherings/commands/answer-rsvp.ts";
import { answerSchedulingPoll } from "../gatherings/commands/answer-scheduling-poll.ts";
import { joinInterestList } from "../gatherings/commands/join-interest-list.ts";
import { openSchedulingPoll } from "../gatherings/commands/open-scheduling-poll.ts";
import { setDate } from "../gatherings/commands/set-date.ts";
import { pollOfGathering } from "../gatherings/store/polls.read.ts";
import { seedHeldAgenda } from "./seed-agenda.ts";
import { demoSteward } from "./seed-cast.ts";
import { seedCommitments, seedRolesHeld } from "./seed-commitments.ts";
import { lookBack, takeNotes } from "./seed-minutes.ts";
import { daysOfStory } from "./seed-run.ts";
import { announce, dayFromNow, zoneOfLeague as zone, type AboutOne, type Stage } from "./seed-stage.ts";

const organiser = demoSteward.name;

/** The days between what happens; together with what is left they make the whole story. */
const days = { untilChoice: 6, untilDoors: 1 } as const;

/** A gathering in two sessions, one for each half of the world, that is over today. */
export async function seedHeld(stage: Stage): Promise<void> {
  const about = await announce(stage, {
    handle: "welcoming_newcomers",
    title: "Welcoming newcomers",
    purpose: "Compare how each server takes in new people, and keep the three habits that work best.",
    description:
      "Two sessions with the same questions, so that nobody has to get up at night. What is said in one is read in the other.",
  });
  const first = dayFromNow(stage, 16);
  const starts = [0, 1].flatMap((day) =>
    ["09:00", "13:00", "19:00"].map((time) => `${first.add({ days: day }).toString()}T${time}`),
  );
  const nativeLabels = Object.fromEntries(starts.slice(0, 4).map((start) => [start, start.replace("T", ", ")]));
  const closesAt = stage.application
    .clock()
    .add({ hours: 24 * 5 })
    .round("minute")
    .toString();
  const poll = { zone, lengthMinutes: 60, starts, nativeLabels, noneLabel: "None of these", closesAt };
  await stage.run(openSchedulingPoll, { ...about, ...poll }, stage.actorOf(organiser));
  await answers(stage, about);
  await stage.letTimePass(days.untilChoice);
  const sessions = [starts[0], starts[2]].map((start) => ({ start: start ?? "", zone, lengthMinutes: 60 }));
  const reason =
    "Nine of nine can come to one of the two; with a single session three of us would have to get up at night.";
  await stage.run(setDate, { ...about, sessions, reason }, stage.actorOf(organiser));
  await stage.letTimePass(days.untilDoors);
  for (const name of ["Jonas Weide", "Lucía Prado", "Tess Harrow", "Noa Lindqvist", "Yuki Aramaki", "Kiri Tamahori"]) {
    await stage.run(answerRsvp, { ...about, answer: "going" }, stage.actorOf(name));
  }
  await stage.run(answerRsvp, { ...about, answer: "not-going" }, stage.actorOf("Devon Okafor"));
  await seedHeldAgenda(stage, about);
  await seedRolesHeld(stage, about);
  await takeNotes(stage, about);
  await stage.letTimePass(daysOfStory - days.untilChoice - days.untilDoors);
  await seedCommitments(stage, about);
  await lookBack(stage, about);
  await stage.run(
    speakForLeague,
    { communityId: stage.communityId, language: "en", text: thanks },
    stage.actorOf(organiser),
  );
}

const thanks = `Thank you to everyone who came to *Welcoming newcomers*. Three habits that we take home:

1. A **person**, not a form, answers every application within two days.
2. The first week has a buddy.
3. We say what the server costs before we ask for anything.`;

/** By slot: morning, midday and evening of two days. */
const availability: Readonly<Record<string, string>> = {
  "Jonas Weide": "yyyyyn",
  "Lucía Prado": "nyynyy",
  "Amadou Keïta": "yyiyyi",
  "Tess Harrow": "nyynyy",
  "Noa Lindqvist": "yyyyyy",
  "Kiri Tamahori": "ynnynn",
  "Pietro Salvi": "nnynny",
  "Yuki Aramaki": "yinyin",
  "Devon Okafor": "nnynny",
};

const words: Readonly<Record<string, "yes" | "if-need-be" | "no">> = { y: "yes", i: "if-need-be", n: "no" };

async function answers(stage: Stage, about: AboutOne): Promise<void> {
  const poll = await pollOfGathering(stage.application.read, about.gatheringId);
  for (const [name, pattern] of Object.entries(availability)) {
    const said = (poll?.slots ?? []).map((slot, place) => [slot.id, words[pattern[place] ?? "n"] ?? "no"] as const);
    await stage.run(joinInterestList, about, stage.actorOf(name));
    await stage.run(
      answerSchedulingPoll,
      { ...about, answers: Object.fromEntries(said), note: "" },
      stage.actorOf(name),
    );
  }
}
