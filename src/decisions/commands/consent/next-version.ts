import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { isSameCharter } from "../../model/charter/charter.ts";
import type { IntegrationOption } from "../../model/consent/objections.ts";
import { isOneVoice } from "../../model/consent/speaker.ts";
import { mostCycles } from "../../model/consent/timeouts.ts";
import { isSameContent, type VersionContent } from "../../model/consent/version.ts";
import { amendmentOf } from "../../store/charter/charter.read.ts";
import { versionOf, type Consent } from "../../store/consent/consents.read.ts";
import { writeVersion } from "../../store/consent/consents.write.ts";
import { openObjections } from "../../store/consent/objections.read.ts";
import { roundsOf } from "../../store/consent/rounds.read.ts";
import { letConsentBeFound } from "../../store/search/process-texts.write.ts";
import { bindAmendment, keepAmendment, type WrittenAmendment } from "../charter/bind-amendment.ts";
import { citeDecisions } from "../register/cite-decisions.ts";
import { actingPerson } from "../standing.ts";
import {
  consentOf,
  mayTakePart,
  mayTendConsent,
  type AboutConsent,
  type ActingIn,
  type ConsentRefusal,
} from "./consent-standing.ts";
import { proceed } from "./proceed.ts";
import { speakerOn } from "./speakers.ts";
import { versionHash } from "./version-hash.ts";

export type VersionRefusal =
  | ConsentRefusal
  | { readonly kind: "nothing-changed"; readonly field: "text" }
  | { readonly kind: "another-way-first" };

/** The words of a new version, and how it answers what was objected. */
interface NextVersion extends VersionContent {
  readonly integration: IntegrationOption;
  readonly note: string;
}

/** The author and those who facilitate write versions; while objections are integrated, so does whoever objected. */
export async function mayWriteVersion(
  context: CommandContext,
  about: AboutConsent,
): Promise<ConsentRefusal | undefined> {
  return (await objectsNow(context, about)) ? mayTakePart(context, about) : mayTendConsent(context, about);
}

/**
 * Writes the next version; one that amends the charter takes its amendment along, or another in its place.
 *
 * Refuses `nothing-changed`; after three cycles `another-way-first`, until the circle was asked whether it wants a helping circle, another
 * method, or to park it.
 */
export async function writeNextVersion(
  context: CommandContext,
  { consent, person }: ActingIn,
  next: NextVersion,
  amendment?: WrittenAmendment,
): Promise<Result<{ readonly version: number }, VersionRefusal>> {
  const { title, text, measures, responsible, termMonths } = next;
  const content = { title, text, measures, responsible, termMonths };
  const before = await versionOf(context.db, consent.id, consent.version);
  const isSame = before !== undefined && isSameContent(before, content);
  if (isSame && !(await changesAmendment(context, consent, amendment))) {
    return refused({ kind: "nothing-changed", field: "text" });
  }
  if (await mustAskFirst(context, consent)) return refused({ kind: "another-way-first" });
  const version = consent.version + 1;
  await writeVersion(context.db, consent.id, {
    ...content,
    version,
    hash: versionHash(consent.id, version, content),
    integration: consent.state === "integrate" ? next.integration : undefined,
    cycle: consent.cycle,
    note: next.note,
    writtenBy: person,
    writtenAt: context.now,
  });
  if (amendment === undefined) await keepAmendment(context, consent, version);
  else await bindAmendment(context, consent, version, amendment);
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
}

async function changesAmendment(
  context: CommandContext,
  consent: Consent,
  amendment: WrittenAmendment | undefined,
): Promise<boolean> {
  const before = await amendmentOf(context.db, consent.id);
  return amendment !== undefined && (before === undefined || !isSameCharter(before, amendment));
}

/** Whether this cycle is one too many, and the circle was not asked for another way in it. */
async function mustAskFirst(context: CommandContext, consent: Consent): Promise<boolean> {
  if (consent.state !== "integrate" || consent.cycle < mostCycles) return false;
  const [last] = await roundsOf(context.db, consent.id, "motion");
  return (
    last === undefined || Temporal.Instant.compare(last.openedAt, consent.stateSince) < 0 || last.closedAt === undefined
  );
}

async function objectsNow(context: CommandContext, about: AboutConsent): Promise<boolean> {
  const consent = await consentOf(context, about);
  const person = actingPerson(context);
  if (consent?.state !== "integrate" || person === undefined) return false;
  const list = { communityId: consent.communityId, listId: consent.id };
  const speaker = await speakerOn(context.db, list, person, context.arrivedAt);
  if (speaker === undefined) return false;
  return (await openObjections(context.db, consent.id)).some((each) => isOneVoice(each, speaker));
}
