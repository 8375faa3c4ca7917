import type { PersonDescription } from "../../accounts/index.ts";
import type { Translator } from "../../kernel/i18n/translator.ts";
import { Person } from "../../ui/components/person.tsx";

interface PersonNameProps {
  readonly t: Translator;
  /** As accounts describe them; undefined for somebody nobody here knows any more. */
  readonly person: PersonDescription | undefined;
}

/** Somebody by name, or that they have left. */
export function PersonName({ t, person }: PersonNameProps) {
  if (person?.name === undefined) return <>{t("decisions.people.gone")}</>;
  return <Person t={t} name={person.name} handle={person.handle} href={person.url} />;
}
