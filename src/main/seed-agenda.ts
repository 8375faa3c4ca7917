import { addBlocks } from "../gatherings/commands/agenda/add-blocks.ts";
import { answerAgendaConsent } from "../gatherings/commands/agenda/answer-agenda-consent.ts";
import { askAgendaConsent } from "../gatherings/commands/agenda/ask-agenda-consent.ts";
import { concludeAgendaConsent } from "../gatherings/commands/agenda/conclude-agenda-consent.ts";
import { editBlock } from "../gatherings/commands/agenda/edit-block.ts";
import { proposeItem } from "../gatherings/commands/agenda/propose-item.ts";
import { publishAgenda } from "../gatherings/commands/agenda/publish-agenda.ts";
import { settleItem } from "../gatherings/commands/agenda/settle-item.ts";
import { demoSteward } from "./seed-cast.ts";
import type { AboutOne, Stage } from "./seed-stage.ts";

const organiser = demoSteward.name;

/** The agenda of the gathering that was held, and what it left for another time. */
export async function seedHeldAgenda(stage: Stage, about: AboutOne): Promise<void> {
  const blocks = [
    { title: "Check-in", purpose: "Who is here, and from where?", structure: "round", minutes: 10 },
    {
      title: "How we take in new people",
      purpose: "Each server in two minutes: who answers, how long it takes, what goes wrong.",
      structure: "round",
      minutes: 20,
      notes: true,
    },
    {
      title: "Three habits to keep",
      purpose: "What works so well that all of us could do it?",
      structure: "one-two-four-all",
      minutes: 20,
      notes: true,
      host: "Jonas Weide",
    },
    { title: "Plus and delta", structure: "plus-delta", minutes: 10, notes: true },
  ] as const;
  await stage.run(addBlocks, { ...about, blocks: [...blocks] }, stage.actorOf(organiser));
  await propose(stage, about, "Yuki Aramaki", { title: "A shared list of buddies for newcomers", minutes: 15 });
  const note = "We all write the same page. Could one text be translated by all of us?";
  await propose(stage, about, "Noa Lindqvist", { title: "One welcome page for all servers", note });
}

/** The agenda of the gathering to come: an objection was worked in, and some things wait. */
export async function seedAgenda(stage: Stage, about: AboutOne): Promise<void> {
  const blocks = [
    {
      title: "Welcome and check-in",
      purpose: "One figure each: what does a member cost you?",
      structure: "round",
      minutes: 8,
    },
    {
      title: "Three books, open on the table",
      purpose:
        "Allmende, Comuna and Baobab show their year on one page each.\n\n- What comes in, and from whom?\n- What goes out, and what is left?",
      structure: "round",
      minutes: 20,
      notes: true,
      recording: true,
      host: "Jonas Weide",
    },
    {
      title: "What would we do together?",
      purpose: "What could we pay for once instead of nine times?",
      structure: "one-two-four-all",
      minutes: 12,
      notes: true,
      host: "Lucía Prado",
    },
  ] as const;
  const steward = stage.actorOf(organiser);
  const { blockIds } = await stage.run(addBlocks, { ...about, blocks: [...blocks] }, steward);
  const storage = await propose(stage, about, "Tess Harrow", { title: "How we pay for storage", minutes: 10 });
  await stage.run(settleItem, { ...about, itemId: storage, decision: "take", minutes: "10" }, steward);
  await stage.run(askAgendaConsent, about, steward);
  const reason = "Thirty members of mine would speak of their money. Please do not record the open books.";
  await stage.run(answerAgendaConsent, { ...about, answer: "objection", reason }, stage.actorOf("Amadou Keïta"));
  const [, books = ""] = blockIds;
  await stage.run(editBlock, { ...about, blockId: books, ...blocks[1], recording: false }, steward);
  const closing = { title: "Who does what by when", structure: "round", minutes: 10, notes: true } as const;
  await stage.run(addBlocks, { ...about, blocks: [closing] }, steward);
  await stage.run(askAgendaConsent, about, steward);
  for (const name of ["Amadou Keïta", "Jonas Weide", "Lucía Prado", "Tess Harrow"]) {
    await stage.run(answerAgendaConsent, { ...about, answer: "consent" }, stage.actorOf(name));
  }
  await stage.run(concludeAgendaConsent, about, steward);
  await stage.run(publishAgenda, about, steward);
  const note = "Two of us pay the same lawyer twice.";
  await propose(stage, about, "Pietro Salvi", { title: "Legal advice, bought together", note, minutes: 15 });
}

async function propose(
  stage: Stage,
  about: AboutOne,
  name: string,
  item: { readonly title: string; readonly note?: string; readonly minutes?: number },
): Promise<string> {
  return (await stage.run(proposeItem, { ...about, ...item }, stage.actorOf(name))).itemId;
}
