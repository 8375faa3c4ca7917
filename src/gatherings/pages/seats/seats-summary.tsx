import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { UserText } from "../../../ui/text.tsx";
import type { GatheringView } from "../gathering/gathering-view.ts";

/** Who may come and why, on the page of a gathering that is not simply open to anybody. */
export function SeatsSummary({ view }: { readonly view: GatheringView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  const { opened, reason, seats } = view.seating;
  if (opened.size === 0) return null;
  const listening = seats.has("audience") ? [["audience", seats.get("audience") ?? null] as const] : [];
  return (
    <Section id="seats" title={t("gatherings.seats.title")}>
      <DefinitionList
        definitions={[...opened, ...listening].map(([kind, places]) => ({
          term: t(`gatherings.seats.kind.${kind}`),
          definition: places === null ? t("gatherings.seats.unlimited") : t("gatherings.seats.places", { places }),
        }))}
      />
      <UserText text={reason} language={gathering.language} />
    </Section>
  );
}
