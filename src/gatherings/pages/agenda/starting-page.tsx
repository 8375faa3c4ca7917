import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { stringBounds } from "../../model/agenda/suggest-string.ts";
import { templateIds, templateOf, type TemplateBlock } from "../../model/agenda/templates.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";
import { agendaPath } from "./agenda-path.ts";
import { wordedBlocks, wordsOfGathering } from "./template-words.ts";

/** For how many people and minutes a string is asked for. */
export interface StringAsked {
  readonly people: string;
  readonly minutes: string;
}

interface StartingPageProps {
  readonly visit: GatheringVisit;
  readonly asked: StringAsked;
  /** The string for that; undefined while nobody has asked, and for what was refused. */
  readonly suggested: readonly TemplateBlock[] | undefined;
  /** The question, as it was asked; with what to mend. */
  readonly search: FormState;
  /** The form that takes something over. */
  readonly form: FormState;
}

/** Ways to begin an agenda: a string that fits, a template, or a text that exists. */
export function StartingPage({ visit, asked, suggested, search, form }: StartingPageProps) {
  const { c, gathering } = visit;
  const { t } = c.var;
  const labels = { people: t("gatherings.agenda.start.people"), minutes: t("gatherings.agenda.start.minutes") };
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.agenda.write.start")}
      sentence={t("gatherings.agenda.start.sentence")}
      notice={
        <>
          <RefusalSummary form={form} fields={{}} />
          <RefusalSummary form={search} fields={labels} />
        </>
      }
    >
      <Section id="templates" title={t("gatherings.agenda.start.templates")}>
        <ul class="agenda-templates">
          {templateIds.map((id) => (
            <li>
              <Template visit={visit} id={id} />
            </li>
          ))}
        </ul>
      </Section>
      <Section
        id="string"
        title={t("gatherings.agenda.start.string")}
        explained={t("gatherings.agenda.start.string-explained")}
      >
        <StringForm visit={visit} asked={asked} search={search} />
        {suggested !== undefined && <Suggestion visit={visit} asked={asked} blocks={suggested} />}
      </Section>
      <Section id="text" title={t("gatherings.agenda.import.title")}>
        <p>
          <a href={`${agendaPath(gathering)}/import`}>{t("gatherings.agenda.import.link")}</a>
        </p>
      </Section>
    </FormPage>
  );
}

function Template({ visit, id }: { readonly visit: GatheringVisit; readonly id: (typeof templateIds)[number] }) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const { blocks, minutes } = templateOf(id);
  return (
    <>
      <h3>{t(`gatherings.agenda.template.${id}`)}</h3>
      <Details summary={t("gatherings.agenda.start.blocks", { blocks: blocks.length, minutes })}>
        <Preview visit={visit} blocks={blocks} />
      </Details>
      <Form frame={frame} action={`${agendaPath(gathering)}/start`}>
        <input type="hidden" name="template" value={id} />
        <Submit
          kind="quiet"
          label={t("gatherings.agenda.start.take-template", { name: t(`gatherings.agenda.template.${id}`) })}
        >
          {t("gatherings.agenda.start.take")}
        </Submit>
      </Form>
    </>
  );
}

/** How many people and minutes; it changes nothing, so it asks by GET. */
function StringForm({ visit, asked, search }: Pick<StartingPageProps, "visit" | "asked" | "search">) {
  const { c, gathering } = visit;
  const { t } = c.var;
  const { people, minutes } = stringBounds;
  const number = { type: "number", inputmode: "numeric", form: search } as const;
  return (
    <form class="form" method="get" action={`${agendaPath(gathering)}/start#string`}>
      <div class="field-row">
        <Field
          {...number}
          name="people"
          label={t("gatherings.agenda.start.people")}
          min={people.least}
          max={people.most}
          value={asked.people}
        />
        <Field
          {...number}
          name="minutes"
          label={t("gatherings.agenda.start.minutes")}
          min={minutes.least}
          max={minutes.most}
          value={asked.minutes}
        />
      </div>
      <Submit kind="quiet">{t("gatherings.agenda.start.suggest")}</Submit>
    </form>
  );
}

interface SuggestionProps {
  readonly visit: GatheringVisit;
  readonly asked: StringAsked;
  readonly blocks: readonly TemplateBlock[];
}

function Suggestion({ visit, asked, blocks }: SuggestionProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  return (
    <>
      <h3>
        {t("gatherings.agenda.start.suggested", { people: Number(asked.people), minutes: Number(asked.minutes) })}
      </h3>
      <Preview visit={visit} blocks={blocks} />
      <Form frame={frame} action={`${agendaPath(gathering)}/start`}>
        <input type="hidden" name="people" value={asked.people} />
        <input type="hidden" name="minutes" value={asked.minutes} />
        <Submit>{t("gatherings.agenda.start.take")}</Submit>
      </Form>
    </>
  );
}

/** Blocks before they are taken, in the words in which they would be written. */
function Preview({ visit, blocks }: Pick<SuggestionProps, "visit" | "blocks">) {
  const { t } = visit.c.var;
  const words = wordsOfGathering(visit);
  return (
    <ol class="agenda-list" data-short="yes">
      {wordedBlocks(words, blocks).map(({ title, minutes, structure }) => (
        <li>
          <p class="agenda-time">{t("gatherings.agenda.page.brief-minutes", { minutes })}</p>
          <p lang={words.language}>
            {title}
            {structure !== "open-talk" && <span class="quiet"> ({t(`gatherings.agenda.structure.${structure}`)})</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}
