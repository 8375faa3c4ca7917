import type { PropsWithChildren } from "hono/jsx";

/**
 * Parts of a page that renew themselves while it is open. `source` is an address of server-sent events; at each event the page is asked for
 * again and every `LivePart` of the page is replaced by its new self, also one that stands above. Without scripts the page is as it was when it came.
 */
export function LiveParts({ source, children }: PropsWithChildren<{ readonly source: string }>) {
  return <koinon-live data-source={source}>{children}</koinon-live>;
}

interface LivePartProps {
  /** Unique on the page. */
  readonly name: string;
  /** What a screen reader says when the part has changed: "8 people have answered". */
  readonly words?: string | undefined;
}

/** One part within {@link LiveParts}. */
export function LivePart({ name, words, children }: PropsWithChildren<LivePartProps>) {
  return (
    <div class="live-part" data-live={name} data-live-words={words}>
      {children}
    </div>
  );
}
