import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { reportById } from "../../store/reports.read.ts";
import { markReportForwarded } from "../../store/moderation.write.ts";
import { communityIdField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

/** It was passed on before; a server is told once. */
export interface AlreadyForwarded extends AnyRefusal {
  readonly kind: "already-forwarded";
}

type Refusal = AlreadyForwarded | NotFound | OnlyStewards | SignInNeeded;

/**
 * A steward passes a complaint on to the server of the account, which acts by its own rules. The edge has found the account's URI.
 *
 * The reporter is not named. Refuses with `already-forwarded`, `not-found`.
 */
export const forwardReport = defineCommand({
  name: "communities/forward-report",
  input: z.object({ communityId: communityIdField, reportId: z.uuid(), accountUri: z.url().max(2_000) }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, reportId, accountUri }): Promise<Result<null, Refusal>> {
    const report = await reportById(context.db, communityId, reportId);
    if (report === undefined) return refused({ kind: "not-found" });
    if (report.forwardedAt !== undefined) return refused({ kind: "already-forwarded" });
    await markReportForwarded(context.db, reportId, accountUri, context.now);
    context.emit({ name: "report-forwarded", version: 1, payload: { communityId, reportId } });
    return accepted(null);
  },
});
