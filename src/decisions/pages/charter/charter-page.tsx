import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { BriefTime, TimeText } from "../../../ui/components/time-text.tsx";
import { Page } from "../../../ui/layout.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { Matter } from "../../model/charter/charter.ts";
import { communityPath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import { amendingPath, charterPath, charterVersionPath } from "./charter-paths.ts";
import type { CharterView } from "./charter-view.ts";
import { CharterDifferences } from "./charter-differences.tsx";
import { matterInWords, wayName } from "./matter-words.ts";

interface CharterPageProps {
  readonly view: CharterView;
  readonly notice?: Child;
}

/** The charter of a community, in force or as it once was: which matters it decides how, and on which decisions that rests. */
export function CharterPage({ view, notice }: CharterPageProps) {
  const { visit, shown, inForce } = view;
  const { t } = visit.c.var;
  const isInForce = shown.version === inForce.version;
  return (
    <CharterFrame visit={visit} notice={notice} panel={<AmendPanel view={view} />}>
      <p>
        <strong>
          {t(isInForce ? "decisions.charter.in-force" : "decisions.charter.replaced", { version: shown.version })}
        </strong>{" "}
        <TimeText t={t} instant={shown.inForceAt} />.{" "}
        {!isInForce && <a href={charterPath(visit.community)}>{t("decisions.charter.to-present")}</a>}
      </p>
      {shown.opening !== "" && <UserText text={shown.opening} language={visit.community.languages[0]} />}
      <Section id="matters" title={t("decisions.charter.matters")} explained={t("decisions.charter.matters-explained")}>
        <ul class="matter-list">
          {shown.matters.map((matter) => (
            <MatterItem view={view} matter={matter} />
          ))}
        </ul>
      </Section>
      {view.before !== undefined && (
        <Details summary={t("decisions.charter.changed-since", { version: view.before.version })} open={!isInForce}>
          <p class="term-line">{t("decisions.post.version-legend")}</p>
          <CharterDifferences t={t} before={view.before} after={shown} />
        </Details>
      )}
      <Section id="history" title={t("decisions.charter.history")}>
        <History view={view} />
      </Section>
      <p class="next-step">
        {t("decisions.charter.take-along")} <a href={`${charterPath(visit.community)}.md`}>Markdown</a>{" "}
        <a href={`${charterPath(visit.community)}.json`}>JSON</a>
      </p>
      <p class="version-hash">
        {t("decisions.charter.hash")} <code>{shown.hash}</code>
      </p>
    </CharterFrame>
  );
}

/** A community that has set no charter: nothing is asked of anybody. */
export function NoCharterPage({ visit }: { readonly visit: CommunityVisit }) {
  const { t } = visit.c.var;
  return (
    <CharterFrame
      visit={visit}
      panel={
        visit.isSteward ? (
          <ActPanel title={t("decisions.charter.first-title")}>
            <p>{t("decisions.charter.first-explained")}</p>
            <p>
              <a class="button" href={`${charterPath(visit.community)}/new`}>
                {t("decisions.charter.first")}
              </a>
            </p>
          </ActPanel>
        ) : (
          <ActPanel title={t("decisions.charter.first-title")} cannot={t("decisions.charter.first-stewards")} />
        )
      }
    >
      <Empty what={t("decisions.charter.none")}>
        <p>{t("decisions.charter.none-means")}</p>
      </Empty>
    </CharterFrame>
  );
}

interface CharterFrameProps {
  readonly visit: CommunityVisit;
  readonly panel: Child;
  readonly notice?: Child;
  readonly children?: Child;
}

function CharterFrame({ visit, panel, notice, children }: CharterFrameProps) {
  const { c, community } = visit;
  const { t, frame } = c.var;
  return (
    <Page
      frame={frame}
      title={t("decisions.charter.title")}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          name={t("decisions.charter.title")}
          sentence={t("decisions.charter.sentence")}
          community={
            <a href={communityPath(community)}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
      act={{ panel }}
    >
      {children}
    </Page>
  );
}

function AmendPanel({ view }: { readonly view: CharterView }) {
  const { visit, open } = view;
  const { t } = visit.c.var;
  return (
    <ActPanel title={t("decisions.charter.amend-title")}>
      <p>{t("decisions.charter.amend-explained")}</p>
      {open.map(({ title, path }) => (
        <p>
          {t("decisions.charter.amendment-open")}{" "}
          <a href={path}>
            <UserName name={title} />
          </a>
        </p>
      ))}
      {visit.isMember ? (
        <p>
          <a class="button" href={amendingPath(visit.community)}>
            {t("decisions.charter.amend")}
          </a>
        </p>
      ) : (
        <p class="act-cannot">{t("decisions.charter.amend-members")}</p>
      )}
    </ActPanel>
  );
}

function MatterItem({ view, matter }: { readonly view: CharterView; readonly matter: Matter }) {
  const { t } = view.visit.c.var;
  return (
    <li id={`matter-${matter.id}`}>
      <h3>
        <UserName name={matter.name} />
      </h3>
      <p>
        <strong>{wayName(t, matter.way)}</strong>
      </p>
      <ul class="rules">
        {matterInWords(t, matter).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </li>
  );
}

function History({ view }: { readonly view: CharterView }) {
  const { visit, history, people, shown, decisions } = view;
  const { t } = visit.c.var;
  return (
    <ol class="version-list" reversed>
      {history.map(({ version, inForceAt, proposalId, writtenBy }) => (
        <li>
          <a
            href={charterVersionPath(visit.community, version)}
            aria-current={version === shown.version ? "true" : undefined}
          >
            {t("decisions.charter.version", { version })}
          </a>{" "}
          · <BriefTime t={t} instant={inForceAt} /> ·{" "}
          {proposalId === undefined ? (
            <>
              {t("decisions.charter.set-by")} <PersonName t={t} person={people.get(writtenBy)} />
            </>
          ) : (
            <a href={decisions.get(proposalId)}>{t("decisions.charter.decision")}</a>
          )}
        </li>
      ))}
    </ol>
  );
}
