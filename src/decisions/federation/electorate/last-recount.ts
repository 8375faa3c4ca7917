import type { Application } from "../../../kernel/application.ts";
import { challengesOf } from "../../store/electorate/challenges.read.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";

/** When the present count of a proposal took the place of an earlier one after a challenge; undefined where it never did. */
export async function lastRecount({ read }: Application, proposal: Proposal): Promise<Temporal.Instant | undefined> {
  const { closedAt } = proposal;
  if (closedAt === undefined) return undefined;
  const recounts = (await challengesOf(read, proposal.id)).flatMap(({ after, answeredAt }) =>
    after === "" || answeredAt === undefined || Temporal.Instant.compare(answeredAt, closedAt) < 0 ? [] : [answeredAt],
  );
  return recounts.toSorted((one, other) => Temporal.Instant.compare(one, other)).at(-1);
}
