import type { PropsWithChildren } from "hono/jsx";

/** A state of nothing yet: what is missing in one sentence, and beneath it the next step. Never a blank. */
export function Empty({ what, children }: PropsWithChildren<{ readonly what: string }>) {
  return (
    <div class="empty">
      <p>{what}</p>
      {children}
    </div>
  );
}
