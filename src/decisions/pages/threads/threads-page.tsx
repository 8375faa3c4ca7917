import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { tagsIn } from "../../model/threads/tags.ts";
import { openProposals, type Proposal } from "../../store/proposals/proposals.read.ts";
import { pinnedThreads, threadsWithTag } from "../../store/threads/care.read.ts";
import { threadsOfCommunity, type Thread } from "../../store/threads/threads.read.ts";
import { communityFeedPath, communityPath, threadsPath } from "../addresses.ts";
import { CommunityExports } from "../exports/export-links.tsx";
import { ProposalList } from "../proposals/proposal-list.tsx";
import { registerPath } from "../register/register-paths.ts";
import { SearchForm } from "../search/search-form.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import { ThreadList } from "./thread-list.tsx";

const perPage = 30;

/** A community's threads, the last written in first, below what waits for an answer. */
export async function showThreads(visit: CommunityVisit): Promise<Response> {
  const { c, application, community } = visit;
  const before = instantOrUndefined(c.req.query("before"));
  const audiences = visit.isMember ? (["everyone", "members"] as const) : (["everyone"] as const);
  const { read } = application;
  const [tag] = [tagsIn(c.req.query("tag") ?? "")].flatMap((tags) => ("kind" in tags ? [] : tags));
  const page = { audiences, before, limit: perPage + 1 };
  const found =
    tag === undefined
      ? await threadsOfCommunity(read, community.id, page)
      : await threadsWithTag(read, community.id, { ...page, tag });
  const isWhole = before === undefined && tag === undefined;
  const open = isWhole ? await openProposals(read, community.id, { audiences, limit: 10 }) : [];
  const pinned = isWhole ? await pinnedThreads(read, community.id, audiences) : [];
  return c.html(
    <ThreadsPage visit={visit} found={found} pinned={pinned} open={open} tag={tag} paged={before !== undefined} />,
  );
}

interface ThreadsPageProps {
  readonly visit: CommunityVisit;
  /** One more than a page shows, if there are more. */
  readonly found: readonly Thread[];
  readonly pinned: readonly Thread[];
  readonly open: readonly Proposal[];
  /** Set when only the threads with this tag are listed. */
  readonly tag: string | undefined;
  readonly paged: boolean;
}

function ThreadsPage({ visit, found, pinned, open, tag, paged }: ThreadsPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const path = threadsPath(community);
  const title = t("decisions.threads.title");
  const shown = found.slice(0, perPage);
  const last = shown.at(-1);
  const onTop = new Set(pinned.map(({ id }) => id));
  const addressOf = (before: Temporal.Instant | undefined): string => {
    const query = new URLSearchParams({
      ...(tag !== undefined && { tag }),
      ...(before !== undefined && { before: before.toString() }),
    });
    return query.size === 0 ? path : `${path}?${query.toString()}`;
  };
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
      alternates={[{ type: "application/atom+xml", href: communityFeedPath(community) }]}
      act={{
        panel: <OpenPanel visit={visit} />,
        ...(visit.isMember && { label: t("decisions.threads.open") }),
      }}
    >
      <SearchForm t={t} community={community} />
      {open.length > 0 && (
        <Section id="open-proposals" title={t("decisions.proposals.open-title")}>
          <ProposalList t={t} proposals={open} now={frame.now} />
        </Section>
      )}
      {pinned.length > 0 && (
        <Section id="pinned" title={t("decisions.threads.pinned-title")}>
          <ThreadList t={t} threads={pinned} now={frame.now} />
        </Section>
      )}
      <Section
        id="threads"
        title={tag === undefined ? t("decisions.threads.list-title") : t("decisions.threads.tagged-title", { tag })}
      >
        {tag !== undefined && (
          <p>
            <a href={path}>{t("decisions.threads.all")}</a>
          </p>
        )}
        {shown.length === 0 ? (
          <Empty what={t("decisions.threads.none")} />
        ) : (
          <ThreadList t={t} threads={shown.filter((thread) => !onTop.has(thread.id))} now={frame.now} />
        )}
      </Section>
      <p class="next-step">
        <a href={registerPath(community)}>{t("decisions.register.link")}</a>{" "}
        <a href={communityFeedPath(community)} type="application/atom+xml">
          {t("decisions.feed.link")}
        </a>
      </p>
      {visit.isMember && !paged && <CommunityExports t={t} community={community} />}
      <Pagination
        t={t}
        label={title}
        previous={paged ? addressOf(undefined) : undefined}
        next={found.length > perPage && last !== undefined ? addressOf(last.lastAt) : undefined}
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
