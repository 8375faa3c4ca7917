import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Choice, Select } from "../../../ui/components/choice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { untouchedForm } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { DescribedEntry } from "../../model/entry.ts";
import type { Facet } from "../../model/filter.ts";
import { filterOfWishes, runBy, type WhyItFits, type Wishes } from "../../model/reading/newcomer.ts";
import { directoryPath, entryPath, filterPath } from "../directory-paths.ts";
import { answerWords, fieldLabel, valueWords } from "../field-words.ts";
import type { KnownAnswers } from "../filter-form.tsx";
import { joinPath } from "./reading-paths.ts";

/** A place with why it may be the one. */
export interface Suggestion {
  readonly place: DescribedEntry;
  readonly why: WhyItFits;
}

interface JoinPageProps {
  readonly c: PageContext;
  readonly wishes: Wishes;
  /** Whether anything was answered yet. */
  readonly asked: boolean;
  readonly known: KnownAnswers;
  /** How many fit in everything, and the first of them; and some of which not everything is known. */
  readonly count: number;
  readonly fitting: readonly Suggestion[];
  readonly perhaps: readonly Suggestion[];
}

/** A few plain questions for newcomers; each may be left, answers stay, and places that take members are named with why they fit. */
export function JoinPage({ c, wishes, asked, known, count, fitting, perhaps }: JoinPageProps) {
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("directory.join.title")}
      head={
        <PageHead
          frame={frame}
          name={t("directory.join.title")}
          sentence={t("directory.join.sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
    >
      <Questions t={t} wishes={wishes} known={known} />
      {asked && (
        <Section id="found" title={t("directory.join.found", { count })}>
          <p>{t(count === 0 ? "directory.join.none" : "directory.join.found-what")}</p>
          <Suggestions t={t} wishes={wishes} suggestions={fitting} />
          <p class="next-step">
            <a href={filterPath(filterOfWishes(wishes))}>{t("directory.join.as-list")}</a>
          </p>
        </Section>
      )}
      {asked && perhaps.length > 0 && (
        <Section id="perhaps" title={t("directory.join.perhaps")} explained={t("directory.join.perhaps-what")}>
          <Suggestions t={t} wishes={wishes} suggestions={perhaps} />
        </Section>
      )}
    </Page>
  );
}

function Questions({ t, wishes, known }: Pick<JoinPageProps, "wishes" | "known"> & { readonly t: Translator }) {
  const form = untouchedForm(t);
  const any = { value: "", label: t("directory.join.any") };
  const listed = (facet: keyof KnownAnswers, chosen: string | undefined) => {
    const answers = known[facet].filter((answer) => answer !== "unknown");
    const all = chosen === undefined || answers.includes(chosen) ? answers : [...answers, chosen];
    return [any, ...all.map((value) => ({ value, label: answerWords(t, facet, value) }))];
  };
  const choice = (name: string, value: string | undefined, answers: readonly string[]) => (
    <Choice
      name={name}
      label={t(`directory.join.ask-${name}`)}
      form={form}
      optional="said-above"
      value={value ?? ""}
      options={[any, ...answers.map((answer) => ({ value: answer, label: t(`directory.join.${name}.${answer}`) }))]}
    />
  );
  const select = (name: "language" | "country" | "software", facet: keyof KnownAnswers) => (
    <Select
      name={name}
      label={t(`directory.join.ask-${name}`)}
      form={form}
      optional="said-above"
      value={wishes[name] ?? ""}
      options={listed(facet, wishes[name])}
    />
  );
  return (
    <form class="form" method="get" action={`${joinPath}#found`}>
      {select("language", "languages")}
      {select("country", "country")}
      {choice("run-by", wishes.runBy, runBy)}
      {choice("decides", wishes.decides ? "yes" : undefined, ["yes"])}
      {choice("cost", wishes.free ? "free" : undefined, ["free"])}
      {select("software", "software")}
      <Submit>{t("directory.join.show")}</Submit>
    </form>
  );
}

interface SuggestionsProps {
  readonly t: Translator;
  readonly wishes: Wishes;
  readonly suggestions: readonly Suggestion[];
}

function Suggestions({ t, wishes, suggestions }: SuggestionsProps) {
  return (
    <ul class="directory-list">
      {suggestions.map(({ place, why }) => (
        <li>
          <h3>
            <a href={entryPath(place)}>
              <UserName name={place.name} />
            </a>
          </h3>
          <p class="entry-host">{place.domain ?? t("directory.no-host")}</p>
          {place.fields.summary !== undefined && <UserText text={place.fields.summary.claim.value} />}
          <ul class="why-it-fits">
            {why.fits.map((facet) => (
              <li>
                {fieldLabel(t, facet)}: {wordsOf(t, place, facet)}
              </li>
            ))}
            <Cost t={t} wishes={wishes} place={place} cost={why.cost} />
          </ul>
          {why.unknown.length > 0 && (
            <p>
              {t("directory.join.not-known", { what: why.unknown.map((facet) => fieldLabel(t, facet)).join(" · ") })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function wordsOf(t: Translator, { fields }: DescribedEntry, facet: Facet): string {
  const settled = facet === "verified" ? undefined : fields[facet];
  return settled === undefined ? t("directory.unknown") : valueWords(t, settled.claim.field, settled.claim.value);
}

interface CostProps {
  readonly t: Translator;
  readonly wishes: Wishes;
  readonly place: DescribedEntry;
  readonly cost: WhyItFits["cost"];
}

/** What it costs, in the words of whoever said so; and plainly, for who cannot pay. */
function Cost({ t, wishes, place, cost }: CostProps) {
  const fee = place.fields.fee?.claim.value;
  if (fee === undefined) return <li>{t("directory.join.cost-unknown")}</li>;
  return (
    <li>
      {fieldLabel(t, "fee")}: {fee}
      {wishes.free && cost === "costs" && <> · {t("directory.join.cost-careful")}</>}
    </li>
  );
}
