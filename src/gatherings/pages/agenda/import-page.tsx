import { FileField } from "../../../ui/components/file-field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import { balanceOf, sumOf } from "../../model/agenda/block.ts";
import { longestAgenda, type ReadAgenda, type ReadBlock } from "../../model/agenda/read-agenda.ts";
import { FormPage } from "../form-page.tsx";
import type { GatheringVisit } from "../visit.ts";
import { agendaPath } from "./agenda-path.ts";

interface ImportPageProps {
  readonly visit: GatheringVisit;
  readonly form: FormState;
  /** What was understood of the text; undefined before it was read. */
  readonly read: ReadAgenda | undefined;
  /** The length of the gathering's first session. */
  readonly sessionMinutes: number | undefined;
}

/** Taking over an agenda that exists as text: first it is shown what was understood, then it becomes blocks. */
export function ImportPage({ visit, form, read, sessionMinutes }: ImportPageProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const canTake = read !== undefined && read.blocks.length > 0;
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.agenda.import.title")}
      sentence={t("gatherings.agenda.import.sentence")}
      notice={<RefusalSummary form={form} fields={{ text: t("gatherings.agenda.import.text") }} />}
    >
      {read !== undefined && <Understood visit={visit} read={read} sessionMinutes={sessionMinutes} />}
      <Form frame={frame} action={`${agendaPath(gathering)}/import`} hasFile>
        <TextArea
          name="text"
          label={t("gatherings.agenda.import.text")}
          hint={t("gatherings.agenda.import.hint")}
          form={form}
          rows={14}
          maxlength={longestAgenda}
        />
        <FileField
          beside="text"
          label={t("gatherings.agenda.import.file")}
          hint={t("gatherings.agenda.import.file-hint")}
          form={form}
          accept=".md,.txt,text/markdown,text/plain"
        />
        <p class="acts">
          {canTake && (
            <Submit name="step" value="take">
              {t("gatherings.agenda.import.take", { blocks: read.blocks.length })}
            </Submit>
          )}
          <Submit kind={canTake ? "quiet" : "main"} name="step" value="read">
            {t(`gatherings.agenda.import.${canTake ? "read-again" : "read"}`)}
          </Submit>
        </p>
      </Form>
    </FormPage>
  );
}

type UnderstoodProps = Pick<ImportPageProps, "visit" | "sessionMinutes"> & { readonly read: ReadAgenda };

function Understood({ visit, read, sessionMinutes }: UnderstoodProps) {
  const { t } = visit.c.var;
  const sum = sumOf(read.blocks);
  const balance = sessionMinutes === undefined ? undefined : balanceOf(sum, sessionMinutes);
  return (
    <Section id="understood" title={t("gatherings.agenda.import.understood")}>
      {read.blocks.length === 0 ? (
        <p>{t("gatherings.agenda.import.nothing")}</p>
      ) : (
        <>
          <ol class="agenda-list">
            {read.blocks.map((block) => (
              <UnderstoodBlock visit={visit} block={block} />
            ))}
          </ol>
          <p class="agenda-sum" data-balance={balance?.kind}>
            {balance === undefined
              ? t("gatherings.agenda.sum.alone", { sum })
              : t(`gatherings.agenda.sum.${balance.kind}`, {
                  sum,
                  length: sessionMinutes ?? 0,
                  minutes: balance.minutes,
                })}
          </p>
        </>
      )}
      {read.backlog.length > 0 && (
        <>
          <h3>{t("gatherings.agenda.backlog.title")}</h3>
          <ul>
            {read.backlog.map(({ title, minutes }) => (
              <li>
                <UserName name={title} />
                {minutes !== undefined && (
                  <span class="quiet"> ({t("gatherings.agenda.page.minutes", { minutes })})</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {read.unread.length > 0 && (
        <>
          <h3>{t("gatherings.agenda.import.unread", { lines: read.unread.length })}</h3>
          <ul>
            {read.unread.slice(0, 50).map(({ line, text }) => (
              <li>
                {t("gatherings.agenda.import.line", { line })} <UserName name={text} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function UnderstoodBlock({ visit, block }: { readonly visit: GatheringVisit; readonly block: ReadBlock }) {
  const { t } = visit.c.var;
  return (
    <li>
      <p class="agenda-time">{t("gatherings.agenda.page.brief-minutes", { minutes: block.minutes })}</p>
      <div class="agenda-block">
        <h3>
          <UserName name={block.title} />
        </h3>
        <p class="agenda-facts">
          {block.structure !== "open-talk" && <span>{t(`gatherings.agenda.structure.${block.structure}`)}</span>}
          {block.host !== "" && (
            <span>{t.rich("gatherings.agenda.page.host", { person: () => <UserName name={block.host} /> })}</span>
          )}
          {!block.notes && <span>{t("gatherings.agenda.page.no-notes")}</span>}
          {block.recording && <span>{t("gatherings.agenda.page.recorded")}</span>}
          {block.lengthFrom !== "said" && <span>{t(`gatherings.agenda.import.length-${block.lengthFrom}`)}</span>}
          {block.isOffClock && <span>{t("gatherings.agenda.import.off-clock")}</span>}
        </p>
        {block.purpose !== "" && <UserText text={block.purpose} language={visit.gathering.language} />}
      </div>
    </li>
  );
}
