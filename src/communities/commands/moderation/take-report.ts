import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostOpenReports } from "../../model/report.ts";
import { blockLevelOf } from "../../store/blocks.read.ts";
import { communityById } from "../../store/communities.read.ts";
import { countOpenReportsBy } from "../../store/reports.read.ts";
import { insertReport } from "../../store/moderation.write.ts";
import { communityIdField } from "../fields.ts";
import type { KeptOut, NotFound } from "../guards.ts";
import type { TooManyReports } from "./file-report.ts";

type Refusal = KeptOut | NotFound | TooManyReports;

/**
 * Another server complains about something of a community, by a Flag. Such a report names no reporter: the server speaks.
 *
 * Refuses with `kept-out` for a blocked server, `too-many-reports`, `not-found`.
 */
export const takeReport = defineCommand({
  name: "communities/take-report",
  input: z.object({
    communityId: communityIdField,
    activityId: z.string().min(1).max(2_000),
    fromHost: z.string().min(1).max(300),
    account: z.string().max(2_000),
    objects: z.array(z.string().max(2_000)).max(100),
    text: z.string().transform((text) => text.slice(0, 5_000)),
  }),
  chain: ({ communityId }) => communityId,
  authorise: async (context): Promise<Refusal | undefined> =>
    context.origin.from === "federated" ? undefined : { kind: "not-found" },
  async run(context, report): Promise<Result<{ readonly reportId: string }, Refusal>> {
    const { communityId, fromHost } = report;
    if ((await communityById(context.db, communityId)) === undefined) return refused({ kind: "not-found" });
    const level = await blockLevelOf(context.db, communityId, { host: fromHost });
    if (level === "block") return refused({ kind: "kept-out" });
    const open = await countOpenReportsBy(context.db, communityId, { host: fromHost });
    const most = mostOpenReports.perHost;
    if (open >= most) return refused({ kind: "too-many-reports", most });
    const id = context.ids.next();
    await insertReport(context.db, { ...report, id, reporterId: undefined, receivedAt: context.now });
    context.emit({ name: "report-filed", version: 1, payload: { communityId, reportId: id } });
    return accepted({ reportId: id });
  },
});
