import { answerRsvp } from "../gatherings/commands/answer-rsvp.ts";
import { answerQuestions } from "../gatherings/commands/questions/answer-questions.ts";
import { chooseQuestions } from "../gatherings/commands/questions/choose-questions.ts";
import { openSeats } from "../gatherings/commands/seats/open-seats.ts";
import { setDate } from "../gatherings/commands/set-date.ts";
import { demoSteward } from "./seed-cast.ts";
import { seedOutreach } from "./seed-outreach.ts";
import { announce, dayFromNow, zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

/** A gathering with a date to which each instance sends one delegate, which asks a little more, and for which others were invited. */
export async function seedSeats(stage: Stage): Promise<void> {
  const about = await announce(stage, {
    handle: "delegates_meet",
    title: "Delegates meet",
    purpose: "Agree on how the league speaks with one voice, one delegate for each server.",
    description: "",
  });
  const organiser = stage.actorOf(demoSteward.name);
  const sessions = [{ start: `${dayFromNow(stage, 16).toString()}T19:00`, zone, lengthMinutes: 90 }];
  await stage.run(setDate, { ...about, sessions, reason: "An evening in Europe, a morning in Aotearoa." }, organiser);
  const kinds = [
    { kind: "delegate", places: 12 },
    { kind: "founder", places: 4 },
  ] as const;
  const reason = "Every server has one voice here, whatever its size; who wants to start one is heard too.";
  await stage.run(openSeats, { ...about, kinds: [...kinds], reason }, organiser);
  const questions = ["languages", "access", "recording", "introduction", "exchange", "conduct"] as const;
  await stage.run(chooseQuestions, { ...about, questions: [...questions] }, organiser);
  await seedOutreach(stage, about);
  for (const name of ["Amadou Keïta", "Tess Harrow", "Noa Lindqvist", "Ines Farkas"])
    await stage.run(answerRsvp, { ...about, answer: "going" }, stage.actorOf(name));
  await stage.run(answerRsvp, { ...about, answer: "going", seat: "founder" }, stage.actorOf("Sol Ibarra"));
  for (const { name, ...said } of answers)
    await stage.run(answerQuestions, { ...about, ...said, languages: [...said.languages] }, stage.actorOf(name));
}

const answers = [
  {
    name: "Jonas Weide",
    languages: ["de", "en"],
    recording: "yes",
    introduction: "I keep the books of Allmende and cook for its assemblies.",
    brings: "Our bylaws, translated into plain words.",
    seeks: "Servers that rotate their moderators.",
  },
  {
    name: "Lucía Prado",
    languages: ["es", "en", "pt"],
    recording: "unnamed",
    introduction: "Comuna decides in an assembly every month; I take the notes.",
    captions: true,
  },
  { name: "Tess Harrow", languages: ["en"], recording: "yes", seeks: "A way to share the pager at night." },
  { name: "Noa Lindqvist", languages: ["nb", "sv", "en"], recording: "yes", other: "A break after 45 minutes." },
] as const;
