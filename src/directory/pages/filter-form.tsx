import type { Translator } from "../../kernel/i18n/translator.ts";
import { CheckGroup, Select } from "../../ui/components/choice.tsx";
import { Field } from "../../ui/components/field.tsx";
import { Details } from "../../ui/components/section.tsx";
import { Submit } from "../../ui/components/submit.tsx";
import { untouchedForm } from "../../ui/form-state.ts";
import { wordsOfFacet, type Facet, type Filter } from "../model/filter.ts";
import { directoryPath } from "./directory-paths.ts";
import { answerWords, fieldLabel } from "./field-words.ts";

/** Answers that are there, for facets without a list of words. */
export type KnownAnswers = Readonly<Record<"country" | "languages" | "software", readonly string[]>>;

interface FilterFormProps {
  readonly t: Translator;
  readonly filter: Filter;
  readonly known: KnownAnswers;
}

const ticked = ["ownership", "practice", "joining", "lifecycle", "verified"] as const;
const chosen = ["country", "languages", "software", "registration", "intention", "kind"] as const;

/** Words to look for, and under a fold every question by which places can be told apart; the answers become the address. */
export function FilterForm({ t, filter, known }: FilterFormProps) {
  const form = untouchedForm(t);
  return (
    <search>
      <form class="form directory-filter" method="get" action={directoryPath}>
        <Field
          name="q"
          type="search"
          label={t("directory.search")}
          hint={t("directory.search-hint")}
          form={form}
          optional="said-above"
          value={filter.words}
          maxlength={120}
          autocomplete="off"
        />
        {Object.entries(filter.unwanted).flatMap(([facet, answers]) =>
          answers.map((answer) => <input type="hidden" name={`not-${facet}`} value={answer} />),
        )}
        <Details summary={t("directory.filter")}>
          <div class="filter-facets">
            {ticked.map((facet) => (
              <CheckGroup
                name={facet}
                label={fieldLabel(t, facet)}
                form={form}
                optional="said-above"
                options={optionsOf(t, facet, wordsOfFacet[facet] ?? [])}
                values={filter.wanted[facet] ?? []}
              />
            ))}
            {chosen.map((facet) => (
              <Select
                name={facet}
                label={fieldLabel(t, facet)}
                form={form}
                optional="said-above"
                options={[{ value: "", label: t("directory.any") }, ...optionsOf(t, facet, answersFor(facet, known))]}
                value={filter.wanted[facet]?.[0] ?? ""}
              />
            ))}
          </div>
        </Details>
        <Submit kind="quiet">{t("directory.show")}</Submit>
      </form>
    </search>
  );
}

function answersFor(facet: (typeof chosen)[number], known: KnownAnswers): readonly string[] {
  switch (facet) {
    case "country":
    case "languages":
    case "software":
      return known[facet];
    case "registration":
    case "intention":
    case "kind":
      return wordsOfFacet[facet] ?? [];
  }
}

function optionsOf(t: Translator, facet: Facet, answers: readonly string[]) {
  return answers.map((answer) => ({ value: answer, label: answerWords(t, facet, answer) }));
}
