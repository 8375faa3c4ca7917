import { answerConsent } from "../decisions/commands/consent/answer-consent.ts";
import { askForConsent } from "../decisions/commands/consent/ask-for-consent.ts";
import { draftConsent } from "../decisions/commands/consent/draft-consent.ts";
import { react } from "../decisions/commands/consent/react.ts";
import { sayClear } from "../decisions/commands/consent/say-clear.ts";
import { submitConsent } from "../decisions/commands/consent/submit-consent.ts";
import { charterOf } from "../decisions/store/charter/charter.read.ts";
import { demoSteward } from "./seed-cast.ts";
import { zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

/** Who speaks for the co-ops, in the order in which they speak. */
const delegates = ["Jonas Weide", "Lucía Prado", "Tess Harrow", "Noa Lindqvist", "Pietro Salvi", "Amadou Keïta"];

/** A matter that the charter leaves to the consent of the co-ops, one voice each: half of them have answered. */
export async function seedConsentOfCoops(stage: Stage, threadId: string): Promise<void> {
  const { application, run, actorOf, communityId } = stage;
  const steward = actorOf(demoSteward.name);
  const charter = await charterOf(application.read, communityId);
  const matter = charter?.matters.find(({ name }) => name === "What binds every co-op")?.id ?? "";
  const { consentId } = await run(
    draftConsent,
    {
      communityId,
      threadId,
      zone,
      matter,
      title: "Hold each other’s backups",
      text: "Each co-op keeps an encrypted copy of one other co-op’s data, no further than one border away, and shows once a quarter that it can be read back.",
      need: "Two of us lost a week of posts last year. None of us can pay for a second machine alone.",
      measures: "How many of the quarterly trials worked.",
      termMonths: 12,
    },
    steward,
  );
  const about = { communityId, consentId };
  await run(submitConsent, about, steward);
  for (const name of delegates) await run(sayClear, { ...about, answer: "clear" }, actorOf(name));
  const reactions = new Map([
    ["Tess Harrow", "Our assembly will ask who can read what lies at another’s."],
    ["Pietro Salvi", "We have room for two."],
  ]);
  for (const name of delegates) {
    const text = reactions.get(name);
    await run(react, { ...about, ...(text === undefined ? { pass: "yes" } : { text }) }, actorOf(name));
  }
  await run(askForConsent, about, steward);
  const concern = "Who pays for the disk when a co-op grows faster than its neighbour?";
  await run(answerConsent, { ...about, answer: "consent" }, actorOf("Jonas Weide"));
  await run(answerConsent, { ...about, answer: "concern", words: concern }, actorOf("Lucía Prado"));
  await run(answerConsent, { ...about, answer: "consent" }, actorOf("Pietro Salvi"));
}
