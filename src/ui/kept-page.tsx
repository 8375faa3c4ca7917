import { PageHead } from "./components/page-head.tsx";
import { Section } from "./components/section.tsx";
import { Page } from "./layout.tsx";
import type { PageContext } from "./request.ts";

/** What the page tells, in its order: each part has a title and one sentence per line. */
const parts = [
  { id: "people", lines: ["account", "settings", "sessions"] },
  { id: "taking-part", lines: ["said", "came", "confided", "record", "erased"] },
  { id: "elsewhere", lines: ["theirs", "votes", "none"] },
  { id: "operator", lines: ["sees", "changes"] },
  { id: "yours", lines: ["take", "leave", "stop"] },
] as const;

/** What this server keeps of people, for how long, who can see it, and what they can do about it. For a GET of `/kept`. */
export function showKept(c: PageContext): Response | Promise<Response> {
  const { frame, t } = c.var;
  const title = t("ui.footer.kept");
  return c.html(
    <Page frame={frame} title={title} head={<PageHead frame={frame} name={title} sentence={t("ui.kept.sentence")} />}>
      {parts.map(({ id, lines }) => (
        <Section id={id} title={t(`ui.kept.${id}.title`)}>
          <ul class="lines">
            {lines.map((line) => (
              <li>{t(`ui.kept.${id}.${line}`)}</li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>,
  );
}
