import type { Translator } from "../../../kernel/i18n/translator.ts";
import { BriefTime, RelativeTime } from "../../../ui/components/time-text.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { GatheringLine } from "../../store/gatherings.read.ts";
import { gatheringPath } from "../addresses.ts";

interface GatheringListProps {
  readonly t: Translator;
  readonly gatherings: readonly GatheringLine[];
  readonly now: Temporal.Instant;
  /** Whose each is, where they are of several communities. */
  readonly communityOf?: (gathering: GatheringLine) => string | undefined;
}

/** Gatherings one below the other: name, purpose, and when or in what state. */
export function GatheringList({ t, gatherings, now, communityOf }: GatheringListProps) {
  return (
    <ul class="gathering-list">
      {gatherings.map((gathering) => {
        const community = communityOf?.(gathering);
        return (
          <li>
            <p class="gathering-name">
              <a href={gatheringPath(gathering)} lang={gathering.language}>
                <UserName name={gathering.title} />
              </a>
            </p>
            <p class="gathering-when">
              <WhenInBrief t={t} gathering={gathering} now={now} />
              {community !== undefined && (
                <>
                  {" · "}
                  <UserName name={community} />
                </>
              )}
            </p>
            <p lang={gathering.language} dir="auto">
              {gathering.purpose}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

interface WhenInBriefProps {
  readonly t: Translator;
  readonly gathering: GatheringLine;
  readonly now: Temporal.Instant;
}

function WhenInBrief({ t, gathering, now }: WhenInBriefProps) {
  const { state, startsAt } = gathering;
  if (state === "date-set" && startsAt !== undefined) {
    return (
      <>
        <BriefTime t={t} instant={startsAt} /> · <RelativeTime t={t} instant={startsAt} now={now} />
      </>
    );
  }
  const words = t(`gatherings.state.${state}`);
  if (startsAt === undefined) return <>{words}</>;
  return (
    <>
      {words} · <BriefTime t={t} instant={startsAt} />
    </>
  );
}
