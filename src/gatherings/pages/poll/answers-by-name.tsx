import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { PersonAvailability } from "../../model/availability.ts";
import { answersOf } from "../../store/polls.read.ts";
import { pollPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { ParticipantName } from "../participant-name.tsx";
import type { PollView } from "./poll-view.ts";

const perPage = 50;

/** The page with who said what, and the notes; for organisers alone. */
export async function showAnswersByName(view: PollView): Promise<Response> {
  const { c, application } = view.visit;
  const asked = Number(c.req.query("from") ?? 0);
  const from = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const answers = (await answersOf(application.read, view.poll.id, from + perPage)).slice(from);
  const people = await describePeople(
    application.read,
    answers.map(({ person }) => person),
  );
  return c.html(<AnswersByName view={view} from={from} answers={answers} people={people} />);
}

interface AnswersByNameProps {
  readonly view: PollView;
  /** How many answers stand on the pages before. */
  readonly from: number;
  readonly answers: readonly PersonAvailability[];
  readonly people: ReadonlyMap<string, PersonDescription>;
}

function AnswersByName({ view, from, answers, people }: AnswersByNameProps) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  const path = `${pollPath(gathering)}/answers`;
  const title = t("gatherings.by-name.title");
  return (
    <FormPage visit={view.visit} title={title} notice={null}>
      <VisibilityLine>{t("gatherings.by-name.visible")}</VisibilityLine>
      <div class="names-table answers-by-name">
        <AnswersTable view={view} answers={answers} people={people} />
      </div>
      <Pagination
        t={t}
        label={title}
        previous={from === 0 ? undefined : `${path}?from=${Math.max(0, from - perPage)}`}
        next={from + perPage < view.answered ? `${path}?from=${from + perPage}` : undefined}
      />
    </FormPage>
  );
}

function AnswersTable({ view, answers, people }: Omit<AnswersByNameProps, "from">) {
  const { t } = view.visit.c.var;
  return (
    <DataTable
      t={t}
      caption={t("gatherings.by-name.caption", { people: answers.length })}
      columns={[
        { label: t("gatherings.by-name.person") },
        ...view.slots.map(({ startsAt }) => ({ label: t.briefDateTime(startsAt) })),
        { label: t("gatherings.by-name.note") },
      ]}
      rows={answers.map((answer) => [
        <ParticipantName t={t} person={people.get(answer.person)} />,
        ...view.slots.map(({ id }) => {
          const said = answer.availability.get(id);
          return said === undefined ? "–" : t(`gatherings.poll.${said}`);
        }),
        <bdi>{answer.note ?? ""}</bdi>,
      ])}
      empty={<Empty what={t("gatherings.poll.no-answers")} />}
    />
  );
}
