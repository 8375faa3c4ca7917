import { z } from "zod";
import { communityById } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { knownLanguages } from "../../model/questions/language-names.ts";
import { longestIntroduction, noAnswers, noNeeds, recordingConsents } from "../../model/questions/questions.ts";
import { mayBeThere } from "../../store/questions/answered-gatherings.read.ts";
import { accessNeedsOf, answersOfPerson, questionsOf } from "../../store/questions/questions.read.ts";
import {
  writeAccessNeeds,
  writeAnswersOfPerson,
  writeConductAcceptance,
} from "../../store/questions/questions.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { actingPerson, mayTakePart, type StandingRefusal } from "../standing.ts";
import { conductDigest } from "./conduct-digest.ts";
import { scheduleDeletion } from "./deletion-job.ts";

export type AnswerQuestionsRefusal =
  | StandingRefusal
  | { readonly kind: "nothing-asked" }
  | { readonly kind: "rsvp-first" }
  | { readonly kind: "conduct-changed" };

const words = z.string().trim().max(longestIntroduction).optional();

/**
 * What somebody who comes answers to the questions of an RSVP. What is left out stays as it was answered before; what is not asked is not
 * kept. Accepting the code of conduct names the wording that was read, so that nobody accepts one they have not seen.
 *
 * Refuses `nothing-asked`, `rsvp-first` for somebody who has not said that they come, and `conduct-changed`.
 */
export const answerQuestions = defineCommand({
  name: "gatherings/answer-questions",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    languages: z
      .array(z.string().refine((tag) => knownLanguages.includes(tag), "unknown-language"))
      .max(20)
      .optional(),
    recording: z.enum(recordingConsents).optional(),
    introduction: words,
    brings: words,
    seeks: words,
    captions: z.boolean().optional(),
    signLanguage: z.string().trim().max(100).optional(),
    other: words,
    /** The digest of the code that was read; empty to accept none now, `current` for a reply, which answers the one that is linked. */
    acceptsConduct: z.string().max(64).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly answered: readonly string[] }, AnswerQuestionsRefusal>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    const { gatheringId } = input;
    const asked = await questionsOf(context.db, gatheringId);
    if (asked.length === 0) return refused({ kind: "nothing-asked" });
    if (!(await mayBeThere(context.db, gatheringId, person))) return refused({ kind: "rsvp-first" });
    if (input.acceptsConduct !== "" && asked.includes("conduct")) {
      const digest = await presentConduct(context, input.communityId);
      const isRead = input.acceptsConduct === "current" || input.acceptsConduct === digest;
      if (digest === undefined || !isRead) return refused({ kind: "conduct-changed" });
      await writeConductAcceptance(
        context.db,
        { communityId: input.communityId, personId: person, digest },
        context.now,
      );
    }
    const before = (await answersOfPerson(context.db, gatheringId, person)) ?? noAnswers;
    const answers = {
      languages: asked.includes("languages") ? (input.languages ?? before.languages) : before.languages,
      recording: asked.includes("recording") ? (input.recording ?? before.recording) : before.recording,
      introduction: asked.includes("introduction") ? (input.introduction ?? before.introduction) : before.introduction,
      brings: asked.includes("exchange") ? (input.brings ?? before.brings) : before.brings,
      seeks: asked.includes("exchange") ? (input.seeks ?? before.seeks) : before.seeks,
    };
    await writeAnswersOfPerson(context.db, gatheringId, person, answers, context.now);
    if (asked.includes("access")) {
      const needed = (await accessNeedsOf(context.db, gatheringId, person)) ?? noNeeds;
      await writeAccessNeeds(context.db, gatheringId, person, {
        captions: input.captions ?? needed.captions,
        signLanguage: input.signLanguage ?? needed.signLanguage,
        other: input.other ?? needed.other,
      });
    }
    await scheduleDeletion(context, input);
    const payload = { gathering: gatheringId, person, via: context.origin.from };
    context.emit({ name: "questions-answered", version: 1, payload });
    return accepted({ answered: asked });
  },
});

async function presentConduct(context: CommandContext, communityId: string): Promise<string | undefined> {
  return conductDigest((await communityById(context.db, communityId))?.codeOfConduct ?? {});
}
