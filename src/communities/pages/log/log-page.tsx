import { unnamedActor } from "../../../kernel/commands/command.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { History, type Happening } from "../../../ui/components/history.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Page } from "../../../ui/layout.tsx";
import { UserText } from "../../../ui/text.tsx";
import { shownHost } from "../../../kernel/text/handle.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import { underCommunity } from "../addresses.ts";
import { CommunityLink } from "../community-line.tsx";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import type { LogLine, LogView } from "./log-view.ts";

interface LogPageProps {
  readonly visit: CommunityVisit;
  readonly view: LogView;
}

/** Every act in the community: who, when, and why where power moves. */
export function LogPage({ visit, view }: LogPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.log.title");
  const here = underCommunity(community, "log");
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("communities.log.sentence")}
          community={<CommunityLink community={community} />}
        />
      }
      unlisted
    >
      <Wholeness visit={visit} view={view} />
      <History
        t={t}
        title={t("communities.log.happened")}
        happenings={view.lines.map((line) => happening(visit, view, line))}
        empty={<Empty what={t("communities.log.none")} />}
      />
      <Pagination
        t={t}
        label={title}
        previous={c.req.query("before") === undefined ? undefined : here}
        next={view.olderBefore === undefined ? undefined : `${here}?before=${view.olderBefore}`}
      />
    </Page>
  );
}

function Wholeness({ visit, view }: LogPageProps) {
  const { t } = visit.c.var;
  return (
    <Section id="wholeness" title={t("communities.log.check")} explained={t("communities.log.chain")}>
      {view.brokenAt === undefined ? (
        <Notice t={t} what={t("communities.log.whole", { count: view.lines.length })} />
      ) : (
        <Notice t={t} meaning="stop" what={t("communities.log.broken", { sequence: view.brokenAt })} />
      )}
      <p>
        <a href={underCommunity(visit.community, "log", "record.jsonl")}>{t("communities.log.export")}</a>
      </p>
      <p class="term-line">{t("communities.log.export-words")}</p>
    </Section>
  );
}

function happening(visit: CommunityVisit, view: LogView, line: LogLine): Happening {
  const { t } = visit.c.var;
  const { reason, before, after } = line.words;
  return {
    at: line.at,
    what: <p>{sentenceOf(visit, view, line)}</p>,
    words: (
      <>
        {typeof reason === "string" && reason !== "" && <UserText text={t("communities.log.because", { reason })} />}
        <Rules visit={visit} before={before} after={after} />
        {line.isErased && <p>{t("communities.log.erased")}</p>}
      </>
    ),
  };
}

/** A capability says in its own catalogue what its events mean: `log.gatherings.date-set`. */
function sentenceOf(visit: CommunityVisit, view: LogView, line: LogLine): string {
  const { t } = visit.c.var;
  const key = `log.${line.capability}.${line.event}`;
  if (!t.has(key)) return t("communities.log.other", { event: line.event });
  const { personId, blocks } = line.words;
  const who = actorName(visit, view, line.actor);
  const person = personName(visit, view, typeof personId === "string" ? personId : undefined);
  return begun(t, t(key, { who, person, hosts: t.list(hostsIn(blocks)) }));
}

/** A sentence that begins with a word of ours, not with a name, begins with a capital. */
function begun(t: Translator, sentence: string): string {
  const ownWords = [
    t("communities.person.somebody"),
    t("communities.log.by-clock"),
    t("communities.log.by-server"),
    t("communities.log.by-visitor"),
  ];
  const isOurs = ownWords.some((word) => sentence.startsWith(word));
  return isOurs ? sentence.charAt(0).toLocaleUpperCase(t.language) + sentence.slice(1) : sentence;
}

function actorName(visit: CommunityVisit, view: LogView, actor: string): string {
  const { t } = visit.c.var;
  if (actor.startsWith("person:")) return personName(visit, view, actor.slice("person:".length));
  if (actor === unnamedActor) return t("communities.person.somebody");
  return t(`communities.log.by-${actor}`);
}

function personName({ c }: CommunityVisit, view: LogView, id: string | undefined): string {
  const person = id === undefined ? undefined : view.people.get(id);
  const name = shownName(person?.name ?? person?.handle ?? "");
  return name === "" ? c.var.t("communities.person.somebody") : name;
}

const HOSTS_NAMED = 10;

function hostsIn(blocks: unknown): readonly string[] {
  const hosts = Array.isArray(blocks)
    ? blocks.flatMap((block: { readonly host?: unknown }) => (typeof block.host === "string" ? [block.host] : []))
    : [];
  const named = hosts.slice(0, HOSTS_NAMED).map(shownHost);
  return hosts.length > HOSTS_NAMED ? [...named, "…"] : named;
}

interface RulesProps {
  readonly visit: CommunityVisit;
  readonly before: unknown;
  readonly after: unknown;
}

/** The rules that changed, before and after. */
function Rules({ visit, before, after }: RulesProps) {
  const { t } = visit.c.var;
  if (!isRecord(before) || !isRecord(after)) return null;
  const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
  return (
    <DefinitionList
      definitions={changed.map((name) => ({
        term: t(`communities.field.${name}`),
        definition: t("communities.log.from-to", {
          before: ruleWords(t, name, before[name]),
          after: ruleWords(t, name, after[name]),
        }),
      }))}
    />
  );
}

function ruleWords(t: Translator, name: string, value: unknown): string {
  if (typeof value === "boolean") return t(`communities.log.${value ? "yes" : "no"}`);
  const key = `communities.${name === "joining" ? "joining" : "member-list"}.${String(value)}`;
  return t.has(key) ? t(key) : String(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
