import type { Child } from "hono/jsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { UserName } from "../../../ui/text.tsx";
import { shownName } from "../../../kernel/text/neutral.ts";
import { markedAround, type Mark } from "../../model/run/run.ts";
import { agendaPath } from "../agenda/agenda-path.ts";
import type { TimedBlock } from "../agenda/agenda-view.ts";
import { FormPage } from "../form-page.tsx";
import { gatheringPath } from "../addresses.ts";
import type { RunView } from "./run-view.ts";

interface RunPageProps {
  readonly view: RunView;
  readonly notice: Child;
}

/** Where whoever keeps a meeting going marks what begins and ends, one button at a time. */
export function RunPage({ view, notice }: RunPageProps) {
  const { visit, blocks } = view.timed;
  const { t } = visit.c.var;
  return (
    <FormPage visit={visit} title={t("gatherings.run.title")} sentence={t("gatherings.run.sentence")} notice={notice}>
      {view.session === undefined && (
        <p>
          {t("gatherings.run.not-now", { before: markedAround.beforeMinutes, after: markedAround.afterMinutes / 60 })}
        </p>
      )}
      {blocks.length === 0 ? (
        <Empty what={t("gatherings.agenda.page.none")} />
      ) : (
        <ol class="agenda-list">
          {blocks.map((one) => (
            <Running view={view} one={one} />
          ))}
        </ol>
      )}
      <VisibilityLine>{t("gatherings.run.visible")}</VisibilityLine>
      <p class="next-step">
        <a href={agendaPath(visit.gathering)}>{t("gatherings.run.to-agenda")}</a>
      </p>
    </FormPage>
  );
}

interface RunningProps {
  readonly view: RunView;
  readonly one: TimedBlock;
}

function Running({ view, one: { block, offset } }: RunningProps) {
  const { t } = view.timed.visit.c.var;
  const run = view.runs.get(block.id);
  const marks = view.session !== undefined && view.marks.has(block.id);
  const time = (instant: Temporal.Instant) => t.timeOfDay(instant);
  const planned = view.session?.startsAt.add({ minutes: offset });
  return (
    <li id={`block-${block.id}`}>
      <p class="agenda-time">
        {run === undefined
          ? planned === undefined
            ? t("gatherings.agenda.page.after-start", { minutes: offset })
            : time(planned)
          : time(run.begunAt)}
      </p>
      <div class="agenda-block">
        <h2>
          <UserName name={block.title} />
        </h2>
        <p class="agenda-facts">
          <span>{t("gatherings.agenda.page.minutes", { minutes: block.minutes })}</span>
          {run === undefined && <span>{t("gatherings.run.planned")}</span>}
          {run !== undefined && run.endedAt === undefined && (
            <span>{t("gatherings.run.going-on", { begun: time(run.begunAt) })}</span>
          )}
          {run?.endedAt !== undefined && (
            <span>{t("gatherings.run.from-to", { begun: time(run.begunAt), ended: time(run.endedAt) })}</span>
          )}
        </p>
        {marks && (
          <div class="acts">
            {run === undefined && <MarkButton view={view} one={block} mark="begun" />}
            {run !== undefined && run.endedAt === undefined && (
              <>
                <MarkButton view={view} one={block} mark="ended" />
                <MarkButton view={view} one={block} mark="not-begun" />
              </>
            )}
            {run?.endedAt !== undefined && <MarkButton view={view} one={block} mark="not-ended" />}
          </div>
        )}
      </div>
    </li>
  );
}

interface MarkButtonProps {
  readonly view: RunView;
  readonly one: TimedBlock["block"];
  readonly mark: Mark;
}

function MarkButton({ view, one, mark }: MarkButtonProps) {
  const { c, gathering } = view.timed.visit;
  const { t, frame } = c.var;
  const words = t(`gatherings.run.mark.${mark}`);
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/run/${one.id}`}>
      <input type="hidden" name="mark" value={mark} />
      <Submit kind={mark === "ended" ? "main" : "quiet"} label={`${words}: ${shownName(one.title, 120)}`}>
        {words}
      </Submit>
    </Form>
  );
}
