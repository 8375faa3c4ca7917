import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { objectionKinds } from "../../model/consent/objections.ts";
import { consentAnswers, type ConsentAnswerWord } from "../../model/consent/rounds.ts";
import type { Consent } from "../../store/consent/consents.read.ts";
import { isOneVoice } from "../../model/consent/speaker.ts";
import { openObjections } from "../../store/consent/objections.read.ts";
import {
  rewriteObjection,
  insertObjection,
  settleObjection,
  type ObjectionWords,
} from "../../store/consent/objections.write.ts";
import { answerOf } from "../../store/consent/rounds.read.ts";
import { writeAnswer } from "../../store/consent/rounds.write.ts";
import { aboutConsent, wayInput, wordsInput } from "./consent-inputs.ts";
import { electorIn, mayTakePart, type ConsentRefusal, type SpeakingIn } from "./consent-standing.ts";
import { proceed } from "./proceed.ts";
import { tellOfAnswer } from "./tell-of-answer.ts";

export type AnswerConsentRefusal =
  | ConsentRefusal
  | { readonly kind: "objection-without-reason"; readonly field: "words" }
  /** The answer was to a version that was replaced since. */
  | { readonly kind: "version-replaced" };

/** An answer as it was taken. */
export interface ConsentTaken {
  readonly [name: string]: string | boolean;
  readonly answer: ConsentAnswerWord;
  /** Whether its reason is still to come: it was picked in a poll, which has no room for words. */
  readonly waits: boolean;
}

/**
 * Somebody consents to the present version, consents with a concern, or objects and says why. An objection begins the gathering of
 * objections at once; while they are gathered, others may still object or say better why. One that comes without a reason waits for it.
 *
 * Refuses as {@link electorIn} does, `version-replaced`, and on the web `objection-without-reason`.
 */
export const answerConsent = defineCommand({
  name: "decisions/answer-consent",
  input: z.object({
    ...aboutConsent,
    answer: z.enum(consentAnswers),
    /** The concern, or the statement of the objection. */
    words: wordsInput,
    /** The version that was read; 0 where the way it came does not tell. */
    version: z.coerce.number().int().min(0).default(0),
    kind: z.enum(objectionKinds).default("harm-to-aim"),
    aim: wordsInput,
    evidence: wordsInput,
    severity: wordsInput,
    workable: wordsInput,
    by: wayInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<ConsentTaken, AnswerConsentRefusal>> {
    const acting = await electorIn(context, input, ["consent", "objections"]);
    if (!acting.ok) return acting;
    const { consent, person, speaker } = acting.value;
    if (input.version !== 0 && input.version !== consent.version) return refused({ kind: "version-replaced" });
    if (input.answer === "objection" && input.words === "" && input.by === "web") {
      return refused({ kind: "objection-without-reason", field: "words" });
    }
    const round = { consentId: consent.id, kind: "consent", answersTo: consent.version } as const;
    const before = await answerOf(context.db, round, speaker);
    const words = input.words === "" && before?.answer === input.answer ? before.words : input.words;
    const said = { ...speaker, answer: input.answer, words, givenAt: context.now, by: input.by };
    await writeAnswer(context.db, round, said);
    const { kind, aim, evidence, severity, workable } = input;
    await keepRecord(context, acting.value, input.answer, {
      statement: words,
      kind,
      aim,
      evidence,
      severity,
      workable,
    });
    tellOfAnswer(context, consent, { round: "consent", person, by: input.by });
    const waits = words === "" && input.answer !== "consent";
    if (waits) tellOfMissingReason(context, consent, { person, answer: input.answer });
    await proceed(context, consent.id);
    return accepted({ answer: input.answer, waits });
  },
});

/** An objection with its reason has a record; whoever consents after all takes theirs back. */
async function keepRecord(
  context: CommandContext,
  { consent, person, speaker }: SpeakingIn,
  answer: ConsentAnswerWord,
  words: ObjectionWords,
): Promise<void> {
  const open = (await openObjections(context.db, consent.id)).find((each) => isOneVoice(each, speaker));
  if (answer !== "objection") {
    const state = answer === "concern" ? "concern" : "withdrawn";
    if (open !== undefined) await settleObjection(context.db, open.id, { state, by: "objector", at: context.now });
    return;
  }
  if (words.statement === "") return;
  if (open !== undefined) return rewriteObjection(context.db, open.id, words);
  const id = context.ids.next<"objection">();
  await insertObjection(context.db, {
    ...words,
    id,
    consentId: consent.id,
    version: consent.version,
    cycle: consent.state === "consent" ? consent.cycle + 1 : consent.cycle,
    ...speaker,
    raisedAt: context.now,
  });
  context.emit({
    name: "objection-raised",
    version: 1,
    payload: { thread: consent.threadId, proposal: consent.id, objection: id, person, version: consent.version },
  });
}

/** Whoever objected or has a concern and has not said why is asked for it. */
function tellOfMissingReason(
  context: CommandContext,
  consent: Consent,
  asked: { readonly person: string; readonly answer: string },
): void {
  context.emit({
    name: "consent-reason-wanted",
    version: 1,
    payload: { thread: consent.threadId, proposal: consent.id, version: consent.version, turn: consent.turn, ...asked },
  });
}
