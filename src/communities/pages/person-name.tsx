import type { PersonDescription } from "../../accounts/index.ts";
import type { Translator } from "../../kernel/i18n/translator.ts";
import { Person } from "../../ui/components/person.tsx";

interface PersonNameProps {
  readonly t: Translator;
  /** Undefined for somebody of whom nothing is known any more. */
  readonly person: PersonDescription | undefined;
  readonly href?: string | undefined;
}

/** Somebody by name and handle; whoever left this server is a former member. */
export function PersonName({ t, person, href }: PersonNameProps) {
  const isGone = person === undefined || (person.name === undefined && person.handle === undefined);
  if (isGone) return <span class="person">{t("communities.person.gone")}</span>;
  return <Person t={t} name={person.name} handle={person.handle} href={href} />;
}
