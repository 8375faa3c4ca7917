import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import type { PageEnv } from "../../../ui/request.ts";
import { charterOf } from "../../store/charter/charter.read.ts";
import { visitingCommunity } from "../visit.ts";
import { pathsOfDecisions } from "./decided-by.ts";
import { charterMarkdown } from "./matter-words.ts";

/** The charter in force to take along: in words as Markdown, and as JSON of which the hash can be taken again. */
export function exportRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/communities/:handle/charter.md",
    visitingCommunity(application, async ({ c, community }) => {
      const charter = await charterOf(application.read, community.id);
      if (charter === undefined) return showNotFound(c);
      const { t } = c.var;
      const title = t("decisions.charter.of", { community: community.name });
      const values = { version: charter.version, since: t.dateTime(charter.inForceAt) };
      const text = `# ${title}\n\n${t("decisions.charter.version-since", values)}\n\n${charterMarkdown(t, charter)}`;
      return c.body(text, 200, { "Content-Type": "text/markdown; charset=utf-8" });
    }),
  );
  web.get(
    "/communities/:handle/charter.json",
    visitingCommunity(application, async ({ c, community }) => {
      const charter = await charterOf(application.read, community.id);
      if (charter === undefined) return showNotFound(c);
      const { version, hash, proposalId, inForceAt, opening, matters } = charter;
      const path = (await pathsOfDecisions(application.read, [proposalId])).get(proposalId ?? "");
      const decision = path === undefined ? null : new URL(path, application.origin).href;
      const origin = { community: community.id, version, hash, inForceSince: inForceAt.toString(), decision };
      return c.json({ ...origin, opening, matters });
    }),
  );
}
