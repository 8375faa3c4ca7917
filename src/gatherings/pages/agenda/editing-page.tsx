import type { Child } from "hono/jsx";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName } from "../../../ui/text.tsx";
import { FormPage } from "../form-page.tsx";
import { agendaPath, editingPath } from "./agenda-path.ts";
import type { TimedAgenda, TimedBlock } from "./agenda-view.ts";
import { BlockForm, blockLabels } from "./block-form.tsx";
import { BlockFacts } from "./block-list.tsx";
import { AgendaSum, AgendaZone, BlockTime } from "./block-times.tsx";

interface EditingPageProps {
  readonly timed: TimedAgenda;
  readonly names: readonly string[];
  readonly form: FormState;
  readonly notice?: Child;
}

/** Where organisers put blocks in order, add one, or start from a template or a text. */
export function EditingPage({ timed, names, form, notice }: EditingPageProps) {
  const { c, gathering } = timed.visit;
  const { t } = c.var;
  const path = agendaPath(gathering);
  return (
    <FormPage
      visit={timed.visit}
      title={t("gatherings.agenda.edit.title")}
      sentence={t("gatherings.agenda.edit.sentence")}
      notice={notice ?? <RefusalSummary form={form} fields={blockLabels(t)} />}
      after={{ title: t("gatherings.agenda.edit.more"), words: <OtherWays t={t} path={path} /> }}
    >
      <Section id="blocks" title={t("gatherings.agenda.edit.order")}>
        {timed.blocks.length === 0 ? (
          <Empty what={t("gatherings.agenda.page.none")} />
        ) : (
          <>
            <AgendaZone timed={timed} />
            <OrderForm timed={timed} />
            <AgendaSum timed={timed} />
          </>
        )}
      </Section>
      <Section id="add" title={t("gatherings.agenda.edit.add-title")}>
        <BlockForm
          visit={timed.visit}
          form={form}
          action={editingPath(gathering)}
          block={undefined}
          host=""
          names={names}
        />
      </Section>
    </FormPage>
  );
}

function OtherWays({ t, path }: { readonly t: Translator; readonly path: string }) {
  return (
    <ul>
      <li>
        <a href={path}>{t("gatherings.agenda.edit.see")}</a>
      </li>
      <li>
        <a href={`${path}/start`}>{t("gatherings.agenda.write.start")}</a>
      </li>
      <li>
        <a href={`${path}/import`}>{t("gatherings.agenda.import.link")}</a>
      </li>
    </ul>
  );
}

/** All blocks in one form, each with a button to move it up and one to move it down. */
function OrderForm({ timed }: { readonly timed: TimedAgenda }) {
  const { c, gathering } = timed.visit;
  const { frame, t } = c.var;
  return (
    <Form frame={frame} action={`${agendaPath(gathering)}/order`} label={t("gatherings.agenda.edit.order")}>
      <ol class="agenda-list">
        {timed.blocks.map((one, place) => (
          <OrderLine timed={timed} one={one} isFirst={place === 0} isLast={place === timed.blocks.length - 1} />
        ))}
      </ol>
    </Form>
  );
}

interface OrderLineProps {
  readonly timed: TimedAgenda;
  readonly one: TimedBlock;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function OrderLine({ timed, one, isFirst, isLast }: OrderLineProps) {
  const { c, gathering } = timed.visit;
  const { t } = c.var;
  const { block } = one;
  return (
    <li id={`block-${block.id}`} tabindex={-1}>
      <p class="agenda-time">
        <BlockTime t={t} sessions={timed.sessions} offset={one.offset} />
      </p>
      <div class="agenda-block">
        <h3>
          <a href={`${agendaPath(gathering)}/blocks/${block.id}`}>
            <UserName name={block.title} />
          </a>
        </h3>
        <BlockFacts timed={timed} block={block} />
        <p class="acts">
          {!isFirst && <MoveButton timed={timed} one={one} direction="up" />}
          {!isLast && <MoveButton timed={timed} one={one} direction="down" />}
        </p>
      </div>
    </li>
  );
}

interface MoveButtonProps {
  readonly timed: TimedAgenda;
  readonly one: TimedBlock;
  readonly direction: "up" | "down";
}

function MoveButton({ timed, one, direction }: MoveButtonProps) {
  const { t } = timed.visit.c.var;
  const label = t(`gatherings.agenda.edit.move-${direction}`, { title: one.block.title });
  return (
    <button class="small-button" type="submit" name={direction} value={one.block.id} aria-label={label}>
      {t(`gatherings.agenda.edit.${direction}`)}
    </button>
  );
}
