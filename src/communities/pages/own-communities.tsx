import type { Child } from "hono/jsx";
import type { Application } from "../../kernel/application.ts";
import { Empty } from "../../ui/components/empty.tsx";
import { Section } from "../../ui/components/section.tsx";
import type { PageContext } from "../../ui/request.ts";
import { communitiesOf } from "../store/communities.read.ts";
import { CommunityList } from "./home/community-list.tsx";

/** On a person's own page: the communities they belong to. */
export async function ownCommunities(application: Application, c: PageContext): Promise<Child | undefined> {
  const { person } = c.var.reader;
  if (person === undefined) return undefined;
  const communities = await communitiesOf(application.read, person.id);
  const { t } = c.var;
  return (
    <Section id="communities" title={t("communities.own.title")}>
      {communities.length === 0 ? (
        <Empty what={t("communities.own.none")}>
          <p>
            <a href="/communities">{t("communities.home.all")}</a>
          </p>
        </Empty>
      ) : (
        <CommunityList c={c} communities={communities} />
      )}
    </Section>
  );
}
