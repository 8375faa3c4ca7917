import type { Child, PropsWithChildren } from "hono/jsx";
import type { Translator } from "../../kernel/i18n/translator.ts";
import { BriefTime } from "./time-text.tsx";

/** Something that happened. */
export interface Happening {
  readonly at: Temporal.Instant;
  /** What happened and who did it, as one sentence. */
  readonly what: Child;
  /** What was said with it. */
  readonly words?: Child;
}

interface HistoryProps {
  readonly t: Translator;
  readonly title: string;
  /** Newest first. */
  readonly happenings: readonly Happening[];
  /** What it means that there are none yet, and the next step. */
  readonly empty: Child;
}

/** Question 4: what has happened so far? Its children, such as the way to all of it, stand beneath. */
export function History({ t, title, happenings, empty, children }: PropsWithChildren<HistoryProps>) {
  return (
    <section class="history">
      <h2>{title}</h2>
      {happenings.length === 0 ? (
        empty
      ) : (
        <ol class="history-list">
          {happenings.map((happening) => (
            <li>
              <p class="history-when">
                <BriefTime t={t} instant={happening.at} />
              </p>
              <div class="history-what">{happening.what}</div>
              {happening.words !== undefined && <div class="history-words">{happening.words}</div>}
            </li>
          ))}
        </ol>
      )}
      {children}
    </section>
  );
}
