import type { Child } from "hono/jsx";
import { LivePart, LiveParts } from "../../../ui/components/live-parts.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { communityPath, threadPath, threadsPath } from "../addresses.ts";
import { ConsentList } from "../consent/consent-list.tsx";
import { ProposalList } from "../proposals/proposal-list.tsx";
import { communityOfPage } from "../visit.ts";
import { liveAddress } from "../live-thread.ts";
import { PostItem } from "./post-item.tsx";
import { postsPerPage, type ThreadView } from "./thread-view.ts";
import { WritePanel } from "./write-panel.tsx";

interface ThreadPageProps {
  readonly view: ThreadView;
  readonly form: FormState;
  readonly notice?: Child;
}

/** One conversation: what it is about, what was proposed in it, what everybody said. */
export function ThreadPage({ view, form, notice }: ThreadPageProps) {
  const { visit, posts, proposals, consents } = view;
  const { c, thread, community } = visit;
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={thread.title}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          kind={t(thread.audience === "members" ? "decisions.thread.kind-members" : "decisions.thread.kind")}
          name={<UserName name={thread.title} />}
          language={thread.language}
          community={
            <>
              <a href={communityPath(community)}>
                <UserName name={community.name} />
              </a>
              {" · "}
              <a href={threadsPath(community)}>{t("decisions.threads.title")}</a>
            </>
          }
        />
      }
      act={{ panel: <WritePanel view={view} form={form} />, label: t("decisions.thread.write") }}
      unlisted={thread.audience === "members"}
    >
      <LiveParts source={liveAddress(thread.id)}>
        <LivePart name="thread">
          {(proposals.length > 0 || consents.length > 0 || visit.isMember) && (
            <Section
              id="proposals"
              title={t("decisions.proposals.title")}
              explained={t("decisions.proposals.explained")}
            >
              {proposals.length > 0 && <ProposalList t={t} proposals={proposals} now={frame.now} />}
              <ConsentList t={t} consents={consents} />
              {visit.isMember && thread.closedAt === undefined && (
                <p class="next-step">
                  <LinkButton href={`${threadPath(thread)}/proposals/new`} kind="quiet">
                    {t("decisions.proposals.put")}
                  </LinkButton>{" "}
                  <LinkButton href={`${threadPath(thread)}/consents/new`} kind="quiet">
                    {t("decisions.consent.draft.title")}
                  </LinkButton>
                </p>
              )}
            </Section>
          )}
          <Section id="posts" title={t("decisions.thread.posts-title")}>
            <ol class="post-list">
              {posts.map((post) => (
                <PostItem view={view} post={post} />
              ))}
            </ol>
          </Section>
          <PostPages view={view} />
        </LivePart>
      </LiveParts>
    </Page>
  );
}

function PostPages({ view }: { readonly view: ThreadView }) {
  const { visit, from, posts } = view;
  const { thread, c } = visit;
  const { t } = c.var;
  const path = threadPath(thread);
  const before = Math.max(0, from - postsPerPage);
  const next = from + postsPerPage;
  return (
    <Pagination
      t={t}
      label={t("decisions.thread.posts-title")}
      position={t("decisions.thread.position", { first: from + 1, last: from + posts.length, all: thread.posts })}
      previous={from === 0 ? undefined : `${path}?from=${before}`}
      next={next < thread.posts ? `${path}?from=${next}` : undefined}
    />
  );
}
