import type { Translator } from "../../../kernel/i18n/translator.ts";
import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { fieldNames } from "../../model/entry-fields.ts";
import type { Fact, Look } from "../../model/look-up/look.ts";
import { fieldLabel, valueWords } from "../field-words.ts";

/** What a look at a place's server gave. */
export interface Found {
  readonly host: string;
  readonly look: Look;
}

/** What a server says of itself, before anything of it is kept; or why it says nothing. */
export function FoundPreview({ t, found }: { readonly t: Translator; readonly found: Found }) {
  const { host, look } = found;
  if (look.facts.length === 0) {
    return <Notice t={t} meaning="note" what={outcomeWords(t, host, look)} />;
  }
  const sources = [...new Set(look.facts.map(({ source }) => source))];
  return (
    <Section id="found" title={t("directory.found", { host })}>
      <p>{t("directory.found-what")}</p>
      <DefinitionList
        definitions={inReadingOrder(look.facts).map((fact) => ({
          term: fieldLabel(t, fact.field),
          definition: <FactValue t={t} fact={fact} />,
        }))}
      />
      <p class="provenance">{t("directory.found-at")}</p>
      <ul class="sources provenance">
        {sources.map((source) => (
          <li>
            <a href={source} rel="nofollow noopener">
              {URL.parse(source)?.pathname ?? source}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function inReadingOrder(facts: readonly Fact[]): readonly Fact[] {
  return facts.toSorted((one, other) => fieldNames.indexOf(one.field) - fieldNames.indexOf(other.field));
}

function FactValue({ t, fact }: { readonly t: Translator; readonly fact: Fact }) {
  return <bdi class="found-value">{valueWords(t, fact.field, fact.value)}</bdi>;
}

/** What came of a look, in a sentence. */
export function outcomeWords(t: Translator, host: string, look: Pick<Look, "outcome" | "leadsTo">): string {
  return t(`directory.look.${look.outcome}`, { host, other: look.leadsTo ?? "" });
}
