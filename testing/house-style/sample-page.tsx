import { ActPanel } from "../../src/ui/components/act-panel.tsx";
import { Check, CheckGroup, Choice, Select } from "../../src/ui/components/choice.tsx";
import { Field } from "../../src/ui/components/field.tsx";
import { Form } from "../../src/ui/components/form.tsx";
import { Handle } from "../../src/ui/components/handle.tsx";
import { Notice } from "../../src/ui/components/notice.tsx";
import { PageHead } from "../../src/ui/components/page-head.tsx";
import { RefusalSummary } from "../../src/ui/components/refusal-summary.tsx";
import { StateStrip } from "../../src/ui/components/state-strip.tsx";
import { Submit } from "../../src/ui/components/submit.tsx";
import { TextArea } from "../../src/ui/components/text-area.tsx";
import { MyServer, TwoDoors } from "../../src/ui/components/two-doors.tsx";
import { VisibilityLine } from "../../src/ui/components/visibility-line.tsx";
import { hasFaults, type FormState } from "../../src/ui/form-state.ts";
import { isHue } from "../../src/ui/hue.ts";
import { Page } from "../../src/ui/layout.tsx";
import type { Frame } from "../../src/ui/request.ts";
import { SampleBody } from "./sample-parts.tsx";
import { sampleWords, type Amount, type SampleWords } from "./sample-words.ts";

interface SamplePageProps {
  readonly frame: Frame;
  readonly amount: Amount;
  readonly form: FormState;
  /** How often something has changed since the server began; a live part tells it. */
  readonly changes: number;
  /** Shows the page in this accent. */
  readonly hue?: string | undefined;
  /** Shows the notice of an act. */
  readonly done?: boolean;
}

/** A page with every component of the house, each with as much in it as the amount says. */
export function SamplePage({ frame, amount, form, changes, hue, done = false }: SamplePageProps) {
  const words = sampleWords(frame.t.language);
  const accent = hue !== undefined && isHue(hue) ? hue : undefined;
  const notice = done ? (
    <DoneNotice frame={frame} words={words} />
  ) : (
    <RefusalSummary form={form} fields={{ purpose: words.kind, answer: words.answer }} />
  );
  return (
    <Page
      frame={frame}
      title={words.name}
      description={words.sentence}
      community={{ name: words.community, path: "/", hue: accent }}
      notice={hasFaults(form) || done ? notice : undefined}
      head={
        <PageHead
          frame={frame}
          kind={words.kind}
          name={words.name}
          sentence={words.sentence}
          community={<a href="/">{words.community}</a>}
          handle="first-gathering@hall.example"
        />
      }
      states={<StateStrip t={frame.t} present={1} states={statesOf(frame, words)} />}
      act={{ label: words.actShort, panel: <SamplePanel frame={frame} form={form} words={words} /> }}
    >
      <SampleBody frame={frame} amount={amount} words={words} changes={changes} />
      <SampleForm frame={frame} form={form} words={words} />
    </Page>
  );
}

function statesOf({ t, now }: Frame, words: SampleWords) {
  return words.states.map((name, place) => ({ name, note: place === 1 ? t.briefDateTime(now) : undefined }));
}

function DoneNotice({ frame, words }: { readonly frame: Frame; readonly words: SampleWords }) {
  return (
    <Notice
      t={frame.t}
      what={words.sentence}
      told={words.visible}
      undo={
        <Form frame={frame} action="/form">
          <Submit kind="quiet">{words.answers[2]}</Submit>
        </Form>
      }
    />
  );
}

interface PartProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly words: SampleWords;
}

function SamplePanel({ frame, form, words }: PartProps) {
  return (
    <ActPanel title={words.act} until={frame.t.dateTime(frame.now.add({ hours: 40 }))}>
      <TwoDoors
        t={frame.t}
        instruction={words.instruction}
        fediverse={
          <>
            <Handle t={frame.t} handle="first-gathering@hall.example" copy />
            <MyServer form={form} action="/my-server" carried={{ thing: "7" }} />
          </>
        }
        web={
          <Form frame={frame} action="/form" label={words.act}>
            <Choice name="answer" label={words.answer} form={form} options={optionsOf(words)} />
            <Submit>{words.actShort}</Submit>
            <VisibilityLine>{words.visible}</VisibilityLine>
          </Form>
        }
      />
    </ActPanel>
  );
}

function SampleForm({ frame, form, words }: PartProps) {
  return (
    <Form frame={frame} action="/form" label={words.kind} draft="sample">
      <Field name="purpose" label={words.kind} hint={words.sentence} form={form} maxlength={200} />
      <Field name="people" label={words.people} form={form} type="number" min={1} optional />
      <TextArea name="note" label={words.note} form={form} optional />
      <CheckGroup name="days" label={words.place} form={form} options={optionsOf(words)} values={["0"]} />
      <Select name="zone" label={words.place} form={form} options={optionsOf(words)} />
      <Check name="agreed" label={words.visible} form={form} hint={words.sentence} />
      <div class="acts">
        <Submit>{words.act}</Submit>
        <Submit kind="quiet">{words.answers[1]}</Submit>
        <Submit kind="stop">{words.answers[2]}</Submit>
      </div>
    </Form>
  );
}

function optionsOf(words: SampleWords) {
  return words.answers.map((label, place) => ({
    value: String(place),
    label,
    hint: place === 1 ? words.sentence : undefined,
  }));
}
