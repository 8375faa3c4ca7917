import { Empty } from "../../../ui/components/empty.tsx";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName } from "../../../ui/text.tsx";
import type { ReadTargets } from "../../model/outreach/read-targets.ts";
import type { TypedTarget } from "../../model/outreach/target.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";
import { AddingForm } from "./adding-form.tsx";
import { shownAddress } from "./board-table.tsx";

interface ReadListPageProps {
  readonly visit: GatheringVisit;
  readonly form: FormState;
  readonly list: ReadTargets;
}

/** So many of each are shown; of the others it is said how many they are. */
const mostShown = 100;

/** What was read of a list, before any of it stands on the board: whom it brings, and which rows are skipped and why. */
export function ReadListPage({ visit, form, list }: ReadListPageProps) {
  const { t } = visit.c.var;
  const { targets, skipped } = list;
  const preview = (
    <>
      <Section id="taken" title={t("gatherings.outreach.taken", { targets: targets.length })}>
        {targets.length === 0 ? (
          <Empty what={t("gatherings.outreach.none-taken")} />
        ) : (
          <Taken {...{ visit, targets }} />
        )}
        <More visit={visit} all={targets.length} />
      </Section>
      {skipped.length > 0 && (
        <Section id="skipped" title={t("gatherings.outreach.skipped", { rows: skipped.length })}>
          <ul>
            {skipped.slice(0, mostShown).map(({ what, reason }) => (
              <li>
                <UserName name={what === "" ? "…" : what} /> · {t(`gatherings.outreach.skip.${reason}`)}
              </li>
            ))}
          </ul>
          <More visit={visit} all={skipped.length} />
        </Section>
      )}
      {targets.length > 0 && (
        <>
          <Submit name="step" value="add">
            {t("gatherings.outreach.take-list", { targets: targets.length })}
          </Submit>
          <VisibilityLine>{t("gatherings.outreach.nobody-asked")}</VisibilityLine>
        </>
      )}
      <h2>{t("gatherings.outreach.change-list")}</h2>
    </>
  );
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.outreach.read-title")}
      sentence={t("gatherings.outreach.read-sentence")}
      notice={
        <p>
          <a href={`${gatheringPath(visit.gathering)}/outreach`}>{t("gatherings.outreach.to-board")}</a>
        </p>
      }
    >
      <AddingForm visit={visit} form={form} preview={preview} />
    </FormPage>
  );
}

function Taken({ visit, targets }: Pick<ReadListPageProps, "visit"> & { readonly targets: readonly TypedTarget[] }) {
  const { t } = visit.c.var;
  return (
    <DataTable
      t={t}
      caption={t("gatherings.outreach.taken-caption")}
      columns={[
        { label: t("gatherings.outreach.whom") },
        { label: t("gatherings.outreach.field.country") },
        { label: t("gatherings.outreach.field.language") },
      ]}
      rows={targets.slice(0, mostShown).map((target) => [
        <>
          {shownAddress(target)}
          {target.name !== "" && (
            <>
              {" "}
              <span class="quiet">
                <UserName name={target.name} />
              </span>
            </>
          )}
        </>,
        target.country === "" ? "–" : t.countryName(target.country),
        target.language === null ? "–" : t.languageName(target.language),
      ])}
    />
  );
}

function More({ visit, all }: Pick<ReadListPageProps, "visit"> & { readonly all: number }) {
  if (all <= mostShown) return null;
  return <p class="quiet">{visit.c.var.t("gatherings.outreach.and-more", { rows: all - mostShown })}</p>;
}
