import type { Child } from "hono/jsx";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { UserName } from "../../../ui/text.tsx";
import { mostVoicesEver } from "../../model/voice/handed-voices.ts";
import { communityPath, voicesPath } from "../addresses.ts";
import { communityOfPage } from "../visit.ts";
import { ChainList } from "./chain-list.tsx";
import { HandingForm } from "./handing-form.tsx";
import { VoiceLine } from "./voice-line.tsx";
import type { VoicesView } from "./voices-view.ts";

interface VoicesPageProps {
  readonly view: VoicesView;
  readonly form: FormState;
  readonly notice?: Child;
}

/** Who speaks for whom in a community, for all its members; and where one hands one's own voice over, takes it back, or holds another's. */
export function VoicesPage({ view, form, notice }: VoicesPageProps) {
  const { c, community, isSteward } = view.visit;
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("decisions.voice.title")}
      community={communityOfPage(community)}
      notice={notice}
      head={
        <PageHead
          frame={frame}
          name={t("decisions.voice.title")}
          sentence={t("decisions.voice.sentence")}
          community={
            <a href={communityPath(community)}>
              <UserName name={community.name} />
            </a>
          }
        />
      }
      act={{ panel: <Panel view={view} form={form} />, label: t("decisions.voice.hand-over") }}
      unlisted
    >
      {view.offered.length > 0 && <Offered view={view} />}
      <Out view={view} />
      {view.held.length > 0 && <Held view={view} />}
      <Section id="chains" title={t("decisions.voice.chains-title")} explained={t("decisions.voice.chains-explained")}>
        {view.chains.length === 0 ? <Empty what={t("decisions.voice.chains-none")} /> : <ChainList view={view} />}
      </Section>
      <Section id="how" title={t("decisions.voice.how-title")}>
        <ul class="rules">
          {(["own-first", "nearest", "list", "not-in", "ends"] as const).map((rule) => (
            <li>{t(`decisions.voice.how.${rule}`)}</li>
          ))}
          <li>{t("decisions.voice.how.most", { most: view.most })}</li>
        </ul>
      </Section>
      {isSteward && <Limit view={view} form={form} />}
    </Page>
  );
}

function Panel({ view, form }: Omit<VoicesPageProps, "notice">) {
  const { t } = view.visit.c.var;
  const title = t("decisions.voice.hand-over");
  if (view.most === 0) return <ActPanel title={title} cannot={t("decisions.voice.none-here")} />;
  return (
    <ActPanel title={title}>
      <HandingForm view={view} form={form} />
    </ActPanel>
  );
}

function Offered({ view }: { readonly view: VoicesView }) {
  const { c, community } = view.visit;
  const { t, frame } = c.var;
  return (
    <Section id="offered" title={t("decisions.voice.offered-title")} explained={t("decisions.voice.offered-explained")}>
      <ul class="rules">
        {view.offered.map((voice) => (
          <li>
            <VoiceLine view={view} voice={voice} person={voice.giver} />
            <Form
              frame={frame}
              action={`${voicesPath(community)}/${voice.id}/answer`}
              label={t("decisions.voice.offered-title")}
            >
              <Submit kind="quiet" name="answer" value="yes">
                {t("decisions.voice.take")}
              </Submit>{" "}
              <Submit kind="quiet" name="answer" value="no">
                {t("decisions.voice.decline")}
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Out({ view }: { readonly view: VoicesView }) {
  const { c, community } = view.visit;
  const { t, frame } = c.var;
  return (
    <Section id="yours" title={t("decisions.voice.out-title")}>
      {view.out.length === 0 && <Empty what={t("decisions.voice.out-none")} />}
      <ul class="rules">
        {view.out.map((voice) => (
          <li>
            <VoiceLine view={view} voice={voice} person={voice.holder} />
            <Form
              frame={frame}
              action={`${voicesPath(community)}/${voice.id}/return`}
              label={t("decisions.voice.take-back")}
            >
              <Submit kind="quiet">{t("decisions.voice.take-back")}</Submit>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Held({ view }: { readonly view: VoicesView }) {
  const { c, community } = view.visit;
  const { t, frame } = c.var;
  return (
    <Section id="held" title={t("decisions.voice.held-title")}>
      <ul class="rules">
        {view.held.map((voice) => (
          <li>
            <VoiceLine view={view} voice={voice} person={voice.giver} />
            <Form
              frame={frame}
              action={`${voicesPath(community)}/${voice.id}/answer`}
              label={t("decisions.voice.lay-down")}
            >
              <Submit kind="quiet" name="answer" value="no">
                {t("decisions.voice.lay-down")}
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Limit({ view, form }: Omit<VoicesPageProps, "notice">) {
  const { c, community } = view.visit;
  const { t, frame } = c.var;
  return (
    <Details summary={t("decisions.voice.limit-title")} open={form.faults["most"] !== undefined}>
      <Form frame={frame} action={`${voicesPath(community)}/limit`} label={t("decisions.voice.limit-title")}>
        <Field
          name="most"
          type="number"
          label={t("decisions.voice.field.most")}
          hint={t("decisions.voice.field-hint.most")}
          form={form}
          value={view.most}
          min={0}
          max={mostVoicesEver}
        />
        <Submit kind="quiet">{t("decisions.voice.limit-submit")}</Submit>
      </Form>
    </Details>
  );
}
