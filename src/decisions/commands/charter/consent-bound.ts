import { isSteward } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { matterOf } from "../../model/charter/charter.ts";
import { consentRulesOf, type ConsentRules } from "../../model/charter/consent-way.ts";
import { bylawsOfProposal, charterOf, type ProposalBylaws } from "../../store/charter/charter.read.ts";
import { rewriteBylaws } from "../../store/charter/charter.write.ts";
import type { Consent } from "../../store/consent/consents.read.ts";
import { rewriteDraft } from "../../store/consent/consents.write.ts";
import { roundDaysOf } from "../consent/consent-inputs.ts";
import { chooseElectorate, type ElectorateRefusal } from "../electorate/choose-electorate.ts";
import { actingPerson } from "../standing.ts";

/** This matter is not put to a circle so, or not by whoever asks. */
export type MatterRefusal = { readonly kind: "unknown-matter" | "only-stewards" | "not-by-consent" };

/** The rules under which the charter puts a process, and what is written down of them. */
export interface BoundConsent {
  /** These take the place of whatever was asked for. */
  readonly rules: ConsentRules & { readonly people: "" };
  readonly kept: ProposalBylaws;
}

/**
 * The rules of a process about a matter of the charter; undefined for one that names none. Refuses `unknown-matter`, also where there is
 * no charter, `not-by-consent` for a matter that is counted, and `only-stewards` where the charter leaves it to them.
 */
export async function consentBoundBy(
  context: CommandContext,
  said: { readonly communityId: string; readonly matter: string },
): Promise<Result<BoundConsent | undefined, MatterRefusal>> {
  if (said.matter === "") return accepted(undefined);
  const charter = await charterOf(context.db, said.communityId);
  const matter = charter === undefined ? undefined : matterOf(charter, said.matter);
  if (charter === undefined || matter === undefined) return refused({ kind: "unknown-matter" });
  const rules = consentRulesOf(matter);
  if (rules === undefined) return refused({ kind: "not-by-consent" });
  const person = actingPerson(context) ?? "";
  if (matter.putBy === "stewards" && !(await isSteward(context.db, said.communityId, person))) {
    return refused({ kind: "only-stewards" });
  }
  const named = { preset: "", charterVersion: charter.version, matterId: matter.id, matterName: matter.name };
  const kept = { ...named, days: matter.days, boundUntil: context.now };
  return accepted({ rules: { ...rules, people: "" }, kept });
}

/** The matter that a draft is about; empty for none. */
export async function matterOfDraft(db: Database, consentId: string): Promise<string> {
  return (await bylawsOfProposal(db, consentId))?.matterId ?? "";
}

/**
 * Puts a draft about a matter under the rules that the charter has for it today: it may have lain about while the charter changed. Gives the
 * draft as it then is. Refuses as {@link consentBoundBy} does, and `unknown-circle` for a circle that is no more.
 */
export async function bindDraft(
  context: CommandContext,
  consent: Consent,
): Promise<Result<Consent, MatterRefusal | ElectorateRefusal>> {
  const { communityId } = consent;
  const by = await consentBoundBy(context, { communityId, matter: await matterOfDraft(context.db, consent.id) });
  if (!by.ok) return by;
  if (by.value === undefined) return accepted(consent);
  const { rules, kept } = by.value;
  const chosen = await chooseElectorate(context, consent.id, { communityId, ...rules, challengeDays: 0 });
  if (!chosen.ok) return chosen;
  const rule = { kind: rules.silence, quorumPercent: rules.quorumPercent };
  const draft = { ...consent, rule, roundDays: roundDaysOf(rules) };
  await rewriteDraft(context.db, consent.id, draft);
  await rewriteBylaws(context.db, consent.id, kept);
  return accepted(draft);
}
