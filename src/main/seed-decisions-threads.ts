import { closeThread } from "../decisions/commands/threads/close-thread.ts";
import { editPost } from "../decisions/commands/threads/edit-post.ts";
import { openThread } from "../decisions/commands/threads/open-thread.ts";
import { pinThread } from "../decisions/commands/threads/pin-thread.ts";
import { react } from "../decisions/commands/threads/react.ts";
import { tagThread } from "../decisions/commands/threads/tag-thread.ts";
import { takeBackPost } from "../decisions/commands/threads/take-back-post.ts";
import { writePost } from "../decisions/commands/threads/write-post.ts";
import { demoSteward } from "./seed-cast.ts";
import type { Stage } from "./seed-stage.ts";

/** Two more conversations of the league: one that goes on, with answers to answers, and one that was settled and closed. */
export async function seedThreads(stage: Stage): Promise<void> {
  await seedLanguages(stage);
  await seedSettled(stage);
}

async function seedLanguages({ run, actorOf, communityId }: Stage): Promise<void> {
  const { threadId, postId } = await run(
    openThread,
    {
      communityId,
      title: "In which languages do we meet?",
      text: "Our last gathering was in English alone, and three servers stayed silent. I would rather go slower and be understood.\n\nWhat has worked for you?",
      language: "en",
    },
    actorOf("Lucía Prado"),
  );
  const about = { communityId, threadId };
  const write = async (name: string, text: string, parentId: string) =>
    (await run(writePost, { ...about, parentId, text }, actorOf(name))).postId;
  const whisper = await write(
    "Amadou Keïta",
    "We pair people: one whispers to the other what is said. It needs no device.",
    postId,
  );
  const tired = await write("Maëlle Kerdoncuff", "Does that not tire whoever whispers?", whisper);
  const answer = await write("Amadou Keïta", "It does. After half an hour they change places.", tired);
  const minutes = await write(
    "Kiri Tamahori",
    "Minutes in two languages help those who come later more than those who are there.",
    postId,
  );
  const mistaken = await write("Pietro Salvi", "I wrote this in the wrong thread.", postId);
  await run(takeBackPost, { ...about, postId: mistaken }, actorOf("Pietro Salvi"));
  await run(
    editPost,
    { ...about, postId: answer, text: "It does. After twenty minutes they change places." },
    actorOf("Amadou Keïta"),
  );
  for (const [name, post, kind] of [
    ["Lucía Prado", whisper, "thanks"],
    ["Maëlle Kerdoncuff", whisper, "thanks"],
    ["Noa Lindqvist", whisper, "warmth"],
    ["Jonas Weide", minutes, "seen"],
  ] as const) {
    await run(react, { ...about, postId: post, kind }, actorOf(name));
  }
  await run(tagThread, { ...about, tags: "languages, gatherings" }, actorOf("Lucía Prado"));
  await run(pinThread, { ...about, pinned: true }, actorOf(demoSteward.name));
}

async function seedSettled({ run, actorOf, communityId }: Stage): Promise<void> {
  const steward = actorOf(demoSteward.name);
  const { threadId, postId } = await run(
    openThread,
    {
      communityId,
      title: "Who keeps the list of servers?",
      text: "It is two months old. Who looks after it?",
      language: "en",
    },
    actorOf("Noa Lindqvist"),
  );
  const text = "I do, from now on, each first Monday.";
  await run(writePost, { communityId, threadId, parentId: postId, text }, actorOf("Kiri Tamahori"));
  await run(tagThread, { communityId, threadId, tags: "housekeeping" }, steward);
  await run(closeThread, { communityId, threadId, reason: "Kiri keeps it. Write to her with changes." }, steward);
}
