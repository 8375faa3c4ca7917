import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostOpenReports } from "../../model/report.ts";
import { communityById } from "../../store/communities.read.ts";
import { countOpenReportsBy } from "../../store/reports.read.ts";
import { insertReport } from "../../store/moderation.write.ts";
import { communityIdField } from "../fields.ts";
import { actingPerson, requirePerson, type NotFound, type SignInNeeded } from "../guards.ts";

/** So many complaints of one reporter are open that a further one must wait until stewards have looked. */
export interface TooManyReports extends AnyRefusal {
  readonly kind: "too-many-reports";
  readonly most: number;
}

type Refusal = NotFound | SignInNeeded | TooManyReports;

/** Somebody complains to the stewards of a community, who alone read it. Refuses with `too-many-reports`, `not-found`. */
export const fileReport = defineCommand({
  name: "communities/file-report",
  input: z.object({
    communityId: communityIdField,
    /** The account's handle or address, as typed. */
    account: z.string().trim().min(1).max(500),
    /** The addresses complained of. */
    objects: z.array(z.string().trim().min(1).max(2_000)).max(20).default([]),
    text: z.string().trim().min(1).max(5_000),
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context): Promise<Refusal | undefined> => requirePerson(context),
  async run(context, report): Promise<Result<{ readonly reportId: string }, Refusal>> {
    const { communityId } = report;
    const reporterId = actingPerson(context);
    if (reporterId === undefined || (await communityById(context.db, communityId)) === undefined) {
      return refused({ kind: "not-found" });
    }
    const open = await countOpenReportsBy(context.db, communityId, { personId: reporterId });
    const most = mostOpenReports.perPerson;
    if (open >= most) return refused({ kind: "too-many-reports", most });
    const id = context.ids.next();
    const source = { id, reporterId, fromHost: "", activityId: undefined, receivedAt: context.now };
    await insertReport(context.db, { ...report, ...source });
    // What it says stays out of the log: it may name people who did nothing.
    context.emit({ name: "report-filed", version: 1, payload: { communityId, reportId: id } });
    return accepted({ reportId: id });
  },
});
