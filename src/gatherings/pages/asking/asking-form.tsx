import { Field, FieldFault } from "../../../ui/components/field.tsx";
import { DataTable, type Column } from "../../../ui/components/data-table.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { textsOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { placeOfZone } from "../../../ui/zones.ts";
import { nativeSlots } from "../../model/native-poll.ts";
import { shadeOf } from "../../model/night.ts";
import { startOf, type SessionTime } from "../../model/session.ts";
import { gatheringPath } from "../addresses.ts";
import { ShadeWords } from "../poll/shade.tsx";
import type { AskingView } from "./asking-view.ts";
import { startText } from "./native-labels.ts";

interface AskingFormProps {
  readonly view: AskingView;
  readonly form: FormState;
  readonly ownRows: number;
}

/** Columns of zones that fit beside the times; the others are weighed all the same. */
const mostZones = 6;

/** The times to ask for, which of them travel as a native poll, times of one's own, and until when. */
export function AskingForm({ view, form, ownRows }: AskingFormProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  const query = new URL(c.req.url).search;
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/polls${query}`}>
      <input type="hidden" name="zone" value={view.zone} />
      <input type="hidden" name="lengthMinutes" value={view.lengthMinutes} />
      <FieldFault name="start" form={form} />
      {view.times.length > 0 && <TimesTable view={view} form={form} />}
      <OwnTimes view={view} form={form} ownRows={ownRows} />
      <Field
        name="closesAt"
        label={t("gatherings.asking.closes")}
        hint={t("gatherings.asking.closes-hint", { zone: placeOfZone(view.zone) })}
        form={form}
        type="datetime-local"
        value={view.closesAt.toString({ smallestUnit: "minute" })}
      />
      <Submit>{t("gatherings.asking.submit")}</Submit>
      <VisibilityLine>{t("gatherings.asking.visible")}</VisibilityLine>
    </Form>
  );
}

function TimesTable({ view, form }: Omit<AskingFormProps, "ownRows">) {
  const { t } = view.visit.c.var;
  const known = view.zones.known.toSorted((one, other) => other.people - one.people);
  const zones = [
    ...known.map(({ zone, people }) => ({
      zone,
      label: t("gatherings.asking.zone", { zone: placeOfZone(zone), people }),
    })),
    ...view.zones.added.map(({ zone }) => ({ zone, label: placeOfZone(zone) })),
  ];
  const beside = zones.filter(({ zone }) => zone !== view.zone).slice(0, mostZones);
  const columns: readonly Column[] = [
    { label: t("gatherings.asking.ask", { zone: placeOfZone(view.zone) }) },
    { label: t("gatherings.asking.travels") },
    ...beside,
  ];
  return (
    <>
      <p class="quiet">{t("gatherings.asking.travels-hint", { most: nativeSlots.most })}</p>
      <DataTable
        t={t}
        caption={t("gatherings.asking.table")}
        columns={columns}
        rows={view.times.map((time) => [
          <AskTick view={view} form={form} time={time} />,
          <NativeTick view={view} form={form} time={time} />,
          ...beside.map(({ zone }) => <ZoneTime view={view} time={time} zone={zone} />),
        ])}
      />
    </>
  );
}

interface TickProps {
  readonly view: AskingView;
  readonly form: FormState;
  readonly time: SessionTime;
}

function AskTick({ view, form, time }: TickProps) {
  const start = startText(time);
  const checked = wasSent(form) ? textsOf(form.typed, "start").includes(start) : true;
  return (
    <label class="slot-tick">
      <input type="checkbox" name="start" value={start} checked={checked} />
      <ZoneTime view={view} time={time} zone={view.zone} dated />
    </label>
  );
}

function NativeTick({ view, form, time }: TickProps) {
  const { t } = view.visit.c.var;
  const start = startText(time);
  const checked = wasSent(form) ? textsOf(form.typed, "native").includes(start) : view.native.has(start);
  const label = t("gatherings.asking.travels-of", { time: t.briefDateTime(startOf(time), view.zone) });
  return <input type="checkbox" name="native" value={start} checked={checked} aria-label={label} />;
}

interface ZoneTimeProps {
  readonly view: AskingView;
  readonly time: SessionTime;
  readonly zone: string;
  /** With the day, where no column before says it. */
  readonly dated?: boolean;
}

/** A time on the clocks of one zone, shaded where it is night there, with the weekday where it is another one. */
function ZoneTime({ view, time, zone, dated = false }: ZoneTimeProps) {
  const { t } = view.visit.c.var;
  const instant = startOf(time);
  const shade = shadeOf(time, zone);
  const there = instant.toZonedDateTimeISO(zone).toPlainDate();
  const isOtherDay = !there.equals(time.start.toPlainDate());
  return (
    <span class="zone-time" data-shade={shade}>
      {dated || isOtherDay ? t.briefDateTime(instant, zone) : t.timeOfDay(instant, zone)}{" "}
      <ShadeWords t={t} shade={shade} there />
    </span>
  );
}

function OwnTimes({ view, form, ownRows }: AskingFormProps) {
  const { t } = view.visit.c.var;
  return (
    <fieldset class="field own-times">
      <legend class="field-label">{t("gatherings.asking.own")}</legend>
      <p class="field-hint">{t("gatherings.asking.own-hint", { zone: placeOfZone(view.zone) })}</p>
      {Array.from({ length: ownRows }, (_, place) => (
        <OwnTime form={form} place={place} />
      ))}
      <Submit kind="quiet" name="more" value="yes">
        {t("gatherings.asking.own-more")}
      </Submit>
    </fieldset>
  );
}

function OwnTime({ form, place }: { readonly form: FormState; readonly place: number }) {
  const { t } = form;
  const [name, travels] = [`own-${place}`, `own-native-${place}`];
  return (
    <div class="own-time">
      <input
        type="datetime-local"
        name={name}
        id={`field-${name}`}
        value={textsOf(form.typed, name)[0] ?? ""}
        aria-label={t("gatherings.asking.own-time", { number: place + 1 })}
      />
      <label>
        <input type="checkbox" name={travels} value="yes" checked={textsOf(form.typed, travels).length > 0} />{" "}
        {t("gatherings.asking.travels")}
      </label>
      <FieldFault name={name} form={form} />
    </div>
  );
}

function wasSent(form: FormState): boolean {
  return Object.keys(form.typed).length > 0;
}
