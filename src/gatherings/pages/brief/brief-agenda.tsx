import { Empty } from "../../../ui/components/empty.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import { placeOfZone } from "../../../ui/zones.ts";
import type { TimedAgenda, TimedBlock } from "../agenda/agenda-view.ts";
import { agendaPath } from "../agenda/agenda-path.ts";
import { BlockFacts } from "../agenda/block-list.tsx";
import { AgendaSum, BlockTime } from "../agenda/block-times.tsx";
import { StructureSteps } from "../agenda/structure-steps.tsx";

/** A purpose that is longer than this stands on the page of the agenda alone, so that a brief stays brief. */
const longestPurpose = 400;

/** Each block with its time, and the steps of its structure opened out. */
export function BriefAgenda({ timed }: { readonly timed: TimedAgenda }) {
  const { c, gathering } = timed.visit;
  const { t, reader } = c.var;
  const [first] = timed.sessions;
  if (timed.blocks.length === 0) {
    return (
      <Section id="agenda" title={t("gatherings.agenda.page.kind")}>
        <Empty what={t("gatherings.agenda.page.none")} />
      </Section>
    );
  }
  return (
    <Section id="agenda" title={t("gatherings.agenda.page.kind")}>
      {first !== undefined && (
        <p class="quiet">
          {t("gatherings.poll.zone", { zone: t.zoneName(first.startsAt), place: placeOfZone(reader.zone) })}
        </p>
      )}
      <ol class="agenda-list">
        {timed.blocks.map((one, place) => (
          <BriefBlock timed={timed} one={one} isFirst={isFirstOfItsKind(timed.blocks, place)} />
        ))}
      </ol>
      <AgendaSum timed={timed} />
      <p class="no-print">
        <a href={agendaPath(gathering)}>{t("gatherings.brief.to-agenda")}</a>
      </p>
    </Section>
  );
}

interface BriefBlockProps {
  readonly timed: TimedAgenda;
  readonly one: TimedBlock;
  /** Whether no earlier block has the same structure. */
  readonly isFirst: boolean;
}

function BriefBlock({ timed, one: { block, offset }, isFirst }: BriefBlockProps) {
  const { c, gathering } = timed.visit;
  const { t } = c.var;
  const structure = t(`gatherings.agenda.structure.${block.structure}`);
  return (
    <li>
      <p class="agenda-time">
        <BlockTime t={t} sessions={timed.sessions} offset={offset} />
      </p>
      <div class="agenda-block">
        <h3>
          <UserName name={block.title} />
        </h3>
        <BlockFacts timed={timed} block={block} />
        {block.purpose.length > longestPurpose && (
          <p>
            <a href={`${agendaPath(gathering)}#block-${block.id}`}>{t("gatherings.brief.long-purpose")}</a>
          </p>
        )}
        {block.purpose !== "" && block.purpose.length <= longestPurpose && (
          <UserText text={block.purpose} language={gathering.language} />
        )}
        {block.structure !== "open-talk" && (
          <div class="brief-steps">
            <h4>{t("gatherings.agenda.structures.how", { name: structure })}</h4>
            {isFirst ? (
              <StructureSteps t={t} id={block.structure} />
            ) : (
              <p class="quiet">{t("gatherings.brief.steps-above")}</p>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

/** The steps of a structure are told once; where it comes again they are known. */
function isFirstOfItsKind(blocks: readonly TimedBlock[], place: number): boolean {
  return blocks.findIndex(({ block }) => block.structure === blocks[place]?.block.structure) === place;
}
