import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { PersonId } from "../../model/gathering.ts";
import { Bars } from "../../../ui/components/bars.tsx";
import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { mayReadAccessNeeds } from "../../commands/questions/may-read-access-needs.ts";
import { summaryOf, type AccessNeeds, type Question, type QuestionAnswers } from "../../model/questions/questions.ts";
import { peopleThere } from "../../store/questions/answered-gatherings.read.ts";
import { accessNeedsOf, answersOfGathering, countCaptions, questionsOf } from "../../store/questions/questions.read.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { ParticipantName } from "../participant-name.tsx";
import type { GatheringVisit } from "../visit.ts";

/** Who fits on a page; and how many answers the numbers are made of at most. */
const perPage = 50;
const mostSummed = 1000;

type Answered = QuestionAnswers & { readonly person: PersonId };

interface AnswersView {
  readonly visit: GatheringVisit;
  readonly asked: readonly Question[];
  readonly all: readonly Answered[];
  readonly captions: number;
  readonly page: readonly Answered[];
  readonly next: string | undefined;
  readonly described: ReadonlyMap<string, PersonDescription>;
  /** Needs of those on this page whose needs this reader may read. */
  readonly needs: ReadonlyMap<string, AccessNeeds>;
}

/** For organisers: what people answered, in numbers, and how they introduced themselves. */
export async function showAnswers(visit: GatheringVisit): Promise<Response> {
  const { c, application, gathering } = visit;
  const { read } = application;
  const found = await answersOfGathering(read, gathering.id, { after: "", limit: mostSummed });
  const there = await peopleThere(
    read,
    gathering.id,
    found.map(({ person }) => person),
  );
  const all = found.filter(({ person }) => there.has(person));
  const after = c.req.query("after") ?? "";
  const from = all.filter(({ person }) => person > after);
  const page = from.slice(0, perPage);
  const view: AnswersView = {
    visit,
    asked: await questionsOf(read, gathering.id),
    all,
    captions: await countCaptions(read, gathering.id),
    page,
    next: from.length > perPage ? page.at(-1)?.person : undefined,
    described: await describePeople(
      read,
      page.map(({ person }) => person),
    ),
    needs: await readableNeeds(visit, page),
  };
  return c.html(<AnswersPage view={view} />);
}

async function readableNeeds(
  { application, gathering, standing }: GatheringVisit,
  page: readonly Answered[],
): Promise<ReadonlyMap<string, AccessNeeds>> {
  const needs = new Map<string, AccessNeeds>();
  const asking = { db: application.read, gathering, reader: standing.personId };
  for (const { person } of page) {
    if (!(await mayReadAccessNeeds({ ...asking, person }))) continue;
    const needed = await accessNeedsOf(application.read, gathering.id, person);
    if (needed !== undefined) needs.set(person, needed);
  }
  return needs;
}

function AnswersPage({ view }: { readonly view: AnswersView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  const path = `${gatheringPath(gathering)}/questions/answers`;
  return (
    <FormPage visit={view.visit} title={t("gatherings.questions.answers-title")} notice={null}>
      <VisibilityLine>{t("gatherings.questions.answers-visible")}</VisibilityLine>
      {view.all.length === 0 ? <Empty what={t("gatherings.questions.no-answers")} /> : <Summary view={view} />}
      {view.page.map((one) => (
        <OnePerson view={view} one={one} />
      ))}
      <Pagination
        t={t}
        label={t("gatherings.questions.answers-title")}
        previous={c.req.query("after") === undefined ? undefined : path}
        next={view.next === undefined ? undefined : `${path}?after=${view.next}`}
      />
    </FormPage>
  );
}

function Summary({ view }: { readonly view: AnswersView }) {
  const { t } = view.visit.c.var;
  const { asked, captions } = view;
  const summary = summaryOf(view.all);
  const recording = summary.everyoneAgreesToRecording ? "everyone" : "not-everyone";
  return (
    <Section id="summary" title={t("gatherings.questions.answered", { people: summary.people })}>
      <DefinitionList
        definitions={[
          ...(asked.includes("recording")
            ? [
                {
                  term: t("gatherings.questions.ask.recording"),
                  definition: t(`gatherings.questions.agreement.${recording}`),
                },
              ]
            : []),
          ...(asked.includes("access")
            ? [{ term: t("gatherings.questions.field.captions"), definition: t.number(captions) }]
            : []),
        ]}
      />
      {asked.includes("languages") && summary.languages.length > 0 && (
        <Bars
          t={t}
          id="languages"
          title={t("gatherings.questions.languages-drawn")}
          subject={t("gatherings.questions.language")}
          parts={[t("gatherings.questions.people")]}
          whole={summary.people}
          bars={summary.languages.map(([tag, people]) => ({ label: t.languageName(tag), counts: [people] }))}
        />
      )}
    </Section>
  );
}

function OnePerson({ view, one }: { readonly view: AnswersView; readonly one: Answered }) {
  const { t } = view.visit.c.var;
  const needs = view.needs.get(one.person);
  const said = (["introduction", "brings", "seeks"] as const).filter((name) => one[name] !== "");
  if (said.length === 0 && needs === undefined) return null;
  return (
    <section class="section">
      <h3>
        <ParticipantName t={t} person={view.described.get(one.person)} />
      </h3>
      <DefinitionList
        definitions={[
          ...said.map((name) => ({
            term: t(`gatherings.questions.of.${name}`),
            definition: <span dir="auto">{one[name]}</span>,
          })),
          ...needsInWords(view, needs),
        ]}
      />
    </section>
  );
}

function needsInWords(view: AnswersView, needs: AccessNeeds | undefined) {
  const { t } = view.visit.c.var;
  if (needs === undefined) return [];
  const told = [needs.captions ? t("gatherings.questions.field.captions") : "", needs.signLanguage, needs.other];
  const words = told.filter((text) => text !== "");
  return words.length === 0
    ? []
    : [{ term: t("gatherings.questions.ask.access"), definition: <span dir="auto">{words.join(" · ")}</span> }];
}
