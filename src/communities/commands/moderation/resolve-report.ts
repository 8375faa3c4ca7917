import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { reportById } from "../../store/reports.read.ts";
import { resolveReportRow } from "../../store/moderation.write.ts";
import { communityIdField, reasonField } from "../fields.ts";
import { actingPerson, requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/** A steward closes a complaint and says what was done; whoever complained here is told. Refuses with `not-found` when it is not open. */
export const resolveReport = defineCommand({
  name: "communities/resolve-report",
  input: z.object({ communityId: communityIdField, reportId: z.uuid(), resolution: reasonField }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, reportId, resolution }): Promise<Result<null, Refusal>> {
    const report = await reportById(context.db, communityId, reportId);
    const personId = actingPerson(context);
    if (report === undefined || report.resolvedAt !== undefined || personId === undefined) {
      return refused({ kind: "not-found" });
    }
    await resolveReportRow(context.db, reportId, { personId, resolution, at: context.now });
    context.emit({ name: "report-resolved", version: 1, payload: { communityId, reportId } });
    return accepted(null);
  },
});
