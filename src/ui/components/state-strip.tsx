import type { Translator } from "../../kernel/i18n/translator.ts";

/** One state that a thing goes through. */
export interface StateOfThing {
  readonly name: string;
  /** When it was reached, or what it waits for, in a few words. */
  readonly note?: string | undefined;
}

interface StateStripProps {
  readonly t: Translator;
  /** All states in order. */
  readonly states: readonly StateOfThing[];
  /** The place of the present one, from 0. */
  readonly present: number;
}

/** Question 2: where does it stand? The present state is marked in words and for screen readers, not by colour alone. */
export function StateStrip({ t, states, present }: StateStripProps) {
  return (
    <ol class="state-strip" aria-label={t("ui.states.label")}>
      {states.map((state, place) => (
        <li aria-current={place === present ? "step" : undefined} data-past={place < present ? "yes" : undefined}>
          <span class="state-name">
            {place === present ? t("ui.states.present", { state: state.name }) : state.name}
            {place < present && <span class="visually-hidden"> {t("ui.states.past")}</span>}
          </span>
          {state.note !== undefined && <span class="state-note">{state.note}</span>}
        </li>
      ))}
    </ol>
  );
}
