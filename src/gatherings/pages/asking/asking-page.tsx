import type { Child } from "hono/jsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { placeOfZone } from "../../../ui/zones.ts";
import { FormPage } from "../form-page.tsx";
import { AskingForm } from "./asking-form.tsx";
import type { AskingView } from "./asking-view.ts";
import { SearchForm, searchLabels } from "./search-form.tsx";

interface AskingPageProps {
  readonly view: AskingView;
  /** The form that asks, as it was sent or untouched. */
  readonly form: FormState;
  /** How many empty rows for times of one's own are shown. */
  readonly ownRows: number;
}

/** Asking when: first look for times, then ask for those that are left. */
export function AskingPage({ view, form, ownRows }: AskingPageProps) {
  const { t } = view.visit.c.var;
  return (
    <FormPage
      visit={view.visit}
      title={t("gatherings.asking.title")}
      sentence={t("gatherings.asking.sentence")}
      notice={<Faults view={view} form={form} />}
      after={{ title: t("gatherings.asking.after-title"), words: <After view={view} /> }}
    >
      <Section id="search" title={t("gatherings.asking.search")}>
        <SearchForm view={view} />
      </Section>
      <Section id="times" title={t("gatherings.asking.times")} explained={t("gatherings.asking.times-explained")}>
        <NightBorne view={view} />
        {view.times.length === 0 && <Empty what={t("gatherings.asking.no-times")} />}
        <AskingForm view={view} form={form} ownRows={ownRows} />
      </Section>
    </FormPage>
  );
}

/** So many zones are named; the others are weighed all the same. */
const mostNamed = 6;

/** Who bore the night last time, and that it counts now. */
function NightBorne({ view }: { readonly view: AskingView }) {
  const { t } = view.visit.c.var;
  const zones = [...view.debt].toSorted(([, one], [, other]) => other - one).slice(0, mostNamed);
  if (zones.length === 0) return null;
  const named = zones.map(([zone, minutes]) => t("gatherings.asking.borne-by", { zone: placeOfZone(zone), minutes }));
  return <p class="quiet">{t("gatherings.asking.borne", { zones: t.list(named) })}</p>;
}

function Faults({ view, form }: { readonly view: AskingView; readonly form: FormState }): Child {
  const { t } = form;
  if (!hasFaults(form)) return <RefusalSummary form={view.search} fields={searchLabels(t)} />;
  return (
    <RefusalSummary
      form={form}
      fields={{ start: t("gatherings.asking.times"), closesAt: t("gatherings.asking.closes") }}
    />
  );
}

function After({ view }: { readonly view: AskingView }) {
  const { t } = view.visit.c.var;
  const zones = view.zones.known.length + view.zones.added.length;
  return (
    <>
      <p>{t("gatherings.asking.after")}</p>
      <p>{zones === 0 ? t("gatherings.asking.no-zones") : t("gatherings.asking.zones-known", { zones })}</p>
    </>
  );
}
