import type { Child } from "hono/jsx";
import { LivePart, LiveParts } from "../../../ui/components/live-parts.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { communityPath, opinionsPath, threadFeedPath, threadPath, threadsPath } from "../addresses.ts";
import { ConsentList } from "../consent/consent-list.tsx";
import { RequestList } from "../requests/request-list.tsx";
import { ProposalList } from "../proposals/proposal-list.tsx";
import { communityOfPage } from "../visit.ts";
import { liveAddress } from "../live-thread.ts";
import { PostItem } from "./post-item.tsx";
import { postsPerPage, threadAddress, type ThreadView } from "./thread-view.ts";
import { ThreadFoot, ThreadTags } from "./thread-foot.tsx";
import { WritePanel } from "./write-panel.tsx";

interface ThreadPageProps {
  readonly view: ThreadView;
  readonly form: FormState;
  readonly notice?: Child;
}

/** One conversation: what it is about, what was proposed in it, what everybody said. */
export function ThreadPage({ view, form, notice }: ThreadPageProps) {
  const { visit, posts, proposals, consents, requests } = view;
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
              <a href={threadsPath(community)}>{t("decisions.threads.title")}</a>
            </>
          }
        >
          <ThreadTags view={view} />
        </PageHead>
      }
      act={{
        panel: <WritePanel view={view} form={form} />,
        ...(thread.closedAt === undefined && { label: t("decisions.thread.write") }),
      }}
      alternates={
        thread.audience === "everyone" ? [{ type: "application/atom+xml", href: threadFeedPath(thread) }] : []
      }
      unlisted={thread.audience === "members"}
    >
      <LiveParts source={liveAddress(thread.id)}>
        <LivePart name="thread">
          {(proposals.length + consents.length + requests.length > 0 ||
            (visit.isMember && thread.closedAt === undefined)) && (
            <Section
              id="proposals"
              title={t("decisions.proposals.title")}
              explained={t("decisions.proposals.explained")}
            >
              {proposals.length > 0 && <ProposalList t={t} proposals={proposals} now={frame.now} />}
              <ConsentList t={t} consents={consents} />
              <RequestList t={t} requests={requests} />
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
          <p class="next-step">
            <a href={opinionsPath(thread)}>{t("decisions.opinions.way-in")}</a>
          </p>
          <Section id="posts" title={t("decisions.thread.posts-title")}>
            <OrderLinks view={view} />
            <ol class="post-list">
              {posts.map((post) => (
                <PostItem view={view} post={post} />
              ))}
            </ol>
          </Section>
          <PostPages view={view} />
          <ThreadFoot view={view} />
        </LivePart>
      </LiveParts>
    </Page>
  );
}

function OrderLinks({ view }: { readonly view: ThreadView }) {
  const { thread, c } = view.visit;
  const { t } = c.var;
  if (thread.posts < 3) return null;
  const first = { visit: view.visit, from: 0, after: "" };
  return (
    <p class="order-links">
      {(["linear", "nested"] as const).map((order) => (
        <a
          href={`${threadAddress({ ...first, order }, {})}#posts`}
          aria-current={view.order === order ? "true" : undefined}
          rel="nofollow"
        >
          {t(`decisions.thread.order.${order}`)}
        </a>
      ))}
    </p>
  );
}

function PostPages({ view }: { readonly view: ThreadView }) {
  const { visit, from, after, posts, order, hasMore } = view;
  const { t } = visit.c.var;
  const label = t("decisions.thread.posts-title");
  const first = { visit, order, from: 0, after: "" };
  if (order === "nested") {
    const last = posts.at(-1)?.path ?? "";
    return (
      <Pagination
        t={t}
        label={label}
        previous={after === "" ? undefined : threadAddress(first, {})}
        next={hasMore ? threadAddress({ ...first, after: last }, {}) : undefined}
      />
    );
  }
  const all = visit.thread.posts;
  const before = Math.max(0, from - postsPerPage);
  return (
    <Pagination
      t={t}
      label={label}
      position={t("decisions.thread.position", { first: from + 1, last: from + posts.length, all })}
      previous={from === 0 ? undefined : threadAddress({ ...first, from: before }, {})}
      next={hasMore ? threadAddress({ ...first, from: from + postsPerPage }, {}) : undefined}
    />
  );
}
