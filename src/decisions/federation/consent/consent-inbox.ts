import type { Recogniser, Recognition } from "../../../kernel/federation/received.ts";
import { answerConsent } from "../../commands/consent/answer-consent.ts";
import { answerMotion } from "../../commands/consent/answer-motion.ts";
import { answerQuestion } from "../../commands/consent/answer-question.ts";
import { answerReview } from "../../commands/consent/answer-review.ts";
import { askQuestion } from "../../commands/consent/ask-question.ts";
import { confirmVersion } from "../../commands/consent/confirm-version.ts";
import { giveReason } from "../../commands/consent/give-reason.ts";
import { react } from "../../commands/consent/react.ts";
import { sayClear } from "../../commands/consent/say-clear.ts";
import { unreadableConsent } from "../../commands/consent/unreadable-consent.ts";
import { readAgreeing, readClarity, readConsent, readReview, saysPass } from "../../model/consent/replies.ts";
import { reviewAnswers } from "../../model/consent/review.ts";
import { consentAnswers } from "../../model/consent/rounds.ts";
import { longestReaction } from "../../model/consent/timeouts.ts";
import { saidText } from "../../model/replies/reply-text.ts";
import { consentById, type Consent } from "../../store/consent/consents.read.ts";
import { roundOf } from "../../store/consent/rounds.read.ts";
import { consentMatterOf, type ConsentMatter } from "./consent-addresses.ts";
import { consentAsked } from "./asked-consent.ts";
import { answerAboutConsent } from "./consent-replies.ts";
import { answerLabelled } from "./round-labels.ts";

const longestWords = 5_000;

/** A vote in the native poll of a consent round or of a review: a Note that names an option, in reply to the poll. */
const voting: Recogniser = {
  name: "decisions/voting-in-consents",
  types: ["Create"],
  async recognise(activity, reading) {
    const { name, inReplyTo } = activity.object ?? {};
    const matter = name === undefined ? undefined : consentMatterOf(reading.origin, inReplyTo);
    const consent = matter === undefined ? undefined : await consentById(reading.read, matter.consentId);
    if (name === undefined || consent === undefined || matter?.round === undefined) return undefined;
    const { kind, number } = matter.round;
    const answer = answerLabelled(kind, name);
    if (answer === undefined) return { command: unreadableConsent, input: about(consent) };
    const round = await roundOf(reading.read, consent.id, kind, number);
    const input = { ...about(consent), answer, by: "native-poll" };
    if (kind === "review") return { command: answerReview, input };
    return { command: answerConsent, input: { ...input, version: round?.answersTo ?? 0 } };
  },
  reply: answerAboutConsent,
};

/** A reply in words to what asks the circle, or to a message of ours about a process. */
const replying: Recogniser = {
  name: "decisions/replying-in-consents",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note?.text === undefined || note.name !== undefined) return undefined;
    const asked = await consentAsked(activity, reading);
    const consent = asked === undefined ? undefined : await consentById(reading.read, asked.matter.consentId);
    const text = (saidText(note.text.slice(0, 2_000)) ?? "").trim();
    if (asked === undefined || consent === undefined) return undefined;
    if (text === "") return { command: unreadableConsent, input: about(consent) };
    return asked.personal === undefined
      ? replyToRound(consent, asked.matter, text)
      : replyToMessage(consent, asked.personal, text);
  },
  reply: answerAboutConsent,
};

/** What consent processes make of what arrives. */
export const consentInbox: readonly Recogniser[] = [voting, replying];

function replyToRound(consent: Consent, { round }: ConsentMatter, text: string): Recognition {
  const by = "reply";
  const input = { ...about(consent), by };
  switch (round?.kind) {
    case "clarify": {
      const place = readClarity(text);
      if (place === undefined) return { command: askQuestion, input: { ...about(consent), text } };
      return { command: sayClear, input: { ...input, answer: place === 0 ? "clear" : "pass" } };
    }
    case "react":
      if (saysPass(text)) return { command: react, input: { ...input, pass: "yes" } };
      return { command: react, input: { ...input, text: text.slice(0, longestReaction) } };
    case "consent": {
      const read = readConsent(text);
      // Whoever picked "objection" and then replies with nothing but words says why.
      if (read === undefined) return { command: giveReason, input: { ...input, words: text } };
      return { command: answerConsent, input: { ...input, answer: consentAnswers[read.place], words: read.words } };
    }
    case "motion": {
      const read = readAgreeing(text);
      if (read === undefined) return { command: unreadableConsent, input: about(consent) };
      return {
        command: answerMotion,
        input: { ...input, answer: read.place === 0 ? "yes" : "no", words: read.words },
      };
    }
    case "review": {
      const read = readReview(text);
      if (read === undefined) return { command: unreadableConsent, input: about(consent) };
      return { command: answerReview, input: { ...input, answer: reviewAnswers[read.place], words: read.words } };
    }
    case undefined:
      return { command: unreadableConsent, input: about(consent) };
  }
}

function replyToMessage(
  consent: Consent,
  { what, which }: { readonly what: string; readonly which: string },
  text: string,
): Recognition {
  const input = { ...about(consent), by: "reply" };
  if (what === "reason") return { command: giveReason, input: { ...input, words: text.slice(0, longestWords) } };
  if (what === "question") {
    return { command: answerQuestion, input: { ...about(consent), questionId: which, answer: text } };
  }
  const reviewed = what === "waits" ? readReview(text) : undefined;
  if (reviewed !== undefined) {
    return { command: answerReview, input: { ...input, answer: reviewAnswers[reviewed.place], words: reviewed.words } };
  }
  const read = what === "confirm" ? readAgreeing(text) : undefined;
  if (read === undefined) return { command: unreadableConsent, input: about(consent) };
  return { command: confirmVersion, input: { ...input, will: read.place === 0 ? "yes" : "no", words: read.words } };
}

function about(consent: Consent) {
  return { communityId: consent.communityId, consentId: consent.id };
}
