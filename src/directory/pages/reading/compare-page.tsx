import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { untouchedForm } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { Settled } from "../../model/claims.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import type { FieldName } from "../../model/entry-fields.ts";
import { comparedFields, MOST_COMPARED } from "../../model/reading/compared.ts";
import { directoryPath, entryPath } from "../directory-paths.ts";
import { fieldLabel, valueWords } from "../field-words.ts";
import { HeardBy } from "../sharing/heard-by.tsx";
import { verifiedWords } from "../verification/verification-words.ts";
import { comparePath, comparisonOf } from "./reading-paths.ts";

interface ComparePageProps {
  readonly c: PageContext;
  readonly entries: readonly DescribedEntry[];
  /** How many places the address names that are not shown: too many, or no longer there. */
  readonly leftOut: number;
  readonly gone: number;
  /** What was looked for to add it, and what was found. */
  readonly sought: string;
  readonly found: readonly DescribedEntry[];
}

/** Up to four places side by side, question by question, each answer with who gives it and when. */
export function ComparePage({ c, entries, leftOut, gone, sought, found }: ComparePageProps) {
  const { frame, t } = c.var;
  const { said, unsaid } = comparedFields(entries);
  return (
    <Page
      frame={frame}
      title={t("directory.compare.title")}
      head={
        <PageHead
          frame={frame}
          name={t("directory.compare.title")}
          sentence={t("directory.compare.sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
    >
      {leftOut > 0 && <p>{t("directory.compare.left-out", { count: leftOut, most: MOST_COMPARED })}</p>}
      {gone > 0 && <p>{t("directory.compare.gone", { count: gone })}</p>}
      {entries.length === 0 && <Empty what={t("directory.compare.empty")} />}
      <ul class="compared" data-places={entries.length}>
        {entries.map((entry) => (
          <Compared t={t} entry={entry} others={entries.filter(({ id }) => id !== entry.id)} />
        ))}
      </ul>
      {entries.length > 0 && (
        <div class="compared-fields">
          {said.map((field) => (
            <section>
              <h2>{fieldLabel(t, field)}</h2>
              <dl class="compared" data-places={entries.length}>
                {entries.map((entry) => (
                  <div>
                    <dt>
                      <UserName name={entry.name} />
                    </dt>
                    <Answer t={t} entry={entry} field={field} />
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      )}
      {entries.length > 0 && unsaid.length > 0 && (
        <Section id="unknown" title={t("directory.compare.unsaid")}>
          <p>{unsaid.map((field) => fieldLabel(t, field)).join(" · ")}</p>
        </Section>
      )}
      {entries.length < MOST_COMPARED && <AddPlace t={t} entries={entries} sought={sought} found={found} />}
    </Page>
  );
}

interface ComparedProps {
  readonly t: Translator;
  readonly entry: DescribedEntry;
  readonly others: readonly DescribedEntry[];
}

function Compared({ t, entry, others }: ComparedProps) {
  return (
    <li>
      <strong>
        <a href={entryPath(entry)}>
          <UserName name={entry.name} />
        </a>
      </strong>
      <p class="entry-host">
        {entry.domain ?? t("directory.no-host")} · {verifiedWords(t, entry)}
      </p>
      <p>
        <a
          href={comparisonOf(others.map(({ id }) => id))}
          aria-label={t("directory.compare.take-out-of", { name: entry.name })}
        >
          {t("directory.compare.take-out")}
        </a>
      </p>
    </li>
  );
}

/** What stands in the field, on what basis and since when; who contradicts it is told on the entry's own page. */
function Answer({ t, entry, field }: Omit<ComparedProps, "others"> & { readonly field: FieldName }) {
  const settled: Settled | undefined = entry.fields[field];
  if (settled === undefined) return <dd class="not-known">{t("directory.unknown")}</dd>;
  const { claim, against } = settled;
  return (
    <dd>
      <UserText text={valueWords(t, field, claim.value)} />
      <p class="provenance">
        {claim.claimant.kind === "directory" ? (
          <>
            {t("directory.basis.heard")} <HeardBy t={t} heard={claim.claimant} />
          </>
        ) : (
          <>
            {t(`directory.compare.basis.${claim.basis}`)} · <BriefTime t={t} instant={claim.at} />
          </>
        )}
        {claim.asOf !== "" && <> · {t("directory.as-of", { when: claim.asOf })}</>}
        {claim.doubt !== undefined && <> · {t("directory.compare.doubtful")}</>}
      </p>
      {against.length > 0 && (
        <p class="said-otherwise">
          <a href={entryPath(entry)}>{t("directory.compare.otherwise", { count: against.length })}</a>
        </p>
      )}
    </dd>
  );
}

type AddPlaceProps = Pick<ComparePageProps, "entries" | "sought" | "found"> & { readonly t: Translator };

/** Looks for another place to stand beside these. */
function AddPlace({ t, entries, sought, found }: AddPlaceProps) {
  const ids = entries.map(({ id }) => id);
  const offered = found.filter(({ id }) => !ids.includes(id));
  return (
    <Section id="add" title={t("directory.compare.add-title")}>
      <search>
        <form class="form" method="get" action={`${comparePath}#add`}>
          {ids.map((id) => (
            <input type="hidden" name="of" value={id} />
          ))}
          <Field
            name="with"
            type="search"
            label={t("directory.search")}
            hint={t("directory.compare.add-hint")}
            form={untouchedForm(t)}
            optional="said-above"
            value={sought}
            maxlength={120}
            autocomplete="off"
          />
          <Submit kind="quiet">{t("directory.compare.look-for")}</Submit>
        </form>
      </search>
      {sought !== "" && offered.length === 0 && <p>{t("directory.compare.nothing-found")}</p>}
      {offered.length > 0 && (
        <ul>
          {offered.map((entry) => (
            <li>
              <a href={comparisonOf([...ids, entry.id])}>{t("directory.compare.add", { name: entry.name })}</a>{" "}
              {entry.domain !== undefined && <span class="entry-host">{entry.domain}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
