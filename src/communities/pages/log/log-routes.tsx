import type { Hono } from "hono";
import { stream } from "hono/streaming";
import { exportChain } from "../../../kernel/activity-log/export.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { isOpenEvent } from "../../model/open-events.ts";
import { visitingAsMember, type CommunityRoutes } from "../visit.ts";
import { LogPage } from "./log-page.tsx";
import { readLog } from "./log-view.ts";

/** The record of a community, and the file by which anyone can check it. For members. */
export function logRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    "/communities/:handle/log",
    visitingAsMember(routes, async (visit) => {
      const before = Number(visit.c.req.query("before"));
      const view = await readLog(visit, Number.isSafeInteger(before) && before > 0 ? before : Number.MAX_SAFE_INTEGER);
      return visit.c.html(<LogPage visit={visit} view={view} />);
    }),
  );
  web.get(
    "/communities/:handle/log/record.jsonl",
    visitingAsMember(routes, ({ c, application, community }) => {
      c.header("Content-Type", "application/jsonl; charset=utf-8");
      c.header("Content-Disposition", `attachment; filename="${community.handle}-record.jsonl"`);
      return stream(c, async (file) => {
        for await (const line of exportChain(application.read, community.id, isOpenEvent)) await file.write(line);
      });
    }),
  );
}
