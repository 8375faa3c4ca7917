import { isMember, type Community } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import { byWhen } from "../../model/list-order.ts";
import { gatheringsOfCommunity, type GatheringLine } from "../../store/gatherings.read.ts";
import { communityPath } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { GatheringList } from "./gathering-list.tsx";

const perPage = 30;

/** All gatherings of a community, the newest announced on the first page; each page by when they are. */
export function showGatherings(c: PageContext, application: Application) {
  return async (community: Community): Promise<Response> => {
    const before = instantOrUndefined(c.req.query("before"));
    const found = await gatheringsOfCommunity(application.read, community.id, { before, limit: perPage + 1 });
    const person = c.var.reader.person;
    const announces = person !== undefined && (await isMember(application.read, community.id, person.id));
    return c.html(
      <GatheringsPage c={c} community={community} found={found} paged={before !== undefined} announces={announces} />,
    );
  };
}

interface GatheringsPageProps {
  readonly c: PageContext;
  readonly community: Community;
  /** One more than a page shows, if there are more. */
  readonly found: readonly GatheringLine[];
  readonly paged: boolean;
  readonly announces: boolean;
}

function GatheringsPage({ c, community, found, paged, announces }: GatheringsPageProps) {
  const { frame, t } = c.var;
  const path = `${communityPath(community)}/gatherings`;
  const title = t("gatherings.list.title");
  const shown = found.slice(0, perPage);
  const last = shown.at(-1);
  return (
    <Page
      frame={frame}
      title={t("gatherings.list.page-title", { community: community.name })}
      community={communityOfPage(community)}
      alternates={[{ type: "text/calendar", href: `${communityPath(community)}/calendar.ics`, title: community.name }]}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("gatherings.list.sentence")}
          community={
            <a href={communityPath(community)}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
      notice={
        doneKey(c, ["imported"]) && (
          <Notice t={t} what={t("gatherings.import.done")} told={t("gatherings.import.done-told")} />
        )
      }
      act={{
        panel: <AnnouncePanel c={c} path={path} announces={announces} />,
        ...(announces && { label: t("gatherings.announcing.link") }),
      }}
    >
      {shown.length === 0 ? (
        <Empty what={t("gatherings.list.none")} />
      ) : (
        <GatheringList t={t} gatherings={byWhen(shown)} now={frame.now} />
      )}
      <Pagination
        t={t}
        label={title}
        previous={paged ? path : undefined}
        next={
          found.length > perPage && last !== undefined ? `${path}?before=${last.announcedAt.toString()}` : undefined
        }
      />
    </Page>
  );
}

function AnnouncePanel({
  c,
  path,
  announces,
}: {
  readonly c: PageContext;
  readonly path: string;
  readonly announces: boolean;
}) {
  const { t, reader } = c.var;
  const cannot = announces || reader.person === undefined ? undefined : t("gatherings.announcing.members-only");
  return (
    <ActPanel title={t("gatherings.announcing.title")} {...(cannot !== undefined && { cannot })}>
      {cannot === undefined && (
        <>
          <p>{t("gatherings.announcing.invite")}</p>
          <LinkButton href={`${path}/new`}>{t("gatherings.announcing.link")}</LinkButton>
        </>
      )}
    </ActPanel>
  );
}

function instantOrUndefined(text: string | undefined): Temporal.Instant | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
