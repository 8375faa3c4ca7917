import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Choice } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { minutesBounds } from "../../model/minutes/minutes.ts";
import { minutesPath, type MinutesView } from "./minutes-view.ts";

interface MinutesActProps {
  readonly view: MinutesView;
  readonly form: FormState;
}

/** Whether the reader of this page can do anything with the minutes; a passer-by reads. */
export function actsOnMinutes({ mayBeNamed, corrects, visit }: MinutesView): boolean {
  return mayBeNamed || corrects || visit.standing.organises;
}

/** What the reader can do with the minutes, until when. */
export function MinutesAct({ view, form }: MinutesActProps) {
  const { visit, found } = view;
  const { t } = visit.c.var;
  const until = found.standing === "correcting" ? found.minutes.correctionsUntil : undefined;
  return (
    <ActPanel
      title={t(`gatherings.minutes.act.${found.standing}`)}
      {...(until !== undefined && { until: <Until view={view} instant={until} /> })}
    >
      {visit.standing.organises && <ForOrganisers view={view} form={form} />}
      {view.mayBeNamed && <NameForm view={view} form={form} />}
      {view.corrects && <CorrectionForm view={view} form={form} />}
    </ActPanel>
  );
}

function Until({ view, instant }: { readonly view: MinutesView; readonly instant: Temporal.Instant }): Child {
  const { t } = view.visit.c.var;
  return (
    <>
      {t("gatherings.minutes.act.until")} <TimeText t={t} instant={instant} />
    </>
  );
}

function NameForm({ view, form }: MinutesActProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${minutesPath(gathering)}/name`}>
      <Choice
        name="answer"
        label={t("gatherings.minutes.name.label")}
        hint={t("gatherings.minutes.name.hint")}
        form={form}
        value={view.named}
        options={(["named", "not-named"] as const).map((value) => ({
          value,
          label: t(`gatherings.minutes.name.${value}`),
        }))}
      />
      <Submit kind="quiet">{t("gatherings.minutes.name.save")}</Submit>
      <VisibilityLine>{t("gatherings.minutes.name.visible")}</VisibilityLine>
    </Form>
  );
}

function CorrectionForm({ view, form }: MinutesActProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  return (
    <Form frame={frame} action={`${minutesPath(gathering)}/corrections`} draft={`correction-${gathering.id}`}>
      <TextArea
        name="text"
        label={t("gatherings.minutes.correction.label")}
        hint={t("gatherings.minutes.correction.hint")}
        form={form}
        rows={4}
        maxlength={minutesBounds.correction}
      />
      <Submit>{t("gatherings.minutes.correction.send")}</Submit>
    </Form>
  );
}

function ForOrganisers({ view, form }: MinutesActProps) {
  const { visit, found, waiting } = view;
  const { t } = visit.c.var;
  const path = minutesPath(visit.gathering);
  const { standing } = found;
  return (
    <>
      {standing === "draft" && <OneButton view={view} action={`${path}/draft`} act="announce" />}
      {standing === "due" && waiting === 0 && <OneButton view={view} action={`${path}/publication`} act="publish" />}
      {waiting > 0 && (
        <LinkButton href={`${path}/corrections`}>{t("gatherings.minutes.act.waiting", { waiting })}</LinkButton>
      )}
      {standing === "published" ? (
        <ErratumForm view={view} form={form} />
      ) : (
        <>
          <ul>
            <li>
              <a href={`${path}/foreword`}>{t("gatherings.minutes.act.foreword")}</a>
            </li>
            <li>
              <a href={`/gatherings/${visit.gathering.id}/notes`}>{t("gatherings.minutes.act.notes")}</a>
            </li>
          </ul>
          {standing !== "draft" && <WhoPublishes view={view} form={form} />}
        </>
      )}
    </>
  );
}

interface OneButtonProps {
  readonly view: MinutesView;
  readonly action: string;
  readonly act: "announce" | "publish";
}

function OneButton({ view, action, act }: OneButtonProps) {
  const { t, frame } = view.visit.c.var;
  return (
    <>
      <p>{t(`gatherings.minutes.act-explained.${act}`)}</p>
      <Form frame={frame} action={action}>
        <Submit>{t(`gatherings.minutes.act-submit.${act}`)}</Submit>
      </Form>
    </>
  );
}

function WhoPublishes({ view, form }: MinutesActProps) {
  const { visit, found } = view;
  const { t, frame } = visit.c.var;
  return (
    <Details summary={t("gatherings.minutes.publisher.title")}>
      <Form frame={frame} action={`${minutesPath(visit.gathering)}/publisher`}>
        <Choice
          name="by"
          label={t("gatherings.minutes.publisher.label")}
          form={form}
          value={found.minutes.isHeldBack ? "organisers" : "clock"}
          options={(["clock", "organisers"] as const).map((value) => ({
            value,
            label: t(`gatherings.minutes.publisher.${value}`),
          }))}
        />
        <Submit kind="quiet">{t("gatherings.minutes.publisher.save")}</Submit>
      </Form>
    </Details>
  );
}

function ErratumForm({ view, form }: MinutesActProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  return (
    <Details summary={t("gatherings.minutes.erratum.title")} open={form.faults["text"] !== undefined}>
      <Form frame={frame} action={`${minutesPath(gathering)}/errata`} draft={`erratum-${gathering.id}`}>
        <TextArea
          name="text"
          label={t("gatherings.minutes.erratum.label")}
          hint={t("gatherings.minutes.erratum.hint")}
          form={form}
          rows={4}
          maxlength={minutesBounds.correction}
        />
        <Submit>{t("gatherings.minutes.erratum.save")}</Submit>
      </Form>
    </Details>
  );
}
