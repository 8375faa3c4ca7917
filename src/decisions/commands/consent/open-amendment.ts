import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { consentById, versionOf } from "../../store/consent/consents.read.ts";
import { amendmentOf, bylawsOfProposal, charterOf } from "../../store/charter/charter.read.ts";
import { rewriteBylaws } from "../../store/charter/charter.write.ts";
import { insertConsent, writeVersion } from "../../store/consent/consents.write.ts";
import { bindAmendment } from "../charter/bind-amendment.ts";
import { copyElectorate } from "../electorate/choose-electorate.ts";
import { versionHash } from "./version-hash.ts";

/**
 * A proposal that changes a decision: a draft with its words and rules, in the same thread and of the same author, who works out the
 * change; where the decision amended the charter, the charter as it stands is what they begin with. Once it is adopted it supersedes the
 * decision. Gives its id.
 */
export async function openAmendment(context: CommandContext, decision: AdoptedDecision): Promise<string> {
  const before = await consentById(context.db, decision.consentId);
  const version = await versionOf(context.db, decision.consentId, decision.version);
  if (before === undefined || version === undefined) throw new Error(`the decision ${decision.id} came of nothing`);
  const id = context.ids.next<"consent">();
  await insertConsent(context.db, {
    ...before,
    id,
    title: decision.title,
    startsOn: undefined,
    endsOn: decision.endsOn,
    draftedAt: context.now,
    supersedes: decision.id,
    proposalId: undefined,
  });
  await copyElectorate(context.db, decision.consentId, id);
  const bylaws = await bylawsOfProposal(context.db, decision.consentId);
  if (bylaws !== undefined) await rewriteBylaws(context.db, id, bylaws);
  await writeVersion(context.db, id, {
    ...version,
    version: 1,
    hash: versionHash(id, 1, version),
    integration: undefined,
    cycle: 0,
    note: "",
    writtenAt: context.now,
  });
  const inForce =
    (await amendmentOf(context.db, decision.consentId)) && (await charterOf(context.db, decision.communityId));
  if (inForce !== undefined)
    await bindAmendment(context, { ...before, id }, 1, { ...inForce, baseVersion: inForce.version });
  context.emit({
    name: "consent-drafted",
    version: 1,
    payload: { thread: before.threadId, proposal: id, supersedes: decision.id },
  });
  return id;
}
