import type { Child } from "hono/jsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { gatheringPath } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { RunLink } from "../run/run-link.tsx";
import { AgendaAct } from "./agenda-act.tsx";
import type { AgendaView } from "./agenda-view.ts";
import { BlockList } from "./block-list.tsx";
import { AgendaSum, AgendaZone } from "./block-times.tsx";
import { ConsentSection } from "./consent-parts.tsx";
import { ItemSections } from "./item-parts.tsx";

interface AgendaPageProps {
  readonly view: AgendaView;
  readonly form: FormState;
  readonly notice?: Child;
}

/** The page of a gathering's agenda: what comes when, who consents, and what people want to talk about. */
export function AgendaPage({ view, form, notice }: AgendaPageProps) {
  const { c, gathering, community } = view.visit;
  const { frame, t } = c.var;
  const fields = {
    title: t("gatherings.agenda.items.item"),
    minutes: t("gatherings.agenda.items.minutes"),
    note: t("gatherings.agenda.items.note"),
    answer: t("gatherings.agenda.consent.question"),
    reason: t("gatherings.agenda.consent.reason"),
  };
  return (
    <Page
      frame={frame}
      title={t("gatherings.agenda.page.title", { title: gathering.title })}
      community={communityOfPage(community)}
      notice={notice ?? <RefusalSummary form={form} fields={fields} />}
      head={
        <PageHead
          frame={frame}
          kind={t("gatherings.agenda.page.kind")}
          name={<UserName name={gathering.title} />}
          sentence={gathering.purpose}
          language={gathering.language}
          community={<a href={gatheringPath(gathering)}>{t("gatherings.poll.to-gathering")}</a>}
        />
      }
      act={{ panel: <AgendaAct view={view} form={form} /> }}
    >
      <Section id="blocks" title={t("gatherings.agenda.page.blocks")}>
        {view.blocks.length === 0 ? (
          <Empty what={t("gatherings.agenda.page.none")} />
        ) : (
          <>
            <AgendaZone timed={view} />
            <BlockList timed={view} />
            <AgendaSum timed={view} />
            <RunLink visit={view.visit} runs={view.runs} />
          </>
        )}
      </Section>
      <ConsentSection view={view} />
      <ItemSections view={view} />
    </Page>
  );
}
