import type { Child } from "hono/jsx";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { mostOutlets } from "../../model/outlets/outlet.ts";
import type { Outlet } from "../../store/outlets/outlets.read.ts";
import { gatheringPath } from "../addresses.ts";
import { communityOfPage, type GatheringVisit } from "../visit.ts";
import { AddForms } from "./add-forms.tsx";
import { OutletItem } from "./outlet-item.tsx";

export interface OutletsPageProps {
  readonly visit: GatheringVisit;
  readonly outlets: readonly Outlet[];
  readonly form: FormState;
  /** What was done, or is to mend. */
  readonly notice: Child;
  /** Whether this server asks others anything. */
  readonly isOn: boolean;
  /** Of the webhook just added, in the one answer that may show it. */
  readonly secret?: string;
}

/** Where organisers say where else the news of a gathering go, and see how that goes. */
export function OutletsPage({ visit, outlets, form, notice, isOn, secret }: OutletsPageProps) {
  const { c, gathering, community } = visit;
  const { t, frame } = c.var;
  const title = t("gatherings.outlets.title");
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
          sentence={t("gatherings.outlets.sentence")}
          community={
            <a href={gatheringPath(gathering)}>
              <UserName name={gathering.title} />
            </a>
          }
        />
      }
      act={{ panel: <AddPanel visit={visit} form={form} isOn={isOn} isFull={outlets.length >= mostOutlets} /> }}
      unlisted
    >
      {secret !== undefined && <NewSecret t={t} secret={secret} />}
      <Section id="outlets" title={t("gatherings.outlets.list")}>
        {outlets.length === 0 ? (
          <Empty what={t("gatherings.outlets.none")} />
        ) : (
          <ul class="commitment-list">
            {outlets.map((outlet) => (
              <OutletItem visit={visit} outlet={outlet} form={form} isOn={isOn} />
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}

interface AddPanelProps extends Pick<OutletsPageProps, "visit" | "form" | "isOn"> {
  readonly isFull: boolean;
}

function AddPanel({ visit, form, isOn, isFull }: AddPanelProps) {
  const { t } = visit.c.var;
  const title = t("gatherings.outlets.add");
  if (!isOn) return <ActPanel title={title} cannot={t("gatherings.outlets.off")} />;
  if (isFull) return <ActPanel title={title} cannot={t("gatherings.outlets.full")} />;
  return (
    <ActPanel title={title}>
      <AddForms visit={visit} form={form} />
      <VisibilityLine>{t("gatherings.outlets.visible")}</VisibilityLine>
    </ActPanel>
  );
}

function NewSecret({ t, secret }: { readonly t: Translator; readonly secret: string }) {
  const headers = { header: "Koinon-Signature", delivery: "Koinon-Delivery" };
  return (
    <Section id="secret" title={t("gatherings.outlets.secret")}>
      <p>{t("gatherings.outlets.secret-once")}</p>
      <p class="secret-address">
        <koinon-copy data-text={secret} data-copy={t("ui.handle.copy")} data-copied={t("ui.handle.copied")}>
          <code>{secret}</code>
        </koinon-copy>
      </p>
      <p>{t("gatherings.outlets.secret-how", headers)}</p>
    </Section>
  );
}
