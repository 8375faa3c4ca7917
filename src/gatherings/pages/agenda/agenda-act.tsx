import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { TwoDoors, MyServer } from "../../../ui/components/two-doors.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { consentStanding, takesAgenda } from "../../model/agenda/agenda.ts";
import { agendaPath, editingPath } from "./agenda-path.ts";
import type { AgendaView } from "./agenda-view.ts";
import { ConsentForm } from "./consent-parts.tsx";
import { ProposalForm } from "./item-parts.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { handleOf } from "../addresses.ts";

interface AgendaActProps {
  readonly view: AgendaView;
  readonly form: FormState;
}

/** What the reader can do: write it, consent to it, or propose something. */
export function AgendaAct({ view, form }: AgendaActProps) {
  const { visit } = view;
  const { t } = visit.c.var;
  if (!takesAgenda(visit.gathering.state)) {
    return (
      <ActPanel title={t("gatherings.agenda.act.closed")} cannot={t("gatherings.agenda.act.closed-why")}>
        {null}
      </ActPanel>
    );
  }
  const act = actOf(view);
  return (
    <ActPanel title={t(`gatherings.agenda.act.${act}`)}>
      {act === "consent" && <ConsentForm view={view} form={form} />}
      {act === "write" && <WritingActs view={view} />}
      {act === "propose" ? (
        <ProposalDoors view={view} form={form} />
      ) : (
        <Details summary={t("gatherings.agenda.act.propose")} open={form.typed["title"] !== undefined}>
          <ProposalDoors view={view} form={form} />
        </Details>
      )}
      {act === "consent" && visit.standing.organises && (
        <Details summary={t("gatherings.agenda.act.write")}>
          <WritingActs view={view} />
        </Details>
      )}
    </ActPanel>
  );
}

function actOf(view: AgendaView): "consent" | "write" | "propose" {
  const isAsked = consentStanding(view.agenda) === "asked" && view.isAsked;
  // Whoever organises writes first; once they have said their own word, what is left to do is theirs again.
  if (isAsked && !(view.visit.standing.organises && view.own !== undefined)) return "consent";
  return view.visit.standing.organises ? "write" : "propose";
}

function WritingActs({ view }: { readonly view: AgendaView }) {
  const { gathering, c } = view.visit;
  const { t } = c.var;
  const { agenda, blocks, sessions } = view;
  const standing = consentStanding(agenda);
  const path = agendaPath(gathering);
  const hasBlocks = blocks.length > 0;
  return (
    <>
      <p>
        <LinkButton href={hasBlocks ? editingPath(gathering) : `${path}/start`}>
          {t(`gatherings.agenda.write.${hasBlocks ? "edit" : "start"}`)}
        </LinkButton>
      </p>
      {!hasBlocks && (
        <p>
          <a href={`${editingPath(gathering)}#add`}>{t("gatherings.agenda.edit.add-title")}</a>
        </p>
      )}
      {hasBlocks && sessions.length > 0 && (standing === "not-asked" || standing === "changed") && (
        <OneButton view={view} action={`${path}/consent/asking`} hint={t("gatherings.agenda.write.ask-hint")}>
          {t("gatherings.agenda.write.ask")}
        </OneButton>
      )}
      {standing === "asked" && view.counts.objections === 0 && view.counts.consents > 0 && (
        <OneButton view={view} action={`${path}/consent/outcome`} hint={t("gatherings.agenda.write.conclude-hint")}>
          {t("gatherings.agenda.write.conclude", { consents: view.counts.consents })}
        </OneButton>
      )}
      {hasBlocks && agenda.publishedVersion !== agenda.version && (
        <OneButton view={view} action={`${path}/publication`} hint={t("gatherings.agenda.write.publish-hint")}>
          {t(`gatherings.agenda.write.${agenda.publishedVersion === undefined ? "publish" : "publish-anew"}`)}
        </OneButton>
      )}
    </>
  );
}

interface OneButtonProps {
  readonly view: AgendaView;
  readonly action: string;
  readonly hint: string;
  readonly children?: Child;
}

function OneButton({ view, action, hint, children }: OneButtonProps) {
  return (
    <Form frame={view.visit.c.var.frame} action={action}>
      <Submit kind="quiet">{children}</Submit>
      <p class="field-hint">{hint}</p>
    </Form>
  );
}

function ProposalDoors({ view, form }: AgendaActProps) {
  const { c, gathering, application } = view.visit;
  const { t } = c.var;
  const handle = handleOf(application.origin, gathering);
  return (
    <TwoDoors
      t={t}
      instruction={t("gatherings.agenda.items.from-fediverse")}
      fediverse={
        <>
          <p>
            <Handle t={t} handle={handle} copy />
          </p>
          <MyServer form={form} action="/take-part" carried={{ handle }} />
        </>
      }
      web={<ProposalForm view={view} form={form} />}
    />
  );
}
