import { Section } from "../../../ui/components/section.tsx";
import { pollPath } from "../addresses.ts";
import type { GatheringView } from "../gathering/gathering-view.ts";

/** How the latest scheduling poll stands, with the way to its answers. */
export function PollSummary({ view }: { readonly view: GatheringView }) {
  const { t } = view.visit.c.var;
  const { poll, answered } = view;
  if (poll === undefined) return null;
  return (
    <Section id="poll" title={t("gatherings.poll.title")} explained={t("gatherings.poll.explained")}>
      <p>
        {t("gatherings.poll.answered", { people: answered })}{" "}
        <a href={pollPath(view.visit.gathering)}>{t("gatherings.act.see-answers")}</a>
      </p>
    </Section>
  );
}
