import type { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Select } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { MyServer } from "../../../ui/components/two-doors.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import { announce } from "../../commands/announcements/announce.ts";
import { withdrawAnnouncement } from "../../commands/announcements/withdraw-announcement.ts";
import type { Community, MemberRole } from "../../model/community.ts";
import { announcementById, type Announcement } from "../../store/announcements.read.ts";
import { communityById } from "../../store/communities.read.ts";
import { roleOf } from "../../store/members.read.ts";
import { carryOut } from "../acts.ts";
import { communityPath, underCommunity } from "../addresses.ts";
import { CommunityLine, CommunityLink } from "../community-line.tsx";
import { languageOptions } from "../community/choices.ts";
import { communityOfPage, visitingAsSteward, type CommunityRoutes, type CommunityVisit } from "../visit.ts";

/** What a community says to all who listen: writing it, reading it, taking it back. */
export function announcementRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    "/communities/:handle/announcements/new",
    visitingAsSteward(routes, (visit) =>
      visit.c.html(<WritingPage visit={visit} form={untouchedForm(visit.c.var.t)} />),
    ),
  );
  web.post("/communities/:handle/announcements", visitingAsSteward(routes, publish));
  web.get("/announcements/:id", async (c) => {
    const known = await readAnnouncement(c, routes);
    return known === undefined ? showNotFound(c) : c.html(announcementPage(c, known, untouchedForm(c.var.t)));
  });
  web.post("/announcements/:id/withdrawal", async (c) => {
    const known = await readAnnouncement(c, routes);
    return known === undefined ? showNotFound(c) : withdraw(c, routes, known);
  });
}

function publish(visit: CommunityVisit): Promise<Response> {
  const { c, community } = visit;
  const form = sentForm(c);
  const input = { communityId: community.id, language: textOf(form, "language"), text: textOf(form, "text") };
  return carryOut(visit, announce, input, {
    page: underCommunity(community, "announcements", "new"),
    onwards: () => ({ path: communityPath(community), done: "announced" }),
    again: (refused) => <WritingPage visit={visit} form={refused} />,
  });
}

interface KnownAnnouncement {
  readonly announcement: Announcement;
  readonly community: Community;
  readonly role: MemberRole | undefined;
}

/** The announcement asked for, unless it was taken back. */
async function readAnnouncement(
  c: PageContext,
  { application }: CommunityRoutes,
): Promise<KnownAnnouncement | undefined> {
  const announcement = await announcementById(application.read, c.req.param("id") ?? "");
  if (announcement === undefined || announcement.isWithdrawn) return undefined;
  const community = await communityById(application.read, announcement.communityId);
  const { person } = c.var.reader;
  const role = person === undefined ? undefined : await roleOf(application.read, announcement.communityId, person.id);
  return community === undefined ? undefined : { announcement, community, role };
}

function withdraw(c: PageContext, { application }: CommunityRoutes, known: KnownAnnouncement): Promise<Response> {
  const { announcement, community } = known;
  const reason = textOf(sentForm(c), "reason");
  const input = { communityId: community.id, announcementId: announcement.id, reason };
  return carryOut({ c, application }, withdrawAnnouncement, input, {
    page: `/announcements/${announcement.id}`,
    onwards: () => ({ path: communityPath(community), done: "announcement-withdrawn" }),
    again: (form) => announcementPage(c, known, form),
  });
}

function announcementPage(
  c: PageContext,
  known: KnownAnnouncement,
  form: FormState,
): HtmlEscapedString | Promise<HtmlEscapedString> {
  const { announcement, community, role } = known;
  const { frame, t } = c.var;
  const title = t("communities.announcement.title", { community: community.name });
  const uri = new URL(`/announcements/${announcement.id}`, frame.site.origin).href;
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      alternates={[{ type: "application/activity+json", href: `/announcements/${announcement.id}` }]}
      notice={<RefusalSummary form={form} fields={{ reason: t("communities.field.reason") }} />}
      head={
        <>
          <PageHead
            frame={frame}
            kind={t("communities.announcement.kind")}
            name={<UserName name={community.name} />}
            sentence={<TimeText t={t} instant={announcement.publishedAt} />}
            community={<CommunityLine t={t} origin={frame.site.origin} community={community} />}
          />
          <UserText text={announcement.text} language={announcement.language} />
        </>
      }
      act={{
        panel: (
          <ActPanel title={t("communities.announcement.act")}>
            <p>{t("communities.announcement.reply")}</p>
            <MyServer form={untouchedForm(t)} action="/take-part" carried={{ uri }} />
          </ActPanel>
        ),
      }}
    >
      {role === "steward" && <WithdrawalForm c={c} id={announcement.id} form={form} />}
    </Page>
  );
}

function WithdrawalForm({ c, id, form }: { readonly c: PageContext; readonly id: string; readonly form: FormState }) {
  const { frame, t } = c.var;
  return (
    <Section
      id="withdrawal"
      title={t("communities.announcement.withdrawal")}
      explained={t("communities.announcement.withdrawal-reach")}
    >
      <Form frame={frame} action={`/announcements/${id}/withdrawal`}>
        <TextArea
          name="reason"
          label={t("communities.field.reason")}
          hint={t("communities.decision.on-record")}
          form={form}
          rows={2}
          maxlength={2_000}
        />
        <Submit kind="stop">{t("communities.announcement.withdraw")}</Submit>
      </Form>
    </Section>
  );
}

function WritingPage({ visit, form }: { readonly visit: CommunityVisit; readonly form: FormState }) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.announcements.write");
  const label = (name: string) => ({ name, label: t(`communities.field.${name}`), form });
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={
        <RefusalSummary
          form={form}
          fields={{ text: t("communities.field.text"), language: t("communities.field.language") }}
        />
      }
      head={
        <PageHead
          frame={frame}
          name={title}
          sentence={t("communities.announcements.sentence")}
          community={<CommunityLink community={community} />}
        />
      }
      unlisted
    >
      <Form frame={frame} action={underCommunity(community, "announcements")} draft={`announcement-${community.id}`}>
        <TextArea {...label("text")} hint={t("communities.field.text-hint")} rows={8} maxlength={5_000} />
        <Select
          {...label("language")}
          options={languageOptions(t, community.languages)}
          value={community.languages[0]}
        />
        <VisibilityLine>{t("communities.announcements.visible")}</VisibilityLine>
        <Submit>{t("communities.announcements.submit")}</Submit>
      </Form>
    </Page>
  );
}
