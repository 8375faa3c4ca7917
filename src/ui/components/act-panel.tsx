import type { Child, PropsWithChildren } from "hono/jsx";

interface ActPanelProps {
  /** The main act, as a heading: "Say which times suit you". */
  readonly title: string;
  /** Until when it can be done, or that it has no end. */
  readonly until?: Child;
  /** Why this reader cannot act, and who can; the children then say the rest, or nothing. */
  readonly cannot?: Child;
}

/** Question 3: what can I do now, until when? One panel on a page, with one main act. */
export function ActPanel({ title, until, cannot, children }: PropsWithChildren<ActPanelProps>) {
  return (
    <section class="act-panel" id="act" aria-labelledby="act-title" tabindex={-1}>
      <h2 id="act-title">{title}</h2>
      {until !== undefined && <p class="act-until">{until}</p>}
      {cannot !== undefined && <p class="act-cannot">{cannot}</p>}
      {children}
    </section>
  );
}
