import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { MyServer, TwoDoors } from "../../../ui/components/two-doors.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { handleOf, underCommunity } from "../addresses.ts";
import { JoinFields } from "../membership/join-fields.tsx";
import type { CommunityView } from "./community-view.ts";

interface TakePartProps {
  readonly view: CommunityView;
  readonly form: FormState;
}

/** What the reader can do now: listen from their own server, and belong, or see how they stand. */
export function TakePart({ view, form }: TakePartProps) {
  const { c, community, application } = view.visit;
  const { t } = c.var;
  const handle = handleOf(application.origin, community);
  return (
    <ActPanel title={t("communities.part.title")} until={t("communities.part.no-end")}>
      <TwoDoors
        t={t}
        instruction={t("communities.part.follow")}
        fediverse={
          <>
            <p>
              <Handle t={t} handle={handle} copy />
            </p>
            <MyServer form={untouchedForm(t)} action="/take-part" carried={{ handle }} />
            <VisibilityLine>{t("communities.part.follow-visible")}</VisibilityLine>
          </>
        }
        web={
          <>
            <OwnStanding view={view} form={form} />
            <Listening view={view} />
            <WayOut view={view} />
          </>
        }
      />
    </ActPanel>
  );
}

function OwnStanding({ view, form }: TakePartProps) {
  const { c, community, role } = view.visit;
  const { frame, t } = c.var;
  if (role !== undefined) {
    return <p>{t(`communities.part.you-are-${role}`)}</p>;
  }
  if (view.application !== undefined) {
    return (
      <>
        <p>{t("communities.part.waiting")}</p>
        <Form frame={frame} action={underCommunity(community, "application", "withdrawal")}>
          <Submit kind="quiet">{t("communities.part.withdraw")}</Submit>
        </Form>
      </>
    );
  }
  if (community.joining === "invitation" && view.invitation === undefined) {
    return <p>{t("communities.part.by-invitation")}</p>;
  }
  return (
    <>
      {view.invitation !== undefined && <p>{t("communities.part.invited")}</p>}
      <Form frame={frame} action={underCommunity(community, "join")}>
        <JoinFields community={community} form={form} isInvited={view.invitation !== undefined} />
        <Submit>
          {t(
            community.joining === "approval" && view.invitation === undefined
              ? "communities.join.ask"
              : "communities.join.now",
          )}
        </Submit>
      </Form>
      {view.invitation !== undefined && (
        <Form frame={frame} action={underCommunity(community, "invitation", "refusal")}>
          <Submit kind="quiet">{t("communities.part.decline")}</Submit>
        </Form>
      )}
      <VisibilityLine>{t(`communities.part.visible-${community.memberList}`)}</VisibilityLine>
    </>
  );
}

/** Leaving is in reach of every member, and the main act of none. */
function WayOut({ view }: Pick<TakePartProps, "view">) {
  const { c, community, role } = view.visit;
  if (role === undefined) return null;
  return (
    <p>
      <a href={underCommunity(community, "leave")}>{c.var.t("communities.leave.link")}</a>
    </p>
  );
}

/** For whoever does not follow from elsewhere: being told of announcements from here. */
function Listening({ view }: Pick<TakePartProps, "view">) {
  const { c, community } = view.visit;
  const { frame, t } = c.var;
  if (view.listening === "from-elsewhere") return null;
  const isTold = view.listening === "from-here";
  return (
    <Form frame={frame} action={underCommunity(community, "listening", ...(isTold ? ["end"] : []))}>
      {isTold && <p>{t("communities.part.told")}</p>}
      <Submit kind="quiet">{t(isTold ? "communities.part.tell-no-more" : "communities.part.tell-me")}</Submit>
    </Form>
  );
}
