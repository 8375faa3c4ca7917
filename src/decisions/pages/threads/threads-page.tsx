import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { openProposals, type Proposal } from "../../store/proposals/proposals.read.ts";
import { threadsOfCommunity, type Thread } from "../../store/threads/threads.read.ts";
import { communityPath, threadsPath } from "../addresses.ts";
import { ProposalList } from "../proposals/proposal-list.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import { ThreadList } from "./thread-list.tsx";

const perPage = 30;

/** A community's threads, the last written in first, below what waits for an answer. */
export async function showThreads(visit: CommunityVisit): Promise<Response> {
  const { c, application, community } = visit;
  const before = instantOrUndefined(c.req.query("before"));
  const audiences = visit.isMember ? (["everyone", "members"] as const) : (["everyone"] as const);
  const found = await threadsOfCommunity(application.read, community.id, { audiences, before, limit: perPage + 1 });
  const open =
    before === undefined ? await openProposals(application.read, community.id, { audiences, limit: 10 }) : [];
  return c.html(<ThreadsPage visit={visit} found={found} open={open} paged={before !== undefined} />);
}

interface ThreadsPageProps {
  readonly visit: CommunityVisit;
  /** One more than a page shows, if there are more. */
  readonly found: readonly Thread[];
  readonly open: readonly Proposal[];
  readonly paged: boolean;
}

function ThreadsPage({ visit, found, open, paged }: ThreadsPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const path = threadsPath(community);
  const title = t("decisions.threads.title");
  const shown = found.slice(0, perPage);
  const last = shown.at(-1);
  return (
    <Page
      frame={frame}
      title={t("decisions.threads.page-title", { community: community.name })}
      community={communityOfPage(community)}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("decisions.threads.sentence")}
          community={
            <a href={communityPath(community)}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
      act={{
        panel: <OpenPanel visit={visit} />,
        ...(visit.isMember && { label: t("decisions.threads.open") }),
      }}
    >
      {open.length > 0 && (
        <Section id="open-proposals" title={t("decisions.proposals.open-title")}>
          <ProposalList t={t} proposals={open} now={frame.now} />
        </Section>
      )}
      <Section id="threads" title={t("decisions.threads.list-title")}>
        {shown.length === 0 ? (
          <Empty what={t("decisions.threads.none")} />
        ) : (
          <ThreadList t={t} threads={shown} now={frame.now} />
        )}
      </Section>
      <Pagination
        t={t}
        label={title}
        previous={paged ? path : undefined}
        next={found.length > perPage && last !== undefined ? `${path}?before=${last.lastAt.toString()}` : undefined}
      />
    </Page>
  );
}

function OpenPanel({ visit }: { readonly visit: CommunityVisit }) {
  const { t } = visit.c.var;
  const cannot = visit.isMember || visit.personId === undefined ? undefined : t("decisions.threads.members-only");
  return (
    <ActPanel title={t("decisions.threads.open-title")} {...(cannot !== undefined && { cannot })}>
      {cannot === undefined && (
        <>
          <p>{t("decisions.threads.invite")}</p>
          <LinkButton href={`${threadsPath(visit.community)}/new`}>{t("decisions.threads.open")}</LinkButton>
        </>
      )}
    </ActPanel>
  );
}

function instantOrUndefined(text: string | undefined): Temporal.Instant | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
