import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice } from "../../../ui/components/choice.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { wallRules } from "../../model/wall/wall.ts";
import type { WallPost } from "../../store/wall/wall.read.ts";
import { gatheringPath, handleOf } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { WallItem } from "./wall-item.tsx";
import type { WallView } from "./wall-view.ts";

interface WallPageProps {
  readonly view: WallView;
  readonly form: FormState;
  /** What was done, or is to mend. */
  readonly notice: Child;
}

/** What people write about a gathering from their own servers. */
export function WallPage({ view, form, notice }: WallPageProps) {
  const { c, gathering, community } = view.visit;
  const { t, frame } = c.var;
  const title = t("gatherings.wall.title");
  const path = `${gatheringPath(gathering)}/wall`;
  const older = view.older && `${path}?before=${encodeURIComponent(view.older.toString())}`;
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("gatherings.wall.sentence")}
          community={
            <a href={gatheringPath(gathering)}>
              <UserName name={gathering.title} />
            </a>
          }
        />
      }
      act={{ panel: <WallAct view={view} form={form} /> }}
      // What is shown here belongs to others, who can be found at home if they wish to be.
      unlisted
    >
      {view.waiting.length > 0 && (
        <Section id="waiting" title={t("gatherings.wall.waiting")} explained={t("gatherings.wall.waiting-explained")}>
          <Posts view={view} posts={view.waiting} acts={["show", "hide"]} />
        </Section>
      )}
      <Section id="posts" title={t("gatherings.wall.posts")}>
        {view.shown.length === 0 ? (
          <Empty what={t("gatherings.wall.none")} />
        ) : (
          <Posts view={view} posts={view.shown} acts={["hide"]} />
        )}
        <Pagination t={t} label={t("gatherings.wall.posts")} next={older} />
      </Section>
      {view.hidden.length > 0 && (
        <Details summary={t("gatherings.wall.hidden")}>
          <Posts view={view} posts={view.hidden} acts={["show"]} />
        </Details>
      )}
    </Page>
  );
}

interface PostsProps {
  readonly view: WallView;
  readonly posts: readonly WallPost[];
  readonly acts: readonly ("show" | "hide")[];
}

function Posts({ view, posts, acts }: PostsProps) {
  return (
    <ul class="commitment-list">
      {posts.map((post) => (
        <WallItem visit={view.visit} post={post} acts={view.visit.standing.organises ? acts : []} />
      ))}
    </ul>
  );
}

function WallAct({ view, form }: Omit<WallPageProps, "notice">) {
  const { c, gathering, application, standing } = view.visit;
  const { t, frame } = c.var;
  return (
    <ActPanel title={t("gatherings.wall.write")}>
      <p>{t(`gatherings.wall.how.${view.rule}`)}</p>
      <p>
        <Handle t={t} handle={handleOf(application.origin, gathering)} copy />
      </p>
      <p class="quiet">{t("gatherings.wall.take-off")}</p>
      {standing.organises && (
        <Details summary={t("gatherings.wall.rule.label")} open={form.faults["rule"] !== undefined}>
          <Form frame={frame} action={`${gatheringPath(gathering)}/wall`}>
            <Choice
              name="rule"
              label={t("gatherings.wall.rule.label")}
              form={form}
              value={view.rule}
              options={wallRules.map((rule) => ({ value: rule, label: t(`gatherings.wall.rule.${rule}`) }))}
            />
            <Submit kind="quiet">{t("gatherings.wall.rule.submit")}</Submit>
          </Form>
        </Details>
      )}
    </ActPanel>
  );
}
