import type { Translator } from "../../../kernel/i18n/translator.ts";
import { CheckGroup } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Details } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { newsKinds } from "../../model/outlets/outlet.ts";
import type { Outlet } from "../../store/outlets/outlets.read.ts";
import { gatheringPath } from "../addresses.ts";
import type { GatheringVisit } from "../visit.ts";

interface OutletItemProps {
  readonly visit: GatheringVisit;
  readonly outlet: Outlet;
  readonly form: FormState;
  readonly isOn: boolean;
}

/** The field of the news of one outlet: several stand on the page. */
export function newsField(outlet: Pick<Outlet, "id">): string {
  return `news-${outlet.id}`;
}

/** One outlet: where it is, what it is told, how that goes, and what can be done about it. */
export function OutletItem({ visit, outlet, form, isOn }: OutletItemProps) {
  const { c, gathering } = visit;
  const { t, frame } = c.var;
  const { host } = new URL(outlet.origin);
  const name = t(`gatherings.outlets.kind.${outlet.kind}`, { room: outlet.room, host });
  const action = `${gatheringPath(gathering)}/outlets/${outlet.id}`;
  const field = newsField(outlet);
  const news = newsKinds.map((kind) => ({ value: kind, label: t(`gatherings.outlets.news.${kind}`) }));
  const first = outlet.pausedAt === undefined ? "test" : "resume";
  return (
    <li id={outlet.id}>
      <h3>{name}</h3>
      {outlet.kind === "matrix" && <p class="quiet">{t("gatherings.outlets.by", { host })}</p>}
      <p>
        {t("gatherings.outlets.gets", {
          news: t.list(outlet.news.map((kind) => t(`gatherings.outlets.news.${kind}`))),
        })}
      </p>
      <p>{standingOf(t, outlet)}</p>
      <Details summary={t("gatherings.outlets.change-news")} open={form.faults[field] !== undefined}>
        <Form frame={frame} action={action} label={`${t("gatherings.outlets.news.label")}: ${name}`}>
          <CheckGroup
            name={field}
            label={t("gatherings.outlets.news.label")}
            form={form.faults[field] === undefined ? { ...form, typed: {} } : form}
            options={news}
            values={outlet.news}
          />
          <Submit kind="quiet" name="act" value="news">
            {t("gatherings.outlets.act.news")}
          </Submit>
        </Form>
      </Details>
      <Form frame={frame} action={action} label={name}>
        <p class="button-row">
          {isOn && (
            <Submit kind="quiet" name="act" value={first}>
              {t(`gatherings.outlets.act.${first}`)}
            </Submit>
          )}
          <Submit kind="stop" name="act" value="remove">
            {t("gatherings.outlets.act.remove")}
          </Submit>
        </p>
      </Form>
    </li>
  );
}

function standingOf(t: Translator, { pausedAt, trouble, takenAt }: Outlet): string {
  const why = trouble === undefined ? "" : t(`gatherings.outlets.trouble.${trouble}`);
  if (pausedAt !== undefined) {
    return t("gatherings.outlets.standing.paused", { when: t.dateTime(pausedAt), trouble: why });
  }
  if (trouble !== undefined) return t("gatherings.outlets.standing.troubled", { trouble: why });
  if (takenAt !== undefined) return t("gatherings.outlets.standing.taken", { when: t.dateTime(takenAt) });
  return t("gatherings.outlets.standing.new");
}
