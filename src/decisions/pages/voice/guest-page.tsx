import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName, UserText } from "../../../ui/text.tsx";
import { optionNames } from "../../methods/option-names.ts";
import { questionOf } from "../../methods/registry.ts";
import { viewsOf } from "../../methods/shown.ts";
import { guestPath } from "../addresses.ts";
import { givenOrder } from "../lifecycle/life-view.ts";
import { communityOfPage } from "../visit.ts";
import type { GuestVisit } from "./guest-visit.ts";

interface GuestPageProps {
  readonly visit: GuestVisit;
  readonly form: FormState;
  readonly notice?: Child;
}

/** What the link of a guest leads to: the one proposal, and the form to answer it. Nothing else of its thread stands here. */
export function GuestPage({ visit, form, notice }: GuestPageProps) {
  const { c, proposal, thread, community, guest } = visit;
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={proposal.title}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          kind={t("decisions.voice.guest.kind")}
          name={<UserName name={proposal.title} />}
          language={thread.language}
          sentence={t(`decisions.voice.guest.counts.${guest.standing}`)}
          community={<UserName name={community.name} />}
        />
      }
      act={{ panel: <Panel visit={visit} form={form} />, label: t("decisions.answer-panel.title") }}
      unlisted
    >
      <Section id="text" title={t("decisions.proposal.text-title")}>
        <UserText text={proposal.text === "" ? proposal.title : proposal.text} language={thread.language} />
      </Section>
      {guest.revokedAt === undefined && (guest.name !== "" || guest.ballot !== undefined) && <Leave visit={visit} />}
    </Page>
  );
}

function Panel({ visit, form }: Omit<GuestPageProps, "notice">) {
  const { c, proposal, guest, token } = visit;
  const { t, frame } = c.var;
  const title = t(guest.ballot === undefined ? "decisions.answer-panel.title" : "decisions.answer-panel.change");
  if (guest.revokedAt !== undefined) return <ActPanel title={title} cannot={t("decisions.voice.guest.revoked-here")} />;
  if (proposal.state !== "open") {
    return <ActPanel title={title} cannot={t(`decisions.voice.guest.over-${proposal.state}`)} />;
  }
  return (
    <ActPanel
      title={title}
      until={
        <>
          {t("decisions.answer-panel.until")}{" "}
          <TimeText t={t} instant={proposal.closesAt} organiserZone={proposal.zone} />
        </>
      }
    >
      <Form frame={frame} action={guestPath(proposal, token)}>
        {viewsOf(proposal).fields({
          question: questionOf(proposal),
          names: optionNames(proposal, t),
          order: givenOrder(proposal),
          own: guest.ballot,
          form,
        })}
        {proposal.reasons !== "off" && (
          <TextArea
            name="reason"
            label={t("decisions.field.reason")}
            form={form}
            rows={3}
            maxlength={5_000}
            optional={proposal.reasons === "optional"}
            value={guest.reason}
          />
        )}
        <Submit>{t("decisions.answer-panel.submit")}</Submit>
        <VisibilityLine>{t(`decisions.voice.guest.seen.${proposal.secrecy}`)}</VisibilityLine>
      </Form>
    </ActPanel>
  );
}

function Leave({ visit }: { readonly visit: GuestVisit }) {
  const { c, proposal, token } = visit;
  const { t, frame } = c.var;
  const label = t("decisions.voice.guest.leave");
  return (
    <Details summary={label}>
      <Form frame={frame} action={`${guestPath(proposal, token)}/leaving`} label={label}>
        <p>
          {t(proposal.state === "open" ? "decisions.voice.guest.leave-open" : "decisions.voice.guest.leave-closed")}
        </p>
        <Submit kind="stop">{label}</Submit>
      </Form>
    </Details>
  );
}
