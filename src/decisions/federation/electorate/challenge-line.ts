import type { Application } from "../../../kernel/application.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { challengedUntil, holds } from "../../model/electorate/challenges.ts";
import { challengesOf, waitingAmong } from "../../store/electorate/challenges.read.ts";
import { electorateChosen } from "../../store/electorate/electorates.read.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

/** Until when an outcome can be challenged, as one sentence; none once it holds. */
export async function challengeLine(
  { read, clock }: Application,
  proposal: Proposal,
  t: Translator,
): Promise<readonly string[]> {
  const { challengeDays } = await electorateChosen(read, proposal.id);
  const until = challengedUntil(proposal, challengeDays);
  if (challengeDays === 0 || until === undefined || proposal.secrecy === "secret") return [];
  const waiting = waitingAmong(await challengesOf(read, proposal.id));
  if (holds(proposal, challengeDays, waiting, clock())) return [];
  return [t("decisions.electorate.fediverse.challenge", { until: t.dateTime(until) })];
}
