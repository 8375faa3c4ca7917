import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { ProgressLine } from "../../../ui/components/progress-line.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import type { LongList } from "../../store/long-lists/long-lists.read.ts";
import { directoryPath } from "../directory-paths.ts";

/** How far long lists have come that are taken over part by part. */
export function LongListsPage({
  c,
  lists,
  path,
}: {
  readonly c: PageContext;
  readonly lists: readonly LongList[];
  readonly path: string;
}) {
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("directory.long-lists.title")}
      unlisted
      head={
        <PageHead
          frame={frame}
          name={t("directory.long-lists.title")}
          sentence={t("directory.long-lists.sentence")}
          community={<a href={directoryPath}>{t("directory.title")}</a>}
        />
      }
    >
      {lists.length === 0 && <Empty what={t("directory.long-lists.none")} />}
      {lists.map((list) => (
        <Section id={`list-${list.id}`} title={list.name}>
          <p>
            <BriefTime t={t} instant={list.begunAt} />
          </p>
          <ProgressLine
            count={list.taken}
            needed={list.places}
            words={t("directory.long-lists.progress", { taken: list.taken, places: list.places })}
          />
          <p>
            {t("directory.long-lists.counts", {
              added: list.added,
              known: list.taken - list.added - list.optedOut,
              passedOver: list.passedOver,
            })}
          </p>
          {list.optedOut > 0 && <p>{t("directory.taken-opted-out", { count: list.optedOut })}</p>}
          {list.endedAt === undefined ? (
            <p class="next-step">
              <a href={path}>{t("directory.long-lists.again")}</a>
            </p>
          ) : (
            <p>{t("directory.long-lists.ended")}</p>
          )}
        </Section>
      ))}
      <p class="next-step">
        <a href={directoryPath}>{t("directory.home-see")}</a>
      </p>
    </Page>
  );
}
