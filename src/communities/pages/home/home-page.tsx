import type { Child } from "hono/jsx";
import { serverSettings, type ServerSettings } from "../../../accounts/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { Community } from "../../model/community.ts";
import { listCommunities } from "../../store/communities.read.ts";
import { mayFound } from "../community/may-found.ts";
import type { CommunityRoutes } from "../visit.ts";
import { CommunityList } from "./community-list.tsx";

const SHOWN = 12;

/** `GET /`: the server's own page: who keeps it, what happens next, and the communities that live here. */
export async function showHome(c: PageContext, { application, services }: CommunityRoutes): Promise<Response> {
  const [settings, communities, canFound] = await Promise.all([
    serverSettings(application.read),
    listCommunities(application.read, { after: "", limit: SHOWN + 1 }),
    mayFound(c, application),
  ]);
  const sections = await Promise.all(services.homeSections.map((section) => section(application, c)));
  return c.html(
    <HomePage c={c} settings={settings} communities={communities} sections={sections} canFound={canFound} />,
  );
}

interface HomePageProps {
  readonly c: PageContext;
  readonly settings: ServerSettings;
  readonly communities: readonly Community[];
  readonly sections: Child[];
  readonly canFound: boolean;
}

function HomePage({ c, settings, communities, sections, canFound }: HomePageProps) {
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("communities.home.title")}
      description={settings.description === "" ? undefined : settings.description}
      head={
        <PageHead
          frame={frame}
          name={<UserName name={frame.site.name} />}
          sentence={
            settings.description === "" ? t("communities.home.sentence") : <UserText text={settings.description} />
          }
        />
      }
      act={{ panel: <HomeAct c={c} canFound={canFound} isBare={communities.length === 0} /> }}
    >
      {sections}
      <Section id="communities" title={t("communities.home.communities")} explained={t("communities.term.community")}>
        {communities.length === 0 ? (
          <Empty what={t("communities.home.none")}>
            <p>{t(canFound ? "communities.home.first-is-yours" : "communities.home.first-comes")}</p>
          </Empty>
        ) : (
          <CommunityList c={c} communities={communities.slice(0, SHOWN)} />
        )}
        {communities.length > SHOWN && (
          <p>
            <a href="/communities">{t("communities.home.all")}</a>
          </p>
        )}
      </Section>
    </Page>
  );
}

interface HomeActProps {
  readonly c: PageContext;
  readonly canFound: boolean;
  /** There is no community to take part in yet. */
  readonly isBare: boolean;
}

function HomeAct({ c, canFound, isBare }: HomeActProps) {
  const { t, reader } = c.var;
  const isVisitor = reader.person === undefined;
  return (
    <ActPanel title={t("communities.home.act-part")}>
      <p>{t(isBare ? "communities.home.act-come-words" : "communities.home.act-part-words")}</p>
      {isVisitor && <LinkButton href="/sign-in?next=%2F">{t("ui.header.sign-in")}</LinkButton>}
      {canFound && (
        <>
          <p>{t("communities.home.act-found-words")}</p>
          <LinkButton href="/communities/new" kind={isVisitor ? "quiet" : "main"}>
            {t("communities.found.link")}
          </LinkButton>
        </>
      )}
    </ActPanel>
  );
}
