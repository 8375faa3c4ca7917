import type { Translator } from "../../kernel/i18n/translator.ts";
import { doneKey } from "../../ui/after-act.ts";
import { ActPanel } from "../../ui/components/act-panel.tsx";
import { Empty } from "../../ui/components/empty.tsx";
import { Notice } from "../../ui/components/notice.tsx";
import { PageHead } from "../../ui/components/page-head.tsx";
import { Pagination } from "../../ui/components/pagination.tsx";
import { Section } from "../../ui/components/section.tsx";
import { LinkButton } from "../../ui/components/submit.tsx";
import { Page } from "../../ui/layout.tsx";
import type { PageContext } from "../../ui/request.ts";
import type { DescribedEntry } from "../model/entry.ts";
import { facets, policies, queryOf, type Filter } from "../model/filter.ts";
import { directoryPath, filterPath } from "./directory-paths.ts";
import { EntryLine } from "./entry-line.tsx";
import { answerWords } from "./field-words.ts";
import { WaysToRead } from "./reading/ways-to-read.tsx";
import { TickToCompare, TicksToCompare } from "./reading/ticks-to-compare.tsx";
import { FilterForm, type KnownAnswers } from "./filter-form.tsx";
import { OpenDataOfList } from "./open-data/open-data-links.tsx";
import { OutreachLink } from "./outreach/outreach-link.tsx";
import { suggestionsPath } from "./suggestions/suggestion-paths.ts";

interface DirectoryPageProps {
  readonly c: PageContext;
  readonly filter: Filter;
  readonly entries: readonly DescribedEntry[];
  readonly count: number;
  readonly known: KnownAnswers;
  /** How many suggested places wait, for operators alone. */
  readonly suggested: number | undefined;
  /** Where the next page begins, and whether this is a later one. */
  readonly next: string | undefined;
  readonly isLater: boolean;
}

/** The list of places: filters that are part of its address, what is known of each, and how sure that is. */
export function DirectoryPage(props: DirectoryPageProps) {
  const { c, filter, entries, count, known, suggested } = props;
  const { frame, t } = c.var;
  const done = doneKey(c, ["removed"]);
  const isWhole = queryOf(filter).size === 0;
  return (
    <Page
      frame={frame}
      title={t("directory.title")}
      notice={done !== undefined && <Notice t={t} what={t(`directory.done.${done}`)} />}
      head={<PageHead frame={frame} name={t("directory.title")} sentence={t("directory.sentence")} />}
      act={{
        panel: (
          <ActPanel title={t("directory.add-title")}>
            <p>{t("directory.add-why")}</p>
            <LinkButton href={`${directoryPath}/new`}>{t("directory.add")}</LinkButton>
            <WaysToRead t={t} />
            <p class="next-step">
              <a href={`${suggestionsPath}/new`}>{t("directory.suggest")}</a>
            </p>
            {suggested !== undefined && (
              <p class="next-step">
                <a href={`${directoryPath}/lists/new`}>{t("directory.take-over")}</a>
                {" · "}
                <a href={suggestionsPath}>{t("directory.suggestions-count", { count: suggested })}</a>
              </p>
            )}
          </ActPanel>
        ),
      }}
    >
      <FilterForm t={t} filter={filter} known={known} />
      <nav class="section-links" aria-label={t("directory.policies")}>
        <ul>
          <li>
            <a href={directoryPath} aria-current={isWhole ? "true" : undefined}>
              {t("directory.policy.all")}
            </a>
          </li>
          {Object.entries(policies).map(([name, policy]) => (
            <li>
              <a
                href={filterPath(policy)}
                aria-current={queryOf(policy).toString() === queryOf(filter).toString() ? "true" : undefined}
              >
                {t(`directory.policy.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Section id="places" title={t("directory.count", { count })}>
        <Narrowed t={t} filter={filter} />
        {entries.length === 0 && <Empty what={t(isWhole ? "directory.empty" : "directory.none")} />}
        <TicksToCompare t={t} count={entries.length}>
          <ul class="directory-list">
            {entries.map((entry) => (
              <EntryLine c={c} entry={entry}>
                <TickToCompare t={t} entry={entry} />
              </EntryLine>
            ))}
          </ul>
        </TicksToCompare>
      </Section>
      <Pagination
        t={t}
        label={t("directory.title")}
        previous={props.isLater ? filterPath(filter) : undefined}
        next={props.next === undefined ? undefined : filterPath(filter, props.next)}
      />
      <OutreachLink c={c} filter={filter} />
      <OpenDataOfList t={t} filter={filter} />
    </Page>
  );
}

/** By which answers the list is narrowed, since the form that asks for them is folded away. */
function Narrowed({ t, filter }: { readonly t: Translator; readonly filter: Filter }) {
  const answers = (wanted: Filter["wanted"]) =>
    facets.flatMap((facet) => (wanted[facet] ?? []).map((answer) => answerWords(t, facet, answer)));
  const said = [
    ...(filter.words === "" ? [] : [t("directory.with-words", { words: filter.words })]),
    ...answers(filter.wanted),
    ...answers(filter.unwanted).map((answer) => t("directory.but-not", { answer })),
  ];
  if (said.length === 0) return undefined;
  return (
    <p>
      {said.join(" · ")} · <a href={directoryPath}>{t("directory.policy.all")}</a>
    </p>
  );
}
