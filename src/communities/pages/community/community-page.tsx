import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { History } from "../../../ui/components/history.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { doneKey } from "../../../ui/after-act.ts";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { linkTarget } from "../../../ui/address.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import { actorPath, handleOf, underCommunity } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { communityOfPage, textFor } from "../visit.ts";
import type { CommunityView } from "./community-view.ts";
import { StewardLinks } from "./steward-links.tsx";
import { TakePart } from "./take-part-panel.tsx";

const acts = [
  "founded",
  "joined",
  "applied",
  "left",
  "application-withdrawn",
  "invitation-declined",
  "announced",
  "announcement-withdrawn",
  "reported",
  "listening",
  "not-listening",
] as const;

/** The page of a community. */
export function CommunityPage({ view, form }: { readonly view: CommunityView; readonly form: FormState }) {
  const { c, community, application, role } = view.visit;
  const { frame, t } = c.var;
  const purpose = textFor(c, community.purpose);
  const done = doneKey(c, acts);
  return (
    <Page
      frame={frame}
      title={community.name}
      description={purpose?.text}
      community={communityOfPage(community)}
      alternates={[{ type: "application/activity+json", href: actorPath(community) }]}
      notice={
        hasFaults(form) || done === undefined ? (
          <RefusalSummary form={form} fields={{ reason: t("communities.field.reason") }} />
        ) : (
          <Notice t={t} what={t(`communities.done.${done}`, { community: community.name })} />
        )
      }
      head={
        <PageHead
          frame={frame}
          kind={t("communities.community")}
          name={<UserName name={community.name} />}
          sentence={purpose && <UserText text={purpose.text} language={purpose.language} />}
          handle={handleOf(application.origin, community)}
        />
      }
      act={{ label: t("communities.part.label"), panel: <TakePart view={view} form={form} /> }}
    >
      {role === "steward" && <StewardLinks visit={view.visit} />}
      <Standing view={view} />
      {view.sections}
      <Announcements view={view} />
      <About view={view} />
      <People view={view} />
      <p class="next-step">
        {role !== undefined && (
          <>
            <a href={underCommunity(community, "log")}>{t("communities.log.link")}</a>{" "}
          </>
        )}
        <a href={underCommunity(community, "report")}>{t("communities.report.link")}</a>
      </p>
    </Page>
  );
}

function Standing({ view }: { readonly view: CommunityView }) {
  const { c, community } = view.visit;
  const { t } = c.var;
  return (
    <Section id="standing" title={t("communities.standing.title")} explained={t("communities.term.listening")}>
      <DefinitionList
        definitions={[
          { term: t("communities.standing.members"), definition: t.number(view.memberCount) },
          { term: t("communities.standing.listeners"), definition: t.number(view.listenerCount) },
          { term: t("communities.field.joining"), definition: t(`communities.joining.${community.joining}`) },
          {
            term: t("communities.field.languages"),
            definition: t.list(community.languages.map((tag) => t.languageName(tag))),
          },
          { term: t("communities.standing.founded"), definition: t.date(dateOf(community.foundedAt, t.zone)) },
        ]}
      />
    </Section>
  );
}

function dateOf(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

function Announcements({ view }: { readonly view: CommunityView }) {
  const { c, community, role } = view.visit;
  const { t } = c.var;
  return (
    <History
      t={t}
      title={t("communities.announcements.title")}
      happenings={view.announcements.map((announcement) => ({
        at: announcement.publishedAt,
        what: <UserText text={announcement.text} language={announcement.language} />,
        words: <a href={`/announcements/${announcement.id}`}>{t("communities.announcements.page")}</a>,
      }))}
      empty={<Empty what={t("communities.announcements.none")} />}
    >
      {role === "steward" && (
        <p>
          <a href={underCommunity(community, "announcements", "new")}>{t("communities.announcements.write")}</a>
        </p>
      )}
    </History>
  );
}

function About({ view }: { readonly view: CommunityView }) {
  const { c, community } = view.visit;
  const { t } = c.var;
  const description = textFor(c, community.description);
  const conduct = textFor(c, community.codeOfConduct);
  return (
    <>
      {description !== undefined && (
        <Section id="about" title={t("communities.about.title")}>
          <UserText text={description.text} language={description.language} />
        </Section>
      )}
      {community.links.length > 0 && (
        <Section id="links" title={t("communities.field.links")}>
          <ul>
            {community.links.map((link) => (
              <li>
                <a href={linkTarget(link.url)} rel="ugc nofollow noopener">
                  <UserName name={link.label} />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {conduct !== undefined && (
        <Section id="conduct" title={t("communities.field.codeOfConduct")} explained={t("communities.term.conduct")}>
          <UserText text={conduct.text} language={conduct.language} />
        </Section>
      )}
    </>
  );
}

function People({ view }: { readonly view: CommunityView }) {
  const { c, community } = view.visit;
  const { t } = c.var;
  return (
    <Section id="stewards" title={t("communities.stewards.title")} explained={t("communities.term.steward")}>
      {view.stewards.length === 0 ? (
        <p>{t(`communities.members.closed-${community.memberList}`)}</p>
      ) : (
        <>
          <ul>
            {view.stewards.map((person) => (
              <li>
                <PersonName t={t} person={person} href={person.url} />
              </li>
            ))}
          </ul>
          <p>
            <a href={underCommunity(community, "members")}>{t("communities.members.link")}</a>
          </p>
        </>
      )}
    </Section>
  );
}
