import { Choice } from "../../../ui/components/choice.tsx";
import { Details, Section } from "../../../ui/components/section.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { UserName, UserText } from "../../../ui/text.tsx";
import type { Child } from "hono/jsx";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { RunLink } from "../run/run-link.tsx";
import type { NotesAtPlace, NotesView } from "./notes-view.ts";

interface NotesPageProps {
  readonly view: NotesView;
  readonly everyone: boolean;
  readonly form: FormState;
  readonly notice: Child;
}

/** So many characters of notes the page shows; the rest is one click away, so that the page stays light. */
const mostShown = 16_000;

/** The notes of a gathering, block by block. */
export function NotesPage({ view, everyone, form, notice }: NotesPageProps) {
  const { visit, places, without, removed, switchedOff } = view;
  const { t } = visit.c.var;
  const shown = shownWithin([...places, ...removed], mostShown);
  return (
    <FormPage
      visit={visit}
      title={t("gatherings.notes.title")}
      sentence={t(view.writes ? "gatherings.notes.sentence.writer" : "gatherings.notes.sentence.reader")}
      notice={notice}
    >
      <RunLink visit={visit} runs={view.runs} />
      {places.map((one) => (
        <NotesOfPlace view={view} one={one} isShown={shown.has(one.place)} />
      ))}
      {removed.map((one) => (
        <NotesOfPlace view={view} one={one} isShown={shown.has(one.place)} isRemoved />
      ))}
      {without.length > 0 && <WithoutNotes view={view} />}
      {visit.standing.organises && switchedOff.length > 0 && <SwitchedOff view={view} />}
      <VisibilityLine>{t("gatherings.notes.visible")}</VisibilityLine>
      {visit.standing.organises && <WhoWrites view={view} everyone={everyone} form={form} />}
    </FormPage>
  );
}

interface NotesOfPlaceProps {
  readonly view: NotesView;
  readonly one: NotesAtPlace;
  readonly isShown: boolean;
  readonly isRemoved?: boolean;
}

function NotesOfPlace({ view, one, isShown, isRemoved = false }: NotesOfPlaceProps) {
  const { c, gathering, standing } = view.visit;
  const { t } = c.var;
  const { place, notes } = one;
  const title = titleOf(view, one);
  const path = `${gatheringPath(gathering)}/notes/${place}`;
  const isBegun = notes.text !== "";
  return (
    <Section
      id={`notes-${place}`}
      title={title}
      explained={isRemoved ? t("gatherings.notes.removed-block") : undefined}
    >
      {isBegun && isShown && <UserText text={notes.text} language={gathering.language} />}
      {isBegun && !isShown && <p>{t("gatherings.notes.long", { characters: notes.text.length })}</p>}
      {!isBegun && <Empty what={t("gatherings.notes.none")} />}
      <p class="next-step">
        {view.writes && !isRemoved && (
          <a href={path} aria-label={t(isBegun ? "gatherings.notes.go-on-at" : "gatherings.notes.write-at", { title })}>
            {t(isBegun ? "gatherings.notes.go-on" : "gatherings.notes.write")}
          </a>
        )}
        {!view.writes && isBegun && !isShown && !isRemoved && <a href={path}>{t("gatherings.notes.read")}</a>}
        {isRemoved && standing.organises && <a href={`${path}/deletion`}>{t("gatherings.notes.delete")}</a>}
      </p>
    </Section>
  );
}

function titleOf({ visit }: NotesView, { title }: NotesAtPlace): string {
  return title === "" ? visit.c.var.t("gatherings.notes.whole") : title;
}

function WithoutNotes({ view }: { readonly view: NotesView }) {
  const { t } = view.visit.c.var;
  return (
    <Section id="without" title={t("gatherings.notes.without")} explained={t("gatherings.notes.without-explained")}>
      <ul>
        {view.without.map((title) => (
          <li>
            <UserName name={title} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SwitchedOff({ view }: { readonly view: NotesView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  return (
    <Section
      id="switched-off"
      title={t("gatherings.notes.switched-off")}
      explained={t("gatherings.notes.switched-off-explained")}
    >
      <ul>
        {view.switchedOff.map(({ place, title }) => (
          <li>
            <UserName name={title} />{" "}
            <a href={`${gatheringPath(gathering)}/notes/${place}/deletion`}>{t("gatherings.notes.delete")}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function WhoWrites({ view, everyone, form }: Pick<NotesPageProps, "view" | "everyone" | "form">) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  return (
    <Details summary={t("gatherings.notes.writers")} open={form.faults["writers"] !== undefined}>
      <Form frame={frame} action={`${gatheringPath(gathering)}/notes/writers`}>
        <Choice
          name="writers"
          label={t("gatherings.notes.writers-label")}
          form={form}
          value={everyone ? "everyone" : "organisers"}
          options={(["organisers", "everyone"] as const).map((value) => ({
            value,
            label: t(`gatherings.notes.writers.${value}`),
          }))}
        />
        <Submit kind="quiet">{t("gatherings.notes.writers-save")}</Submit>
      </Form>
    </Details>
  );
}

/** The places whose notes fit, from the first on. */
function shownWithin(places: readonly NotesAtPlace[], most: number): ReadonlySet<string> {
  let left = most;
  const shown = new Set<string>();
  for (const { place, notes } of places) {
    left -= notes.text.length;
    if (left >= 0) shown.add(place);
  }
  return shown;
}
