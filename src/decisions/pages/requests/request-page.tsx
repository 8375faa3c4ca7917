import type { Child } from "hono/jsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { StateStrip } from "../../../ui/components/state-strip.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { RequestState } from "../../model/requests/request.ts";
import type { CommentRequest } from "../../store/requests/requests.read.ts";
import { communityPath, threadPath } from "../addresses.ts";
import { Differences } from "../charter/differences.tsx";
import { PersonName } from "../person-name.tsx";
import { communityOfPage } from "../visit.ts";
import { CommentPanel } from "./comment-panel.tsx";
import { requestPath, requestsPath } from "./request-paths.ts";
import { Tending } from "./request-tending.tsx";
import type { RequestView } from "./request-view.ts";

interface RequestPageProps {
  readonly view: RequestView;
  readonly form: FormState;
  readonly notice?: Child;
}

/** One request for comments: its words, where it stands, what changed in it, and how it came here. */
export function RequestPage({ view, form, notice }: RequestPageProps) {
  const { visit, shown, before } = view;
  const { c, request, thread, community } = visit;
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("decisions.request.titled", { number: request.number, title: request.title })}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          kind={t("decisions.request.numbered", { number: request.number })}
          name={<UserName name={request.title} />}
          language={thread.language}
          community={
            <>
              <a href={communityPath(community)}>
                <UserName name={community.name} />
              </a>
              <a href={requestsPath(community)}>{t("decisions.request.all")}</a>
            </>
          }
        />
      }
      states={<States view={view} />}
      act={{ panel: <CommentPanel view={view} /> }}
      unlisted={thread.audience === "members"}
    >
      <Superseding view={view} />
      {shown.version !== request.version && (
        <p>
          <strong>{t("decisions.request.older", { version: shown.version })}</strong>{" "}
          <a href={requestPath(request)}>{t("decisions.request.newest")}</a>
        </p>
      )}
      <Section id="text" title={t("decisions.request.text")}>
        <UserText text={shown.text} language={thread.language} />
        <p class="statement-by">
          {t("decisions.proposal.by")} <PersonName t={t} person={view.people.get(request.authorId)} />
        </p>
      </Section>
      {before !== undefined && (
        <Details
          summary={t("decisions.request.changed-since", { version: before.version })}
          open={shown.version !== request.version}
        >
          <p class="term-line">{t("decisions.post.version-legend")}</p>
          <Differences before={`${before.title}\n\n${before.text}`} after={`${shown.title}\n\n${shown.text}`} />
        </Details>
      )}
      <Section id="history" title={t("decisions.request.history")}>
        <History view={view} />
      </Section>
      {visit.tends && <Tending view={view} form={form} />}
      <p class="next-step">
        {t("decisions.request.in-thread")}{" "}
        <a href={threadPath(thread)}>
          <UserName name={thread.title} />
        </a>
      </p>
    </Page>
  );
}

function Superseding({ view }: { readonly view: RequestView }) {
  const { t } = view.visit.c.var;
  const link = (request: CommentRequest) => (
    <a href={requestPath(request)}>{t("decisions.request.numbered", { number: request.number })}</a>
  );
  return (
    <>
      {view.supersededBy !== undefined && (
        <p>
          <strong>{t("decisions.request.superseded-by")}</strong> {link(view.supersededBy)}
        </p>
      )}
      {view.supersedes !== undefined && (
        <p>
          {t(
            view.visit.request.state === "final" ? "decisions.request.superseded" : "decisions.request.would-supersede",
          )}{" "}
          {link(view.supersedes)}
        </p>
      )}
    </>
  );
}

const road: readonly RequestState[] = ["draft", "comments", "last-call", "final"];

function States({ view }: { readonly view: RequestView }) {
  const { c, request } = view.visit;
  const { t } = c.var;
  const reached = new Map(view.moves.map(({ state, movedAt }) => [state, movedAt]));
  const noteOf = (state: RequestState) => {
    if (state === "last-call" && request.state === "last-call" && request.lastCallEndsAt !== undefined) {
      return t("decisions.request.until", { time: t.briefDateTime(request.lastCallEndsAt) });
    }
    const at = state === "draft" ? request.openedAt : reached.get(state);
    return at === undefined ? undefined : t.briefDateTime(at);
  };
  const states = statesShown(request.state).map((state) => ({
    name: t(`decisions.request.state.${state}`),
    note: noteOf(state),
  }));
  return <StateStrip t={t} states={states} present={statesShown(request.state).indexOf(request.state)} />;
}

/** The road of a request; what was withdrawn ended before it was final. */
function statesShown(state: RequestState): readonly RequestState[] {
  if (state === "withdrawn") return ["draft", "withdrawn"];
  return state === "superseded" ? [...road, "superseded"] : road;
}

function History({ view }: { readonly view: RequestView }) {
  const { visit, history, moves, people, shown } = view;
  const { t } = visit.c.var;
  const path = requestPath(visit.request);
  return (
    <>
      <ol class="version-list" reversed>
        {history.map(({ version, note, writtenBy, writtenAt }) => (
          <li>
            <a href={`${path}?version=${version}`} aria-current={version === shown.version ? "true" : undefined}>
              {t("decisions.request.version", { version })}
            </a>{" "}
            · <BriefTime t={t} instant={writtenAt} /> · <PersonName t={t} person={people.get(writtenBy)} />
            {note !== "" && ` · ${note}`}
          </li>
        ))}
      </ol>
      {moves.length > 0 && (
        <ul class="turn-list">
          {moves.map(({ state, movedAt, movedBy, note }) => (
            <li>
              <p>
                <strong>{t(`decisions.request.state.${state}`)}</strong> · <BriefTime t={t} instant={movedAt} /> ·{" "}
                <PersonName t={t} person={people.get(movedBy)} />
              </p>
              {note !== "" && <UserText text={note} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
