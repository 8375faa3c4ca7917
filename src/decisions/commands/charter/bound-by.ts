import { isSteward, organisationsOf } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { earliestClosing, earliestOpening, type Bylaws } from "../../model/charter/bylaws.ts";
import { matterOf } from "../../model/charter/charter.ts";
import { consentWay } from "../../model/charter/consent-way.ts";
import { presetById, type Preset } from "../../model/presets.ts";
import { bylawsOfProposal, charterOf, type ProposalBylaws } from "../../store/charter/charter.read.ts";
import { insertBylaws } from "../../store/charter/charter.write.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import type { Thread } from "../../store/threads/threads.read.ts";
import { actingPerson } from "../standing.ts";

/** An instant as a refusal tells it to each reader. */
type Told = { readonly instant: string };

export type BylawsRefusal =
  | { readonly kind: "unknown-preset" }
  | { readonly kind: "unknown-matter" }
  | { readonly kind: "only-stewards" }
  | { readonly kind: "decided-by-consent" }
  | { readonly kind: "open-longer"; readonly field: "closesAt"; readonly days: number; readonly until: Told }
  | { readonly kind: "thread-too-young"; readonly days: number; readonly from: Told };

/** The rules that a proposal is put under, and what is written down of them. */
export interface Bound {
  /** These take the place of whatever was asked for. */
  readonly rules: Pick<Bylaws, "method" | "settings" | "quorumPercent" | "reasons"> & {
    readonly electorate: "members" | "organisations";
    readonly circleId: "";
    readonly people: "";
  };
  readonly kept: ProposalBylaws;
}

interface Said {
  readonly communityId: string;
  readonly preset: string;
  readonly matter: string;
  readonly closesAt: Temporal.Instant;
}

/**
 * By which rules a proposal in this thread is bound: those of the matter of the charter that it names, else those of the preset it
 * names; undefined for one that names neither.
 *
 * Refuses `unknown-preset`, `unknown-matter` (also where there is no charter), `decided-by-consent`
 * for a matter that is not counted, `only-stewards` where the charter leaves a matter to them, `open-longer` for a closing time before the rules allow one, and `thread-too-young`.
 */
export async function boundBy(
  context: CommandContext,
  thread: Thread,
  said: Said,
): Promise<Result<Bound | undefined, BylawsRefusal>> {
  if (said.matter !== "") return boundByCharter(context, thread, said);
  if (said.preset === "") return accepted(undefined);
  const preset = presetById(said.preset);
  if (preset === undefined) return refused({ kind: "unknown-preset" });
  const named = { preset: preset.id, charterVersion: 0, matterId: "", matterName: "" };
  return bound(context, thread, said, preset, named);
}

async function boundByCharter(
  context: CommandContext,
  thread: Thread,
  said: Said,
): Promise<Result<Bound, BylawsRefusal>> {
  const charter = await charterOf(context.db, said.communityId);
  const matter = charter === undefined ? undefined : matterOf(charter, said.matter);
  if (charter === undefined || matter === undefined) return refused({ kind: "unknown-matter" });
  if (matter.method === consentWay) return refused({ kind: "decided-by-consent" });
  const person = actingPerson(context) ?? "";
  if (matter.putBy === "stewards" && !(await isSteward(context.db, said.communityId, person))) {
    return refused({ kind: "only-stewards" });
  }
  const named = { preset: "", charterVersion: charter.version, matterId: matter.id, matterName: matter.name };
  return bound(context, thread, said, matter, named);
}

async function bound(
  context: CommandContext,
  thread: Thread,
  { communityId, closesAt }: Said,
  bylaws: Bylaws & Pick<Preset, "asks">,
  named: Omit<ProposalBylaws, "days" | "boundUntil">,
): Promise<Result<Bound, BylawsRefusal>> {
  const { now } = context;
  const from = earliestOpening(thread.openedAt, bylaws);
  if (Temporal.Instant.compare(now, from) < 0) {
    return refused({ kind: "thread-too-young", days: bylaws.threadDays, from: { instant: from.toString() } });
  }
  const boundUntil = earliestClosing(now, bylaws);
  if (Temporal.Instant.compare(closesAt, boundUntil) < 0) {
    const until = { instant: boundUntil.toString() };
    return refused({ kind: "open-longer", field: "closesAt", days: bylaws.days, until });
  }
  const { method, settings, quorumPercent, reasons } = bylaws;
  const hasOrganisations =
    bylaws.asks === "organisations" && (await organisationsOf(context.db, communityId)).length > 0;
  // Nobody puts a matter to those alone who are of their mind.
  const asked = { electorate: hasOrganisations ? "organisations" : "members", circleId: "", people: "" } as const;
  const rules = { method, settings, quorumPercent, ...asked, ...(reasons !== undefined && { reasons }) };
  return accepted({ rules, kept: { ...named, days: bylaws.days, boundUntil } });
}

/** Writes down by which rules a proposal is bound. */
export async function keepBylaws(context: CommandContext, proposalId: string, by: Bound | undefined): Promise<void> {
  if (by !== undefined) await insertBylaws(context.db, proposalId, by.kept);
}

export interface ClosingRefusal {
  readonly kind: "bound-to-stay-open";
  readonly until: Told;
}

/** Refuses to close a proposal before the rules that it was put under allow it. */
export async function refusedClosing(context: CommandContext, proposal: Proposal): Promise<ClosingRefusal | undefined> {
  const until = (await bylawsOfProposal(context.db, proposal.id))?.boundUntil;
  if (until === undefined || Temporal.Instant.compare(context.now, until) >= 0) return undefined;
  return { kind: "bound-to-stay-open", until: { instant: until.toString() } };
}
