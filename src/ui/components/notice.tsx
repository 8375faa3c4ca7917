import type { Child, PropsWithChildren } from "hono/jsx";
import type { Translator } from "../../kernel/i18n/translator.ts";
import { Icon } from "./icon.tsx";

/** What something means to the reader; each meaning has its colour, its sign and its word. */
export type Meaning = "good" | "careful" | "stop" | "note";

interface NoticeProps {
  readonly t: Translator;
  readonly meaning?: Meaning;
  /** What happened, in one sentence. */
  readonly what: Child;
  /** Who was told. */
  readonly told?: Child;
  /** How to take it back: a small form or a sentence. */
  readonly undo?: Child;
}

/** What the page says after an act, or of something to know before one. */
export function Notice({ t, meaning = "good", what, told, undo, children }: PropsWithChildren<NoticeProps>) {
  return (
    <div class="notice" data-meaning={meaning}>
      <p class="notice-what">
        <Icon name={meaning} label={t(`ui.meaning.${meaning}`)} /> {what}
      </p>
      {told !== undefined && <p class="notice-told">{told}</p>}
      {undo !== undefined && <div class="notice-undo">{undo}</div>}
      {children}
    </div>
  );
}
