import { underCommunity } from "../addresses.ts";
import type { CommunityVisit } from "../visit.ts";

/** The rooms in which stewards care for the community. */
export function StewardLinks({ visit }: { readonly visit: CommunityVisit }) {
  const { t } = visit.c.var;
  const rooms = [
    "admissions",
    "members",
    "standing",
    "organisations",
    "circles",
    "reports",
    "blocks",
    "settings",
    "log",
  ] as const;
  return (
    <nav class="section-links" aria-label={t("communities.rooms.label")}>
      <ul>
        {rooms.map((room) => (
          <li>
            <a href={underCommunity(visit.community, room)}>{t(`communities.rooms.${room}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
