import { Section } from "../../../ui/components/section.tsx";
import { communityPath, gatheringPath } from "../addresses.ts";
import type { GatheringView } from "../gathering/gathering-view.ts";

/** The ways to have the date in one's own calendar. */
export function CalendarLinks({ view }: { readonly view: GatheringView }) {
  const { c, gathering, community } = view.visit;
  const { t } = c.var;
  return (
    <Section id="calendar" title={t("gatherings.calendar.title")}>
      <ul>
        <li>
          <a href={`${gatheringPath(gathering)}/calendar.ics`}>{t("gatherings.calendar.this")}</a>
        </li>
        <li>
          <a href={`${communityPath(community)}/calendar.ics`}>
            {t("gatherings.calendar.community", { community: community.name })}
          </a>
        </li>
        <li>
          <a href="/me/calendar">{t("gatherings.calendar.own")}</a>
        </li>
      </ul>
    </Section>
  );
}
