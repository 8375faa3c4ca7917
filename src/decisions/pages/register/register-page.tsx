import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { untouchedForm } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import type { DecisionState } from "../../model/consent/review.ts";
import { registerStates, stateAsked } from "../../model/register/register-states.ts";
import { wordsAskedFor } from "../../model/threads/search-words.ts";
import type { AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { decisionsOf, decisionsWith } from "../../store/register/register.read.ts";
import { communityPath, threadsPath } from "../addresses.ts";
import { communityOfPage, type CommunityVisit } from "../visit.ts";
import { DecisionList } from "./decision-list.tsx";
import { fileKinds } from "./register-files.ts";
import { registerPath } from "./register-paths.ts";

const perPage = 20;

/** Which part of the register somebody asks for. */
interface Asked {
  readonly typed: string;
  readonly state: DecisionState | undefined;
  readonly before: Temporal.Instant | undefined;
}

/** All that a community has decided, the newest first: by state, or by words. */
export async function showRegister(visit: CommunityVisit): Promise<Response> {
  const { c, application, community } = visit;
  const typed = (c.req.query("q") ?? "").slice(0, 200).trim();
  const asked = { typed, state: stateAsked(c.req.query("state")), before: instantOrNone(c.req.query("before")) };
  const page = {
    reader: visit.isMember ? "members" : "everyone",
    state: asked.state,
    before: asked.before,
    limit: perPage + 1,
  } as const;
  const words = wordsAskedFor(typed);
  const found =
    typed === ""
      ? await decisionsOf(application.read, community.id, page)
      : await decisionsWith(application.read, community.id, words, page);
  return c.html(<RegisterPage visit={visit} asked={asked} found={found} />);
}

interface RegisterPageProps {
  readonly visit: CommunityVisit;
  readonly asked: Asked;
  /** One more than a page shows, if there are more. */
  readonly found: readonly AdoptedDecision[];
}

function RegisterPage({ visit, asked, found }: RegisterPageProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const shown = found.slice(0, perPage);
  const last = shown.at(-1);
  const isWhole = asked.typed === "" && asked.state === undefined;
  return (
    <Page
      frame={frame}
      title={t("decisions.register.page-title", { community: community.name })}
      community={communityOfPage(community)}
      head={
        <PageHead
          frame={frame}
          name={t("decisions.register.title")}
          sentence={t("decisions.register.sentence")}
          community={
            <a href={communityPath(community)}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
      alternates={[{ type: "application/atom+xml", href: `${registerPath(community)}/feed.atom` }]}
      act={{ panel: <HowPanel visit={visit} /> }}
    >
      <RegisterSearch visit={visit} asked={asked} />
      <StateLinks visit={visit} asked={asked} />
      <Section id="list" title={t(`decisions.register.state.${asked.state ?? "all"}`)}>
        {shown.length === 0 ? (
          <Empty what={t(isWhole ? "decisions.register.empty" : "decisions.register.none")} />
        ) : (
          <DecisionList t={t} decisions={shown} />
        )}
      </Section>
      <Pagination
        t={t}
        label={t("decisions.register.title")}
        previous={asked.before === undefined ? undefined : addressOf(visit, { ...asked, before: undefined })}
        next={
          found.length > perPage && last !== undefined
            ? addressOf(visit, { ...asked, before: last.adoptedAt })
            : undefined
        }
      />
      <p class="next-step">
        {t("decisions.register.files")}{" "}
        {fileKinds.map(({ name, file }) => (
          <>
            <a href={`${registerPath(community)}/${file}`}>{t(`decisions.register.file.${name}`)}</a>{" "}
          </>
        ))}
      </p>
    </Page>
  );
}

function HowPanel({ visit }: { readonly visit: CommunityVisit }) {
  const { t } = visit.c.var;
  return (
    <ActPanel title={t("decisions.register.how-title")}>
      <p>{t("decisions.register.how")}</p>
      <p>{t("decisions.register.how-review")}</p>
      {visit.isMember && <LinkButton href={threadsPath(visit.community)}>{t("decisions.register.propose")}</LinkButton>}
    </ActPanel>
  );
}

function RegisterSearch({ visit, asked }: Pick<RegisterPageProps, "visit" | "asked">) {
  const { t } = visit.c.var;
  return (
    <search>
      <form class="form search-threads" method="get" action={registerPath(visit.community)}>
        {asked.state !== undefined && <input type="hidden" name="state" value={asked.state} />}
        <Field
          name="q"
          type="search"
          label={t("decisions.register.search")}
          form={untouchedForm(t)}
          value={asked.typed}
          maxlength={200}
          autocomplete="off"
        />
        <Submit kind="quiet">{t("decisions.search.submit")}</Submit>
      </form>
    </search>
  );
}

function StateLinks({ visit, asked }: Pick<RegisterPageProps, "visit" | "asked">) {
  const { t } = visit.c.var;
  const states = [undefined, ...registerStates];
  return (
    <nav class="section-links register-states" aria-label={t("decisions.register.by-state")}>
      <ul>
        {states.map((state) => (
          <li>
            <a
              href={addressOf(visit, { ...asked, state, before: undefined })}
              aria-current={state === asked.state ? "true" : undefined}
            >
              {t(`decisions.register.state.${state ?? "all"}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function addressOf({ community }: CommunityVisit, { typed, state, before }: Asked): string {
  const query = new URLSearchParams({
    ...(typed !== "" && { q: typed }),
    ...(state !== undefined && { state }),
    ...(before !== undefined && { before: before.toString() }),
  });
  return query.size === 0 ? registerPath(community) : `${registerPath(community)}?${query.toString()}`;
}

function instantOrNone(text: string | undefined): Temporal.Instant | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
