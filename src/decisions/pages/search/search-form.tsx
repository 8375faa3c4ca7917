import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Field } from "../../../ui/components/field.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { untouchedForm } from "../../../ui/form-state.ts";
import { communityPath } from "../addresses.ts";

interface SearchFormProps {
  readonly t: Translator;
  readonly community: { readonly handle: string };
  /** What was looked for. */
  readonly typed?: string;
}

/** One field that looks through a community's threads. */
export function SearchForm({ t, community, typed }: SearchFormProps) {
  return (
    <search>
      <form class="form search-threads" method="get" action={`${communityPath(community)}/search`}>
        <Field
          name="q"
          type="search"
          label={t("decisions.search.label")}
          form={untouchedForm(t)}
          value={typed}
          maxlength={200}
          autocomplete="off"
        />
        <Submit kind="quiet">{t("decisions.search.submit")}</Submit>
      </form>
    </search>
  );
}
