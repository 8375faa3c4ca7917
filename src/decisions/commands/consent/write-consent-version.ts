import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { integrationOptions } from "../../model/consent/objections.ts";
import { mostCycles } from "../../model/consent/timeouts.ts";
import { isSameContent } from "../../model/consent/version.ts";
import { versionOf, type Consent } from "../../store/consent/consents.read.ts";
import { writeVersion } from "../../store/consent/consents.write.ts";
import { openObjections } from "../../store/consent/objections.read.ts";
import { roundsOf } from "../../store/consent/rounds.read.ts";
import { letConsentBeFound } from "../../store/search/process-texts.write.ts";
import { actingPerson } from "../standing.ts";
import { citeDecisions } from "../register/cite-decisions.ts";
import { aboutConsent, contentInput, wordsInput } from "./consent-inputs.ts";
import { actingIn, consentOf, mayTakePart, mayTendConsent, type ConsentRefusal } from "./consent-standing.ts";
import { proceed } from "./proceed.ts";
import { versionHash } from "./version-hash.ts";

export type VersionRefusal =
  | ConsentRefusal
  | { readonly kind: "nothing-changed"; readonly field: "text" }
  | { readonly kind: "another-way-first" };

/**
 * Writes a new version: after the reactions, or to integrate what was objected. The author and those who facilitate may; while objections
 * are integrated, so may whoever objected.
 *
 * Refuses `nothing-changed`; after three cycles `another-way-first`, until the circle was asked whether it wants a helping circle, another
 * method, or to park it; and as {@link actingIn} does.
 */
export const writeConsentVersion = defineCommand({
  name: "decisions/write-consent-version",
  input: z.object({
    ...aboutConsent,
    ...contentInput,
    integration: z.enum(integrationOptions).default("amend"),
    note: wordsInput,
  }),
  chain: (input) => input.communityId,
  async authorise(context, input): Promise<ConsentRefusal | undefined> {
    return (await objectsNow(context, input)) ? mayTakePart(context, input) : mayTendConsent(context, input);
  },
  async run(context, input): Promise<Result<{ readonly version: number }, VersionRefusal>> {
    const acting = await actingIn(context, input, ["amend", "integrate"]);
    if (!acting.ok) return acting;
    const { consent, person } = acting.value;
    const { title, text, measures, responsible, termMonths } = input;
    const content = { title, text, measures, responsible, termMonths };
    const before = await versionOf(context.db, consent.id, consent.version);
    if (before !== undefined && isSameContent(before, content)) {
      return refused({ kind: "nothing-changed", field: "text" });
    }
    if (await mustAskFirst(context, consent)) return refused({ kind: "another-way-first" });
    const version = consent.version + 1;
    const integrates = consent.state === "integrate";
    await writeVersion(context.db, consent.id, {
      ...content,
      version,
      hash: versionHash(consent.id, version, content),
      integration: integrates ? input.integration : undefined,
      cycle: consent.cycle,
      note: input.note,
      writtenBy: person,
      writtenAt: context.now,
    });
    const cited = { about: consent.id, threadId: consent.threadId, text: `${text}\n${consent.need}` };
    await citeDecisions(context, "consent", cited);
    await letConsentBeFound(context.db, consent.id);
    context.emit({
      name: "consent-version-written",
      version: 1,
      payload: { thread: consent.threadId, proposal: consent.id, version, state: consent.state },
    });
    await proceed(context, consent.id);
    return accepted({ version });
  },
});

/** Whether this cycle is one too many, and the circle was not asked for another way in it. */
async function mustAskFirst(context: CommandContext, consent: Consent): Promise<boolean> {
  if (consent.state !== "integrate" || consent.cycle < mostCycles) return false;
  const [last] = await roundsOf(context.db, consent.id, "motion");
  return (
    last === undefined || Temporal.Instant.compare(last.openedAt, consent.stateSince) < 0 || last.closedAt === undefined
  );
}

async function objectsNow(
  context: CommandContext,
  about: { readonly communityId: string; readonly consentId: string },
): Promise<boolean> {
  const consent = await consentOf(context, about);
  if (consent?.state !== "integrate") return false;
  const person = actingPerson(context);
  return (await openObjections(context.db, consent.id)).some(({ personId }) => personId === person);
}
