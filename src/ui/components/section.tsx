import type { PropsWithChildren } from "hono/jsx";

interface SectionProps {
  readonly title: string;
  /** For links to it; letters, digits and hyphens. */
  readonly id: string;
  /** One line that explains the title to whoever meets its term for the first time. */
  readonly explained?: string | undefined;
}

/** A part of a page under a heading of its own. It is no landmark: those are for the few parts that every page has. */
export function Section({ title, id, explained, children }: PropsWithChildren<SectionProps>) {
  return (
    <section class="section" id={id}>
      <h2>{title}</h2>
      {explained !== undefined && <p class="term-line">{explained}</p>}
      {children}
    </section>
  );
}

/** The way to the sections of a long page; all of them stay on it. */
export function SectionLinks({
  label,
  sections,
}: {
  readonly label: string;
  readonly sections: readonly Omit<SectionProps, "explained">[];
}) {
  return (
    <nav class="section-links" aria-label={label}>
      <ul>
        {sections.map(({ id, title }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface DetailsProps {
  readonly summary: string;
  /** Unfolded from the start: where something within is to be mended. */
  readonly open?: boolean;
}

/** Something for later: its summary is in view, the rest unfolds. */
export function Details({ summary, open = false, children }: PropsWithChildren<DetailsProps>) {
  return (
    <details class="details" open={open}>
      <summary>{summary}</summary>
      <div class="details-body">{children}</div>
    </details>
  );
}
