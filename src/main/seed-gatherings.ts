import { answerRsvp } from "../gatherings/commands/answer-rsvp.ts";
import { answerSchedulingPoll } from "../gatherings/commands/answer-scheduling-poll.ts";
import { editGathering } from "../gatherings/commands/edit-gathering.ts";
import { joinInterestList } from "../gatherings/commands/join-interest-list.ts";
import { openSchedulingPoll } from "../gatherings/commands/open-scheduling-poll.ts";
import { setRoom } from "../gatherings/commands/room/set-room.ts";
import { setDate } from "../gatherings/commands/set-date.ts";
import { pollOfGathering } from "../gatherings/store/polls.read.ts";
import { seedAgenda } from "./seed-agenda.ts";
import { demoSteward } from "./seed-cast.ts";
import { seedPreparations, seedRolesToCome } from "./seed-commitments.ts";
import { seedSeries } from "./seed-series.ts";
import { seedHeld } from "./seed-held.ts";
import { seedSeats } from "./seed-seats.ts";
import { zoneOfLeague as zone, announce, type AboutOne, type Stage } from "./seed-stage.ts";
import { seedWall } from "./seed-wall.ts";

/** Gatherings of the league: one that was held, an idea, one that is asking when, and one with a date, half full. */
export async function seedGatherings(stage: Stage): Promise<void> {
  await seedSeries(stage);
  await seedHeld(stage);
  await seedIdea(stage);
  await seedAsking(stage);
  await seedDated(stage);
  await seedSeats(stage);
}

async function seedIdea(stage: Stage): Promise<void> {
  const about = await announce(stage, {
    handle: "shared_moderation",
    title: "Moderation we can share",
    purpose: "Find out which moderation work our servers could do together, and which each must do alone.",
    description: "",
  });
  for (const name of ["Tess Harrow", "Noa Lindqvist", "Ines Farkas", "Amadou Keïta"]) {
    await stage.run(joinInterestList, about, stage.actorOf(name));
  }
}

async function seedAsking(stage: Stage): Promise<void> {
  const about = await announce(stage, {
    handle: "first_gathering",
    title: "First gathering of the league",
    purpose: "Meet one another, hear how each server decides, and agree on what to do first.",
    description:
      "Ninety minutes, in English with whispered Spanish and French. We start with a round of names and end with who does what by when.",
  });
  const first = stage.application.clock().toZonedDateTimeISO(zone).toPlainDate().add({ days: 12 });
  const starts = [0, 1, 2, 5].flatMap((day) =>
    ["09:00", "14:00", "20:00"].map((time) => `${first.add({ days: day }).toString()}T${time}`),
  );
  const nativeLabels = Object.fromEntries(starts.slice(0, 4).map((start) => [start, start.replace("T", ", ")]));
  const closesAt = stage.application
    .clock()
    .add({ hours: 24 * 6 })
    .round("minute")
    .toString();
  await stage.run(
    openSchedulingPoll,
    { ...about, zone, lengthMinutes: 90, starts, nativeLabels, noneLabel: "None of these", closesAt },
    stage.actorOf(demoSteward.name),
  );
  await answers(stage, about);
}

/** Who can come when: by day and hour of the twelve slots, as their part of the world sleeps. */
const availability: Readonly<Record<string, string>> = {
  "Jonas Weide": "nyynyynyynyy",
  "Lucía Prado": "nyynyynnynyy",
  "Amadou Keïta": "yyniynyynyyn",
  "Tess Harrow": "nyyniynyynyy",
  "Noa Lindqvist": "yynyynyynyyn",
  "Kiri Tamahori": "ynnynnynnynn",
  "Pietro Salvi": "nnynnynnynny",
  "Maëlle Kerdoncuff": "niyniyniyniy",
  "Yuki Aramaki": "yinyinyinyin",
};

async function answers(stage: Stage, about: AboutOne): Promise<void> {
  const poll = await pollOfGathering(stage.application.read, about.gatheringId);
  for (const [name, pattern] of Object.entries(availability)) {
    const said = (poll?.slots ?? []).map((slot, place) => [slot.id, wordFor(pattern[place])] as const);
    const note =
      name === "Kiri Tamahori" ? "Mornings in Rome are my evenings; anything later is the middle of the night." : "";
    await stage.run(joinInterestList, about, stage.actorOf(name));
    await stage.run(answerSchedulingPoll, { ...about, answers: Object.fromEntries(said), note }, stage.actorOf(name));
  }
  for (const name of ["Devon Okafor", "Sol Ibarra", "Rosa Quill"])
    await stage.run(joinInterestList, about, stage.actorOf(name));
}

function wordFor(letter: string | undefined): "yes" | "if-need-be" | "no" {
  if (letter === "y") return "yes";
  return letter === "i" ? "if-need-be" : "no";
}

async function seedDated(stage: Stage): Promise<void> {
  const texts = {
    title: "Money in the open",
    purpose: "Show one another our books: what a member costs, who pays, and what is left.",
    description: "Bring one figure you are proud of and one you are not.",
  };
  const about = await announce(stage, { handle: "money_in_the_open", ...texts });
  const day = stage.application.clock().toZonedDateTimeISO(zone).toPlainDate().add({ days: 9 });
  const organiser = stage.actorOf(demoSteward.name);
  const limits = { language: "en", place: "", capacity: 6, audienceCapacity: 20 };
  await stage.run(editGathering, { ...about, ...texts, ...limits }, organiser);
  await stage.run(setRoom, { ...about, link: "https://meet.orchard.example/money" }, organiser);
  const sessions = [{ start: `${day.toString()}T18:00`, zone, lengthMinutes: 60 }];
  const reason = "Seven of nine can come, and nobody must get up at night.";
  await stage.run(setDate, { ...about, sessions, reason }, organiser);
  const going = ["Jonas Weide", "Lucía Prado", "Amadou Keïta", "Tess Harrow", "Pietro Salvi"];
  for (const name of going)
    await stage.run(
      answerRsvp,
      { ...about, answer: "going", people: name === "Pietro Salvi" ? 2 : 1 },
      stage.actorOf(name),
    );
  await stage.run(answerRsvp, { ...about, answer: "going" }, stage.actorOf("Maëlle Kerdoncuff"));
  await stage.run(answerRsvp, { ...about, answer: "maybe" }, stage.actorOf("Noa Lindqvist"));
  await stage.run(answerRsvp, { ...about, answer: "audience" }, stage.actorOf("Rosa Quill"));
  await stage.run(answerRsvp, { ...about, answer: "not-going" }, stage.actorOf("Kiri Tamahori"));
  await seedAgenda(stage, about);
  await seedRolesToCome(stage, about);
  await seedPreparations(stage, about);
  await seedWall(stage, about);
}
