import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { listCommunities } from "../../store/communities.read.ts";
import { mayFound } from "../community/may-found.ts";
import type { CommunityRoutes } from "../visit.ts";
import { CommunityList } from "./community-list.tsx";

const PER_PAGE = 50;

/** `GET /communities`: every community of this server, by handle. */
export async function showCommunities(c: PageContext, { application }: CommunityRoutes): Promise<Response> {
  const { frame, t } = c.var;
  const after = c.req.query("after") ?? "";
  const found = await listCommunities(application.read, { after, limit: PER_PAGE + 1 });
  const shown = found.slice(0, PER_PAGE);
  const last = shown.at(-1);
  const title = t("communities.list.title");
  return c.html(
    <Page
      frame={frame}
      title={title}
      head={<PageHead frame={frame} name={title} sentence={t("communities.term.community")} />}
      act={
        (await mayFound(c, application))
          ? {
              panel: (
                <ActPanel title={t("communities.home.act-found")}>
                  <p>{t("communities.home.act-found-words")}</p>
                  <LinkButton href="/communities/new">{t("communities.found.link")}</LinkButton>
                </ActPanel>
              ),
            }
          : undefined
      }
    >
      {shown.length === 0 ? <Empty what={t("communities.home.none")} /> : <CommunityList c={c} communities={shown} />}
      <Pagination
        t={t}
        label={title}
        previous={after === "" ? undefined : "/communities"}
        next={found.length > PER_PAGE && last !== undefined ? `/communities?after=${last.handle}` : undefined}
      />
    </Page>,
  );
}
