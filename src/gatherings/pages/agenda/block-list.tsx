import { Details } from "../../../ui/components/section.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { AgendaBlock } from "../../model/agenda/block.ts";
import { ParticipantName } from "../participant-name.tsx";
import type { TimedAgenda, TimedBlock } from "./agenda-view.ts";
import { BlockTime } from "./block-times.tsx";
import { StructureSteps } from "./structure-steps.tsx";

/** Every block with its time, its purpose, and how it goes. */
export function BlockList({ timed }: { readonly timed: TimedAgenda }) {
  return (
    <ol class="agenda-list">
      {timed.blocks.map((one) => (
        <BlockLine timed={timed} one={one} />
      ))}
    </ol>
  );
}

function BlockLine({ timed, one }: { readonly timed: TimedAgenda; readonly one: TimedBlock }) {
  const { c, gathering } = timed.visit;
  const { t } = c.var;
  const { block } = one;
  return (
    <li id={`block-${block.id}`}>
      <p class="agenda-time">
        <BlockTime t={t} sessions={timed.sessions} offset={one.offset} />
      </p>
      <div class="agenda-block">
        <h3>
          <UserName name={block.title} />
        </h3>
        <BlockFacts timed={timed} block={block} />
        {block.purpose !== "" && <UserText text={block.purpose} language={gathering.language} />}
        {block.structure !== "open-talk" && (
          <Details
            summary={t("gatherings.agenda.structures.how", {
              name: t(`gatherings.agenda.structure.${block.structure}`),
            })}
          >
            <StructureSteps t={t} id={block.structure} />
          </Details>
        )}
      </div>
    </li>
  );
}

/** How long, hosted by whom, and what may be kept of it; what is usual is not said. */
export function BlockFacts({ timed, block }: { readonly timed: TimedAgenda; readonly block: AgendaBlock }) {
  const { t } = timed.visit.c.var;
  return (
    <p class="agenda-facts">
      <span>{t("gatherings.agenda.page.minutes", { minutes: block.minutes })}</span>
      <HostOfBlock timed={timed} block={block} />
      {!block.notes && <span>{t("gatherings.agenda.page.no-notes")}</span>}
      {block.recording && <span>{t("gatherings.agenda.page.recorded")}</span>}
    </p>
  );
}

/** A person is named to those who may read names; a name that was typed is for everyone. */
function HostOfBlock({ timed, block }: { readonly timed: TimedAgenda; readonly block: AgendaBlock }) {
  const { t } = timed.visit.c.var;
  const { personId, name } = block.host;
  if (name !== "") {
    return <span>{t.rich("gatherings.agenda.page.host", { person: () => <UserName name={name} /> })}</span>;
  }
  if (personId === undefined || !timed.visit.standing.readsNames) return null;
  const person = <ParticipantName t={t} person={timed.people.get(personId)} />;
  return <span>{t.rich("gatherings.agenda.page.host", { person: () => person })}</span>;
}
