import { Section } from "../../../ui/components/section.tsx";
import { UserName } from "../../../ui/text.tsx";
import { takesAgenda } from "../../model/agenda/agenda.ts";
import { sumOf, offsetsOf } from "../../model/agenda/block.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import type { GatheringView } from "../gathering/gathering-view.ts";
import { agendaPath } from "./agenda-path.ts";
import { BlockTime } from "./block-times.tsx";

/** So many blocks the gathering's page shows; the agenda's shows all. */
const mostShown = 8;

/** What comes when, in short, on the gathering's own page; before there is an agenda, that one can propose something. */
export async function AgendaSummary({ view }: { readonly view: GatheringView }) {
  const { c, gathering, application, standing } = view.visit;
  const { t } = c.var;
  const blocks = await blocksOf(application.read, gathering.id);
  const path = agendaPath(gathering);
  if (blocks.length === 0) {
    const canPropose = standing.personId !== undefined && takesAgenda(view.visit.gathering.state);
    if (!canPropose) return null;
    return (
      <p class="next-step">
        <a href={path}>{t("gatherings.agenda.act.propose")}</a>
      </p>
    );
  }
  const offsets = offsetsOf(blocks);
  const sessions = view.sessions.map(({ session }) => session).filter(({ cancelledAt }) => cancelledAt === undefined);
  return (
    <Section id="agenda" title={t("gatherings.agenda.page.kind")}>
      <ol class="agenda-list" data-short="yes">
        {blocks.slice(0, mostShown).map((block, place) => (
          <li>
            <p class="agenda-time">
              <BlockTime t={t} sessions={sessions} offset={offsets[place] ?? 0} />
            </p>
            <p>
              <UserName name={block.title} />
            </p>
          </li>
        ))}
      </ol>
      <p>
        <a href={path}>{t("gatherings.agenda.page.whole", { blocks: blocks.length, minutes: sumOf(blocks) })}</a>
      </p>
    </Section>
  );
}
