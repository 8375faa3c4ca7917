import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Empty } from "../../../ui/components/empty.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { wordsAskedFor } from "../../../kernel/base/folded-words.ts";
import { foundPieces } from "../../model/threads/search-words.ts";
import { findTexts, type Found } from "../../store/search/search.read.ts";
import { communityPath, postPath, proposalPath, threadPath, threadsPath } from "../addresses.ts";
import { consentPath } from "../consent/consent-visit.ts";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import { requestPath } from "../requests/request-paths.ts";
import { SearchForm } from "./search-form.tsx";

const perPage = 20;

/** What was found in a community's threads, of what the reader may see, with the words that were looked for standing out. */
export async function showSearch(visit: CommunityVisit): Promise<Response> {
  const { c, application, community } = visit;
  const typed = (c.req.query("q") ?? "").slice(0, 200).trim();
  const words = wordsAskedFor(typed);
  const asked = Number(c.req.query("before") ?? "");
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
  const reader = visit.isMember ? "members" : "everyone";
  const found = await findTexts(application.read, community.id, { words, reader, before, limit: perPage + 1 });
  const people = await describePeople(
    application.read,
    found.map((one): string => authorOf(one)),
  );
  return c.html(<SearchPage visit={visit} typed={typed} words={words} found={found} people={people} before={before} />);
}

interface SearchPageProps {
  readonly visit: CommunityVisit;
  readonly typed: string;
  readonly words: readonly string[];
  /** One more than a page shows, if there are more. */
  readonly found: readonly Found[];
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly before: number | undefined;
}

function SearchPage({ visit, typed, words, found, people, before }: SearchPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const shown = found.slice(0, perPage);
  const address = (from: number | undefined): string =>
    `${communityPath(community)}/search?${new URLSearchParams({ q: typed, ...(from !== undefined && { before: String(from) }) }).toString()}`;
  const last = shown.at(-1);
  return (
    <Page
      frame={frame}
      title={t("decisions.search.title")}
      community={communityOfPage(community)}
      head={
        <PageHead
          frame={frame}
          name={t("decisions.search.title")}
          sentence={t(visit.isMember ? "decisions.search.sentence-members" : "decisions.search.sentence")}
          community={
            <>
              <a href={communityPath(community)}>
                <UserName name={community.name} />
              </a>
              {" · "}
              <a href={threadsPath(community)}>{t("decisions.threads.title")}</a>
            </>
          }
        />
      }
      unlisted
    >
      <SearchForm t={t} community={community} typed={typed} />
      {typed !== "" && (
        <Section id="found" title={t("decisions.search.found")}>
          {shown.length === 0 ? (
            <Empty what={t("decisions.search.none")} />
          ) : (
            <ul class="found-list">
              {shown.map((one) => (
                <FoundItem t={t} found={one} words={words} people={people} />
              ))}
            </ul>
          )}
        </Section>
      )}
      <Pagination
        t={t}
        label={t("decisions.search.found")}
        previous={before === undefined ? undefined : address(undefined)}
        next={found.length > perPage && last !== undefined ? address(last.number) : undefined}
      />
    </Page>
  );
}

interface FoundItemProps extends Pick<SearchPageProps, "words" | "people"> {
  readonly t: Translator;
  readonly found: Found;
}

function FoundItem({ t, found, words, people }: FoundItemProps) {
  const { thread } = found;
  const { href, title, text, at } = shownOf(found);
  return (
    <li>
      <p class="thread-title">
        <a href={href} lang={thread.language}>
          <Pieces text={title} words={words} />
        </a>
      </p>
      {text !== "" && (
        <p dir="auto">
          <Pieces text={text} words={words} />
        </p>
      )}
      <p class="thread-line">
        {t(`decisions.search.kind.${found.kind}`)} · <PersonName t={t} person={people.get(authorOf(found))} /> ·{" "}
        <BriefTime t={t} instant={at} />
        {thread.audience === "members" && ` · ${t("decisions.thread.among-members")}`}
      </p>
    </li>
  );
}

function shownOf(found: Found) {
  const { thread } = found;
  switch (found.kind) {
    case "thread":
      return { href: threadPath(thread), title: thread.title, text: "", at: thread.openedAt };
    case "post":
      return { href: postPath(found.post), title: thread.title, text: found.post.text, at: found.post.writtenAt };
    case "consent": {
      const { consent, text } = found;
      return { href: consentPath(consent), title: consent.title, text, at: consent.draftedAt };
    }
    case "request": {
      const { request, text } = found;
      return { href: requestPath(request), title: `#${request.number} ${request.title}`, text, at: request.openedAt };
    }
    case "proposal": {
      const { proposal } = found;
      return { href: proposalPath(proposal), title: proposal.title, text: proposal.text, at: proposal.openedAt };
    }
  }
}

function authorOf(found: Found): string {
  switch (found.kind) {
    case "thread":
      return found.thread.authorId;
    case "post":
      return found.post.authorId;
    case "proposal":
      return found.proposal.authorId;
    case "consent":
      return found.consent.authorId;
    case "request":
      return found.request.authorId;
  }
}

function Pieces({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  return (
    <>{foundPieces(text, words).map((piece) => (piece.isFound ? <mark>{piece.text}</mark> : <>{piece.text}</>))}</>
  );
}
