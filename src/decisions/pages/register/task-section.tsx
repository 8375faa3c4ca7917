import { actsOn, mostCharactersPromised } from "../../../gatherings/index.ts";
import { Select } from "../../../ui/components/choice.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserText } from "../../../ui/text.tsx";
import type { Task } from "../../model/register/task.ts";
import { PersonName } from "../person-name.tsx";
import type { DecisionPageView } from "./decision-page-view.ts";
import { decisionPath } from "./register-paths.ts";

interface TasksProps {
  readonly view: DecisionPageView;
  readonly form: FormState;
}

/** The fields by which a task is proposed. */
export const taskFields = ["what", "ownerId", "due"] as const;

/** The name of a field for another day, which stands on the page once for each task. */
export function untilField(taskId: string): string {
  return `until-${taskId}`;
}

/** Who does what by when to carry it out. */
export function TaskSection({ view, form }: TasksProps) {
  const { visit, tasks } = view;
  const { t } = visit.c.var;
  if (tasks.length === 0 && !visit.isMember) return null;
  return (
    <Section id="tasks" title={t("decisions.register.section.tasks")} explained={t("decisions.register.task-is")}>
      {tasks.length === 0 ? (
        <Empty what={t("decisions.register.task.none")} />
      ) : (
        <ul class="task-list">
          {tasks.map((task) => (
            <TaskItem view={view} form={form} task={task} />
          ))}
        </ul>
      )}
      {visit.isMember && <ProposeForm view={view} form={form} />}
    </Section>
  );
}

function TaskItem({ view, form, task }: TasksProps & { readonly task: Task }) {
  const { visit, people, kept } = view;
  const { c, decision, personId, isSteward } = visit;
  const { t } = c.var;
  const today = c.var.frame.now.toZonedDateTimeISO(decision.zone).toPlainDate();
  const isLate = task.state === "accepted" && Temporal.PlainDate.compare(task.due, today) < 0;
  const isOwner = personId === task.ownerId;
  const acts = actsOn(task.state, { isOwner, mayWithdraw: isSteward || personId === task.proposerId });
  return (
    <li id={`task-${task.id}`}>
      {task.what === "" ? <p class="quiet">{t("decisions.register.task.erased")}</p> : <UserText text={task.what} />}
      <p class="thread-line">
        <strong>{t(`decisions.register.task.state.${task.state}`)}</strong> ·{" "}
        {kept.namesShown || isOwner ? (
          <PersonName t={t} person={people.get(task.ownerId)} />
        ) : (
          t("decisions.consent.a-member")
        )}{" "}
        ·{" "}
        <time datetime={task.due.toString()}>
          {t(isLate ? "decisions.register.task.was-due" : "decisions.register.task.due", { day: t.date(task.due) })}
        </time>
      </p>
      {isOwner && task.state === "proposed" && (
        <p class="quiet">
          {t.rich("decisions.register.task.asked-by", {
            person: () => <PersonName t={t} person={people.get(task.proposerId)} />,
          })}
        </p>
      )}
      {acts.length > 0 && <TaskActs view={view} form={form} task={task} acts={acts} />}
    </li>
  );
}

interface TaskActsProps extends TasksProps {
  readonly task: Task;
  readonly acts: ReturnType<typeof actsOn>;
}

function TaskActs({ view, form, task, acts }: TaskActsProps) {
  const { c, decision } = view.visit;
  const { t, frame } = c.var;
  const action = `${decisionPath(decision)}/tasks/${task.id}`;
  const plain = acts.filter((act) => act !== "move");
  return (
    <div class="task-acts">
      <Form frame={frame} action={action} label={task.what}>
        <p class="button-row">
          {plain.map((act) => (
            <Submit kind={act === "accept" || act === "finish" ? "main" : "quiet"} name="act" value={act}>
              {t(`decisions.register.task.act.${act}`)}
            </Submit>
          ))}
        </p>
      </Form>
      {acts.includes("move") && (
        <Details summary={t("decisions.register.task.act.move")} open={form.faults[untilField(task.id)] !== undefined}>
          <Form frame={frame} action={action} label={t("decisions.register.task.move-of", { what: task.what })}>
            <Field
              name={untilField(task.id)}
              label={t("decisions.register.task.field.until")}
              form={form}
              type="date"
            />
            <Submit kind="quiet" name="act" value="move">
              {t("decisions.register.task.act.move")}
            </Submit>
          </Form>
        </Details>
      )}
    </div>
  );
}

function ProposeForm({ view, form }: TasksProps) {
  const { visit, others } = view;
  const { c, decision } = visit;
  const { t, frame } = c.var;
  const field = (name: (typeof taskFields)[number]) => ({
    name,
    label: t(`decisions.register.task.field.${name}`),
    form,
  });
  const owners = others.map(({ id, name = "", handle }) => ({
    value: id,
    label: handle === undefined ? name : `${name} (${handle})`,
  }));
  return (
    <Details
      summary={t("decisions.register.task.propose-title")}
      open={taskFields.some((name) => form.faults[name] !== undefined)}
    >
      <Form frame={frame} action={`${decisionPath(decision)}/tasks`} draft={`task-${decision.id}`}>
        <TextArea
          {...field("what")}
          hint={t("decisions.register.task.what-hint")}
          rows={2}
          maxlength={mostCharactersPromised}
        />
        {owners.length > 0 && (
          <Select
            {...field("ownerId")}
            hint={t("decisions.register.task.owner-hint")}
            options={[{ value: "", label: t("decisions.register.task.oneself") }, ...owners]}
            value=""
            optional
          />
        )}
        <Field {...field("due")} type="date" />
        <VisibilityLine>{t("decisions.register.task.visible")}</VisibilityLine>
        <Submit>{t("decisions.register.task.propose")}</Submit>
      </Form>
    </Details>
  );
}
