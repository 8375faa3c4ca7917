import type { CommunityId, PersonId } from "../src/communities/index.ts";
import { answerConsent } from "../src/decisions/commands/consent/answer-consent.ts";
import { askForConsent } from "../src/decisions/commands/consent/ask-for-consent.ts";
import { draftConsent } from "../src/decisions/commands/consent/draft-consent.ts";
import { react } from "../src/decisions/commands/consent/react.ts";
import { sayClear } from "../src/decisions/commands/consent/say-clear.ts";
import { submitConsent } from "../src/decisions/commands/consent/submit-consent.ts";
import { consentById, type Consent } from "../src/decisions/store/consent/consents.read.ts";
import type { Json } from "../src/kernel/base/canonical-json.ts";
import type { AnyRefusal, Result } from "../src/kernel/base/result.ts";
import type { Command } from "../src/kernel/commands/command.ts";
import { valueOf } from "./community-cast.ts";
import type { DecisionCast } from "./decision-cast.ts";
import { byPerson } from "./test-application.ts";

/** What every command about one consent process is told. */
export interface CastConsent {
  readonly communityId: string;
  readonly consentId: string;
}

type Said = Readonly<Record<string, unknown>>;

/** How a circle is led through a consent process in a test. */
export interface ConsentPlay {
  /** A draft in a thread of its own, with a quorum of half, unless `said` says otherwise. */
  draft(author: PersonId, communityId: CommunityId, said?: Said): Promise<CastConsent>;
  /** Somebody does something; `input` is what the command asks besides the process. */
  act(person: PersonId, command: Command, about: CastConsent, input?: Said): Promise<Result<Json, AnyRefusal>>;
  /** Submits a steward's draft and leads it through questions and reactions, to where the circle is asked for its consent. */
  toConsent(about: CastConsent, steward: PersonId, circle: readonly PersonId[]): Promise<void>;
  answer(person: PersonId, about: CastConsent, answer: string, words?: string): Promise<Result<Json, AnyRefusal>>;
  state(about: CastConsent): Promise<Consent>;
}

/** The text every draft begins with. */
export const draftText = "We pay one shared moderator for ten hours a week.";

/** The acts of a consent process over a cast that decides. */
export function consentPlay(cast: DecisionCast): ConsentPlay {
  const { application } = cast;
  const act: ConsentPlay["act"] = (person, command, about, input = {}) =>
    application.execute(command, { ...about, ...input }, byPerson(person));
  return {
    act,
    async draft(author, communityId, said = {}) {
      const threadId = await cast.thread(author, communityId);
      const words = { title: "A shared moderator", text: draftText, zone: "Europe/Rome" };
      const drafted = await application.execute(
        draftConsent,
        { communityId, threadId, ...words, ...said },
        byPerson(author),
      );
      return { communityId, consentId: valueOf(drafted).consentId };
    },
    async toConsent(about, steward, circle) {
      valueOf(await act(steward, submitConsent, about));
      for (const person of circle) valueOf(await act(person, sayClear, about, { answer: "clear" }));
      for (const person of circle) valueOf(await act(person, react, about, { pass: "yes" }));
      valueOf(await act(steward, askForConsent, about));
    },
    answer: (person, about, answer, words = "") => act(person, answerConsent, about, { answer, words }),
    async state(about) {
      const consent = await consentById(application.read, about.consentId);
      if (consent === undefined) throw new Error("there is no such process");
      return consent;
    },
  };
}
