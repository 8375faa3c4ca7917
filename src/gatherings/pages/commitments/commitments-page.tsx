import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Bars } from "../../../ui/components/bars.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Page } from "../../../ui/layout.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { hasFaults } from "../../../ui/form-state.ts";
import { UserName } from "../../../ui/text.tsx";
import { gatheringPath } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { CommitmentItem, WhatIsPromised, WhoAndWhen } from "./commitment-item.tsx";
import { isClosed, type CommitmentsView, type CommitmentView } from "./commitments-view.ts";
import { ProposeForm } from "./propose-form.tsx";

interface CommitmentsPageProps {
  readonly view: CommitmentsView;
  readonly form: FormState;
  readonly notice: Child;
}

/** Who does what by when, around one gathering. */
export function CommitmentsPage({ view, form, notice }: CommitmentsPageProps) {
  const { c, gathering, community } = view.visit;
  const { t, frame } = c.var;
  const title = t("gatherings.commitments.title");
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
          sentence={t("gatherings.commitments.sentence")}
          community={
            <a href={gatheringPath(gathering)}>
              <UserName name={gathering.title} />
            </a>
          }
        />
      }
      act={{
        panel: <CommitmentAct view={view} form={form} />,
        label: t(
          askedOf(view).length === 0 ? "gatherings.commitments.propose-short" : "gatherings.commitments.answer-short",
        ),
      }}
    >
      <Standing view={view} />
      <OpenCommitments view={view} form={form} />
      <Group view={view} form={form} id="waiting" items={toWaitFor(view)} />
      <Group view={view} form={form} id="done" items={view.done} />
      <Group view={view} form={form} id="dropped" items={view.dropped} />
      <Earlier view={view} />
    </Page>
  );
}

/** What the reader is asked to take on comes before what they may ask of others. */
function CommitmentAct({ view, form }: Omit<CommitmentsPageProps, "notice">) {
  const { t } = view.visit.c.var;
  const asked = askedOf(view);
  if (isClosed(view.visit.gathering)) {
    return <ActPanel title={t("gatherings.commitments.title")} cannot={t("gatherings.commitments.cancelled")} />;
  }
  if (asked.length === 0) {
    return (
      <ActPanel title={t("gatherings.commitments.propose-title")}>
        <ProposeForm view={view} form={form} />
        <p class="quiet">{t("gatherings.commitments.by-reply")}</p>
      </ActPanel>
    );
  }
  return (
    <ActPanel title={t("gatherings.commitments.asked-title", { commitments: asked.length })}>
      <ul class="commitment-list">
        {asked.map((item) => (
          <CommitmentItem view={view} item={item} form={form} />
        ))}
      </ul>
      <Details summary={t("gatherings.commitments.propose-title")} open={hasFaults(form)}>
        <ProposeForm view={view} form={form} />
      </Details>
    </ActPanel>
  );
}

function Standing({ view }: { readonly view: CommitmentsView }) {
  const { t } = view.visit.c.var;
  const { accepted, done, dropped } = view.counts;
  if (accepted + done + dropped === 0) return null;
  return (
    <Section id="standing" title={t("gatherings.commitments.standing")}>
      <Bars
        t={t}
        id="commitments"
        title={t("gatherings.commitments.count", { done, open: accepted, dropped })}
        subject={t("gatherings.commitments.of")}
        parts={(["done", "open", "dropped"] as const).map((part) => t(`gatherings.commitments.part.${part}`))}
        bars={[{ label: t("gatherings.commitments.here"), counts: [done, accepted, dropped] }]}
      />
    </Section>
  );
}

function OpenCommitments({ view, form }: Omit<CommitmentsPageProps, "notice">) {
  const { t } = view.visit.c.var;
  const own = view.open.filter(({ isOwn }) => isOwn);
  const others = view.open.filter(({ isOwn }) => !isOwn);
  return (
    <>
      <Group view={view} form={form} id="yours" items={own} />
      {others.length > 0 || view.open.length === 0 ? (
        <Section id="open" title={t("gatherings.commitments.group.open")}>
          {view.open.length === 0 ? (
            <Empty what={t("gatherings.commitments.none")} />
          ) : (
            <List view={view} form={form} items={others} />
          )}
        </Section>
      ) : null}
    </>
  );
}

interface GroupProps extends Omit<CommitmentsPageProps, "notice"> {
  readonly id: "yours" | "waiting" | "done" | "dropped";
  readonly items: readonly CommitmentView[];
}

function Group({ view, form, id, items }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <Section id={id} title={view.visit.c.var.t(`gatherings.commitments.group.${id}`)}>
      <List view={view} form={form} items={items} />
    </Section>
  );
}

function List({ view, form, items }: Omit<GroupProps, "id">) {
  return (
    <ul class="commitment-list">
      {items.map((item) => (
        <CommitmentItem view={view} item={item} form={form} />
      ))}
    </ul>
  );
}

function Earlier({ view }: { readonly view: CommitmentsView }) {
  const { t } = view.visit.c.var;
  if (view.earlier.length === 0) return null;
  return (
    <Section
      id="earlier"
      title={t("gatherings.commitments.earlier")}
      explained={t("gatherings.commitments.earlier-explained")}
    >
      <ul class="commitment-list">
        {view.earlier.map((commitment) => (
          <li>
            <WhatIsPromised view={view} what={commitment.what} />
            <WhoAndWhen view={view} commitment={commitment} isOverdue={false} />
            <p class="quiet">
              <a href={`${gatheringPath({ id: commitment.gatheringId })}/commitments`}>
                <UserName name={commitment.gatheringTitle} />
              </a>
            </p>
          </li>
        ))}
      </ul>
      {view.hasMoreEarlier && <p class="quiet">{t("gatherings.commitments.earlier-more")}</p>}
    </Section>
  );
}

function askedOf(view: CommitmentsView): readonly CommitmentView[] {
  return view.waiting.filter(({ commitment, isOwn }) => isOwn && commitment.state === "proposed");
}

function toWaitFor(view: CommitmentsView): readonly CommitmentView[] {
  const asked = askedOf(view);
  return view.waiting.filter((item) => !asked.includes(item));
}
