import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { requestStates, type RequestState } from "../../model/requests/request.ts";
import { requestsInState, type CommentRequest } from "../../store/requests/requests.read.ts";
import { communityPath, threadsPath } from "../addresses.ts";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import { RequestList } from "./request-list.tsx";
import { requestsPath } from "./request-paths.ts";

/** So many of each state are shown; those before them on pages of that state alone. */
const shownOfEach = 20;

interface RequestsPageProps {
  readonly visit: CommunityVisit;
  readonly byState: ReadonlyMap<RequestState, readonly CommentRequest[]>;
}

/** The requests of a community by state: of all states, or the one that the address names, from a number downwards. */
export async function readRequests(visit: CommunityVisit): Promise<RequestsPageProps["byState"]> {
  const { application, community, isMember, c } = visit;
  const audiences = isMember ? (["everyone", "members"] as const) : (["everyone"] as const);
  const asked = requestStates.find((state) => state === c.req.query("state"));
  const before = Number(c.req.query("before"));
  const byState = new Map<RequestState, readonly CommentRequest[]>();
  for (const state of asked === undefined ? inOrder : [asked]) {
    const from = asked !== undefined && Number.isSafeInteger(before) && before > 0 ? before : undefined;
    const page = { state, audiences, limit: shownOfEach, before: from };
    const requests = await requestsInState(application.read, community.id, page);
    if (requests.length > 0) byState.set(state, requests);
  }
  return byState;
}

/** What waits for words first. */
const inOrder: readonly RequestState[] = ["last-call", "comments", "draft", "final", "superseded", "withdrawn"];

/** All requests for comments of a community. */
export function RequestsPage({ visit, byState }: RequestsPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("decisions.request.all");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("decisions.preset.request-for-comments.rule")}
          community={
            <a href={communityPath(community)}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
      act={{
        panel: (
          <ActPanel title={t("decisions.request.draft")}>
            <p>{t("decisions.request.draft-how")}</p>
            <LinkButton href={threadsPath(community)}>{t("decisions.register.propose")}</LinkButton>
          </ActPanel>
        ),
      }}
    >
      {byState.size === 0 && <Empty what={t("decisions.request.none")} />}
      {[...byState].map(([state, requests]) => (
        <Section
          id={state}
          title={t(`decisions.request.state.${state}`)}
          explained={t(`decisions.request.meaning.${state}`)}
        >
          <RequestList t={t} requests={requests} />
          {requests.length === shownOfEach && (
            <p>
              <a href={`${requestsPath(community)}?state=${state}&before=${requests.at(-1)?.number ?? 0}`}>
                {t("decisions.request.earlier")}
              </a>
            </p>
          )}
        </Section>
      ))}
    </Page>
  );
}
