import { giveFeedback } from "../gatherings/commands/feedback/give-feedback.ts";
import { announceDraft } from "../gatherings/commands/minutes/announce-draft.ts";
import { sayName } from "../gatherings/commands/minutes/say-name.ts";
import { sendCorrection } from "../gatherings/commands/minutes/send-correction.ts";
import { writeNotes } from "../gatherings/commands/notes/write-notes.ts";
import { blocksOf } from "../gatherings/store/agenda/blocks.read.ts";
import { demoSteward } from "./seed-cast.ts";
import type { AboutOne, Stage } from "./seed-stage.ts";

const organiser = demoSteward.name;

const whatWasSaid: readonly string[] = [
  `Nine servers told how somebody becomes a member with them.

- **By application**: a person reads each of them; two days at the latest.
- **By invitation**: the inviting member stays the new one's buddy.
- **Open**: quick, and the first week is the hardest for everyone.`,
  `1. A person, not a form, answers every application.
2. The first week has a buddy.
3. We say what the server costs before we ask for anything.`,
];

/** What is written during a gathering: notes on its blocks, but not on those without. */
export async function takeNotes(stage: Stage, about: AboutOne): Promise<void> {
  const open = (await blocksOf(stage.application.read, about.gatheringId)).filter(({ notes }) => notes);
  for (const [place, text] of whatWasSaid.entries()) {
    const block = open[place];
    if (block === undefined) continue;
    await stage.run(writeNotes, { ...about, place: block.id, version: 0, text }, stage.actorOf(organiser));
  }
}

/** What comes after: how it was, the draft, who is named, and a correction that waits. */
export async function lookBack(stage: Stage, about: AboutOne): Promise<void> {
  const { run, actorOf } = stage;
  await run(
    giveFeedback,
    { ...about, plus: "Two sessions: nobody had to get up at night.", delta: "" },
    actorOf("Kiri Tamahori"),
  );
  const jonas = { plus: "The round of names\nShort answers", delta: "More time for the first question" };
  await run(giveFeedback, { ...about, ...jonas }, actorOf("Jonas Weide"));
  await run(announceDraft, about, actorOf(organiser));
  await run(sayName, { ...about, answer: "named" }, actorOf("Jonas Weide"));
  await run(sayName, { ...about, answer: "named" }, actorOf("Tess Harrow"));
  const text = "Our server reads applications within one day, not two.";
  await run(sendCorrection, { ...about, text }, actorOf("Noa Lindqvist"));
}
