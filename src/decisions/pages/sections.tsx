import type { Child } from "hono/jsx";
import { isMember, type Community } from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import { Empty } from "../../ui/components/empty.tsx";
import { Section } from "../../ui/components/section.tsx";
import type { PageContext } from "../../ui/request.ts";
import { openConsents } from "../store/consent/consents.read.ts";
import { openProposals } from "../store/proposals/proposals.read.ts";
import { threadsOfCommunity } from "../store/threads/threads.read.ts";
import { threadsPath, voicesPath } from "./addresses.ts";
import { ConsentList } from "./consent/consent-list.tsx";
import { CharterLinks } from "./charter/charter-links.tsx";
import { ProposalList } from "./proposals/proposal-list.tsx";
import { registerPath } from "./register/register-paths.ts";
import { ThreadList } from "./threads/thread-list.tsx";

const shownAtOnce = 5;

/** A community's open proposals and the threads last written in, for its page. */
export async function communitySection(
  application: Application,
  c: PageContext,
  community: Community,
): Promise<Child | undefined> {
  const { t, frame, reader } = c.var;
  const { read } = application;
  const belongs = reader.person !== undefined && (await isMember(read, community.id, reader.person.id));
  const audiences = belongs ? (["everyone", "members"] as const) : (["everyone"] as const);
  const threads = await threadsOfCommunity(read, community.id, { audiences, before: undefined, limit: shownAtOnce });
  const proposals = await openProposals(read, community.id, { audiences, limit: shownAtOnce });
  const consents = await openConsents(read, community.id, { audiences, limit: shownAtOnce });
  return (
    <Section id="decisions" title={t("decisions.section.title")} explained={t("decisions.section.explained")}>
      {proposals.length > 0 && <ProposalList t={t} proposals={proposals} now={frame.now} />}
      <ConsentList t={t} consents={consents} />
      {threads.length > 0 && <ThreadList t={t} threads={threads} now={frame.now} />}
      {threads.length === 0 && <Empty what={t("decisions.threads.none")} />}
      <CharterLinks t={t} community={community} />
      <p class="next-step">
        {threads.length > 0 && <a href={threadsPath(community)}>{t("decisions.threads.all")}</a>}{" "}
        {belongs && <a href={`${threadsPath(community)}/new`}>{t("decisions.threads.open")}</a>}{" "}
        <a href={registerPath(community)}>{t("decisions.register.link")}</a>
        {belongs && <a href={voicesPath(community)}>{t("decisions.voice.title")}</a>}
      </p>
    </Section>
  );
}
