import type { Translator } from "../../../kernel/i18n/translator.ts";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { everything, unknown } from "../../model/filter.ts";
import type { typologyFrom } from "../../model/reading/tallies.ts";
import { directoryPath, filterPath } from "../directory-paths.ts";
import { answerWords, fieldLabel } from "../field-words.ts";

interface TypologyPageProps {
  readonly c: PageContext;
  readonly typology: ReturnType<typeof typologyFrom>;
}

/** Whose places are, against how they decide: a table whose numbers are drawn as discs, each leading to the places it counts. */
export function TypologyPage({ c, typology }: TypologyPageProps) {
  const { frame, t } = c.var;
  const { practices, rows } = typology;
  const greatest = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return (
    <Page
      frame={frame}
      title={t("directory.typology.title")}
      head={
        <PageHead
          frame={frame}
          name={t("directory.typology.title")}
          sentence={t("directory.typology.sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
    >
      {rows.length === 0 && <Empty what={t("directory.typology.empty")} />}
      {rows.length > 0 && (
        <div class="typology">
          <DataTable
            t={t}
            caption={t("directory.typology.caption")}
            columns={[
              { label: fieldLabel(t, "ownership") },
              ...practices.map((practice) => ({ label: answerWords(t, "practice", practice) })),
            ]}
            rows={rows.map(({ ownership, counts }) => [
              answerWords(t, "ownership", ownership),
              ...counts.map((count, place) => (
                <Disc
                  t={t}
                  count={count}
                  greatest={greatest}
                  ownership={ownership}
                  practice={practices[place] ?? unknown}
                />
              )),
            ])}
          />
        </div>
      )}
      <p>{t("directory.typology.several")}</p>
      {typology.unknown > 0 && (
        <p>
          <a href={filterPath({ ...everything, wanted: { ownership: [unknown], practice: [unknown] } })}>
            {t("directory.typology.unknown", { count: typology.unknown })}
          </a>
        </p>
      )}
    </Page>
  );
}

interface DiscProps {
  readonly t: Translator;
  readonly count: number;
  readonly greatest: number;
  readonly ownership: string;
  readonly practice: string;
}

const reach = 20;

/** A disc whose area is the count, with the count under it. */
function Disc({ t, count, greatest, ownership, practice }: DiscProps) {
  if (count === 0) return <span class="not-known">–</span>;
  const radius = Math.max(2, Math.round(reach * Math.sqrt(count / greatest)));
  const filter = { ...everything, wanted: { ownership: [ownership], practice: [practice] } };
  const words = {
    count,
    ownership: answerWords(t, "ownership", ownership),
    practice: answerWords(t, "practice", practice),
  };
  return (
    <a class="typology-disc" href={filterPath(filter)} aria-label={t("directory.typology.cell", words)}>
      <svg viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`} width="40" height="40" aria-hidden="true">
        <circle class="typology-mark" r={radius} />
      </svg>
      <span>{t.number(count)}</span>
    </a>
  );
}
