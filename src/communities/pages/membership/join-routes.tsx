import type { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import { declineInvitation } from "../../commands/membership/decline-invitation.ts";
import { joinCommunity } from "../../commands/membership/join-community.ts";
import { withdrawApplication } from "../../commands/membership/withdraw-application.ts";
import { validLink } from "../../store/admissions.read.ts";
import { carryOut } from "../acts.ts";
import { communityPath, underCommunity } from "../addresses.ts";
import { CommunityPage } from "../community/community-page.tsx";
import { readCommunityView, type CommunityView } from "../community/community-view.ts";
import { formOrKept } from "../../../accounts/index.ts";
import { communityOfPage, textFor, visiting, type CommunityRoutes, type CommunityVisit } from "../visit.ts";
import { JoinFields } from "./join-fields.tsx";

/** Joining by the community's page or by an invitation, taking back an application, saying no to an invitation. */
export function joinRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    "/communities/:handle/join",
    visiting(routes, async (visit) => {
      const form = await formOrKept(visit.c, visit.application, underCommunity(visit.community, "join"));
      return visit.c.html(
        await joinPage(visit, form, visit.c.req.query("invitation") ?? textOf(form.typed, "invitation")),
      );
    }),
  );
  web.post("/communities/:handle/join", visiting(routes, join));
  web.post(
    "/communities/:handle/application/withdrawal",
    visiting(routes, (visit) =>
      carryOut(
        visit,
        withdrawApplication,
        { communityId: visit.community.id },
        {
          page: communityPath(visit.community),
          onwards: () => ({ path: communityPath(visit.community), done: "application-withdrawn" }),
          again: (form) => communityPage(visit, form),
        },
      ),
    ),
  );
  web.post(
    "/communities/:handle/invitation/refusal",
    visiting(routes, (visit) =>
      carryOut(
        visit,
        declineInvitation,
        { communityId: visit.community.id },
        {
          page: communityPath(visit.community),
          onwards: () => ({ path: communityPath(visit.community), done: "invitation-declined" }),
          again: (form) => communityPage(visit, form),
        },
      ),
    ),
  );
}

function join(visit: CommunityVisit): Promise<Response> {
  const { c, community } = visit;
  const token = textOf(sentForm(c), "invitation");
  const linkTokenHash = token === "" ? undefined : hashOfToken(token);
  const input = { communityId: community.id, reason: textOf(sentForm(c), "reason"), linkTokenHash };
  const invited = token === "" ? "" : `/join?invitation=${encodeURIComponent(token)}`;
  return carryOut(visit, joinCommunity, input, {
    page: `${communityPath(community)}${invited}`,
    onwards: ({ standing }) => ({
      path: communityPath(community),
      done: standing === "member" ? "joined" : "applied",
    }),
    again: (form) => (token === "" ? communityPage(visit, form) : joinPage(visit, form, token)),
  });
}

async function communityPage(visit: CommunityVisit, form: FormState): Promise<HtmlEscapedString> {
  return <CommunityPage view={await readCommunityView(visit)} form={form} />;
}

async function joinPage(visit: CommunityVisit, form: FormState, token: string): Promise<HtmlEscapedString> {
  const { application, community } = visit;
  const link =
    token === "" ? undefined : await validLink(application.read, community.id, hashOfToken(token), application.clock());
  const view = await readCommunityView(visit);
  return (
    <JoinPage
      view={view}
      form={form}
      token={link === undefined ? undefined : token}
      isSpent={token !== "" && link === undefined}
    />
  );
}

interface JoinPageProps {
  readonly view: CommunityView;
  readonly form: FormState;
  /** Of the invitation link by which the reader came, if it holds. */
  readonly token: string | undefined;
  readonly isSpent: boolean;
}

function JoinPage({ view, form, token, isSpent }: JoinPageProps) {
  const { c, community } = view.visit;
  const { frame, t } = c.var;
  const purpose = textFor(c, community.purpose);
  const title = t("communities.join.title", { community: community.name });
  const conduct = textFor(c, community.codeOfConduct);
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<RefusalSummary form={form} fields={{ reason: t("communities.field.reason") }} />}
      head={
        <PageHead
          frame={frame}
          kind={t("communities.join.kind")}
          name={<UserName name={community.name} />}
          sentence={purpose && <UserText text={purpose.text} language={purpose.language} />}
        />
      }
      act={{ panel: <JoinPanel view={view} form={form} token={token} isSpent={isSpent} /> }}
      unlisted
    >
      {view.invitation !== undefined && view.invitation.note !== "" && (
        <>
          <p>{t("communities.join.note")}</p>
          <UserText text={view.invitation.note} />
        </>
      )}
      {conduct !== undefined && (
        <>
          <h2>{t("communities.field.codeOfConduct")}</h2>
          <UserText text={conduct.text} language={conduct.language} />
        </>
      )}
    </Page>
  );
}

function JoinPanel({ view, form, token, isSpent }: JoinPageProps) {
  const { c, community, role } = view.visit;
  const { frame, t } = c.var;
  const title = t("communities.join.title", { community: community.name });
  const isInvited = token !== undefined || view.invitation !== undefined;
  if (role !== undefined) {
    return (
      <ActPanel title={title} cannot={t(`communities.part.you-are-${role}`)}>
        <LinkButton href={communityPath(community)} kind="quiet">
          {t("communities.back")}
        </LinkButton>
      </ActPanel>
    );
  }
  if (community.joining === "invitation" && !isInvited) {
    return (
      <ActPanel
        title={title}
        cannot={t(isSpent ? "refusal.invitation-link-spent" : "communities.part.by-invitation")}
      />
    );
  }
  return (
    <ActPanel title={title} cannot={isSpent ? t("refusal.invitation-link-spent") : undefined}>
      <Form frame={frame} action={underCommunity(community, "join")}>
        {token !== undefined && <input type="hidden" name="invitation" value={token} />}
        <JoinFields community={community} form={form} isInvited={isInvited} />
        <Submit>
          {t(community.joining === "approval" && !isInvited ? "communities.join.ask" : "communities.join.now")}
        </Submit>
      </Form>
      <VisibilityLine>{t(`communities.part.visible-${community.memberList}`)}</VisibilityLine>
    </ActPanel>
  );
}
